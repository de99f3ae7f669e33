import { EncryptionKey, EncryptionKeyOptions } from './encryption-key';
import type { ResourceServerTokenEncryption, ResourceServerTokenEncryptionEncryptionKey } from '../bindings/resource-server';
import { below, byMethod, Converted, isPresent, wrongType } from '../validation/convert';
import { guarded } from '../validation/guarded';

/**
 * Encryption of access tokens, so that only the API can read them.
 *
 * Part of Auth0's Highly Regulated Identity.
 *
 * @see https://auth0.com/docs/get-started/apis/configure-json-web-encryption
 */
export class TokenEncryption {
  /**
   * Encrypts the signed access token with the API's public key.
   *
   * @param options override the options of the key
   */
  public static compactNestedJwe(key: EncryptionKey, options: EncryptionKeyOptions = {}): TokenEncryption {
    const expected = 'an EncryptionKey, such as EncryptionKey.fromPemFile(path)';
    const { value, problems } = guarded('TokenEncryption', 'key', () =>
      (isPresent(key) ? byMethod('_toEncryptionKey', expected, options)(key) : wrongType(expected, key)));
    return new TokenEncryption({
      value: { format: 'compact-nested-jwe', encryptionKey: value as ResourceServerTokenEncryptionEncryptionKey },
      problems: below(['encryption_key'], problems),
    });
  }

  /** Switches encryption off, also if it was on before. */
  public static disabled(): TokenEncryption {
    return new TokenEncryption({ value: { disable: true } });
  }

  private constructor(private readonly block: Converted<ResourceServerTokenEncryption>) {}

  /** A text for logs: the format, or that it is off. */
  public toString(): string {
    return `token encryption: ${this.block.value?.format ?? 'off'}`;
  }

  /** @internal */
  public _toTokenEncryption(): Converted<ResourceServerTokenEncryption> {
    return this.block;
  }
}
