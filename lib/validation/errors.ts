import { isValidationError } from './validation-error';
import type { Violation } from './violation';

/** What is thrown where a configuration is not valid: one error that lists everything that is wrong with it. */
export interface ValidationError {
  /** `ValidationError` */
  readonly name: string;

  /** The construct in question, and a line for each violation. */
  readonly message: string;

  /** Everything that is wrong, in the order of the rules. */
  readonly violations: Violation[];
}

/** Tells the errors of this library from others. */
export class Errors {
  /**
   * Whether the value is the error that a configuration is refused with.
   *
   * Also true of an error from a second copy of this library.
   */
  public static isValidationError(x: any): x is ValidationError {
    return isValidationError(x);
  }

  private constructor() {}
}
