import { enumValue } from './enum-value';
import { SIGNING_ALG } from '../rules/resource-server/signing';

/**
 * The algorithm that signs access tokens.
 *
 * @see https://auth0.com/docs/get-started/applications/signing-algorithms
 */
export class SigningAlg {
  /** RSA with SHA-256: the API verifies access tokens with Auth0's public key. Auth0 recommends it. */
  public static readonly RS256 = new SigningAlg('RS256');

  /** RSA-PSS with SHA-256: the API also verifies with Auth0's public key. An add-on in Auth0. */
  public static readonly PS256 = new SigningAlg('PS256');

  /**
   * HMAC with SHA-256: everyone who can verify an access token can also create one. Use it only for an API that cannot
   * verify with a public key. Auth0 generates the secret if `signingSecret` is not given.
   */
  public static readonly HS256 = new SigningAlg('HS256');

  /**
   * Creates a value from a string.
   *
   * For a value that this library does not know yet, override `signing_alg` of the L1, the property `resource`.
   *
   * @param value one of the known values, or a Terraform token
   * @throws ValidationError for any other value; the message lists the known values
   */
  public static of(value: string): SigningAlg {
    return new SigningAlg(enumValue('SigningAlg', SIGNING_ALG, value));
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
