import { EncryptionKey, EncryptionKeyOptions } from './encryption-key';
import type { ResourceServerTokenEncryption } from '../bindings/resource-server';
import { rendered } from '../validation/convert';

/**
 * Encryption of access tokens, so that only the API can read them.
 *
 * Part of Auth0's Highly Regulated Identity.
 *
 * @see https://auth0.com/docs/get-started/apis/configure-json-web-encryption
 */
export class TokenEncryption {
  /**
   * The signed token is encrypted, with a key of the API's.
   *
   * @param options go before those of the key
   */
  public static compactNestedJwe(key: EncryptionKey, options: EncryptionKeyOptions = {}): TokenEncryption {
    return new TokenEncryption({
      format: 'compact-nested-jwe',
      encryptionKey: rendered(key, '_toEncryptionKey', 'an EncryptionKey, such as EncryptionKey.fromPemFile(path)', options),
    });
  }

  /** Switched off, also where it was on before. */
  public static disabled(): TokenEncryption {
    return new TokenEncryption({ disable: true });
  }

  private constructor(private readonly block: ResourceServerTokenEncryption) {}

  /** @internal */
  public _toTokenEncryption(): ResourceServerTokenEncryption {
    return this.block;
  }
}
