import { enumValue } from './enum-value';
import { TOKEN_DIALECT } from '../rules/resource-server/signing';

/**
 * The shape of access tokens.
 *
 * The dialects with `AUTHZ` put the user's permissions into the token; they need `enforcePolicies`.
 *
 * @see https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles
 */
export class TokenDialect {
  /** A JWT with Auth0's claims; what Auth0 does without a dialect. */
  public static readonly ACCESS_TOKEN = new TokenDialect('access_token');

  /** As `ACCESS_TOKEN`, with permissions. */
  public static readonly ACCESS_TOKEN_AUTHZ = new TokenDialect('access_token_authz');

  /** The profile of the IETF (RFC 9068): typed `at+jwt`, so that no other JWT passes for an access token. */
  public static readonly RFC9068_PROFILE = new TokenDialect('rfc9068_profile');

  /** As `RFC9068_PROFILE`, with permissions. */
  public static readonly RFC9068_PROFILE_AUTHZ = new TokenDialect('rfc9068_profile_authz');

  /**
   * A value that comes as a string.
   *
   * A value that is newer than this library goes through `resource.addOverride('token_dialect', ...)`.
   *
   * @param value a token, or one of the known values
   * @throws ValidationError for another value, with the known ones
   */
  public static of(value: string): TokenDialect {
    return new TokenDialect(enumValue('TokenDialect', TOKEN_DIALECT, value));
  }

  private constructor(
    /** The value as Auth0 spells it. */
    public readonly value: string,
  ) {}
}
