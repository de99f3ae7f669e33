import { enumValue } from './enum-value';
import { CONSENT_POLICY } from '../rules/resource-server/consent';

/**
 * How a user consents to a rich authorization request.
 *
 * @see https://auth0.com/docs/get-started/apis/configure-rich-authorization-requests
 */
export class ConsentPolicy {
  /**
   * The user approves the very transaction, with a second factor.
   *
   * It concerns requests with `authorization_details` only, and is part of Auth0's Highly Regulated Identity.
   */
  public static readonly TRANSACTIONAL_AUTHORIZATION_WITH_MFA = new ConsentPolicy('transactional-authorization-with-mfa');

  /** Auth0's standard consent; switches another policy off. */
  // the provider reads the text "null", since leaving the attribute out would keep the policy
  public static readonly NONE = new ConsentPolicy('null');

  /**
   * A value that comes as a string.
   *
   * A value that is newer than this library goes through `resource.addOverride('consent_policy', ...)`.
   *
   * @param value a token, or one of the known values
   * @throws ValidationError for another value, with the known ones
   */
  public static of(value: string): ConsentPolicy {
    return new ConsentPolicy(enumValue('ConsentPolicy', CONSENT_POLICY, value));
  }

  private constructor(
    /** The value as the provider spells it. */
    public readonly value: string,
  ) {}
}
