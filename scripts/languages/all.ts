import * as fs from 'node:fs';
import * as path from 'node:path';
import { CSHARP } from './csharp';
import { GO } from './go';
import { JAVA } from './java';
import type { Language } from './language';
import { PYTHON } from './python';
import { has, step } from './shell';
import { pacmak, stageFramework } from './stage';
import type { Framework } from '../frameworks';

export const LANGUAGES: readonly Language[] = [PYTHON, JAVA, GO, CSHARP];

/** The commands that a language needs and the machine does not have. */
export function missingFor({ needs }: Language): string[] {
  return needs.filter((command) => !has(...command)).map(([command]) => command);
}

/** Makes the package of the framework for a language, if no registry has it. */
export async function frameworkFor(language: Language, framework: Framework, folder: string): Promise<string | undefined> {
  const { title, target, options, isServed } = language;
  if (isServed === undefined || await isServed(framework, folder)) {
    return undefined;
  }
  const staged = stageFramework(framework);
  const made = path.join(staged, 'dist', target);
  return fs.existsSync(made)
    ? made
    : step(`${framework.name}, ${title}: made, because no registry has it`, () => pacmak(staged, target, options));
}
