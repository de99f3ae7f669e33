import { createPublicKey } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { TerraformVariable } from 'cdktf';
import { EncryptionAlg, EncryptionKey, ResourceServer, TokenEncryption } from '../../lib';
import { writtenKey } from '../support/encryption';
import { errorOf, messageFor } from '../support/errors';
import { folderForAllTests } from '../support/folders';
import { keyPair, pemOf, RFC_7638 } from '../support/keys';
import { stackOf } from '../support/synth';

const EXAMPLES = join(__dirname, '../../examples');
const CERTIFICATE_FILE = join(EXAMPLES, 'complete/encryption-certificate.pem');
const CERTIFICATE = readFileSync(CERTIFICATE_FILE, 'utf8');
const PUBLIC_KEY = readFileSync(join(EXAMPLES, 'financial-grade/encryption-key.pem'), 'utf8');

const RFC_7638_PEM = pemOf(RFC_7638.key);
const PRIVATE_KEY = keyPair('ec').privateKey;

const folder = folderForAllTests();

/** Writes a file with this text and returns its path. */
function fileOf(text: string): string {
  const file = join(folder(), 'key.pem');
  writeFileSync(file, text);
  return file;
}

/** The errors of the key, without the line with the construct. */
function refusalOf(key: EncryptionKey): string {
  const [, ...lines] = errorOf(() => writtenKey(key)).message.split('\n  - tokenEncryption.encryptionKey.');
  return lines.join('\n');
}

describe('a key', () => {
  test.each([['public key', PUBLIC_KEY], ['certificate', CERTIFICATE]])('as a %s is written as it is', (_, pem) => {
    expect(writtenKey(EncryptionKey.fromPem(pem))).toStrictEqual({ algorithm: 'RSA-OAEP-256', pem });
    expect(writtenKey(EncryptionKey.fromPemFile(fileOf(pem)))).toStrictEqual({ algorithm: 'RSA-OAEP-256', pem });
  });

  test.each<[string, string]>([
    ['Windows line ends', PUBLIC_KEY.replace(/\n/g, '\r\n')],
    ['no line end at the end', PUBLIC_KEY.trimEnd()],
    ['white space around it', `\n \t${PUBLIC_KEY}\n\n`],
    ['blanks at the ends of lines', PUBLIC_KEY.replace(/\n/g, ' \n')],
    ['indented lines', PUBLIC_KEY.replace(/\n/g, '\n    ')],
    ['a byte order mark', `\uFEFF${PUBLIC_KEY}`],
    ['words around it', `The key of the API:\n${PUBLIC_KEY}Thank you.\n`],
  ])('with %s is tidied', (_, pem) => {
    expect(writtenKey(EncryptionKey.fromPem(pem)).pem).toBe(PUBLIC_KEY);
    expect(writtenKey(EncryptionKey.fromPemFile(fileOf(pem))).pem).toBe(PUBLIC_KEY);
  });

  test('of a chain of certificates is the first', () => {
    expect(writtenKey(EncryptionKey.fromPem(`${CERTIFICATE}${CERTIFICATE.replace('MII', 'MIJ')}`)).pem).toBe(CERTIFICATE);
  });

  test('that only Terraform knows is left as it is', () => {
    const key = writtenKey((stack) => EncryptionKey.fromPem(new TerraformVariable(stack, 'pem', {}).stringValue));
    expect(key).toStrictEqual({ algorithm: 'RSA-OAEP-256', pem: '${var.pem}' });
  });
});

describe('a file', () => {
  test('is looked for in the working directory', () => {
    expect(writtenKey(EncryptionKey.fromPemFile(relative(process.cwd(), CERTIFICATE_FILE))).pem).toBe(CERTIFICATE);
  });

  test('that only Terraform knows is read by Terraform', () => {
    const writtenPem = (pathOf: (variable: string) => string) =>
      writtenKey((stack) => EncryptionKey.fromPemFile(pathOf(new TerraformVariable(stack, 'path', {}).stringValue))).pem;
    expect(writtenPem((variable) => variable)).toBe('${file(var.path)}');
    expect(writtenPem(() => '${path.module}/key.pem')).toBe('${file("${path.module}/key.pem")}');
    expect(writtenPem((variable) => `keys/${variable}.pem`)).toBe('${file("keys/${var.path}.pem")}');
  });

  test('is read once', () => {
    const file = fileOf(PUBLIC_KEY);
    const key = EncryptionKey.fromPemFile(file);
    rmSync(file);
    expect(writtenKey(key).pem).toBe(PUBLIC_KEY);
  });

  test.each<[string, any, string]>([
    ['that is not there', 'keys/nowhere.pem', `pem cannot be read from 'keys/nowhere.pem': there is no such file`],
    ['that is a folder', 'examples', `pem cannot be read from 'examples': it is a folder`],
    ['without a name', '', `pem cannot be read from '': there is no such file`],
    ['below a file', 'package.json/a', `pem cannot be read from 'package.json/a': reading it failed with ENOTDIR`],
    [
      'with a name that cannot be',
      'a\0b\n',
      'pem cannot be read: reading it failed with ERR_INVALID_ARG_VALUE',
    ],
    ['that is a number', 0, 'pem cannot be read: the path must be a string, but a number was given'],
    ['that is nothing', undefined, 'pem cannot be read: the path must be a string, but nothing was given'],
  ])('%s is refused', (_, file, text) => {
    expect(refusalOf(EncryptionKey.fromPemFile(file))).toBe(`${text} [pem-file-unreadable]`);
  });

  test('that cannot be read is one mistake of many', () => {
    expect(() =>
      new ResourceServer(stackOf(), 'Api', {
        identifier: '',
        tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPemFile('nowhere.pem', { kid: '' })),
      })).toThrow(new Error(messageFor("ResourceServer 'stack/Api'")(
      `tokenEncryption.encryptionKey.pem cannot be read from 'nowhere.pem': there is no such file [pem-file-unreadable]`,
      `identifier must not be empty [identifier-empty]`,
      `tokenEncryption.encryptionKey.kid must not be empty [jwe-kid-name-length]`,
    )));
  });
});

describe('refused without a word of what it holds', () => {
  const body = PRIVATE_KEY.split('\n')[1];

  test.each<[string, string, string]>([
    [
      'a private key',
      PRIVATE_KEY,
      'pem must not hold a private key: give the public key or the certificate that belongs to it [jwe-pem-not-private]',
    ],
    [
      'a private key beside a public one',
      `${PUBLIC_KEY}${PRIVATE_KEY}`,
      'pem must not hold a private key: give the public key or the certificate that belongs to it [jwe-pem-not-private]',
    ],
    [
      'what is no key',
      body,
      `pem must be a public key or a certificate in PEM format, but the text has no '-----BEGIN' line with an '-----END' line ` +
        'that belongs to it [jwe-pem-shape]',
    ],
    ['no text', '', `pem must not be empty [jwe-pem-length]`],
    ['nothing', undefined as any, 'pem was created from undefined or null: is an environment variable unset? [wrong-type]'],
    ['a number', 7 as any, 'pem must be a string, but a number was given [wrong-type]'],
  ])('%s', (_, pem, text) => {
    expect(refusalOf(EncryptionKey.fromPem(pem))).toBe(text);
    expect(text).not.toContain(body);
  });
});

describe('options', () => {
  const given = { algorithm: EncryptionAlg.RSA_OAEP_384, kid: 'own kid', name: 'own name' };

  test('are those of the key', () => {
    const expected = { algorithm: 'RSA-OAEP-384', kid: 'own kid', name: 'own name', pem: PUBLIC_KEY };
    expect(writtenKey(EncryptionKey.fromPem(PUBLIC_KEY, given))).toEqual(expected);
    expect(writtenKey(EncryptionKey.fromPemFile(fileOf(PUBLIC_KEY), given))).toEqual(expected);
    const elsewhere = { ...expected, pem: '${file("${path.root}/a")}' };
    expect(writtenKey(EncryptionKey.fromPemFile('${path.root}/a', given))).toEqual(elsewhere);
  });

  test('of compactNestedJwe go before them, one by one', () => {
    const key = EncryptionKey.fromPem(PUBLIC_KEY, given);
    expect(writtenKey(key, { kid: 'other kid' })).toEqual({
      algorithm: 'RSA-OAEP-384', kid: 'other kid', name: 'own name', pem: PUBLIC_KEY,
    });
    expect(writtenKey(key, { algorithm: EncryptionAlg.RSA_OAEP_512, name: 'other name' })).toEqual({
      algorithm: 'RSA-OAEP-512', kid: 'own kid', name: 'other name', pem: PUBLIC_KEY,
    });
    expect(writtenKey(key)).toMatchObject({ kid: 'own kid' });
  });

  test.each([undefined, null])('that are %s do not', (nothing: any) => {
    const nothings = { algorithm: nothing, kid: nothing, name: nothing };
    expect(writtenKey(EncryptionKey.fromPem(PUBLIC_KEY, given), nothings)).toEqual({
      algorithm: 'RSA-OAEP-384', kid: 'own kid', name: 'own name', pem: PUBLIC_KEY,
    });
    const bare = EncryptionKey.fromPem(PUBLIC_KEY, nothings);
    expect(writtenKey(bare)).toStrictEqual({ algorithm: 'RSA-OAEP-256', pem: PUBLIC_KEY });
  });
});

describe('thumbprint', () => {
  test('is that of RFC 7638', () => {
    expect(EncryptionKey.fromPem(RFC_7638_PEM).thumbprint).toBe(RFC_7638.thumbprint);
    expect(EncryptionKey.fromPemFile(fileOf(RFC_7638_PEM)).thumbprint).toBe(RFC_7638.thumbprint);
  });

  test('is the same for a certificate and its key, as PKCS #1 and as SPKI', () => {
    const key = createPublicKey(CERTIFICATE);
    const { thumbprint } = EncryptionKey.fromPem(CERTIFICATE);
    expect(thumbprint).toMatch(/^[\w-]{43}$/);
    for (const type of ['spki', 'pkcs1'] as const) {
      expect(EncryptionKey.fromPem(pemOf(key, type)).thumbprint).toBe(thumbprint);
    }
  });

  test('makes a good kid', () => {
    const key = EncryptionKey.fromPem(RFC_7638_PEM);
    expect(writtenKey(key, { kid: key.thumbprint }).kid).toBe(RFC_7638.thumbprint);
  });

  test.each<[string, () => EncryptionKey]>([
    ['a token', () => EncryptionKey.fromPem('${var.pem}')],
    ['a key with a token beside it', () => EncryptionKey.fromPem(`${PUBLIC_KEY}\${var.more}`)],
    ['a file that only Terraform knows', () => EncryptionKey.fromPemFile('${var.path}')],
    ['a private key', () => EncryptionKey.fromPem(PRIVATE_KEY)],
    [
      'an elliptic curve',
      () => EncryptionKey.fromPem(pemOf(createPublicKey(PRIVATE_KEY))),
    ],
    ['two keys', () => EncryptionKey.fromPem(`${PUBLIC_KEY}${RFC_7638_PEM}`)],
    ['what is no key', () => EncryptionKey.fromPem('key')],
  ])('of %s is not known', (_, keyOf) => {
    const key = keyOf();
    expect(() => key.thumbprint).toThrow(
      new Error(
        'thumbprint needs an RSA public key or certificate, given as text or as a file that can be read',
      ),
    );
  });

  test.each([
    ['a file that cannot be read', () => EncryptionKey.fromPemFile('nowhere.pem'), "pem cannot be read from 'nowhere.pem': there is no such file"],
    ['nothing', () => EncryptionKey.fromPem(undefined as any), 'pem was created from undefined or null: is an environment variable unset?'],
  ])('of %s says what is wrong with the key', (_, keyOf, text) => {
    expect(() => keyOf().thumbprint).toThrow(text);
  });
});

describe('a message about a path', () => {
  test.each([
    ['a private key', PRIVATE_KEY],
    ['a private key on one line', PRIVATE_KEY.replace(/\n/g, '')],
    ['the inside of a private key', PRIVATE_KEY.split('\n').slice(1, -2).join('')],
    ['a JWK', JSON.stringify({ kty: 'RSA', d: 'secret-secret' })],
    ['a text of many characters', 'secret'.repeat(1000)],
  ])('does not show %s', (_, path) => {
    const message = refusalOf(EncryptionKey.fromPemFile(path));
    expect(message).toContain('[pem-file-unreadable]');
    for (let start = 0; start + 12 < path.length; start += 6) {
      if (!path.slice(start, start + 12).includes('-----')) {
        expect(message).not.toContain(path.slice(start, start + 12));
      }
    }
  });

  test('says what to use for the text of a PEM file', () => {
    expect(refusalOf(EncryptionKey.fromPemFile(PUBLIC_KEY))).toBe(
      'pem cannot be read: the path must be the path of a file, but the text of a PEM file was given: use EncryptionKey.fromPem [pem-file-unreadable]',
    );
  });
});
