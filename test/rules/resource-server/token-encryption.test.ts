import * as auth0 from '../../../lib';
import { RESOURCE_SERVER_RULES } from '../../../lib/rules/resource-server';
import { runRules } from '../../../lib/rules/rule';
import { PROPS_NAMING } from '../../../lib/schema/prop-names';
import { certificate, certificatePath, keyPair, publicPkcs1 } from '../../support/keys';
import { testRule } from '../../support/rules';

const { EncryptionAlg, EncryptionKey, TokenEncryption } = auth0;

const PEM = keyPair('rsa').publicKey;
const PATH = 'tokenEncryption.encryptionKey.pem';
const WANTED = `${PATH} must be a public key or a certificate in PEM format`;

/** An API with a token encryption that has this key. */
function withPem(pem: string, options: auth0.EncryptionKeyOptions = {}) {
  return { tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPem(pem, options)) };
}

/** The same in Terraform's shape. */
function rawKey(pem: string) {
  return {
    identifier: 'orders',
    token_encryption: { format: 'compact-nested-jwe', encryption_key: { algorithm: 'RSA-OAEP-256', pem } },
  };
}

testRule('jwe-format-and-key', 'error', {
  refuses: {
    'a format without a key': {
      raw: { identifier: 'orders', token_encryption: { format: 'compact-nested-jwe' } },
      path: 'tokenEncryption.encryptionKey',
      message: 'tokenEncryption.encryptionKey is required where tokenEncryption.format is given, but was not given',
    },
    'a key without a format': {
      raw: { identifier: 'orders', token_encryption: { encryption_key: { algorithm: 'RSA-OAEP-256', pem: PEM } } },
      path: 'tokenEncryption.format',
      message: 'tokenEncryption.format is required where tokenEncryption.encryptionKey is given, but was not given',
    },
  },
  accepts: {
    both: { props: withPem(PEM) },
    neither: { props: { tokenEncryption: TokenEncryption.disabled() } },
  },
});

testRule('jwe-format-enum', 'error', {
  refuses: {
    'another format': {
      raw: { ...rawKey(PEM), token_encryption: { ...rawKey(PEM).token_encryption, format: 'jwe' } },
      path: 'tokenEncryption.format',
      message: "tokenEncryption.format must be 'compact-nested-jwe', but 'jwe' was given",
    },
  },
  accepts: { 'the one that exists': { raw: rawKey(PEM) } },
});

testRule('jwe-disable-and-config', 'error', {
  refuses: {
    'encryption that is disabled, and yet has a key': {
      raw: { ...rawKey(PEM), token_encryption: { ...rawKey(PEM).token_encryption, disable: true } },
      path: 'tokenEncryption',
      message: 'tokenEncryption must either be disabled or have a format and a key, but both were given',
    },
    'encryption that is disabled, and yet has a format': {
      raw: { identifier: 'orders', token_encryption: { disable: true, format: 'compact-nested-jwe' } },
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
      raw: { ...rawKey(PEM), token_encryption: { ...rawKey(PEM).token_encryption, disable: false } },
    },
  },
});

testRule('block-empty-is-noop', 'warning', {
  refuses: {
    'policies that are left out': {
      props: { safeDefaults: false, subjectTypeAuthorization: {} },
      path: 'subjectTypeAuthorization',
      message: 'subjectTypeAuthorization is empty, and so changes nothing',
    },
    'empty blocks': {
      raw: { identifier: 'orders', token_encryption: {}, proof_of_possession: {}, subject_type_authorization: {} },
      finds: [
        { path: 'tokenEncryption', message: 'tokenEncryption is empty, and so changes nothing' },
        { path: 'proofOfPossession', message: 'proofOfPossession is empty, and so changes nothing' },
        { path: 'subjectTypeAuthorization', message: 'subjectTypeAuthorization is empty, and so changes nothing' },
      ],
    },
    'a block with attributes that are all unset': {
      raw: { identifier: 'orders', proof_of_possession: { mechanism: undefined, required: undefined } },
      path: 'proofOfPossession',
      message: 'proofOfPossession is empty, and so changes nothing',
    },
  },
  accepts: {
    'one policy': { props: { subjectTypeAuthorization: { user: auth0.UserPolicy.DENY_ALL } } },
    'policies that the safe defaults complete': { props: { safeDefaults: true, subjectTypeAuthorization: {} } },
    'a block that is disabled': { raw: { identifier: 'orders', token_encryption: { disable: true } } },
    'no block': { raw: { identifier: 'orders' } },
  },
  tokens: {
    'a policy that is a token': ({ text }) => ({ subjectTypeAuthorization: { user: text as auth0.UserPolicy } }),
  },
});

testRule('jwe-alg-enum', 'error', {
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

describe('the length of a PEM', () => {
  // white space after the block is no part of the key; the construct removes it
  const padded = (length: number) => PEM.padEnd(length);

  testRule('jwe-pem-length', 'error', {
    refuses: {
      'an empty text': {
        props: withPem(''),
        path: PATH,
        message: `${PATH} must not be empty, but '' was given`,
      },
      '4097 characters': {
        raw: rawKey(padded(4097)),
        path: PATH,
        message: `${PATH} must be at most 4096 characters long, but 4097 were given`,
      },
      'a text that is too long and no key': {
        props: withPem(`-----BEGIN PUBLIC KEY-----\n${'A'.repeat(4096)}\n-----END PUBLIC KEY-----`),
        finds: [
          { path: PATH, message: `${PATH} must be at most 4096 characters long, but 4149 were given` },
          {
            rule: 'jwe-pem-shape',
            path: PATH,
            message: `${WANTED}, but the block 'PUBLIC KEY' cannot be read as either`,
          },
        ],
      },
    },
    accepts: {
      '4096 characters': { raw: rawKey(padded(4096)) },
      'white space without end, which is removed': { props: withPem(`${'\n'.repeat(5000)}${padded(5000)}`) },
    },
    tokens: { 'a token': ({ text }) => withPem(text) },
  });
});

testRule('jwe-pem-not-private', 'error', {
  refuses: {
    'a private key': {
      props: withPem(keyPair('rsa').privateKey),
      path: PATH,
      message: `${PATH} must not hold a private key: give the public key or the certificate that belongs to it`,
    },
    'a private key beside its public key': {
      props: withPem(keyPair('rsa').publicKey + keyPair('rsa').privateKey),
      path: PATH,
      message: `${PATH} must not hold a private key: give the public key or the certificate that belongs to it`,
    },
    'a private key that was cut off': {
      props: withPem('-----BEGIN PRIVATE KEY-----\nMIIE'),
      path: PATH,
      message: `${PATH} must not hold a private key: give the public key or the certificate that belongs to it`,
    },
  },
  accepts: { 'a public key': { props: withPem(PEM) } },
  tokens: { 'a token within a private key': ({ text }) => withPem(`-----BEGIN PRIVATE KEY-----\n${text}`) },
});

testRule('jwe-pem-shape', 'error', {
  refuses: {
    'a text that is no PEM': {
      props: withPem('keys/orders.pem'),
      path: PATH,
      message: `${WANTED}, but the text has no '-----BEGIN' line with an '-----END' line that belongs to it`,
    },
    'white space': {
      props: withPem(' \n'),
      path: PATH,
      message: `${WANTED}, but the text has no '-----BEGIN' line with an '-----END' line that belongs to it`,
    },
    'a block that was cut off': {
      props: withPem(PEM.slice(0, -30)),
      path: PATH,
      message: `${WANTED}, but the text has no '-----BEGIN' line with an '-----END' line that belongs to it`,
    },
    'two public keys': {
      props: withPem(PEM + PEM),
      path: PATH,
      message: `${WANTED}, but 2 blocks were given: 'PUBLIC KEY', 'PUBLIC KEY'`,
    },
    'a certificate and its public key': {
      props: withPem(certificate('century') + PEM),
      path: PATH,
      message: `${WANTED}, but 2 blocks were given: 'CERTIFICATE', 'PUBLIC KEY'`,
    },
    'a chain of certificates that nobody has taken the first of': {
      raw: rawKey(certificate('century') + certificate('expired')),
      path: PATH,
      message: `${WANTED}, but 2 blocks were given: 'CERTIFICATE', 'CERTIFICATE'`,
    },
    'a public key that cannot be read': {
      props: withPem(PEM.replace(/\n.{8}/, '\nAAAAAAAA')),
      path: PATH,
      message: `${WANTED}, but the block 'PUBLIC KEY' cannot be read as either`,
    },
    'a certificate that cannot be read': {
      props: withPem(certificate('century').replace(/\n.{8}/, '\nAAAAAAAA')),
      path: PATH,
      message: `${WANTED}, but the block 'CERTIFICATE' cannot be read as either`,
    },
    'a block of another kind': {
      props: withPem('-----BEGIN CERTIFICATE REQUEST-----\nMIIC\n-----END CERTIFICATE REQUEST-----'),
      path: PATH,
      message: `${WANTED}, but the block 'CERTIFICATE REQUEST' cannot be read as either`,
    },
    'a key in the form of PKCS#1': {
      props: withPem(publicPkcs1(keyPair('rsa'))),
      severity: 'warning',
      path: PATH,
      message: `${PATH} is a block 'RSA PUBLIC KEY'; Auth0 is known to take 'PUBLIC KEY' and 'CERTIFICATE'`,
    },
    'an old label of certificates': {
      props: withPem(certificate('century').replace(/ CERTIFICATE/g, ' X509 CERTIFICATE')),
      severity: 'warning',
      path: PATH,
      message: `${PATH} is a block 'X509 CERTIFICATE'; Auth0 is known to take 'PUBLIC KEY' and 'CERTIFICATE'`,
    },
  },
  accepts: {
    'a public key': { props: withPem(PEM) },
    'a certificate': { props: withPem(certificate('century')) },
    'a chain of certificates, of which the first is taken': {
      props: withPem(certificate('century') + certificate('expired')),
    },
  },
  tokens: {
    'a token': ({ text }) => withPem(text),
    'a file that Terraform reads': ({ text }) => ({
      tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPemFile(text)),
    }),
  },
});

testRule('jwe-key-rsa-2048', 'error', {
  refuses: {
    'an EC key': {
      props: withPem(keyPair('ec').publicKey),
      path: PATH,
      message:
        `${PATH} must hold an RSA key, since tokens are encrypted with RSA-OAEP, ` + "but a key of type 'ec' was given",
    },
    'an Ed25519 key': {
      props: withPem(keyPair('ed25519').publicKey),
      path: PATH,
      message:
        `${PATH} must hold an RSA key, since tokens are encrypted with RSA-OAEP, ` +
        "but a key of type 'ed25519' was given",
    },
    'an RSA key that is for signatures alone': {
      props: withPem(keyPair('rsa-pss').publicKey),
      path: PATH,
      message:
        `${PATH} must hold an RSA key, since tokens are encrypted with RSA-OAEP, ` +
        "but a key of type 'rsa-pss' was given",
    },
    'a certificate with an EC key': {
      props: withPem(certificate('ec')),
      path: PATH,
      message:
        `${PATH} must hold an RSA key, since tokens are encrypted with RSA-OAEP, ` + "but a key of type 'ec' was given",
    },
    'an RSA key of 1024 bits': {
      props: withPem(keyPair('rsa', 1024).publicKey),
      severity: 'warning',
      path: PATH,
      message: `${PATH} should hold an RSA key of at least 2048 bits, but one of 1024 bits was given`,
    },
    'an RSA key of 2040 bits': {
      props: withPem(keyPair('rsa', 2040).publicKey),
      severity: 'warning',
      path: PATH,
      message: `${PATH} should hold an RSA key of at least 2048 bits, but one of 2040 bits was given`,
    },
  },
  accepts: {
    'an RSA key of 2048 bits': { props: withPem(PEM) },
    'an RSA key of 4096 bits': { props: withPem(keyPair('rsa', 4096).publicKey) },
    'a certificate with an RSA key of 2048 bits': { props: withPem(certificate('century')) },
  },
});

testRule('jwe-certificate-expiry', 'warning', {
  refuses: {
    'a certificate that has expired': {
      props: withPem(certificate('expired')),
      path: PATH,
      message: `${PATH} is a certificate that expired on 2021-01-01`,
    },
    'a file with a certificate that has expired': {
      props: {
        tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPemFile(certificatePath('expired'))),
      },
      path: PATH,
      message: `${PATH} is a certificate that expired on 2021-01-01`,
    },
  },
  accepts: {
    'a certificate for a hundred years': { props: withPem(certificate('century')) },
    'a public key, which does not expire': { props: withPem(PEM) },
  },
});

describe('jwe-certificate-expiry, by the day', () => {
  // the certificate is valid until 2100-01-01T00:00:00Z
  test.each([
    ['2099-12-01T00:00:00Z', '31 days before', []],
    ['2099-12-02T00:00:00Z', '30 days before', []],
    ['2099-12-02T00:00:01Z', 'a second later', ['is a certificate that expires on 2100-01-01, within 30 days']],
    ['2099-12-03T00:00:00Z', '29 days before', ['is a certificate that expires on 2100-01-01, within 30 days']],
    ['2100-01-01T00:00:00Z', 'the last second', ['is a certificate that expires on 2100-01-01, within 30 days']],
    ['2100-01-01T00:00:01Z', 'the second after', ['is a certificate that expired on 2100-01-01']],
    ['2300-01-01T00:00:00Z', 'long after', ['is a certificate that expired on 2100-01-01']],
  ])('on %s, %s: %j', (now, _, messages) => {
    const config = rawKey(certificate('century'));
    expect(runRules(RESOURCE_SERVER_RULES, config, PROPS_NAMING, new Date(now))).toEqual(
      messages.map((message) => ({
        rule: 'jwe-certificate-expiry',
        severity: 'warning',
        path: PATH,
        message: `${PATH} ${message}`,
      })),
    );
  });
});

testRule('jwe-kid-name-length', 'error', {
  refuses: {
    'a key id of 129 characters': {
      props: withPem(PEM, { kid: 'k'.repeat(129) }),
      path: 'tokenEncryption.encryptionKey.kid',
      message: 'tokenEncryption.encryptionKey.kid must be at most 128 characters long, but 129 were given',
    },
    'an empty key id': {
      props: withPem(PEM, { kid: '' }),
      path: 'tokenEncryption.encryptionKey.kid',
      message: "tokenEncryption.encryptionKey.kid must not be empty, but '' was given",
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
          message: "tokenEncryption.encryptionKey.kid must not be empty, but '' was given",
        },
        {
          path: 'tokenEncryption.encryptionKey.name',
          message: "tokenEncryption.encryptionKey.name must not be empty, but '' was given",
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
