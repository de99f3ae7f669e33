import type { ParseArgsConfig } from 'node:util';

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

/** A problem with what the user gave. Its message tells what to change. */
export class UsageError extends Error {}
