import { dirname, sep } from 'node:path';
import { keepThrown } from './thrown';
import type { Violation } from './violation';
import { spelled, spelledPath } from '../util/spelling';

const VALIDATION_ERROR = Symbol.for('cdk-auth0/ValidationError');

/** The folder of this library. Stack frames in it do not help the user. */
const LIBRARY = `${dirname(__dirname)}${sep}`;

/** The maximum number of frames of this library above the user's first frame. */
const OUR_FRAMES = 20;

/** Whether a value is the error below. An error from a second copy of the library counts, too. */
export function isValidationError(x: unknown): boolean {
  return typeof x === 'object' && x !== null && VALIDATION_ERROR in x;
}

/**
 * The error for one invalid construct or value; it lists every violation. Its stack trace starts in the user's code.
 * @internal
 */
export class ValidationError extends Error {
  public readonly violations: Violation[];

  /** @param subject the name of the invalid construct or value, `ResourceServer 'orders/Orders'` */
  public constructor(subject: string, given: readonly Violation[]) {
    const violations = given.map(inLanguageOfProgram);
    const lines = violations.map((violation) => `\n  - ${violation.message} [${violation.rule}]`);
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = limit + OUR_FRAMES;
    super(`${subject} is not valid:${lines.join('')}`);
    Error.stackTraceLimit = limit;
    this.name = 'ValidationError';
    this.violations = violations;
    keepThrown({ message: this.message, violations });
    Object.defineProperty(this, VALIDATION_ERROR, { value: true });
    Object.defineProperty(this, 'stack', { value: stackOf(this, limit), writable: true, configurable: true });
  }
}

/** Spells the names in a violation as the language of the program does. */
function inLanguageOfProgram({ rule, path, message }: Violation): Violation {
  const name = spelledPath(path);
  return { rule, path: name, message: message.startsWith(`${path} `) ? name + spelled(message.slice(path.length)) : spelled(message) };
}

/** Removes the frames of this library from the start of a stack trace. */
function stackOf({ name, message, stack = '' }: Error, limit: number): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const first = frames.findIndex((frame) => !frame.includes(LIBRARY));
  return [`${name}: ${message}`, ...frames.slice(first, first + limit)].join('\n');
}
