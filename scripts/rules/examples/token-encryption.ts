import { api, Group, rawApi } from './example';

const encrypted = (key: string) => api(`tokenEncryption: auth0.TokenEncryption.compactNestedJwe(${key})`);
const fromFile = (file: string) => encrypted(`auth0.EncryptionKey.fromPemFile('keys/${file}')`);

const RIGHT = encrypted('key');
const RIGHT_FILE = fromFile('public-key.pem');
const BLOCK = "encryptionKey: { algorithm: 'RSA-OAEP-256', pem }";

export const TOKEN_ENCRYPTION: Group = {
  title: 'Token encryption',
  text: 'Auth0 encrypts tokens with the public key of the API. Only the API has the private key, so only the API can read them.',
  examples: {
    'jwe-format-and-key': {
      why: 'Auth0 refuses one without the other. `TokenEncryption.compactNestedJwe` writes both.',
      wrong: rawApi("tokenEncryption: { format: 'compact-nested-jwe' }"),
      right: RIGHT,
    },
    'jwe-format-enum': {
      why: 'Auth0 knows one format. `TokenEncryption.compactNestedJwe` writes it.',
      wrong: rawApi(`tokenEncryption: { format: 'jwe', ${BLOCK} }`),
      right: RIGHT,
    },
    'jwe-disable-and-config': {
      why: 'The two contradict each other. The typed property is either a key or `disabled()`.',
      wrong: rawApi(`tokenEncryption: { disable: true, format: 'compact-nested-jwe', ${BLOCK} }`),
      right: api('tokenEncryption: auth0.TokenEncryption.disabled()'),
    },
    'jwe-alg-enum': {
      why: 'Auth0 encrypts with these algorithms only.',
      wrong: encrypted("key, { algorithm: auth0.EncryptionAlg.of('RSA-OAEP') }"),
      right: encrypted('key, { algorithm: auth0.EncryptionAlg.RSA_OAEP_512 }'),
    },
    'jwe-pem-length': {
      why: 'Auth0 refuses other lengths. In the example, an environment variable is not set.',
      wrong: encrypted("auth0.EncryptionKey.fromPem(process.env.PUBLIC_KEY ?? '')"),
      right: encrypted('auth0.EncryptionKey.fromPem(pem)'),
    },
    'jwe-pem-not-private': {
      why: 'Auth0 needs the public key only. A private key that leaves your API is no longer secret: replace it.',
      wrong: fromFile('private-key.pem'),
      right: RIGHT_FILE,
    },
    'jwe-pem-shape': {
      why: 'Auth0 reads a key from a PEM block, which begins with `-----BEGIN` and ends with `-----END`.',
      wrong: encrypted("auth0.EncryptionKey.fromPem('MIIBojANBgkqhkiG9w0BAQEFAAOCAY8A')"),
      right: encrypted('auth0.EncryptionKey.fromPem(pem)'),
      also: [{
        title: 'An older form of the key is labelled `RSA PUBLIC KEY`:',
        severity: 'warning',
        wrong: fromFile('rsa-public-key.pem'),
        right: RIGHT_FILE,
      }],
    },
    'jwe-key-rsa-2048': {
      why: 'The algorithms need an RSA key, and Auth0 cannot encrypt with a key of another kind.',
      wrong: fromFile('ec.pem'),
      right: RIGHT_FILE,
      also: [{
        title: 'A short key can be broken:',
        severity: 'warning',
        wrong: fromFile('rsa-1024.pem'),
        right: RIGHT_FILE,
      }],
    },
    'jwe-certificate-expiry': {
      why: 'A program that checks certificates refuses one that has expired. Renew it in good time.',
      wrong: fromFile('expired.pem'),
      right: RIGHT_FILE,
    },
    'jwe-kid-name-length': {
      why: 'Auth0 refuses other lengths. The thumbprint of a key makes a good id.',
      wrong: encrypted("key, { kid: 'k'.repeat(129) }"),
      right: encrypted('key, { kid: key.thumbprint }'),
    },
    'pem-file-unreadable': {
      why: 'The key is read when the program runs. The path is relative to the working directory.',
      wrong: fromFile('no-such-file.pem'),
      right: RIGHT_FILE,
    },
  },
};
