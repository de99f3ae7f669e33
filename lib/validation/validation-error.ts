import { dirname, sep } from 'node:path';
import type { Violation } from './violation';

const VALIDATION_ERROR = Symbol.for('cdk-auth0/ValidationError');

/** The folder of this library: its frames say nothing to the user. */
const LIBRARY = `${dirname(__dirname)}${sep}`;

/** How many frames of ours there may be above the first one of the user's. */
const OUR_FRAMES = 20;

/** Whether the value is the error below, from this copy of the library or another. */
export function isValidationError(x: unknown): boolean {
  return typeof x === 'object' && x !== null && VALIDATION_ERROR in x;
}

/**
 * The error that lists everything that is wrong with one thing. Its stack trace begins in the code of the user.
 * @internal
 */
export class ValidationError extends Error {
  public readonly violations: Violation[];

  /** @param subject what is not valid, `ResourceServer 'orders/Orders'` */
  public constructor(subject: string, violations: Violation[]) {
    const lines = violations.map((violation) => `\n  - ${violation.message} [${violation.rule}]`);
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = limit + OUR_FRAMES;
    super(`${subject} is not valid:${lines.join('')}`);
    Error.stackTraceLimit = limit;
    this.name = 'ValidationError';
    this.violations = violations;
    Object.defineProperty(this, VALIDATION_ERROR, { value: true });
    Object.defineProperty(this, 'stack', { value: stackOf(this, limit), writable: true, configurable: true });
  }
}

/** The stack trace without the frames of this library that it begins with. */
function stackOf({ name, message, stack = '' }: Error, limit: number): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const first = frames.findIndex((frame) => !frame.includes(LIBRARY));
  return [`${name}: ${message}`, ...frames.slice(first, first + limit)].join('\n');
}
