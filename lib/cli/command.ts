import type { ParseArgsConfig } from 'node:util';
import { nearest } from '../util/nearest';
import { anyOf, quote } from '../util/text';

/** What a command reads from and writes to, beside files. */
export interface Io {
  /** The folder that file names are relative to. */
  readonly cwd: string;
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** Reads standard input to its end. */
  stdin(): string;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Returns the milliseconds since the start. */
  elapsed(): number;
}

/** The values of options, by name. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** A verb of the command line. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** @returns the exit status */
  run(inputs: readonly string[], values: Values, io: Io): number;
}

/** The exit statuses of all commands. */
export const EXIT = { ok: 0, errors: 1, strict: 2, failed: 3 } as const;

/** Checks whether a change of access is one to fail on. */
export function failsOn(verdict: 'equal' | 'narrower' | 'broader' | 'both', failOn: 'never' | 'broader' | 'any'): boolean {
  return failOn === 'any' ? verdict !== 'equal' : failOn === 'broader' && (verdict === 'broader' || verdict === 'both');
}

/** A problem with what the user gave. Its message tells what to change. */
export class UsageError extends Error {}

/**
 * Returns the value of an option that must be one of a list; the first of them if it is not given.
 *
 * @throws UsageError that names the option, what was given and what is allowed
 */
export function oneOf<T extends string>(option: string, given: unknown, allowed: readonly T[]): T {
  const found = given === undefined ? allowed[0] : allowed.find((one) => one === given);
  if (found === undefined) {
    const meant = nearest(String(given), allowed);
    throw new UsageError(`--${option} must be ${anyOf(allowed)}, but ${quote(String(given))} was given${meant === undefined ? '' : `: did you mean ${quote(meant)}?`}`);
  }
  return found;
}
