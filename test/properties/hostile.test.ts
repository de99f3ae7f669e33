import { TerraformStack, Testing } from 'cdktf';
import * as fc from 'fast-check';
import * as auth0 from '../../lib';
import { apiIn, apiNamed, IDENTIFIER } from '../support/apis';
import { PEM } from '../support/encryption';
import { stackOf } from '../support/synth';

const SECRET = 'hunter2-hunter2-hunter2';

/** The text of an error of the user, and the number of a token. */
const UNWANTED = /hunter2|TfToken/;

const cyclicObject: any = { name: 'a' };
cyclicObject.self = cyclicObject;
const cyclicList: any[] = [];
cyclicList.push(cyclicList);
const thrower = (): never => {
  throw new RangeError(SECRET);
};
const revoked = (target: object) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const TRAPS = { get: thrower, has: thrower, ownKeys: thrower, getPrototypeOf: thrower, getOwnPropertyDescriptor: thrower };

/** Values that throw, never end, or are not what they seem. */
const HOSTILE: unknown[] = [
  undefined, null, true, {}, [[]], new Map([['a', 'b']]), new Date(0), () => 'a', Symbol('a'), 5n, Object('a'), Promise.resolve('a'),
  cyclicObject, cyclicList, [, 'a'], [undefined], [null], [Symbol('a')], [5n],
  new Proxy({}, TRAPS), new Proxy([], TRAPS), new Proxy(() => {}, TRAPS), revoked({}), revoked([]),
  { toString: thrower, valueOf: thrower, toJSON: thrower, [Symbol.toPrimitive]: thrower },
  { get name() { return thrower(); }, get user() { return thrower(); } },
  { get identifier() { return thrower(); }, get required() { return thrower(); } },
  Object.create(null, { constructor: { get: thrower } }), Object.create({ get scopes() { return thrower(); } }),
  { get [Symbol.toStringTag]() { return thrower(); } }, { node: new Proxy({}, TRAPS) }, { get audience() { return thrower(); } },
  { value: Symbol('a') }, { _toSeconds: thrower }, { _toProofOfPossession: () => undefined }, { _toTokenEncryption: 5 },
  '', ' ', '\u0000', '\ud800', '__proto__', 'a'.repeat(100_001), '${', '%{', '${}', '$${a}', '#{TfToken[TOKEN.999999]}', '${TfToken[TOKEN.999999]}',
  -0, 1e308, -1.8881545897087827e289, 2 ** 53, -123456789, JSON.parse('{"__proto__": {"a": 1}}'), new Array(3), new Array(2 ** 32 - 1), new Uint8Array(3),
];

type Give = (stack: TerraformStack, value: any) => unknown;

const { TokenEncryption: { compactNestedJwe }, EncryptionKey, Duration, ProofOfPossession, SigningSecret, AuthorizationDetails } = auth0;
const API_PROPS = [
  'identifier', 'name', 'scopes', 'signingAlg', 'signingSecret', 'tokenDialect', 'enforcePolicies', 'tokenLifetime', 'tokenLifetimeForWeb',
  'allowOfflineAccess', 'consentPolicy', 'verificationLocation', 'authorizationDetails', 'tokenEncryption', 'proofOfPossession',
  'subjectTypeAuthorization', 'authorizationPolicyId', 'customClaims', 'safeDefaults', 'provider', 'lifecycle', 'dependsOn',
];
const GRANT_OPTIONS = [
  'subjectType', 'organizationUsage', 'allowAnyOrganization', 'authorizationDetailsTypes', 'provider', 'lifecycle', 'dependsOn',
];
const each = (names: string[], door: string, give: (stack: TerraformStack, props: any) => unknown): Array<[string, Give]> =>
  names.map((name) => [`${door} ${name}`, (stack, value) => give(stack, { [name]: value })]);

const DOORS: Array<[string, Give]> = [
  ['ResourceServer', (stack, props) => new auth0.ResourceServer(stack, 'Api', props)],
  ...each(API_PROPS, 'ResourceServer', (stack, props) => new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, ...props })),
  ...each(['user', 'client'], 'policy', (stack, subjectTypeAuthorization) => apiIn(stack, { subjectTypeAuthorization })),
  ['a description', (stack, value) => apiIn(stack, { scopes: { a: value } })],
  ['a claim', (stack, value) => apiIn(stack, { customClaims: { a: value } })],
  ['addScope', (stack, name) => apiIn(stack).addScope(name)],
  ['addScope description', (stack, text) => apiIn(stack).addScope('a', text)],
  ['importFrom', (stack, id) => apiIn(stack).importFrom(id)],
  ['fromIdentifier', (stack, text) => auth0.ResourceServer.fromIdentifier(stack, 'Api', text)],
  ['fromResourceServerId', (stack, id) => auth0.ResourceServer.fromResourceServerId(stack, 'Api', id)],
  ['fromAttributes', (stack, given) => auth0.ResourceServer.fromAttributes(stack, 'Api', given)],
  ...each(['identifier', 'resourceServerId', 'scopes'], 'fromAttributes', (stack, given) =>
    auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: IDENTIFIER, ...given })),
  ['fromManagementApi', (stack, domain) => auth0.ResourceServer.fromManagementApi(stack, 'Api', domain)],
  ['ClientGrant', (stack, props) => new auth0.ClientGrant(stack, 'Grant', props)],
  ...each(['resourceServer', 'clientId', 'defaultFor', 'scopes', 'allowAllScopes'], 'ClientGrant', (stack, props) =>
    new auth0.ClientGrant(stack, 'Grant', { resourceServer: apiIn(stack), clientId: 'worker', scopes: [], ...props })),
  ['grant clientId', (stack, id) => apiIn(stack).grant(id, [])],
  ['grant scopes', (stack, scopes) => apiIn(stack).grant('worker', scopes)],
  ['grant a scope', (stack, scope) => apiIn(stack).grant('worker', [scope])],
  ['grant options', (stack, options) => apiIn(stack).grant('worker', [], options)],
  ...each(GRANT_OPTIONS, 'grantAllScopes', (stack, options) => apiIn(stack).grantAllScopes('worker', options)),
  ['grantThirdPartyClients', (stack, scopes) => apiIn(stack).grantThirdPartyClients(scopes)],
  ['importFrom of a grant', (stack, id) => apiIn(stack).grant('worker', []).importFrom(id)],
  ['Role', (stack, props) => new auth0.Role(stack, 'Role', props)],
  ...each(['name', 'description', 'type', 'ownerId', 'provider', 'lifecycle', 'dependsOn'], 'Role', (stack, props) =>
    new auth0.Role(stack, 'Role', { name: 'clerk', ...props })),
  ['fromRoleId', (stack, id) => auth0.Role.fromRoleId(stack, 'Role', id)],
  ['fromName', (stack, name) => auth0.Role.fromName(stack, 'Role', name)],
  ['importFrom of a role', (stack, id) => new auth0.Role(stack, 'Role', { name: 'clerk' }).importFrom(id)],
  ['allow an API', (stack, api) => new auth0.Role(stack, 'Role', { name: 'clerk' }).allow(api, ['a'])],
  ['allow a scope', (stack, scope) => new auth0.Role(stack, 'Role', { name: 'clerk' }).allow(apiNamed(stack, 'Api'), [scope])],
  ['allow of a role that exists', (stack, scope) => auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(apiIn(stack), [scope])],
  ...(['seconds', 'minutes', 'hours', 'days'] as const).map((unit): [string, Give] =>
    [`Duration.${unit}`, (stack, amount) => {
      const duration = Duration[unit](amount);
      expect(typeof duration.toString()).toBe('string');
      apiIn(stack, { tokenLifetime: duration });
    }]),
  ...[auth0.SigningAlg, auth0.TokenDialect, auth0.ConsentPolicy, auth0.EncryptionAlg].map((type): [string, Give] => (
    [`${type.name}.of`, (_, value) => type.of(value)])),
  ['dpop', (stack, options) => apiIn(stack, { proofOfPossession: ProofOfPossession.dpop(options) })],
  ...each(['required', 'requiredFor'], 'mtls', (stack, options) => apiIn(stack, { proofOfPossession: ProofOfPossession.mtls(options) })),
  ['types', (stack, type) => apiIn(stack, { authorizationDetails: AuthorizationDetails.types([type]) })],
  ['types, second', (stack, type) => apiIn(stack, { authorizationDetails: AuthorizationDetails.types(['a', type]) })],
  ['fromPem', (stack, pem) => apiIn(stack, { tokenEncryption: compactNestedJwe(EncryptionKey.fromPem(pem)) })],
  ['fromPemFile', (stack, path) => apiIn(stack, { tokenEncryption: compactNestedJwe(EncryptionKey.fromPemFile(path)) })],
  ['fromPem options', (stack, options) => apiIn(stack, { tokenEncryption: compactNestedJwe(EncryptionKey.fromPem(PEM, options)) })],
  ['compactNestedJwe', (stack, key) => apiIn(stack, { tokenEncryption: compactNestedJwe(key) })],
  ['compactNestedJwe options', (stack, options) => apiIn(stack, { tokenEncryption: compactNestedJwe(EncryptionKey.fromPem(PEM), options) })],
  ...each(['algorithm', 'kid', 'name'], 'compactNestedJwe', (stack, options) =>
    apiIn(stack, { tokenEncryption: compactNestedJwe(EncryptionKey.fromPem(PEM), options) })),
  ['fromVariable', (_, variable) => SigningSecret.fromVariable(variable)],
  ['fromToken', (_, token) => SigningSecret.fromToken(token)],
  ['unsafePlainText', (stack, text) => apiIn(stack, { signingAlg: auth0.SigningAlg.HS256, signingSecret: SigningSecret.unsafePlainText(text) })],
  ['Checks.of', (_, scope) => auth0.Checks.of(scope)],
  ['acknowledge', (stack, given) => auth0.Checks.of(stack).acknowledge(given)],
  ...each(['id', 'reason', 'until', 'by'], 'acknowledge', (stack, given) =>
    auth0.Checks.of(stack).acknowledge({ id: 'token-lifetime-zero', reason: 'a test', ...given })),
  ['evaluateAt', (stack, now) => auth0.Checks.of(stack).evaluateAt(now)],
  ['Auth0Provider', (stack, config) => new auth0.Auth0Provider(stack, 'second', config)],
  ...each(['domain', 'clientId', 'debug', 'alias'], 'Auth0Provider', (stack, config) => new auth0.Auth0Provider(stack, 'second', { alias: 'b', ...config })),
  ['a scope', (_, scope) => new auth0.Role(scope, 'Role', { name: 'clerk' })],
  ['an id', (stack, id) => new auth0.Role(stack, id, { name: 'clerk' })],
];

/** Gives a hostile value. Returns an error that is not one of this library, or undefined. */
function foreignError(give: Give, value: unknown): string | undefined {
  const stack = stackOf();
  try {
    give(stack, value);
  } catch (error: any) {
    if (!auth0.Errors.isValidationError(error)) {
      return String(error.stack);
    }
    expect(error.message).not.toMatch(UNWANTED);
    for (const text of error.violations.flatMap(({ path, message }: auth0.Violation) => [path, message])) {
      expect(text).not.toMatch(UNWANTED);
      expect(text.length).toBeLessThan(500);
    }
    return undefined;
  }
  try {
    Testing.synth(stack);
  } catch (error: any) {
    return String(error.stack);
  }
  return undefined;
}

/** Errors at synth that say what is wrong: white space in an id, an entry of a list token, a token that does not exist, a plain secret. */
const OF_CDKTF = /whitespace|encoded list token|unknown number Token|Unrecognized token key|ids? (?:cannot|can't)|unresolved tokens|list token|already a Construct with name '__proto__'|signingSecret must be a/i;

test.each(DOORS)('a hostile value is written, or refused with an error of this library: %s', (_, give) => {
  const found = HOSTILE.map((value) => foreignError(give, value)).filter((error) => error !== undefined && !OF_CDKTF.test(error));
  expect(found).toEqual([]);
});

test('so is any value at any door', () => {
  const values = fc.anything({
    withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true,
  });
  fc.assert(fc.property(fc.constantFrom(...DOORS), values, ([, give], value) => {
    const error = foreignError(give, value);
    expect(error === undefined || OF_CDKTF.test(error) ? undefined : error).toBeUndefined();
  }), { numRuns: 200 });
});
