import type { Language } from './language';

/** Only generated: no machine of the project has .NET. */
export const CSHARP: Language = {
  target: 'dotnet',
  name: 'csharp',
  title: 'C#',
  needs: [],
  options: ['--code-only'],
};
