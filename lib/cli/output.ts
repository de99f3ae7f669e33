import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Io, UsageError } from './command';

/** Prints what is done on standard error, if the command has run for more than a second. */
export function progress(text: string, io: Io): void {
  if (io.elapsed() > 1000) {
    io.stderr(`${printable(text)}...\n`);
  }
}

/**
 * Writes a result to a file, or to standard output. The file is written as a whole or not at all.
 *
 * @param file the name of the file; undefined for standard output
 * @throws UsageError that names the file if it cannot be written
 */
export function write(text: string, file: string | undefined, io: Io): void {
  if (file === undefined) {
    io.stdout(text);
    return;
  }
  const target = resolve(io.cwd, file);
  try {
    const existing = statSync(target, { throwIfNoEntry: false });
    if (existing && !existing.isFile()) {
      writeFileSync(target, text); // a device such as /dev/stdout
    } else {
      replace(existing ? realpathSync(target) : target, text);
    }
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${reasonOf(error)}`);
  }
}

/** The reasons of frequent errors. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
  ENOSPC: 'no space is left',
  ERR_STRING_TOO_LONG: 'it is too large',
};

/** Returns why a file cannot be read or written. The message of Node may show a part of the content. */
export function reasonOf(error: unknown): string {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? code;
}

function replace(file: string, text: string): void {
  const part = `${file}.${process.pid}.part`;
  try {
    writeFileSync(part, text, { flag: 'wx' });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

const COLORS = { red: 31, yellow: 33, gray: 90 } as const;

/** Returns a text in a colour; without it if the output is not a terminal. */
export function colored(text: string, color: keyof typeof COLORS, isColored: boolean): string {
  return isColored ? `\u001b[${COLORS[color]}m${text}\u001b[0m` : text;
}

/** Whether colours are wanted: on a terminal, unless NO_COLOR is set. */
export function wantsColors(io: Io): boolean {
  return io.isTerminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
}

/** Escapes characters that would control a terminal, or hide or reorder text. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (character) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
