import { enumValue } from './enum-value';
import { CONSENT_POLICY } from '../rules/resource-server/consent';

/**
 * How a user consents to a rich authorization request.
 *
 * @see https://auth0.com/docs/get-started/apis/configure-rich-authorization-requests
 */
export class ConsentPolicy {
  /**
   * The user approves each transaction with a second factor.
   *
   * Applies only to requests with `authorization_details`. Part of Auth0's Highly Regulated Identity.
   */
  public static readonly TRANSACTIONAL_AUTHORIZATION_WITH_MFA = new ConsentPolicy('transactional-authorization-with-mfa');

  /** Auth0's standard consent. Switches off a policy that was set before. */
  // the provider clears the policy for the string "null"; if the attribute is left out, the policy stays
  public static readonly NONE = new ConsentPolicy('null');

  /**
   * Creates a value from a string.
   *
   * For a value that this library does not know yet, override `consent_policy` of the L1, the property `resource`.
   *
   * @param value one of the known values, or a Terraform token
   * @throws ValidationError for any other value; the message lists the known values
   */
  public static of(value: string): ConsentPolicy {
    return new ConsentPolicy(enumValue('ConsentPolicy', CONSENT_POLICY, value));
  }

  private constructor(
    /** The value as the provider spells it. */
    public readonly value: string,
  ) {}

  /** The value, as in `value`. */
  public toString(): string {
    return this.value;
  }
}
