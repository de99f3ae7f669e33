import { TerraformStack } from 'cdktf';
import * as auth0 from '../../lib';
import { Attribute, Block } from '../../lib/schema/attributes';
import { CLIENT_GRANT } from '../../lib/schema/client-grant';
import { propNames } from '../../lib/schema/names';
import { Path } from '../../lib/schema/path';
import { RESOURCE_SERVER } from '../../lib/schema/resource-server';
import { RESOURCE_SERVER_SCOPES } from '../../lib/schema/resource-server-scopes';
import { ROLE, ROLE_PERMISSIONS } from '../../lib/schema/role';
import { apiIn, refusalOf } from '../support/apis';
import { PEM } from '../support/encryption';
import { grantIn } from '../support/grants';
import { roleIn } from '../support/roles';
import { stackOf, synthesize } from '../support/synth';
import { RECORDS, TypeName, VALUES_OF_ALL_TYPES } from '../support/values-of-all-types';

/** A place that takes a value from the user. */
interface Place {
  readonly title: string;
  /** The property that an error names. */
  readonly path: string;
  /** The types that are allowed there. */
  readonly right: readonly TypeName[];
  /** The rules that report a wrong type there, if not `wrong-type`. */
  readonly rules?: Partial<Record<TypeName, string>>;
  /** The paths in errors for values inside this one. */
  readonly within?: Partial<Record<TypeName, string>>;
  give(stack: TerraformStack, value: any): void;
}

const OF_SCALARS: Record<string, TypeName[]> = { string: ['a text'], number: ['a number'], boolean: ['a boolean'] };

/** The types that the property of an attribute accepts. None if it needs a value class. */
function rightFor(attribute: Attribute): readonly TypeName[] {
  if (attribute.as !== undefined) {
    return [];
  }
  return attribute.type === 'list' ? ['a list'] : attribute.type === 'block' ? RECORDS : OF_SCALARS[attribute.type];
}

type Give = (stack: TerraformStack, props: any) => unknown;

/** The places that are properties of a construct. */
function propsOf(construct: string, table: Block, give: Give, changes: Record<string, Partial<Place>> = {}): Place[] {
  return table.members.map(({ name, key, attribute }) => {
    const prop = attribute.prop ?? key;
    const right = rightFor(attribute);
    return { title: `${construct}.${prop}`, path: prop, right, give: (stack, value) => give(stack, { [prop]: value }), ...changes[name] };
  });
}

const OF_LISTS = (path: string): Partial<Place> => ({
  within: { 'a list of lists': `${path}[0]`, 'a list of objects': `${path}[0]` },
});
const OF_MAP: Partial<Place> = { right: RECORDS };
const POLICY_ID: Partial<Place> = { right: ['a text'] };

/** A place within a property of an API. */
function inApi(title: string, path: string, right: TypeName[], propsWith: (value: any) => any, more: Partial<Place> = {}): Place {
  return { title, path, right, give: (stack, value) => apiIn(stack, propsWith(value)), ...more };
}

const LIFETIMES = ['tokenLifetime', 'tokenLifetimeForWeb', 'tokenLifetimeForAnonymousAccessTokens'];
const UNITS = ['seconds', 'minutes', 'hours', 'days'] as const;
const RANGES: Record<string, string> = {
  tokenLifetime: 'token-lifetime-range',
  tokenLifetimeForWeb: 'web-lifetime-range',
  tokenLifetimeForAnonymousAccessTokens: 'anonymous-lifetime-range',
};

const KEY = auth0.EncryptionKey.fromPem(PEM);
const { compactNestedJwe } = auth0.TokenEncryption;
const encryptedBy = (key: any, options?: any) => ({ tokenEncryption: compactNestedJwe(key, options) });
const bound = (options: any) => ({ proofOfPossession: auth0.ProofOfPossession.dpop(options) });

const PLACES: Place[] = [
  ...propsOf('ResourceServer', RESOURCE_SERVER, (stack, props) => apiIn(stack, props), {
    access_token: OF_MAP, authorization_policy: POLICY_ID,
  }),
  ...propsOf('ResourceServer with safe defaults', RESOURCE_SERVER, (stack, props) => apiIn(stack, { safeDefaults: true, ...props }), {
    access_token: OF_MAP, authorization_policy: POLICY_ID,
  }),
  ...propsOf('ClientGrant', CLIENT_GRANT, (stack, props) => grantIn(stack, {
    ...('defaultFor' in props ? {} : { clientId: 'worker' }),
    ...('allowAllScopes' in props ? {} : { scopes: [] }),
    ...props,
    ...('authorizationDetailsTypes' in props ? { subjectType: auth0.SubjectType.USER } : {}),
  }), {
    audience: { right: [] }, scopes: OF_LISTS('scopes'), authorization_details_types: OF_LISTS('authorizationDetailsTypes'),
  }),
  ...propsOf('Role', ROLE, roleIn),
  ...['user', 'client', 'anonymousUser'].map((subject) =>
    inApi(`ResourceServer.subjectTypeAuthorization.${subject}`, `subjectTypeAuthorization.${subject}`, ['a text'], (policy) =>
      ({ subjectTypeAuthorization: { [subject]: policy } }))),
  inApi('ResourceServer.scopes', 'scopes', RECORDS, (scopes) => ({ scopes })),
  inApi('ResourceServer.scopes[...]', "scopes['read'].description", ['a text'], (description) => ({ scopes: { read: description } })),
  inApi('ResourceServer.customClaims[...]', "customClaims['country'].expression", ['a text'], (country) =>
    ({ customClaims: { country } })),
  ...LIFETIMES.flatMap((prop) => UNITS.map((unit) =>
    inApi(`Duration.${unit} for ${prop}`, prop, ['a number'], (amount) => ({ [prop]: auth0.Duration[unit](amount) }), {
      rules: { NaN: RANGES[prop], infinity: RANGES[prop] },
    }))),
  inApi('AuthorizationDetails.types', 'authorizationDetails[0]', ['a text'], (type) =>
    ({ authorizationDetails: auth0.AuthorizationDetails.types([type]) })),
  inApi('SigningSecret.unsafePlainText', 'signingSecret', ['a text'], (text) => ({
    signingAlg: auth0.SigningAlg.HS256, signingSecret: auth0.SigningSecret.unsafePlainText(text),
  })),
  inApi('TokenEncryption.compactNestedJwe', 'tokenEncryption.encryptionKey', [], encryptedBy),
  inApi('EncryptionKey.fromPem', 'tokenEncryption.encryptionKey.pem', ['a text'], (pem) => encryptedBy(auth0.EncryptionKey.fromPem(pem))),
  inApi('EncryptionKey.fromPemFile', 'tokenEncryption.encryptionKey.pem', ['a text'], (file) =>
    encryptedBy(auth0.EncryptionKey.fromPemFile(file)), {
    rules: Object.fromEntries(Object.keys(VALUES_OF_ALL_TYPES).map((type) => [type, 'pem-file-unreadable'])),
  }),
  ...[
    ['TokenEncryption', (options: any) => encryptedBy(KEY, options)],
    ['EncryptionKey', (options: any) => encryptedBy(auth0.EncryptionKey.fromPem(PEM, options))],
  ].flatMap(([title, propsWith]: any) => ['algorithm', 'kid', 'name'].map((name) =>
    inApi(`the ${name} of ${title}`, `tokenEncryption.encryptionKey.${name}`, name === 'algorithm' ? [] : ['a text'], (value) =>
      propsWith({ [name]: value })))),
  inApi('ProofOfPossession.dpop required', 'proofOfPossession.required', ['a boolean'], (required) => bound({ required })),
  inApi('ProofOfPossession.dpop requiredFor', 'proofOfPossession.requiredFor', ['a text'], (requiredFor) => bound({ requiredFor })),
  { title: 'addScope', path: 'name', right: ['a text'], give: (stack, name) => apiIn(stack).addScope(name) },
  {
    title: 'the description of addScope',
    path: 'description',
    right: ['a text'],
    give: (stack, description) => apiIn(stack).addScope('read', description),
  },
  {
    title: 'an item of ClientGrant.scopes',
    path: 'scopes[0]',
    right: ['a text'],
    give: (stack, scope) =>
      grantIn(stack, { clientId: 'worker', scopes: [scope] }),
  },
  {
    title: 'an item of ClientGrant.scopes beside others',
    path: 'scopes[1]',
    right: ['a text'],
    give: (stack, scope) =>
      grantIn(stack, { clientId: 'worker', scopes: ['b', scope, 'a'] }),
  },
  {
    title: 'an item of ClientGrant.authorizationDetailsTypes',
    path: 'authorizationDetailsTypes[0]',
    right: ['a text'],
    give: (stack, type) => grantIn(stack, {
      clientId: 'worker', scopes: [], subjectType: auth0.SubjectType.USER, authorizationDetailsTypes: [type],
    }),
  },
  { title: 'the application of grant', path: 'clientId', right: ['a text'], give: (stack, id) => apiIn(stack).grant(id, []) },
  { title: 'the application of grantAllScopes', path: 'clientId', right: ['a text'], give: (stack, id) => apiIn(stack).grantAllScopes(id) },
  {
    title: 'the scopes of grant',
    path: 'scopes',
    right: ['a list'],
    ...OF_LISTS('scopes'),
    give: (stack, scopes) => apiIn(stack).grant('worker', scopes),
  },
  {
    title: 'the scopes of grantThirdPartyClients',
    path: 'scopes',
    right: ['a list'],
    ...OF_LISTS('scopes'),
    give: (stack, scopes) => apiIn(stack).grantThirdPartyClients(scopes),
  },
  {
    title: 'the subject type of grant',
    path: 'subjectType',
    right: ['a text'],
    give: (stack, subjectType) => apiIn(stack).grant('worker', [], { subjectType }),
  },
  { title: 'the API of allow', path: 'resourceServer', right: [], give: (stack, api) => roleIn(stack).allow(api, ['read']) },
  {
    title: 'a scope of allow',
    path: 'scopes[0]',
    right: ['a text'],
    give: (stack, scope) => roleIn(stack).allow(apiIn(stack), [scope]),
  },
  {
    title: 'a scope of allow, of a role that exists',
    path: 'scopes[0]',
    right: ['a text'],
    give: (stack, scope) => auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(apiIn(stack), [scope]),
  },
];

/** The result for a value: the errors, or `taken`. */
function outcomeOf({ give }: Place, value: unknown): unknown {
  const stack = stackOf();
  let outcome: unknown = 'taken';
  try {
    give(stack, value);
  } catch (error) {
    outcome = auth0.Errors.isValidationError(error)
      ? error.violations.map(({ rule, path }) => `${path} [${rule}]`)
      : String((error as Error).stack);
  }
  // no value of the wrong type is left, also if there was an error
  expect(keysIn(synthesize(stack).resource)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(rule|text|problems|violations)$/)]));
  return outcome;
}

function keysIn(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, member]) => [key, ...keysIn(member)]) : [];
}

const TYPES = Object.keys(VALUES_OF_ALL_TYPES) as TypeName[];

describe('a value of a wrong type is refused, with the name of the property', () => {
  test.each(PLACES.map((place) => [place.title, place] as const))('%s', (_, place) => {
    const { path, right, rules = {}, within = {} } = place;
    const wrong = TYPES.filter((type) => !right.includes(type));
    expect(Object.fromEntries(wrong.map((type) => [type, outcomeOf(place, VALUES_OF_ALL_TYPES[type])]))).toEqual(
      Object.fromEntries(wrong.map((type) => [type, [`${within[type] ?? path} [${rules[type] ?? 'wrong-type'}]`]])),
    );
  });
});

describe('a value of the right type is taken, or refused by another rule', () => {
  test.each(PLACES.filter(({ right }) => right.length > 0).map((place) => [place.title, place] as const))('%s', (_, place) => {
    for (const type of place.right) {
      const outcome = outcomeOf(place, VALUES_OF_ALL_TYPES[type]);
      expect(outcome === 'taken' || Array.isArray(outcome)).toBe(true);
      expect(JSON.stringify(outcome)).not.toContain('wrong-type');
    }
  });
});

/** The places of all values in a table. List items have the index 0. */
function leavesOf(attribute: Attribute, place: Path): Path[] {
  if (attribute.type === 'block') {
    return attribute.members.flatMap(({ name, attribute: member }) => leavesOf(member, [...place, name]));
  }
  return attribute.type === 'list' ? leavesOf(attribute.item, [...place, 0]) : [place];
}

test('every attribute of every table is among the places', () => {
  const tested = PLACES.map(({ path }) => path.replace(/\['\w+'\]/, '[0]'));
  const leaves = [RESOURCE_SERVER, RESOURCE_SERVER_SCOPES, CLIENT_GRANT, ROLE, ROLE_PERMISSIONS].flatMap((table) =>
    leavesOf(table, []).map((place) => propNames(table).path(place)));
  // attributes that only our constructs set
  expect(leaves.filter((leaf) => !tested.includes(leaf))).toEqual([
    'authorizationDetails[0].disable', 'tokenEncryption.disable', 'tokenEncryption.format', 'proofOfPossession.disable',
    'proofOfPossession.mechanism', 'customClaims[0].name', 'resourceServerIdentifier', 'scopes[0].name', 'roleId',
    'permissions[0].name', 'permissions[0].resourceServer',
  ]);
});

describe('beside a value of a wrong type', () => {
  const violationsOf = (props: any): auth0.Violation[] => refusalOf(props).violations;

  test('the other mistakes are listed, in the order of the attributes and then of the rules', () => {
    expect(violationsOf({ identifier: '', name: 5, signingAlg: 'RS256', tokenLifetime: auth0.Duration.seconds(-1) })).toEqual([
      { rule: 'wrong-type', path: 'name', message: 'name must be a string, but a number was given' },
      {
        rule: 'wrong-type',
        path: 'signingAlg',
        message: 'signingAlg must be one of the named values, such as SigningAlg.RS256, but a string was given',
      },
      { rule: 'identifier-empty', path: 'identifier', message: 'identifier must not be empty' },
      {
        rule: 'token-lifetime-range',
        path: 'tokenLifetime',
        message: 'tokenLifetime must be a whole number of seconds from 0 to 2592000 (30 days), but -1 was given',
      },
    ]);
  });

  test('no value is printed: it may be a secret', () => {
    const { message } = refusalOf({ signingSecret: 'hunter2-hunter2', signingAlg: 'hunter2-hunter2', scopes: new Set(['hunter2']) });
    expect(message).not.toContain('hunter2');
    expect(message).toContain("scopes must be an object, such as { 'read:orders': 'Read orders' }, but an instance of Set was given");
  });
});
