import * as auth0 from '../../../lib';
import { RESOURCE_SERVER_RULES } from '../../../lib/rules/resource-server';
import { runRules } from '../../../lib/rules/rule';
import { propNames } from '../../../lib/schema/names';
import { RESOURCE_SERVER } from '../../../lib/schema/resource-server';
import { configWithKey, PEM, withPem } from '../../support/encryption';
import { certificate, certificatePath, keyPair, publicPkcs1 } from '../../support/keys';
import { testRule } from '../../support/rules';

const { EncryptionKey, TokenEncryption } = auth0;

const PATH = 'tokenEncryption.encryptionKey.pem';
const WANTED = `${PATH} must be a public key or a certificate in PEM format`;

describe('the length of a PEM', () => {
  // white space after the block is not part of the key; the construct removes it
  const padded = (length: number) => PEM.padEnd(length);

  testRule(RESOURCE_SERVER_RULES, 'jwe-pem-length', {
    refuses: {
      'an empty text': {
        props: withPem(''),
        path: PATH,
        message: `${PATH} must not be empty`,
      },
      '4097 characters': {
        config: configWithKey(padded(4097)),
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
      '4096 characters': { config: configWithKey(padded(4096)) },
      'white space without end, which is removed': { props: withPem(`${'\n'.repeat(5000)}${padded(5000)}`) },
    },
    tokens: { 'a token': ({ text }) => withPem(text) },
  });
});

testRule(RESOURCE_SERVER_RULES, 'jwe-pem-not-private', {
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

testRule(RESOURCE_SERVER_RULES, 'jwe-pem-shape', {
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
      config: configWithKey(certificate('century') + certificate('expired')),
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
      message: `${PATH} has the label 'RSA PUBLIC KEY', but Auth0 is only known to accept 'PUBLIC KEY' and 'CERTIFICATE': convert the key`,
    },
    'an old label of certificates': {
      props: withPem(certificate('century').replace(/ CERTIFICATE/g, ' X509 CERTIFICATE')),
      severity: 'warning',
      path: PATH,
      message: `${PATH} has the label 'X509 CERTIFICATE', but Auth0 is only known to accept 'PUBLIC KEY' and 'CERTIFICATE': convert the key`,
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

testRule(RESOURCE_SERVER_RULES, 'jwe-key-rsa-2048', {
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

testRule(RESOURCE_SERVER_RULES, 'jwe-certificate-expiry', {
  refuses: {
    'a certificate that has expired': {
      props: withPem(certificate('expired')),
      path: PATH,
      message: `${PATH} is a certificate that expired on 2021-01-01: renew it`,
    },
    'a file with a certificate that has expired': {
      props: {
        tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPemFile(certificatePath('expired'))),
      },
      path: PATH,
      message: `${PATH} is a certificate that expired on 2021-01-01: renew it`,
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
    ['2099-12-02T00:00:01Z', 'a second later', ['is a certificate that expires on 2100-01-01, within 30 days: renew it']],
    ['2099-12-03T00:00:00Z', '29 days before', ['is a certificate that expires on 2100-01-01, within 30 days: renew it']],
    ['2100-01-01T00:00:00Z', 'the last second', ['is a certificate that expires on 2100-01-01, within 30 days: renew it']],
    ['2100-01-01T00:00:01Z', 'the second after', ['is a certificate that expired on 2100-01-01: renew it']],
    ['2300-01-01T00:00:00Z', 'long after', ['is a certificate that expired on 2100-01-01: renew it']],
  ])('on %s, %s: %j', (now, _, messages) => {
    const config = configWithKey(certificate('century'));
    expect(runRules(RESOURCE_SERVER_RULES, config, propNames(RESOURCE_SERVER), new Date(now))).toMatchObject(
      messages.map((message) => ({
        rule: 'jwe-certificate-expiry',
        severity: 'warning',
        path: PATH,
        message: `${PATH} ${message}`,
      })),
    );
  });
});
