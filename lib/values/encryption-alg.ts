import { enumValue } from './enum-value';
import { ENCRYPTION_ALG } from '../rules/resource-server/token-encryption';

/**
 * The algorithm that encrypts the content key of an encrypted access token.
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
   * Creates a value from a string.
   *
   * For a value that this library does not know yet, override
   * `token_encryption.encryption_key.algorithm` of the L1, the property `resource`.
   *
   * @param value one of the known values, or a Terraform token
   * @throws ValidationError for any other value; the message lists the known values
   */
  public static of(value: string): EncryptionAlg {
    return new EncryptionAlg(enumValue('EncryptionAlg', ENCRYPTION_ALG, value));
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
