import { violationsIn } from './thrown';
import { isValidationError } from './validation-error';
import type { Violation } from './violation';

/**
 * The error for a configuration that is not valid. It lists every violation.
 *
 * It is for TypeScript: in other languages, an error has only a text, and a struct with this name could not be caught.
 *
 * @internal
 */
export interface ValidationError {
  /** Always `ValidationError`. */
  readonly name: string;

  /** The construct that is not valid, and a line for each violation. */
  readonly message: string;

  /** All violations, in the order of the rules. */
  readonly violations: Violation[];
}

/** The errors of this library. */
export class Errors {
  /**
   * Recognizes a `ValidationError`. An error from a second copy of this library counts, too.
   *
   * For TypeScript and JavaScript. In other languages it is always false, because an error of theirs is another object:
   * use `violationsOf` there.
   */
  public static isValidationError(x: any): x is ValidationError {
    return isValidationError(x);
  }

  /**
   * Returns the violations that an error lists, or none if it is not an error of this library. Errors that are thrown at
   * synth have violations, too.
   *
   * In TypeScript and JavaScript, give the error. In other languages, give its text: `str(error)` in Python,
   * `error.getMessage()` in Java, `fmt.Sprint(r)` with what `recover()` returned in Go, `error.Message` in C#.
   *
   * The path of a violation is the name of the property or, for an error at synth, the path of the construct.
   *
   * @param errorOrText the error, or the text of one
   */
  public static violationsOf(errorOrText: any): Violation[] {
    try {
      if (isValidationError(errorOrText)) {
        return (errorOrText as ValidationError).violations.map((violation) => ({ ...violation }));
      }
      const text: unknown = typeof errorOrText === 'string' ? errorOrText : errorOrText?.message;
      return typeof text === 'string' ? violationsIn(text) : [];
    } catch {
      return []; // what cannot be read is none of our errors
    }
  }

  private constructor() {}
}
