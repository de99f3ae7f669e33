import { isValidationError } from './validation-error';

/** One thing that is wrong with a configuration. */
export interface Violation {
  /** The id of the rule, which never changes; RULES.md lists them all. */
  readonly rule: string;

  /** The property in question, as it is written in code: `tokenEncryption.encryptionKey.kid`. */
  readonly path: string;

  /** What is wrong, the value received, and what is allowed. */
  readonly message: string;
}

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
