import { enumValue } from './enum-value';
import { TOKEN_DIALECT } from '../rules/resource-server/signing';

/**
 * The format of access tokens.
 *
 * The dialects with `AUTHZ` add the user's permissions to the access token. They need `enforcePolicies`.
 *
 * @see https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles
 */
export class TokenDialect {
  /** A JWT with Auth0's claims. Auth0's default without a dialect. */
  public static readonly ACCESS_TOKEN = new TokenDialect('access_token');

  /** Like `ACCESS_TOKEN`, with the user's permissions. */
  public static readonly ACCESS_TOKEN_AUTHZ = new TokenDialect('access_token_authz');

  /** The profile of the IETF (RFC 9068). Its type is `at+jwt`, so no other JWT can be taken for an access token. */
  public static readonly RFC9068_PROFILE = new TokenDialect('rfc9068_profile');

  /** Like `RFC9068_PROFILE`, with the user's permissions. */
  public static readonly RFC9068_PROFILE_AUTHZ = new TokenDialect('rfc9068_profile_authz');

  /**
   * Creates a value from a string.
   *
   * For a value that this library does not know yet, override `token_dialect` of the L1, the property `resource`.
   *
   * @param value one of the known values, or a Terraform token
   * @throws ValidationError for any other value; the message lists the known values
   */
  public static of(value: string): TokenDialect {
    return new TokenDialect(enumValue('TokenDialect', TOKEN_DIALECT, value));
  }

  private constructor(
    /** The value as Auth0 spells it. */
    public readonly value: string,
  ) {}

  /** The value, as in `value`. */
  public toString(): string {
    return this.value;
  }
}
