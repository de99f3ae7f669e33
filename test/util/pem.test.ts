import { createPublicKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as auth0 from '../../lib';
import { describePem, normalizePem, thumbprintOf } from '../../lib/util/pem';
import { PEM, withKey, writtenKey } from '../support/encryption';
import { folderForAllTests } from '../support/folders';
import { certificate, certificatePath, keyPair, pemOf, publicPkcs1, RFC_7638 } from '../support/keys';
import { judge } from '../support/rules';

const { EncryptionKey } = auth0;

const PATH = 'tokenEncryption.encryptionKey.pem';
/** The PEM text in the JSON. */
function written(key: auth0.EncryptionKey): string {
  return writtenKey(key).pem;
}

describe('what is written of a PEM', () => {
  const [begin, ...rest] = PEM.trim().split('\n');

  test.each([
    ['as it is', PEM],
    ['without its last line end', PEM.trim()],
    ['with Windows line ends', PEM.replace(/\n/g, '\r\n')],
    ['with white space around it', `\n  \t\n${PEM}\n\n  `],
    ['with indented lines, as in a template', PEM.replace(/^/gm, '    ')],
    ['with white space at the ends of its lines', PEM.replace(/\n/g, ' \t\n')],
    ['with a byte order mark', `\uFEFF${PEM}`],
    ['with a text before and after it', `Bag Attributes\n    friendlyName: orders\n${PEM}# the end\n`],
    ['with empty lines in it', `${begin}\n\n${rest.join('\n\n')}`],
  ])('%s', (_, text) => {
    expect(written(EncryptionKey.fromPem(text))).toBe(PEM);
  });

  test('of a certificate', () => {
    expect(written(EncryptionKey.fromPem(certificate('century').replace(/\n/g, '\r\n')))).toBe(certificate('century'));
  });

  test('of a chain of certificates, the first', () => {
    const chain = certificate('century') + certificate('expired') + certificate('ec');
    expect(written(EncryptionKey.fromPem(chain))).toBe(certificate('century'));
  });

  test('of a file', () => {
    expect(written(EncryptionKey.fromPemFile(certificatePath('century')))).toBe(certificate('century'));
  });

  test('of a token, the token', () => {
    const key = EncryptionKey.fromPem('\r\n${file("orders.pem")}\r\n');
    expect(written(key)).toBe('\r\n${file("orders.pem")}\r\n');
  });

  test('two public keys are left as they are, to be refused', () => {
    expect(normalizePem(PEM + PEM)).toBe(PEM + PEM);
  });

  test('a certificate and a public key are left as they are, to be refused', () => {
    expect(normalizePem(certificate('century') + PEM)).toBe(certificate('century') + PEM);
  });

  test('a private key is left as it is, to be refused', () => {
    const { privateKey } = keyPair('rsa');
    expect(normalizePem(`${PEM}${privateKey}\r\n`)).toBe(`${PEM}${privateKey}\r\n`);
  });
});

describe('a private key', () => {
  const { privateKey: rsa } = keyPair('rsa').objects;
  const { privateKey: ec } = keyPair('ec').objects;
  const { privateKey: ed25519 } = keyPair('ed25519').objects;
  const { privateKey: pss } = keyPair('rsa-pss').objects;
  const locked = { cipher: 'aes-256-cbc', passphrase: 'open sesame' } as const;
  const body = keyPair('rsa').privateKey.replace(/-----.*\n/g, '');

  const keys: Record<string, string> = {
    'of PKCS#8': rsa.export({ type: 'pkcs8', format: 'pem' }).toString(),
    'of PKCS#1': rsa.export({ type: 'pkcs1', format: 'pem' }).toString(),
    'of PKCS#8, encrypted': rsa.export({ type: 'pkcs8', format: 'pem', ...locked }).toString(),
    'of PKCS#1, encrypted': rsa.export({ type: 'pkcs1', format: 'pem', ...locked }).toString(),
    'of RSA-PSS': pss.export({ type: 'pkcs8', format: 'pem' }).toString(),
    'of EC': ec.export({ type: 'sec1', format: 'pem' }).toString(),
    'of EC in PKCS#8': ec.export({ type: 'pkcs8', format: 'pem' }).toString(),
    'of Ed25519': ed25519.export({ type: 'pkcs8', format: 'pem' }).toString(),
    // Node.js cannot export keys of these kinds
    'of OpenSSH': `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}-----END OPENSSH PRIVATE KEY-----\n`,
    'of DSA': `-----BEGIN DSA PRIVATE KEY-----\n${body}-----END DSA PRIVATE KEY-----\n`,
    'of PGP': `-----BEGIN PGP PRIVATE KEY BLOCK-----\n${body}-----END PGP PRIVATE KEY BLOCK-----\n`,
    'on one line': rsa.export({ type: 'pkcs8', format: 'pem' }).toString().replace(/\n/g, '\\n'),
    'without its end': rsa.export({ type: 'pkcs8', format: 'pem' }).toString().slice(0, 500),
    'after a certificate': certificate('century') + keyPair('rsa').privateKey,
    'with Windows line ends': keyPair('rsa').privateKey.replace(/\n/g, '\r\n'),
  };

  test('has the label that its kind has', () => {
    const labels = Object.values(keys).map((pem) => /BEGIN (.*?PRIVATE KEY)/.exec(pem)![1]);
    expect(new Set(labels)).toEqual(
      new Set([
        'PRIVATE KEY',
        'RSA PRIVATE KEY',
        'ENCRYPTED PRIVATE KEY',
        'EC PRIVATE KEY',
        'OPENSSH PRIVATE KEY',
        'DSA PRIVATE KEY',
        'PGP PRIVATE KEY',
      ]),
    );
  });

  const folder = folderForAllTests();

  for (const [name, pem] of Object.entries(keys)) {
    test.each(['text', 'file'])(`${name} is refused, and nothing of it is printed, as %s`, (form) => {
      const file = join(folder(), 'key.pem');
      writeFileSync(file, pem);
      const { errors, printed } = judge(
        withKey(form === 'file' ? EncryptionKey.fromPemFile(file) : EncryptionKey.fromPem(pem)),
      );
      expect(errors).toEqual([
        {
          rule: 'jwe-pem-not-private',
          path: PATH,
          message: `${PATH} must not hold a private key: give the public key or the certificate that belongs to it`,
        },
      ]);
      const pieces = pem.split(/\\n|\s+/).filter((piece) => piece.length >= 16);
      expect(pieces.length).toBeGreaterThan(0);
      for (const piece of pieces) {
        expect(printed + JSON.stringify(errors)).not.toContain(piece);
      }
    });
  }

  test('has no thumbprint', () => {
    expect(thumbprintOf(keyPair('rsa').privateKey)).toBeUndefined();
    expect(thumbprintOf(PEM + keyPair('rsa').privateKey)).toBeUndefined();
  });
});

describe('a refused text of another kind', () => {
  test.each([
    ['no PEM', 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'],
    ['two public keys', PEM + keyPair('ec').publicKey],
    ['a key that is not RSA', keyPair('ec').publicKey],
    ['a key that cannot be read', PEM.replace('MII', 'XXX')],
  ])('%s: nothing of it is printed', (_, text) => {
    const { errors, printed } = judge(withKey(EncryptionKey.fromPem(text)));
    expect(errors).toHaveLength(1);
    for (const piece of text.split('\n').filter((line) => !line.startsWith('-----') && line !== '')) {
      expect(printed).not.toContain(piece);
    }
  });
});

describe('a file that cannot be read', () => {
  const refusal = (path: unknown) => judge(withKey(EncryptionKey.fromPemFile(path as string))).errors;

  test.each([
    ['that does not exist', 'keys/none.pem', `cannot be read from 'keys/none.pem': there is no such file`],
    ['that is a folder', '.', `cannot be read from '.': it is a folder`],
    [
      'with a name that no file can have',
      'a\0b',
      'cannot be read: reading it failed with ERR_INVALID_ARG_VALUE',
    ],
    ['whose path is no text', 5, 'cannot be read: the path must be a string, but a number was given'],
    ['whose path is missing', undefined, 'cannot be read: the path must be a string, but nothing was given'],
  ])('%s', (_, path, message) => {
    expect(refusal(path)).toEqual([{ rule: 'pem-file-unreadable', path: PATH, message: `${PATH} ${message}` }]);
  });

  test('is listed beside other mistakes', () => {
    const { errors } = judge({ name: '', ...withKey(EncryptionKey.fromPemFile('keys/none.pem', { kid: '' })) });
    expect(errors.map(({ rule }) => rule)).toEqual(['pem-file-unreadable', 'name-empty-string', 'jwe-kid-name-length']);
  });
});

describe('describePem', () => {
  test.each([
    ['a public key', PEM, { isPrivate: false, labels: ['PUBLIC KEY'], key: { type: 'rsa', bits: 2048 } }],
    [
      'PKCS#1',
      publicPkcs1(keyPair('rsa')),
      { isPrivate: false, labels: ['RSA PUBLIC KEY'], key: { type: 'rsa', bits: 2048 } },
    ],
    ['an EC key', keyPair('ec').publicKey, { isPrivate: false, labels: ['PUBLIC KEY'], key: { type: 'ec', bits: 0 } }],
    [
      'a certificate',
      certificate('century'),
      {
        isPrivate: false,
        labels: ['CERTIFICATE'],
        key: { type: 'rsa', bits: 2048 },
        validTo: new Date('2100-01-01T00:00:00Z'),
      },
    ],
    ['two blocks', certificate('century') + PEM, { isPrivate: false, labels: ['CERTIFICATE', 'PUBLIC KEY'] }],
    ['a private key', keyPair('rsa').privateKey, { isPrivate: true, labels: ['PRIVATE KEY'] }],
    ['no PEM', 'orders.pem', { isPrivate: false, labels: [] }],
    ['an end without its beginning', '-----END PUBLIC KEY-----', { isPrivate: false, labels: [] }],
    ['an end of another block', PEM.replace('END PUBLIC', 'END RSA PUBLIC'), { isPrivate: false, labels: [] }],
    [
      'an empty block',
      '-----BEGIN PUBLIC KEY----------END PUBLIC KEY-----',
      { isPrivate: false, labels: ['PUBLIC KEY'] },
    ],
  ])('%s', (_, text, described) => {
    expect(describePem(text)).toEqual(described);
  });
});

describe('the thumbprint', () => {
  test.each(['spki', 'pkcs1'] as const)("is that of the RFC's own example (%s)", (type) => {
    const pem = pemOf(RFC_7638.key, type);
    expect(EncryptionKey.fromPem(pem).thumbprint).toBe(RFC_7638.thumbprint);
    expect(EncryptionKey.fromPem(pem.replace(/\n/g, '\r\n')).thumbprint).toBe(RFC_7638.thumbprint);
  });

  test('is the same for a certificate and its public key', () => {
    const pem = pemOf(createPublicKey(certificate('century')));
    const { thumbprint } = EncryptionKey.fromPem(pem);
    expect(thumbprint).toMatch(/^[\w-]{43}$/);
    expect(EncryptionKey.fromPemFile(certificatePath('century')).thumbprint).toBe(thumbprint);
    expect(EncryptionKey.fromPem(certificate('century') + certificate('expired')).thumbprint).toBe(thumbprint);
    expect(EncryptionKey.fromPemFile(certificatePath('expired')).thumbprint).not.toBe(thumbprint);
  });

  test.each([
    ['a token', () => EncryptionKey.fromPem('${var.pem}')],
    ['a file that Terraform reads', () => EncryptionKey.fromPemFile('${path.module}/orders.pem')],
    ['no PEM', () => EncryptionKey.fromPem('orders')],
    ['an EC key', () => EncryptionKey.fromPem(keyPair('ec').publicKey)],
    ['an RSA-PSS key', () => EncryptionKey.fromPem(keyPair('rsa-pss').publicKey)],
    ['two keys', () => EncryptionKey.fromPem(PEM + PEM)],
    ['a private key', () => EncryptionKey.fromPem(keyPair('rsa').privateKey)],
  ])('is not known of %s', (_, make) => {
    const key = make();
    expect(() => key.thumbprint).toThrow(
      new Error('thumbprint needs an RSA public key or certificate, given as text or as a file that can be read'),
    );
  });

  test('of a file that does not exist names the file', () => {
    expect(() => EncryptionKey.fromPemFile('keys/none.pem').thumbprint).toThrow(
      "pem cannot be read from 'keys/none.pem': there is no such file [pem-file-unreadable]",
    );
  });
});

// with a search from each beginning, this test takes minutes
test.each([
  ['one label', '-----BEGIN A-----'.repeat(50_000)],
  ['many labels', Array.from({ length: 50_000 }, (_, index) => `-----BEGIN A${index}-----`).join('')],
  ['white space', `-----BEGIN A-----${' '.repeat(500_000)}x-----END B-----`],
])('a text of many beginnings without an end is read once: %s', (_, text) => {
  expect(EncryptionKey.fromPem(text)).toBeInstanceOf(EncryptionKey);
});
