import { inspect } from 'node:util';
import { conditional, Fn, IResolveContext, Lazy, Token } from 'cdktf';
import * as fc from 'fast-check';
import { PEM } from './encryption';
import * as auth0 from '../../lib';

// Tokens of every kind: values that only Terraform knows.

let count = 0;
const reference = () => ({
  creationStack: [],
  resolve(context: IResolveContext): string {
    const name = `var.v${count++ % 10}`;
    return context.suppressBraces ? name : `\${${name}}`;
  },
  toString(): string {
    return Token.asString(this);
  },
});

/** Token objects, which can be a text, a number or a flag. */
const OBJECTS = [
  () => Token.asAny(reference()),
  () => Lazy.anyValue({ produce: () => reference() }),
  () => conditional(reference(), reference(), Fn.element(Token.asList(reference()), 0)),
];

export const TOKENS: Record<Exclude<TokenKind, 'text'> | 'list', Array<() => any>> = {
  string: [
    () => Token.asString(reference()),
    () => '${var.a.b["c"]}',
    () => Fn.lookup(Token.asStringMap(reference()), 'key'),
    ...OBJECTS,
  ],
  number: [() => Token.asNumber(reference()), () => '${var.a}', ...OBJECTS],
  boolean: [() => '${var.a}', ...OBJECTS],
  map: [() => Token.asStringMap(reference()), () => Token.asAny(reference()), () => '${var.a}'],
  list: [() => Token.asList(reference())],
};

/** Tokens for a place that takes only a string. */
export const TEXTS = [
  ...TOKENS.string,
  () => `before ${Token.asString(reference())} after`,
  () => '%{ if var.a }b%{ endif }',
];

// Well-typed props: a tree in which every value that may be a token is a leaf.

export type TokenKind = 'text' | 'string' | 'number' | 'boolean' | 'map';

/** A value, and the kind of token that can replace it. */
class Leaf {
  public constructor(public readonly kind: TokenKind, public readonly value: any) {}
}

/** Returns the value of a leaf, or a token in its place. */
export type Read = (leaf: Leaf) => any;
/** Makes a value from its leaves. */
type Recipe = (read: Read) => unknown;

export const asIs: Read = ({ kind, value }) => (kind === 'map' ? value(asIs) : value);

const { Duration, ProofOfPossession, TokenEncryption, EncryptionKey, AuthorizationDetails, SigningSecret } = auth0;

const oddText = fc.oneof(
  fc.constantFrom('', ' ', '<a>', 'a\nb', '$', '{}', '\ud800', 'é'.repeat(300), 'a'.repeat(700)),
  fc.constantFrom('__proto__', 'constructor', 'toString'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const oddNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -1, 2592000, 2592001, NaN, Infinity));

/** Mostly usual values, so that many generated props are accepted. */
const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: usual, weight: 30 }, { arbitrary: odd, weight: 1 });
const text = mostly(fc.string({ minLength: 1, maxLength: 20 }).map((usual) => usual.replace(/[<>]/g, '_')), oddText);

const leafOf = (kind: TokenKind, values: fc.Arbitrary<any>) => values.map((value) => new Leaf(kind, value));
const value = (kind: TokenKind, values: fc.Arbitrary<any>): fc.Arbitrary<Recipe> =>
  leafOf(kind, values).map((leaf) => (read: Read) => read(leaf));
const made = (kind: TokenKind, values: fc.Arbitrary<any>, make: (value: any) => unknown): fc.Arbitrary<Recipe> =>
  leafOf(kind, values).map((leaf) => (read: Read) => make(read(leaf)));
const flag = value('boolean', fc.boolean());
const oneOf = (...values: string[]) => fc.constantFrom(...values);

/** An object with a value from each recipe, in this order. Optional members may be left out. */
function struct(recipes: Record<string, fc.Arbitrary<Recipe>>, requiredKeys: string[] = []): fc.Arbitrary<Recipe> {
  return fc.record(recipes, { requiredKeys }).map((members) => {
    const recipe: Recipe = (read) =>
      Object.fromEntries(Object.entries(members).map(([name, member]) => [name, (member as Recipe)(read)]));
    // fast-check prints this when a test fails
    return Object.assign(recipe, { [fc.toStringMethod]: () => inspect(recipe(asIs), { depth: 9 }) });
  });
}

/** A map. Each key, each value, or the whole map can be a token. */
function map(keys: fc.Arbitrary<string>, values: fc.Arbitrary<string>): fc.Arbitrary<Recipe> {
  const entries = fc.array(fc.tuple(leafOf('text', keys), leafOf('text', values)), { maxLength: 5 });
  return entries.map((pairs) => {
    const make: Recipe = (read) => Object.fromEntries(pairs.map(([key, member]) => [read(key), read(member)]));
    const whole = new Leaf('map', make);
    return (read) => {
      const given = read(whole);
      return typeof given === 'function' ? given(read) : given;
    };
  });
}

const WELL_TYPED: Record<string, fc.Arbitrary<Recipe>> = {
  identifier: value('text', mostly(text, oneOf(
    'https://tenant.eu.auth0.com/api/v2/',
    'https://tenant.eu.auth0.com/me/',
    'https://tenant.eu.auth0.com/my-org/',
    'urn:auth0:express-configure',
  ))),
  name: value('text', mostly(text, oneOf('Auth0 Management API'))),
  scopes: map(mostly(text, oneOf('openid', '__proto__')), text),
  signingAlg: made('text', oneOf('RS256', 'PS256', 'HS256'), auth0.SigningAlg.of),
  signingSecret: leafOf(
    'string',
    mostly(fc.string({ minLength: 16, maxLength: 20 }), oddText),
  ).map((leaf) => (read) => {
    const secret = read(leaf);
    return secret === leaf.value ? SigningSecret.unsafePlainText(secret) : SigningSecret.fromToken(secret);
  }),
  tokenDialect: made(
    'text',
    oneOf('access_token', 'access_token_authz', 'rfc9068_profile', 'rfc9068_profile_authz'),
    auth0.TokenDialect.of,
  ),
  enforcePolicies: flag,
  tokenLifetime: made('number', mostly(fc.integer({ min: 3600, max: 2592000 }), oddNumber), Duration.seconds),
  tokenLifetimeForWeb: made('number', mostly(fc.integer({ min: 0, max: 3600 }), oddNumber), Duration.seconds),
  tokenLifetimeForAnonymousAccessTokens: made(
    'number',
    mostly(fc.integer({ min: 1, max: 30 }), oddNumber),
    Duration.days,
  ),
  allowOfflineAccess: flag,
  allowOnlineAccess: flag,
  allowOnlineAccessWithEphemeralSessions: flag,
  skipConsentForVerifiableFirstPartyClients: flag,
  consentPolicy: made('text', oneOf('transactional-authorization-with-mfa', 'null'), auth0.ConsentPolicy.of),
  verificationLocation: value('text', mostly(oneOf('https://example.com'), text)),
  authorizationDetails: fc.oneof(
    fc.constant(() => AuthorizationDetails.disabled()),
    fc.array(leafOf('text', text), { minLength: 1, maxLength: 4 }).map(
      (leaves) => (read: Read) => AuthorizationDetails.types(leaves.map(read)),
    ),
  ),
  tokenEncryption: fc.oneof(
    fc.constant(() => TokenEncryption.disabled()),
    fc.tuple(
      leafOf('text', mostly(fc.constant(PEM), oneOf('', 'a', '${var.pem}'))),
      struct({
        algorithm: made('text', oneOf('RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'), auth0.EncryptionAlg.of),
        kid: value('text', text),
        name: value('text', text),
      }),
    ).map(([pem, options]) => (read: Read) =>
      TokenEncryption.compactNestedJwe(EncryptionKey.fromPem(read(pem), options(read) as auth0.EncryptionKeyOptions))),
  ),
  // no token for `required`: the provider crashes on it
  proofOfPossession: fc.oneof(
    fc.constant(() => ProofOfPossession.disabled()),
    fc.tuple(
      fc.boolean(),
      fc.option(fc.boolean(), { nil: undefined }),
      fc.option(leafOf('text', mostly(oneOf('all_clients'), oneOf('public_clients'))), { nil: undefined }),
    ).map(([isDpop, required, who]) => (read: Read) => {
      const options = { required, requiredFor: who && read(who) };
      return isDpop ? ProofOfPossession.dpop(options) : ProofOfPossession.mtls(options);
    }),
  ),
  subjectTypeAuthorization: struct({
    user: value('text', oneOf('allow_all', 'deny_all', 'require_client_grant')),
    client: value('text', oneOf('deny_all', 'require_client_grant')),
    anonymousUser: value('text', oneOf('deny_all', 'require_client_grant')),
  }),
  authorizationPolicyId: value('text', text),
  customClaims: map(mostly(text, oneOf('iss')), mostly(oneOf('a.b', 'anonymous_session.metadata.a'), text)),
  safeDefaults: fc.boolean().map((safe) => () => safe),
};

export const wellTyped = struct(WELL_TYPED, ['identifier']);

// Ill-typed props: any value in any place.

const BLOCKS = ['authorizationDetails', 'tokenEncryption', 'proofOfPossession', 'subjectTypeAuthorization'];

export const anything = fc.oneof(
  fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withUnicodeString: true,
  } as any),
  fc.constantFrom(null, undefined, NaN, Infinity, -0, 1e308, 2 ** 53, '', '__proto__', Symbol('a'), () => 'a', 7n),
  fc.constantFrom<unknown>(
    auth0.SigningAlg.HS256,
    Duration.hours(1),
    ProofOfPossession.dpop(),
    TokenEncryption.disabled(),
    AuthorizationDetails.types(['a']),
    EncryptionKey.fromPem('a'),
    SigningSecret.unsafePlainText('sixteen and more'),
  ),
  fc.dictionary(oddText, fc.anything(), { noNullPrototype: false }),
);
const token = fc.constantFrom(...Object.values(TOKENS).flat()).map((make): unknown => make());

/** An object or a list with any values in it. */
const member = fc.constantFrom('user', 'client', 'anonymousUser', '__proto__', 'a');
export const nested = fc.oneof(
  fc.dictionary(member, fc.oneof(anything, token), { maxKeys: 4 }),
  fc.array(fc.oneof(anything, token), { maxLength: 3 }),
);

/** Instances of our classes, created from any values. */
const misused: Record<string, fc.Arbitrary<unknown>> = {
  signingSecret: anything.map((x: any) => SigningSecret.unsafePlainText(x)),
  tokenLifetime: anything.map((x: any) => Duration.seconds(x)),
  authorizationDetails: fc.array(fc.oneof(anything, token)).map((types: any) => AuthorizationDetails.types(types)),
  proofOfPossession: fc.tuple(anything, fc.oneof(anything, token)).map(([required, requiredFor]: any[]) =>
    ProofOfPossession.dpop({ required, requiredFor })),
  tokenEncryption: fc.tuple(
    anything,
    fc.dictionary(fc.constantFrom('algorithm', 'kid', 'name'), anything),
    anything,
  ).map(([pem, options, overrides]: any[]) =>
    TokenEncryption.compactNestedJwe(EncryptionKey.fromPem(pem, options), overrides)),
};

export const illTyped = fc.record(
  Object.fromEntries(Object.keys(WELL_TYPED).map((name) => [name, fc.oneof(
    { arbitrary: WELL_TYPED[name].map((recipe) => recipe(asIs)), weight: 100 },
    { arbitrary: anything, weight: 1 },
    { arbitrary: nested, weight: 1 },
    // no token for a whole block: only the user can know that it resolves to a block
    ...(BLOCKS.includes(name) ? [] : [{ arbitrary: token, weight: 1 }]),
    ...(misused[name] ? [{ arbitrary: misused[name], weight: 1 }] : []),
  )])),
  { requiredKeys: [] },
);
