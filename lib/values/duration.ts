import { Op, Token } from 'cdktf';
import { Converted, createdWith } from '../validation/convert';

/**
 * A length of time.
 *
 * What uses it says which lengths are allowed, and refuses others: negative ones, and fractions of a second.
 */
export class Duration {
  /** @param amount a number, or a number token */
  public static seconds(amount: number): Duration {
    return new Duration(amount);
  }

  /** @param amount a number, or a number token */
  public static minutes(amount: number): Duration {
    return Duration.of(amount, 60);
  }

  /** @param amount a number, or a number token */
  public static hours(amount: number): Duration {
    return Duration.of(amount, 60 * 60);
  }

  /** @param amount a number, or a number token */
  public static days(amount: number): Duration {
    return Duration.of(amount, 24 * 60 * 60);
  }

  private static of(amount: number, seconds: number): Duration {
    if (Token.isUnresolved(amount)) {
      // the number that stands for a token must not be calculated with: Terraform does it
      return new Duration(Token.asNumber(Op.mul(amount, seconds)));
    }
    if (typeof amount !== 'number') {
      // a text would be calculated with as well: what uses the duration refuses it
      return new Duration(amount);
    }
    // 1.1 minutes are 66 seconds, not 66.00000000000001
    return new Duration(Number((amount * seconds).toFixed(6)));
  }

  private constructor(private readonly length: number) {}

  /** The length in seconds; a number token where it was made of one. */
  public toSeconds(): number {
    return this.length;
  }

  /** @internal */
  public _toSeconds(): Converted<number> {
    return createdWith(this.length);
  }

  /** For logs. */
  public toString(): string {
    return Token.isUnresolved(this.length) ? 'a duration that Terraform knows' : `${this.length} seconds`;
  }
}
