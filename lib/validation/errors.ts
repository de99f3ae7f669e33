import { isValidationError } from './validation-error';
import type { Violation } from './violation';

/** The error for a configuration that is not valid. It lists every violation. */
export interface ValidationError {
  /** Always `ValidationError`. */
  readonly name: string;

  /** The construct that is not valid, and a line for each violation. */
  readonly message: string;

  /** All violations, in the order of the rules. */
  readonly violations: Violation[];
}

/** Recognizes the errors of this library. */
export class Errors {
  /**
   * Whether a value is a `ValidationError`. An error from a second copy of this library counts, too.
   */
  public static isValidationError(x: any): x is ValidationError {
    return isValidationError(x);
  }

  private constructor() {}
}
