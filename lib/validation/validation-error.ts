import type { Violation } from './violation';

const VALIDATION_ERROR = Symbol.for('cdk-auth0/ValidationError');

/** Whether the value is the error below, from this copy of the library or another. */
export function isValidationError(x: unknown): boolean {
  return typeof x === 'object' && x !== null && VALIDATION_ERROR in x;
}

/**
 * The error that lists everything that is wrong with one thing.
 * @internal
 */
export class ValidationError extends Error {
  public readonly violations: Violation[];

  /**
   * @param subject what is not valid, `ResourceServer 'orders/Orders'`
   * @param caller the function that the user called: the stack trace begins where they called it
   */
  public constructor(subject: string, violations: Violation[], caller: Function) {
    const lines = violations.map((violation) => `\n  - ${violation.message} [${violation.rule}]`);
    super(`${subject} is not valid:${lines.join('')}`);
    this.name = 'ValidationError';
    this.violations = violations;
    Object.defineProperty(this, VALIDATION_ERROR, { value: true });
    Error.captureStackTrace(this, caller);
  }
}
