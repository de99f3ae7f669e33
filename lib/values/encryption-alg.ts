import { enumValue } from './enum-value';
import { ENCRYPTION_ALG } from '../rules/resource-server/token-encryption';

/**
 * The algorithm that the content key of an encrypted access token is encrypted with.
 *
 * @see https://auth0.com/docs/get-started/apis/configure-json-web-encryption
 */
export class EncryptionAlg {
  /** RSA-OAEP with SHA-256. */
  public static readonly RSA_OAEP_256 = new EncryptionAlg('RSA-OAEP-256');

  /** RSA-OAEP with SHA-384. */
  public static readonly RSA_OAEP_384 = new EncryptionAlg('RSA-OAEP-384');

  /** RSA-OAEP with SHA-512. */
  public static readonly RSA_OAEP_512 = new EncryptionAlg('RSA-OAEP-512');

  /**
   * A value that comes as a string.
   *
   * A value that is newer than this library goes through
   * `resource.addOverride('token_encryption.encryption_key.algorithm', ...)`.
   *
   * @param value a token, or one of the known values
   * @throws ValidationError for another value, with the known ones
   */
  public static of(value: string): EncryptionAlg {
    return new EncryptionAlg(enumValue('EncryptionAlg', ENCRYPTION_ALG, value));
  }

  private constructor(
    /** The value as Auth0 spells it. */
    public readonly value: string,
  ) {}
}
