import { Token } from 'cdktf';
import * as auth0 from '../../lib';
import { ConfigOf, Misfit, readConfig } from '../../lib/schema/shape';
import { UNKNOWN } from '../../lib/schema/value';
import { describeType } from '../../lib/util/text';
import { judge } from '../support/rules';

const SHAPE = {
  text: 'string',
  count: 'number',
  on: 'boolean',
  block: { text: 'string', inner: { on: 'boolean' } },
  list: ['string'],
  blocks: [{ text: 'string' }],
} as const;

/** What is read, and what does not fit. */
function read(value: unknown): { config: unknown; misfits: unknown[] } {
  const misfits: unknown[] = [];
  const config: ConfigOf<typeof SHAPE> | symbol | undefined = readConfig(SHAPE, value, {
    isUnknown: (x) => x === '?',
    key: (attribute) => attribute.toUpperCase(),
    misfit: (path, { rule, text }) => misfits.push([path, rule, text]),
  });
  return { config, misfits };
}

describe('readConfig', () => {
  test('reads values, blocks and lists under the keys of the source', () => {
    const value = {
      TEXT: 'a',
      COUNT: 1,
      ON: false,
      BLOCK: { TEXT: '', INNER: { ON: true } },
      LIST: ['b'],
      BLOCKS: [{ TEXT: 'c' }],
    };
    expect(read(value)).toEqual({
      config: {
        text: 'a',
        count: 1,
        on: false,
        block: { text: '', inner: { on: true } },
        list: ['b'],
        blocks: [{ text: 'c' }],
      },
      misfits: [],
    });
  });

  test('leaves out what is unset, null and not in the shape', () => {
    expect(read({ TEXT: undefined, COUNT: null, BLOCK: { TEXT: null }, text: 'a', OTHER: 'b' })).toEqual({
      config: { block: {} },
      misfits: [],
    });
    expect(Object.keys(read({ TEXT: undefined, COUNT: null }).config as object)).toEqual([]);
  });

  test('is told of tokens, at every depth', () => {
    expect(read({ TEXT: '?', COUNT: '?', BLOCK: { INNER: '?' }, LIST: ['a', '?'], BLOCKS: '?' })).toEqual({
      config: { text: UNKNOWN, count: UNKNOWN, block: { inner: UNKNOWN }, list: ['a', UNKNOWN], blocks: UNKNOWN },
      misfits: [],
    });
    expect(read('?')).toEqual({ config: UNKNOWN, misfits: [] });
    expect(read(undefined)).toEqual({ config: undefined, misfits: [] });
  });

  test('reports what does not fit, at its place, and takes it for unknown', () => {
    const value = { TEXT: 1, COUNT: '1', ON: 'true', BLOCK: { INNER: [] }, LIST: ['a', {}], BLOCKS: {} };
    expect(read(value)).toEqual({
      config: {
        text: UNKNOWN,
        count: UNKNOWN,
        on: UNKNOWN,
        block: { inner: UNKNOWN },
        list: ['a', UNKNOWN],
        blocks: UNKNOWN,
      },
      misfits: [
        [['text'], 'wrong-type', 'must be a string, but a number was given'],
        [['count'], 'wrong-type', 'must be a number, but a string was given'],
        [['on'], 'wrong-type', 'must be a boolean, but a string was given'],
        [['block', 'inner'], 'wrong-type', 'must be an object, but a list was given'],
        [['list', 1], 'wrong-type', 'must be a string, but an object was given'],
        [['blocks'], 'wrong-type', 'must be a list, but an object was given'],
      ],
    });
  });

  test('reports a misfit with the words that it brings', () => {
    expect(read({ BLOCK: { TEXT: new Misfit('some-rule', 'is not right') } })).toEqual({
      config: { block: { text: UNKNOWN } },
      misfits: [[['block', 'text'], 'some-rule', 'is not right']],
    });
  });
});

test.each([
  [undefined, 'nothing'],
  [null, 'nothing'],
  [[], 'a list'],
  [{}, 'an object'],
  [new Date(0), 'an object'],
  ['secret', 'a string'],
  [1, 'a number'],
  [true, 'a boolean'],
  [Symbol('secret'), 'a symbol'],
  [() => 'secret', 'a function'],
])('kindOf(%p) is %s', (value, kind) => {
  expect(describeType(value)).toBe(kind);
});

test('a misfit of a second copy of the library is one', () => {
  jest.isolateModules(() => {
    const other = jest.requireActual('../../lib/schema/shape');
    expect(other.Misfit).not.toBe(Misfit);
    expect(Misfit.isMisfit(new other.Misfit('rule', 'text'))).toBe(true);
  });
  expect(Misfit.isMisfit({ rule: 'rule', text: 'text' })).toBe(false);
  expect(Misfit.isMisfit(null)).toBe(false);
  expect(Misfit.isMisfit('text')).toBe(false);
});

describe('wrong-type, from a program without types', () => {
  const refusal = (props: object) => judge(props as never).errors;

  test.each([
    [{ identifier: 5 }, 'identifier', 'must be a string, but a number was given'],
    [{ name: ['Orders'] }, 'name', 'must be a string, but a list was given'],
    [{ enforcePolicies: 'true' }, 'enforcePolicies', 'must be a boolean, but a string was given'],
    [{ allowOfflineAccess: 1 }, 'allowOfflineAccess', 'must be a boolean, but a number was given'],
    [
      { signingAlg: 'RS256' },
      'signingAlg',
      'must be one of the named values, such as SigningAlg.RS256, but a string was given',
    ],
    [
      { tokenDialect: 'access_token' },
      'tokenDialect',
      'must be one of the named values, such as TokenDialect.RFC9068_PROFILE_AUTHZ, but a string was given',
    ],
    [
      { consentPolicy: {} },
      'consentPolicy',
      'must be one of the named values, such as ConsentPolicy.NONE, but an object was given',
    ],
    [{ tokenLifetime: 3600 }, 'tokenLifetime', 'must be a Duration, such as Duration.hours(1), but a number was given'],
    [
      { tokenLifetimeForWeb: '1h' },
      'tokenLifetimeForWeb',
      'must be a Duration, such as Duration.hours(1), but a string was given',
    ],
    [
      { tokenLifetime: auth0.Duration.seconds('60' as any) },
      'tokenLifetime',
      'must be a number, but a string was given',
    ],
    [
      { signingSecret: 'hunter2-hunter2' },
      'signingSecret',
      'must be a SigningSecret, such as SigningSecret.fromVariable(variable), but a string was given',
    ],
    [
      { authorizationDetails: ['payment'] },
      'authorizationDetails',
      "must be an AuthorizationDetails, such as AuthorizationDetails.types('payment'), but a list was given",
    ],
    [
      { tokenEncryption: { disable: true } },
      'tokenEncryption',
      'must be a TokenEncryption, such as TokenEncryption.compactNestedJwe(key), but an object was given',
    ],
    [
      { tokenEncryption: auth0.TokenEncryption.compactNestedJwe('orders.pem' as any) },
      'tokenEncryption.encryptionKey',
      'must be an EncryptionKey, such as EncryptionKey.fromPemFile(path), but a string was given',
    ],
    [
      { tokenEncryption: auth0.TokenEncryption.compactNestedJwe(auth0.EncryptionKey.fromPem(5 as any)) },
      'tokenEncryption.encryptionKey.pem',
      'must be a string, but a number was given',
    ],
    [
      { proofOfPossession: 'dpop' },
      'proofOfPossession',
      'must be a ProofOfPossession, such as ProofOfPossession.dpop(), but a string was given',
    ],
    // said once: it is no token, which must not stand there either
    [
      { proofOfPossession: auth0.ProofOfPossession.dpop({ required: 'yes' as any }) },
      'proofOfPossession.required',
      'must be a boolean, but a string was given',
    ],
    [
      { subjectTypeAuthorization: 'allow_all' },
      'subjectTypeAuthorization',
      'must be an object, but a string was given',
    ],
    [
      { subjectTypeAuthorization: { user: true } },
      'subjectTypeAuthorization.user',
      'must be a string, but a boolean was given',
    ],
    [{ scopes: ['read:orders'] }, 'scopes', 'must be an object, but a list was given'],
    [{ customClaims: 'country' }, 'customClaims', 'must be an object, but a string was given'],
    [
      { verificationLocation: new URL('https://example.com') },
      'verificationLocation',
      'must be a string, but an object was given',
    ],
    [{ authorizationPolicyId: 5 }, 'authorizationPolicyId', 'must be a string, but a number was given'],
  ])('%o', (props, path, text) => {
    expect(refusal(props)).toEqual([{ rule: 'wrong-type', path, message: `${path} ${text}` }]);
  });

  test('every mistake is listed, in the order of the rules', () => {
    expect(
      refusal({ identifier: '', name: 5, signingAlg: 'RS256', tokenLifetime: auth0.Duration.seconds(-1) }),
    ).toEqual([
      { rule: 'wrong-type', path: 'name', message: 'name must be a string, but a number was given' },
      {
        rule: 'wrong-type',
        path: 'signingAlg',
        message: 'signingAlg must be one of the named values, such as SigningAlg.RS256, but a string was given',
      },
      { rule: 'identifier-empty', path: 'identifier', message: "identifier must not be empty, but '' was given" },
      {
        rule: 'token-lifetime-range',
        path: 'tokenLifetime',
        message: 'tokenLifetime must be a whole number of seconds from 0 to 2592000 (30 days), but -1 was given',
      },
    ]);
  });

  test('no value is printed: it may be a secret', () => {
    const { printed } = judge({ signingSecret: 'hunter2-hunter2', signingAlg: 'hunter2-hunter2' } as never);
    expect(printed).not.toContain('hunter2');
  });

  test('a block that is a token is accepted', () => {
    const { errors, warnings } = judge({ tokenEncryption: Token.asAny('${var.encryption}') as any });
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
  });
});
