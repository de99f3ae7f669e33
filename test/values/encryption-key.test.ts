import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { EncryptionAlg, EncryptionKey, EncryptionKeyOptions, ResourceServer, TokenEncryption } from '../../lib';
import { stackOf, synthesize, warningsOf } from '../support/synth';

const EXAMPLES = join(__dirname, '../../examples');
const CERTIFICATE_FILE = join(EXAMPLES, 'complete/encryption-certificate.pem');
const CERTIFICATE = readFileSync(CERTIFICATE_FILE, 'utf8');
const PUBLIC_KEY = readFileSync(join(EXAMPLES, 'financial-grade/encryption-key.pem'), 'utf8');

/** The example of RFC 7638, section 3.1. */
const RFC_7638 = {
  key: createPublicKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n:
        '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3' +
        'oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdA' +
        'ZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-' +
        'kEgU8awapJzKnqDKgw',
      e: 'AQAB',
      alg: 'RS256',
      kid: '2011-04-29',
    },
  }).export({ type: 'spki', format: 'pem' }).toString(),
  thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
};

const { privateKey: PRIVATE_KEY } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file with this text. */
function fileOf(text: string): string {
  const file = join(folder, 'key.pem');
  writeFileSync(file, text);
  return file;
}

/** What the key becomes, with no warnings. */
function written(
  keyOf: EncryptionKey | ((stack: TerraformStack) => EncryptionKey),
  options?: EncryptionKeyOptions,
): Record<string, string> {
  const stack = stackOf();
  const key = typeof keyOf === 'function' ? keyOf(stack) : keyOf;
  const tokenEncryption = TokenEncryption.compactNestedJwe(key, options);
  new ResourceServer(stack, 'Api', { identifier: 'a', tokenEncryption });
  const [api] = Object.values<any>(synthesize(stack).resource.auth0_resource_server);
  expect(warningsOf(stack)).toEqual([]);
  expect(api.token_encryption.format).toBe('compact-nested-jwe');
  return api.token_encryption.encryption_key;
}

/** What is wrong with the key, without the line on the construct. */
function refusalOf(key: EncryptionKey): string {
  try {
    written(key);
  } catch (error) {
    const [, ...lines] = (error as Error).message.split('\n  - tokenEncryption.encryptionKey.');
    return lines.join('\n');
  }
  throw new Error('nothing was refused');
}

describe('a key', () => {
  test.each([['public key', PUBLIC_KEY], ['certificate', CERTIFICATE]])('as a %s is written as it is', (_, pem) => {
    expect(written(EncryptionKey.fromPem(pem))).toStrictEqual({ algorithm: 'RSA-OAEP-256', pem });
    expect(written(EncryptionKey.fromPemFile(fileOf(pem)))).toStrictEqual({ algorithm: 'RSA-OAEP-256', pem });
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
    expect(written(EncryptionKey.fromPem(pem)).pem).toBe(PUBLIC_KEY);
    expect(written(EncryptionKey.fromPemFile(fileOf(pem))).pem).toBe(PUBLIC_KEY);
  });

  test('of a chain of certificates is the first', () => {
    expect(written(EncryptionKey.fromPem(`${CERTIFICATE}${CERTIFICATE.replace('MII', 'MIJ')}`)).pem).toBe(CERTIFICATE);
  });

  test('that only Terraform knows is left as it is', () => {
    const key = written((stack) => EncryptionKey.fromPem(new TerraformVariable(stack, 'pem', {}).stringValue));
    expect(key).toStrictEqual({ algorithm: 'RSA-OAEP-256', pem: '${var.pem}' });
  });
});

describe('a file', () => {
  test('is looked for in the working directory', () => {
    expect(written(EncryptionKey.fromPemFile(relative(process.cwd(), CERTIFICATE_FILE))).pem).toBe(CERTIFICATE);
  });

  test('that only Terraform knows is read by Terraform', () => {
    const pemOf = (pathOf: (variable: string) => string) =>
      written((stack) => EncryptionKey.fromPemFile(pathOf(new TerraformVariable(stack, 'path', {}).stringValue))).pem;
    expect(pemOf((variable) => variable)).toBe('${file(var.path)}');
    expect(pemOf(() => '${path.module}/key.pem')).toBe('${file("${path.module}/key.pem")}');
    expect(pemOf((variable) => `keys/${variable}.pem`)).toBe('${file("keys/${var.path}.pem")}');
  });

  test('is read once', () => {
    const file = fileOf(PUBLIC_KEY);
    const key = EncryptionKey.fromPemFile(file);
    rmSync(file);
    expect(written(key).pem).toBe(PUBLIC_KEY);
  });

  test.each<[string, any, string]>([
    ['that is not there', 'keys/nowhere.pem', `pem cannot be read from 'keys/nowhere.pem': there is no such file`],
    ['that is a folder', 'examples', `pem cannot be read from 'examples': it is a folder`],
    ['without a name', '', `pem cannot be read from '': there is no such file`],
    ['below a file', 'package.json/a', `pem cannot be read from 'package.json/a': reading it failed with ENOTDIR`],
    [
      'with a name that cannot be',
      'a\0b\n',
      `pem cannot be read from 'a\\u0000b\\n': reading it failed with ERR_INVALID_ARG_VALUE`,
    ],
    ['that is a number', 0, 'pem must come from a file, but a number was given for its path'],
    ['that is nothing', undefined, 'pem must come from a file, but nothing was given for its path'],
  ])('%s is refused', (_, file, text) => {
    expect(refusalOf(EncryptionKey.fromPemFile(file))).toBe(`${text} [pem-file-unreadable]`);
  });

  test('that cannot be read is one mistake of many', () => {
    expect(() =>
      new ResourceServer(stackOf(), 'Api', {
        identifier: '',
        tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPemFile('nowhere.pem', { kid: '' })),
      })).toThrow(new Error([
      `ResourceServer 'stack/Api' is not valid:`,
      `  - tokenEncryption.encryptionKey.pem cannot be read from 'nowhere.pem': there is no such file [pem-file-unreadable]`,
      `  - identifier must not be empty, but '' was given [identifier-empty]`,
      `  - tokenEncryption.encryptionKey.kid must not be empty, but '' was given [jwe-kid-name-length]`,
    ].join('\n')));
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
    ['no text', '', `pem must not be empty, but '' was given [jwe-pem-length]`],
    ['nothing', undefined as any, 'pem must be a string, but nothing was given [wrong-type]'],
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
    expect(written(EncryptionKey.fromPem(PUBLIC_KEY, given))).toEqual(expected);
    expect(written(EncryptionKey.fromPemFile(fileOf(PUBLIC_KEY), given))).toEqual(expected);
    const elsewhere = { ...expected, pem: '${file("${path.root}/a")}' };
    expect(written(EncryptionKey.fromPemFile('${path.root}/a', given))).toEqual(elsewhere);
  });

  test('of compactNestedJwe go before them, one by one', () => {
    const key = EncryptionKey.fromPem(PUBLIC_KEY, given);
    expect(written(key, { kid: 'other kid' })).toEqual({
      algorithm: 'RSA-OAEP-384', kid: 'other kid', name: 'own name', pem: PUBLIC_KEY,
    });
    expect(written(key, { algorithm: EncryptionAlg.RSA_OAEP_512, name: 'other name' })).toEqual({
      algorithm: 'RSA-OAEP-512', kid: 'own kid', name: 'other name', pem: PUBLIC_KEY,
    });
    expect(written(key)).toMatchObject({ kid: 'own kid' });
  });

  test.each([undefined, null])('that are %s do not', (nothing: any) => {
    const nothings = { algorithm: nothing, kid: nothing, name: nothing };
    expect(written(EncryptionKey.fromPem(PUBLIC_KEY, given), nothings)).toEqual({
      algorithm: 'RSA-OAEP-384', kid: 'own kid', name: 'own name', pem: PUBLIC_KEY,
    });
    const bare = EncryptionKey.fromPem(PUBLIC_KEY, nothings);
    expect(written(bare)).toStrictEqual({ algorithm: 'RSA-OAEP-256', pem: PUBLIC_KEY });
  });
});

describe('thumbprint', () => {
  test('is that of RFC 7638', () => {
    expect(EncryptionKey.fromPem(RFC_7638.key).thumbprint).toBe(RFC_7638.thumbprint);
    expect(EncryptionKey.fromPemFile(fileOf(RFC_7638.key)).thumbprint).toBe(RFC_7638.thumbprint);
  });

  test('is the same for a certificate and its key, as PKCS #1 and as SPKI', () => {
    const key = createPublicKey(CERTIFICATE);
    const { thumbprint } = EncryptionKey.fromPem(CERTIFICATE);
    expect(thumbprint).toMatch(/^[\w-]{43}$/);
    for (const type of ['spki', 'pkcs1'] as const) {
      expect(EncryptionKey.fromPem(key.export({ type, format: 'pem' }).toString()).thumbprint).toBe(thumbprint);
    }
  });

  test('makes a good kid', () => {
    const key = EncryptionKey.fromPem(RFC_7638.key);
    expect(written(key, { kid: key.thumbprint }).kid).toBe(RFC_7638.thumbprint);
  });

  test.each<[string, () => EncryptionKey]>([
    ['a token', () => EncryptionKey.fromPem('${var.pem}')],
    ['a key with a token beside it', () => EncryptionKey.fromPem(`${PUBLIC_KEY}\${var.more}`)],
    ['a file that only Terraform knows', () => EncryptionKey.fromPemFile('${var.path}')],
    ['a file that cannot be read', () => EncryptionKey.fromPemFile('nowhere.pem')],
    ['a private key', () => EncryptionKey.fromPem(PRIVATE_KEY)],
    [
      'an elliptic curve',
      () => EncryptionKey.fromPem(createPublicKey(PRIVATE_KEY).export({ type: 'spki', format: 'pem' }).toString()),
    ],
    ['two keys', () => EncryptionKey.fromPem(`${PUBLIC_KEY}${RFC_7638.key}`)],
    ['what is no key', () => EncryptionKey.fromPem('key')],
    ['nothing', () => EncryptionKey.fromPem(undefined as any)],
  ])('of %s is not known', (_, keyOf) => {
    const key = keyOf();
    expect(() => key.thumbprint).toThrow(
      new Error(
        'thumbprint is known only of an RSA public key or certificate that is given as text or as a file that can be read',
      ),
    );
  });
});
