import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A code block of the README. */
export interface Snippet {
  /** What follows the three backticks, `ts error`. */
  readonly info: string;
  readonly text: string;
}

/** The README itself. */
export const README = readFileSync(join(__dirname, '../../README.md'), 'utf8');

/** The code blocks of the README, in order. */
export function snippets(): Snippet[] {
  return Array.from(README.matchAll(/^```(.*)\n([^]*?)^```$/gm), ([, info, text]) => ({ info, text }));
}

/** The first program of the README. */
export function firstProgram(): string {
  return snippets().find(({ info }) => info === 'ts')!.text;
}
