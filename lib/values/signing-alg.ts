import { enumValue } from './enum-value';
import { SIGNING_ALG } from '../rules/resource-server/signing';

/**
 * The algorithm that access tokens are signed with.
 *
 * @see https://auth0.com/docs/get-started/applications/signing-algorithms
 */
export class SigningAlg {
  /** RSA with SHA-256: the API verifies with Auth0's public key. What Auth0 recommends. */
  public static readonly RS256 = new SigningAlg('RS256');

  /** RSA-PSS with SHA-256, also verified with the public key; an add-on in Auth0. */
  public static readonly PS256 = new SigningAlg('PS256');

  /**
   * HMAC with SHA-256: whoever can verify a token can also make one. Only for an API that cannot verify with a public
   * key. Auth0 makes up the secret unless `signingSecret` is given.
   */
  public static readonly HS256 = new SigningAlg('HS256');

  /**
   * A value that comes as a string.
   *
   * A value that is newer than this library goes through `resource.addOverride('signing_alg', ...)`.
   *
   * @param value a token, or one of the known values
   * @throws ValidationError for another value, with the known ones
   */
  public static of(value: string): SigningAlg {
    return new SigningAlg(enumValue('SigningAlg', SIGNING_ALG, value));
  }

  private constructor(
    /** The value as Auth0 spells it. */
    public readonly value: string,
  ) {}
}
