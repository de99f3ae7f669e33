import * as auth0 from '../../../lib';
import { RESOURCE_SERVER_RULES } from '../../../lib/rules/resource-server';
import { configWithKey, PEM, withPem } from '../../support/encryption';
import { testRule } from '../../support/rules';

const { EncryptionAlg, EncryptionKey, TokenEncryption } = auth0;

testRule(RESOURCE_SERVER_RULES, 'jwe-format-and-key', {
  refuses: {
    'a format without a key': {
      config: { identifier: 'orders', token_encryption: { format: 'compact-nested-jwe' } },
      path: 'tokenEncryption.encryptionKey',
      message: 'tokenEncryption.encryptionKey is required where tokenEncryption.format is given, but was not given',
    },
    'a key without a format': {
      config: { identifier: 'orders', token_encryption: { encryption_key: { algorithm: 'RSA-OAEP-256', pem: PEM } } },
      path: 'tokenEncryption.format',
      message: 'tokenEncryption.format is required where tokenEncryption.encryptionKey is given, but was not given',
    },
  },
  accepts: {
    both: { props: withPem(PEM) },
    neither: { props: { tokenEncryption: TokenEncryption.disabled() } },
  },
});

testRule(RESOURCE_SERVER_RULES, 'jwe-format-enum', {
  refuses: {
    'another format': {
      config: configWithKey(PEM, { format: 'jwe' }),
      path: 'tokenEncryption.format',
      message: "tokenEncryption.format must be 'compact-nested-jwe', but 'jwe' was given",
    },
  },
  accepts: { 'the one that exists': { config: configWithKey(PEM) } },
});

testRule(RESOURCE_SERVER_RULES, 'jwe-disable-and-config', {
  refuses: {
    'encryption that is disabled, and yet has a key': {
      config: configWithKey(PEM, { disable: true }),
      path: 'tokenEncryption',
      message: 'tokenEncryption must either be disabled or have a format and a key, but both were given',
    },
    'encryption that is disabled, and yet has a format': {
      config: { identifier: 'orders', token_encryption: { disable: true, format: 'compact-nested-jwe' } },
      finds: [
        {
          rule: 'jwe-format-and-key',
          path: 'tokenEncryption.encryptionKey',
          message: 'tokenEncryption.encryptionKey is required where tokenEncryption.format is given, but was not given',
        },
        {
          path: 'tokenEncryption',
          message: 'tokenEncryption must either be disabled or have a format and a key, but both were given',
        },
      ],
    },
  },
  accepts: {
    'encryption that is said not to be disabled': {
      config: configWithKey(PEM, { disable: false }),
    },
  },
});

testRule(RESOURCE_SERVER_RULES, 'block-empty-is-noop', {
  refuses: {
    'policies that are left out': {
      props: { safeDefaults: false, subjectTypeAuthorization: {} },
      path: 'subjectTypeAuthorization',
      message: 'subjectTypeAuthorization is empty and changes nothing: fill it or remove it',
    },
    'empty blocks': {
      config: { identifier: 'orders', token_encryption: {}, proof_of_possession: {}, subject_type_authorization: {} },
      finds: [
        { path: 'tokenEncryption', message: 'tokenEncryption is empty and changes nothing: fill it or remove it' },
        { path: 'proofOfPossession', message: 'proofOfPossession is empty and changes nothing: fill it or remove it' },
        { path: 'subjectTypeAuthorization', message: 'subjectTypeAuthorization is empty and changes nothing: fill it or remove it' },
      ],
    },
    'a block with attributes that are all unset': {
      config: { identifier: 'orders', proof_of_possession: { mechanism: undefined, required: undefined } },
      path: 'proofOfPossession',
      message: 'proofOfPossession is empty and changes nothing: fill it or remove it',
    },
  },
  accepts: {
    'one policy': { props: { subjectTypeAuthorization: { user: auth0.UserPolicy.DENY_ALL } } },
    'policies that the safe defaults complete': { props: { safeDefaults: true, subjectTypeAuthorization: {} } },
    'a block that is disabled': { config: { identifier: 'orders', token_encryption: { disable: true } } },
    'no block': { config: { identifier: 'orders' } },
  },
  tokens: {
    'a policy that is a token': ({ text }) => ({ subjectTypeAuthorization: { user: text as auth0.UserPolicy } }),
  },
});

testRule(RESOURCE_SERVER_RULES, 'jwe-alg-enum', {
  refuses: {
    'an algorithm that Auth0 does not take': {
      props: withPem(PEM, { algorithm: { value: 'RSA-OAEP' } as any }),
      path: 'tokenEncryption.encryptionKey.algorithm',
      message:
        "tokenEncryption.encryptionKey.algorithm must be 'RSA-OAEP-256', 'RSA-OAEP-384' or 'RSA-OAEP-512', " +
        "but 'RSA-OAEP' was given",
    },
  },
  accepts: {
    RSA_OAEP_256: { props: withPem(PEM, { algorithm: EncryptionAlg.RSA_OAEP_256 }) },
    RSA_OAEP_384: { props: withPem(PEM, { algorithm: EncryptionAlg.RSA_OAEP_384 }) },
    RSA_OAEP_512: { props: withPem(PEM, { algorithm: EncryptionAlg.RSA_OAEP_512 }) },
  },
  tokens: { 'a token': ({ text }) => withPem(PEM, { algorithm: EncryptionAlg.of(text) }) },
});

testRule(RESOURCE_SERVER_RULES, 'jwe-kid-name-length', {
  refuses: {
    'a key id of 129 characters': {
      props: withPem(PEM, { kid: 'k'.repeat(129) }),
      path: 'tokenEncryption.encryptionKey.kid',
      message: 'tokenEncryption.encryptionKey.kid must be at most 128 characters long, but 129 were given',
    },
    'an empty key id': {
      props: withPem(PEM, { kid: '' }),
      path: 'tokenEncryption.encryptionKey.kid',
      message: 'tokenEncryption.encryptionKey.kid must not be empty',
    },
    'a name of 129 characters': {
      props: withPem(PEM, { name: 'n'.repeat(129) }),
      path: 'tokenEncryption.encryptionKey.name',
      message: 'tokenEncryption.encryptionKey.name must be at most 128 characters long, but 129 were given',
    },
    'an empty name, beside a key id that is empty too': {
      props: withPem(PEM, { kid: '', name: '' }),
      finds: [
        {
          path: 'tokenEncryption.encryptionKey.kid',
          message: 'tokenEncryption.encryptionKey.kid must not be empty',
        },
        {
          path: 'tokenEncryption.encryptionKey.name',
          message: 'tokenEncryption.encryptionKey.name must not be empty',
        },
      ],
    },
  },
  accepts: {
    '128 characters': { props: withPem(PEM, { kid: 'k'.repeat(128), name: 'n'.repeat(128) }) },
    'the thumbprint': { props: withPem(PEM, { kid: EncryptionKey.fromPem(PEM).thumbprint }) },
    'neither': { props: withPem(PEM) },
  },
  tokens: { tokens: ({ text }) => withPem(PEM, { kid: text, name: text }) },
});
