import { TerraformStack } from 'cdktf';
import { writtenOf } from './apis';
import { keyPair } from './keys';
import { stackOf } from './synth';
import { EncryptionKey, EncryptionKeyOptions, TokenEncryption } from '../../lib';
import { ResourceServerConfig } from '../../lib/schema/resource-server';

/** A public key without findings. */
export const PEM = keyPair('rsa').publicKey;

/** Props that encrypt tokens with this key. */
export function withKey(key: EncryptionKey): { tokenEncryption: TokenEncryption } {
  return { tokenEncryption: TokenEncryption.compactNestedJwe(key) };
}

/** Props that encrypt tokens with a key that is given as text. */
export function withPem(pem: string, options: EncryptionKeyOptions = {}): { tokenEncryption: TokenEncryption } {
  return withKey(EncryptionKey.fromPem(pem, options));
}

/** A Terraform configuration of an API that encrypts tokens with this key. `changes` apply to `token_encryption`. */
export function configWithKey(pem: string, changes: ResourceServerConfig['token_encryption'] = {}): ResourceServerConfig {
  return {
    identifier: 'orders',
    token_encryption: {
      format: 'compact-nested-jwe', encryption_key: { algorithm: 'RSA-OAEP-256', pem }, ...(changes as object),
    },
  };
}

/** The `encryption_key` block for this key. Expects no warnings. */
export function writtenKey(
  keyOf: EncryptionKey | ((stack: TerraformStack) => EncryptionKey),
  options?: EncryptionKeyOptions,
): Record<string, string> {
  const stack = stackOf();
  const key = typeof keyOf === 'function' ? keyOf(stack) : keyOf;
  const { api, warnings } = writtenOf(stack, { tokenEncryption: TokenEncryption.compactNestedJwe(key, options) });
  expect(warnings).toEqual([]);
  expect(api.token_encryption.format).toBe('compact-nested-jwe');
  return api.token_encryption.encryption_key;
}
