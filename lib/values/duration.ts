import { Token, Tokenization } from 'cdktf';
import { isOneInterpolation, times } from '../framework/expression-text';
import { isUnknown, misuseOf } from '../framework/tokens';
import { Converted, createdWith, problem } from '../validation/convert';

const TEXT_AROUND = 'was created from a text with a token in it: only a token alone can be a number';

/**
 * A length of time.
 *
 * Each property that takes a duration has its own limits. All of them refuse negative values and fractions of a second.
 */
export class Duration {
  /**
   * Creates a duration from a number of seconds.
   *
   * @param amount a number, or a number token of Terraform
   */
  public static seconds(amount: number): Duration {
    return new Duration(isUnknown(amount) && Tokenization.isResolvable(amount) ? Token.asNumber(amount) : amount);
  }

  /**
   * Creates a duration from a number of minutes.
   *
   * @param amount a number, or a number token of Terraform
   */
  public static minutes(amount: number): Duration {
    return Duration.of(amount, 60);
  }

  /**
   * Creates a duration from a number of hours.
   *
   * @param amount a number, or a number token of Terraform
   */
  public static hours(amount: number): Duration {
    return Duration.of(amount, 60 * 60);
  }

  /**
   * Creates a duration from a number of days.
   *
   * @param amount a number, or a number token of Terraform
   */
  public static days(amount: number): Duration {
    return Duration.of(amount, 24 * 60 * 60);
  }

  private static of(amount: number, seconds: number): Duration {
    if (isUnknown(amount) && misuseOf(amount) === undefined) {
      // a number token is a placeholder: only Terraform can calculate with its value
      return typeof amount !== 'string' || isOneInterpolation(amount) ? new Duration(times(amount, seconds)) : new Duration(amount, TEXT_AROUND);
    }
    if (typeof amount !== 'number' || misuseOf(amount) !== undefined) {
      // JavaScript would also multiply a string; keep it, so that the property that uses the duration reports it
      return new Duration(amount);
    }
    // 1.1 minutes are 66 seconds, not 66.00000000000001
    return new Duration(Number((amount * seconds).toFixed(6)));
  }

  private constructor(private readonly length: number, private readonly mistake?: string) {}

  /** The length in seconds. It is a number token if the duration was created from one. */
  public toSeconds(): number {
    return this.length;
  }

  /** @internal */
  public _toSeconds(): Converted<number> {
    return typeof this.length === 'string' && this.mistake ? problem('wrong-type', this.mistake) : createdWith(this.length);
  }

  /** A text for logs. */
  public toString(): string {
    if (typeof this.length === 'number' && !isUnknown(this.length)) {
      return `${this.length} seconds`;
    }
    return isUnknown(this.length) ? 'a duration that Terraform knows' : 'a duration that is not valid';
  }
}
