import { join } from 'node:path';
import { TerraformIterator, TerraformOutput, TerraformStack, TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { settablePaths } from '../support/schema';
import { stackOf, synthesize, synthesizeOne, warningsOf } from '../support/synth';

const ROOT = join(__dirname, '../..');
const API = 'auth0_resource_server';
const SCOPES = 'auth0_resource_server_scopes';
const IDENTIFIER = 'https://api.example.com';
const PEM_FILE = join(ROOT, 'examples/financial-grade/encryption-key.pem');
const KEY = auth0.EncryptionKey.fromPemFile(PEM_FILE, { kid: 'kid', name: 'key' });

type Props = Partial<auth0.ResourceServerProps>;

/** An API with an identifier and nothing else that is not asked for. */
function apiIn(stack: TerraformStack, props: Props = {}): auth0.ResourceServer {
  return new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, safeDefaults: false, ...props });
}

/** The `auth0_resource_server` that these props become. */
function apiOf(props: Props): any {
  return synthesizeOne(API, (stack) => apiIn(stack, props));
}

/** What a stack becomes, without the parts that every stack has. */
function resourcesOf(stack: TerraformStack): any {
  return synthesize(stack).resource;
}

/** What outputs of these names become. */
function outputsOf(stack: TerraformStack, values: Record<string, unknown>): any {
  for (const [name, value] of Object.entries(values)) {
    new TerraformOutput(stack, name, { value, staticId: true });
  }
  const outputs = synthesize(stack).output;
  return Object.fromEntries(Object.keys(values).map((name) => [name, outputs[name].value]));
}

/** The error that these props are refused with. */
function refusalOf(props: any): auth0.ValidationError {
  return errorOf(() => apiIn(stackOf(), props));
}

function errorOf(fails: () => unknown): any {
  try {
    fails();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

function message(...lines: string[]): string {
  return [`ResourceServer 'stack/Api' is not valid:`, ...lines.map((line) => `  - ${line}`)].join('\n');
}

describe('the least', () => {
  test('is an identifier', () => {
    expect(apiOf({})).toStrictEqual({ identifier: IDENTIFIER });
  });

  test('makes one resource, named after the construct', () => {
    const resources = resourcesOf(stackOf((stack) => apiIn(stack)));
    expect(resources).toStrictEqual({ [API]: { Api_F70053CD: { identifier: IDENTIFIER } } });
  });
});

describe('every attribute of the schema has a way in', () => {
  const everything: Props = {
    name: 'Orders',
    scopes: { 'read:orders': 'Read orders' },
    signingAlg: auth0.SigningAlg.PS256,
    signingSecret: auth0.SigningSecret.fromToken('${var.secret}'),
    tokenDialect: auth0.TokenDialect.RFC9068_PROFILE_AUTHZ,
    enforcePolicies: true,
    tokenLifetime: auth0.Duration.hours(2),
    tokenLifetimeForWeb: auth0.Duration.minutes(10),
    tokenLifetimeForAnonymousAccessTokens: auth0.Duration.days(2),
    allowOfflineAccess: true,
    allowOnlineAccess: true,
    allowOnlineAccessWithEphemeralSessions: true,
    skipConsentForVerifiableFirstPartyClients: true,
    consentPolicy: auth0.ConsentPolicy.TRANSACTIONAL_AUTHORIZATION_WITH_MFA,
    verificationLocation: 'https://api.example.com/keys',
    authorizationDetails: auth0.AuthorizationDetails.types('payment'),
    tokenEncryption: auth0.TokenEncryption.compactNestedJwe(KEY),
    proofOfPossession: auth0.ProofOfPossession.dpop({ requiredFor: auth0.ProofOfPossessionRequiredFor.PUBLIC_CLIENTS }),
    subjectTypeAuthorization: {
      user: auth0.UserPolicy.ALLOW_ALL,
      client: auth0.ClientPolicy.DENY_ALL,
      anonymousUser: auth0.AnonymousUserPolicy.REQUIRE_CLIENT_GRANT,
    },
    authorizationPolicyId: 'policy',
    customClaims: { country: 'anonymous_session.metadata.country' },
  };
  const switchedOff: Props = {
    authorizationDetails: auth0.AuthorizationDetails.disabled(),
    tokenEncryption: auth0.TokenEncryption.disabled(),
    proofOfPossession: auth0.ProofOfPossession.disabled(),
  };

  /** The path of every value in a configuration, places in lists left out. */
  function pathsIn(config: any, path: string[] = []): string[] {
    return typeof config === 'object'
      ? Object.entries(config).flatMap(([key, value]) => pathsIn(value, Array.isArray(config) ? path : [...path, key]))
      : [path.join('.')];
  }

  test('of the API', () => {
    const written = new Set([...pathsIn(apiOf(everything)), ...pathsIn(apiOf(switchedOff))]);
    expect(Array.from(written).sort()).toEqual(settablePaths(API));
  });

  test('of its scopes', () => {
    const scopes = synthesizeOne(SCOPES, (stack) => apiIn(stack, everything));
    expect(Array.from(new Set(pathsIn(scopes))).sort()).toEqual(settablePaths(SCOPES));
  });

  test('and comes out as what was put in', () => {
    expect(apiOf(everything)).toStrictEqual({
      identifier: IDENTIFIER,
      name: 'Orders',
      signing_alg: 'PS256',
      signing_secret: '${var.secret}',
      token_dialect: 'rfc9068_profile_authz',
      enforce_policies: true,
      token_lifetime: 7200,
      token_lifetime_for_web: 600,
      token_lifetime_for_anonymous_access_tokens: 172800,
      allow_offline_access: true,
      allow_online_access: true,
      allow_online_access_with_ephemeral_sessions: true,
      skip_consent_for_verifiable_first_party_clients: true,
      consent_policy: 'transactional-authorization-with-mfa',
      verification_location: 'https://api.example.com/keys',
      authorization_details: [{ type: 'payment' }],
      token_encryption: {
        format: 'compact-nested-jwe',
        encryption_key: {
          algorithm: 'RSA-OAEP-256',
          kid: 'kid',
          name: 'key',
          pem: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n/),
        },
      },
      proof_of_possession: { mechanism: 'dpop', required: true, required_for: 'public_clients' },
      subject_type_authorization: {
        user: { policy: 'allow_all' },
        client: { policy: 'deny_all' },
        anonymous_user: { policy: 'require_client_grant' },
      },
      authorization_policy: { policy_id: 'policy' },
      access_token: {
        claims_mapping: { custom_claims: [{ name: 'country', expression: 'anonymous_session.metadata.country' }] },
      },
    });
    expect(apiOf(switchedOff)).toStrictEqual({
      identifier: IDENTIFIER,
      authorization_details: [{ disable: true }],
      token_encryption: { disable: true },
      proof_of_possession: { disable: true },
    });
  });

  test('the order of custom claims in the source makes no difference', () => {
    const claims = (customClaims: Record<string, string>) =>
      apiOf({ customClaims }).access_token.claims_mapping.custom_claims;
    expect(claims({ b: 'x.b', a: 'x.a' })).toEqual(claims({ a: 'x.a', b: 'x.b' }));
  });
});

describe('references', () => {
  const of = (api: auth0.ResourceServer) => ({
    identifier: api.identifier,
    resourceServerId: api.resourceServerId,
    audience: api.audience,
    clientId: api.clientId,
    isSystem: api.isSystem,
    fqn: api.fqn,
  });

  test('to an API without scopes', () => {
    const stack = stackOf();
    expect(outputsOf(stack, of(apiIn(stack)))).toEqual({
      identifier: '${auth0_resource_server.Api_F70053CD.identifier}',
      resourceServerId: '${auth0_resource_server.Api_F70053CD.id}',
      audience: '${auth0_resource_server.Api_F70053CD.identifier}',
      clientId: '${auth0_resource_server.Api_F70053CD.client_id}',
      isSystem: '${auth0_resource_server.Api_F70053CD.is_system}',
      fqn: '${auth0_resource_server.Api_F70053CD}',
    });
  });

  test('to an API with scopes: audience and fqn are those of the scopes', () => {
    const stack = stackOf();
    const api = apiIn(stack, { scopes: { a: 'A' } });
    expect(outputsOf(stack, { identifier: api.identifier, audience: api.audience, fqn: api.fqn })).toEqual({
      identifier: '${auth0_resource_server.Api_F70053CD.identifier}',
      audience: '${auth0_resource_server_scopes.Api_Scopes_8D348A6D.resource_server_identifier}',
      fqn: '${auth0_resource_server_scopes.Api_Scopes_8D348A6D}',
    });
  });

  test('audience and fqn heed scopes that are added after they were read', () => {
    const stack = stackOf();
    const api = apiIn(stack);
    const { audience, fqn } = api;
    api.addScope('late');
    expect(outputsOf(stack, { audience, fqn })).toEqual({
      audience: '${auth0_resource_server_scopes.Api_Scopes_8D348A6D.resource_server_identifier}',
      fqn: '${auth0_resource_server_scopes.Api_Scopes_8D348A6D}',
    });
  });

  test('the scopes name their API by reference', () => {
    const scopes = synthesizeOne(SCOPES, (stack) => apiIn(stack, { scopes: { a: 'A' } }));
    expect(scopes.resource_server_identifier).toBe('${auth0_resource_server.Api_F70053CD.identifier}');
  });

  test('are the same token each time they are read', () => {
    const api = apiIn(stackOf(), { scopes: { a: 'A' } });
    for (const name of ['identifier', 'resourceServerId', 'audience', 'clientId', 'fqn'] as const) {
      expect(api[name]).toBe(api[name]);
      expect(Token.isUnresolved(api[name])).toBe(true);
    }
  });

  test('reach into another stack', () => {
    const first = stackOf();
    const api = apiIn(first, { scopes: { a: 'A' } });
    const second = new TerraformStack(first.node.root as any, 'second');
    new TerraformOutput(second, 'audience', { value: api.audience, staticId: true });
    second.prepareStack();
    expect(synthesize(first).output).toEqual({
      'cross-stack-output-auth0_resource_server_scopesApi_Scopes_8D348A6Dresource_server_identifier': {
        sensitive: true,
        value: '${auth0_resource_server_scopes.Api_Scopes_8D348A6D.resource_server_identifier}',
      },
    });
  });
});

describe('the L1', () => {
  test('is the child Resource, and the default child', () => {
    const api = apiIn(stackOf());
    expect(api.resource).toBeInstanceOf(auth0.bindings.resourceServer.ResourceServer);
    expect(api.node.findChild('Resource')).toBe(api.resource);
    expect(api.node.defaultChild).toBe(api.resource);
  });

  test('can be given another address, before and after references to it are taken', () => {
    const stack = stackOf();
    const api = apiIn(stack, { scopes: { a: 'A' } });
    const { identifier, resourceServerId, audience, clientId, isSystem, fqn } = api;
    api.resource.overrideLogicalId('orders');
    (api.node.findChild('Scopes') as any).overrideLogicalId('orders_scopes');
    const expected = {
      identifier: '${auth0_resource_server.orders.identifier}',
      resourceServerId: '${auth0_resource_server.orders.id}',
      audience: '${auth0_resource_server_scopes.orders_scopes.resource_server_identifier}',
      clientId: '${auth0_resource_server.orders.client_id}',
      isSystem: '${auth0_resource_server.orders.is_system}',
      fqn: '${auth0_resource_server_scopes.orders_scopes}',
    };
    expect(outputsOf(stack, { identifier, resourceServerId, audience, clientId, isSystem, fqn })).toEqual(expected);
    expect(resourcesOf(stack)[SCOPES].orders_scopes.resource_server_identifier).toBe(expected.identifier);

    const early = stackOf();
    const renamed = apiIn(early);
    renamed.resource.overrideLogicalId('orders');
    expect(outputsOf(early, { identifier: renamed.identifier })).toEqual({ identifier: expected.identifier });
  });

  test('takes what this library does not know', () => {
    const json = apiOf({ signingAlg: auth0.SigningAlg.RS256 });
    expect(json.signing_alg).toBe('RS256');
    const stack = stackOf();
    apiIn(stack, { signingAlg: auth0.SigningAlg.RS256 }).resource.addOverride('signing_alg', 'RS512');
    expect(Object.values(resourcesOf(stack)[API])).toEqual([{ identifier: IDENTIFIER, signing_alg: 'RS512' }]);
  });

  test('takes a for_each', () => {
    const stack = stackOf();
    const list = new TerraformVariable(stack, 'regions', { type: 'list(string)' });
    const regions = TerraformIterator.fromList(list.listValue);
    const api = apiIn(stack, { identifier: `https://api.example.com/${regions.value}` });
    api.resource.forEach = regions;
    expect(Object.values(resourcesOf(stack)[API])).toEqual([
      { identifier: 'https://api.example.com/${each.value}', for_each: '${toset(var.regions)}' },
    ]);
  });
});

describe('meta-arguments', () => {
  test('provider is that of the API and of its scopes, also of scopes that are added', () => {
    const stack = stackOf();
    const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
    apiIn(stack, { provider }).addScope('late');
    const { [API]: apis, [SCOPES]: scopes } = resourcesOf(stack);
    expect(Object.values<any>(apis)[0].provider).toBe('auth0.other');
    expect(Object.values<any>(scopes)[0].provider).toBe('auth0.other');
  });

  test('lifecycle is that of the API alone', () => {
    const { [API]: apis, [SCOPES]: scopes } = resourcesOf(stackOf((stack) => {
      apiIn(stack, { lifecycle: { preventDestroy: true, ignoreChanges: ['name'] }, scopes: { a: 'A' } });
    }));
    expect(Object.values<any>(apis)[0].lifecycle).toEqual({ prevent_destroy: true, ignore_changes: ['name'] });
    expect(Object.values<any>(scopes)[0]).not.toHaveProperty('lifecycle');
  });

  test('dependsOn names resources and constructs of this library', () => {
    const stack = stackOf();
    const client = new auth0.bindings.client.Client(stack, 'Client', { name: 'a' });
    const bare = new auth0.ResourceServer(stack, 'Bare', { identifier: 'bare' });
    const scoped = new auth0.ResourceServer(stack, 'Scoped', { identifier: 'scoped', scopes: { a: 'A' } });
    apiIn(stack, { dependsOn: [client, bare, scoped] });
    expect(resourcesOf(stack)[API].Api_F70053CD.depends_on).toEqual([
      'auth0_client.Client',
      'auth0_resource_server.Bare_254EC4A2',
      'auth0_resource_server_scopes.Scoped_Scopes_B2D8696B',
    ]);
  });

  test('in dependsOn of another resource, the API stands for itself and its scopes', () => {
    const stack = stackOf();
    const api = apiIn(stack);
    new auth0.bindings.client.Client(stack, 'Client', { name: 'a', dependsOn: [api] });
    const dependsOn = () => resourcesOf(stack).auth0_client.Client.depends_on;
    expect(dependsOn()).toEqual(['auth0_resource_server.Api_F70053CD']);
    api.addScope('late');
    expect(dependsOn()).toEqual(['auth0_resource_server_scopes.Api_Scopes_8D348A6D']);
  });
});

describe('scopes', () => {
  const scopesOf = (build: (api: auth0.ResourceServer) => void, scopes?: Record<string, string>) =>
    synthesizeOne(SCOPES, (stack) => build(apiIn(stack, { scopes }))).scopes;

  test('are sorted by code unit, wherever they come from', () => {
    const scopes = { 'é': '1', 'b': '2', 'a:b': '3', 'a': '4', '10': '5', '9': '6' };
    expect(scopesOf((api) => api.addScope('B'), scopes)).toEqual([
      { name: '10', description: '5' },
      { name: '9', description: '6' },
      { name: 'B' },
      { name: 'a', description: '4' },
      { name: 'a:b', description: '3' },
      { name: 'b', description: '2' },
      { name: 'é', description: '1' },
    ]);
  });

  test('may have names that mean something to JavaScript', () => {
    const scopes = JSON.parse('{ "__proto__": "a", "constructor": "b", "toString": "c" }');
    expect(scopesOf((api) => api.addScope('hasOwnProperty', 'd'), scopes)).toEqual([
      { name: '__proto__', description: 'a' },
      { name: 'constructor', description: 'b' },
      { name: 'hasOwnProperty', description: 'd' },
      { name: 'toString', description: 'c' },
    ]);
  });

  test('none, and there is no resource for them', () => {
    for (const scopes of [undefined, {}]) {
      const stack = stackOf((s) => apiIn(s, { scopes }));
      expect(Object.keys(resourcesOf(stack))).toEqual([API]);
    }
  });

  test('an empty description is written, none is not', () => {
    expect(scopesOf((api) => api.addScope('b'), { a: '' })).toEqual([{ name: 'a', description: '' }, { name: 'b' }]);
  });

  test('names and descriptions may be tokens', () => {
    const stack = stackOf();
    const variable = new TerraformVariable(stack, 'v', {});
    const api = apiIn(stack, { scopes: { [`read:${variable.stringValue}`]: variable.stringValue } });
    api.addScope('late', variable.stringValue);
    expect(Object.values<any>(resourcesOf(stack)[SCOPES])[0].scopes).toEqual(expect.arrayContaining([
      { name: 'read:${var.v}', description: '${var.v}' },
      { name: 'late', description: '${var.v}' },
    ]));
  });

  test('a map that only Terraform knows is a dynamic block', () => {
    const stack = stackOf();
    const variable = new TerraformVariable(stack, 'scopes', { type: 'map(string)' });
    apiIn(stack, { scopes: Token.asStringMap(variable.value) });
    expect(Object.values<any>(resourcesOf(stack)[SCOPES])[0].dynamic).toEqual({
      scopes: {
        for_each: '${var.scopes}',
        iterator: 'each',
        content: { name: '${each.key}', description: '${each.value}' },
      },
    });
  });

  test('scopes that are added are merged into such a map', () => {
    const stack = stackOf();
    const variable = new TerraformVariable(stack, 'scopes', { type: 'map(string)' });
    const api = apiIn(stack, { scopes: Token.asStringMap(variable.value) });
    api.addScope('b');
    api.addScope('a', 'The "A"\\B');
    expect(Object.values<any>(resourcesOf(stack)[SCOPES])[0].dynamic.scopes.for_each).toBe(
      '${merge({"a" = "The \\"A\\"\\\\B", "b" = ""}, var.scopes)}',
    );
  });

  test('custom claims, too', () => {
    const stack = stackOf();
    const variable = new TerraformVariable(stack, 'claims', { type: 'map(string)' });
    apiIn(stack, { customClaims: Token.asStringMap(variable.value) });
    expect(Object.values<any>(resourcesOf(stack)[API])[0].access_token.claims_mapping.dynamic).toEqual({
      custom_claims: {
        for_each: '${var.claims}',
        iterator: 'each',
        content: { name: '${each.key}', expression: '${each.value}' },
      },
    });
  });

  describe('addScope', () => {
    test('adds the first, and more', () => {
      expect(scopesOf((api) => {
        api.addScope('b', 'B');
        api.addScope('a', 'A');
      })).toEqual([{ name: 'a', description: 'A' }, { name: 'b', description: 'B' }]);
    });

    test('takes the same scope again, and the description wherever it was given', () => {
      expect(scopesOf((api) => {
        api.addScope('a', 'A');
        api.addScope('a');
        api.addScope('b');
        api.addScope('b', 'B');
        api.addScope('b', 'B');
      }, { a: 'A' })).toEqual([{ name: 'a', description: 'A' }, { name: 'b', description: 'B' }]);
    });

    test('refuses another description, and keeps the first', () => {
      const stack = stackOf();
      const api = apiIn(stack, { scopes: { a: 'A' } });
      expect(errorOf(() => api.addScope('a', 'B')).message).toBe(
        message(`scope 'a' must have one description, but has 'A' and 'B' [scope-name-duplicate]`),
      );
      expect(Object.values<any>(resourcesOf(stack)[SCOPES])[0].scopes).toEqual([{ name: 'a', description: 'A' }]);
    });

    test('refuses what no scope can be, and creates nothing', () => {
      const api = apiIn(stackOf());
      const error = errorOf(() => api.addScope('', 'a'.repeat(501)));
      expect(error.message).toBe(message(
        `scope '' must have a name that is not empty [scope-name-empty]`,
        `scope '' must have a description of at most 500 characters, but 501 were given [scope-description-too-long]`,
      ));
      expect(error.violations.map(({ path }: auth0.Violation) => path)).toEqual([`scopes['']`, `scopes['']`]);
      expect(api.node.children.map(({ node }) => node.id)).toEqual(['Resource']);
    });

    test('warns once of a name that cannot work', () => {
      const stack = stackOf();
      const api = apiIn(stack);
      api.addScope('openid');
      expect(warningsOf(stack)).toEqual([
        `scope 'openid' is a name that Auth0 reserves, and cannot be a permission of an API [scope-name-reserved]`,
      ]);
    });

    test('refuses the thousand-and-first, but not one of the thousand again', () => {
      const scopes = Object.fromEntries(Array.from({ length: 999 }, (_, index) => [`scope:${index}`, '']));
      const api = apiIn(stackOf(), { scopes });
      api.addScope('last');
      api.addScope('last');
      api.addScope('scope:0');
      expect(errorOf(() => api.addScope('more')).message).toBe(
        message('scopes must be at most 1000 on one API, but 1001 were given [scopes-per-api-limit]'),
      );
    });
  });
});

describe('a refusal', () => {
  const wrong = { identifier: '', name: '<', tokenLifetime: auth0.Duration.seconds(-1), scopes: { '': 'a' } };

  test('lists everything that is wrong, in the API and in its scopes', () => {
    const error = refusalOf(wrong);
    expect(error.name).toBe('ValidationError');
    expect(error.message).toBe(message(
      `identifier must not be empty, but '' was given [identifier-empty]`,
      `name must not contain '<' or '>', but '<' was given [name-angle-brackets]`,
      'tokenLifetime must be a whole number of seconds from 0 to 2592000 (30 days), but -1 was given [token-lifetime-range]',
      `scope '' must have a name that is not empty [scope-name-empty]`,
    ));
    expect(error.violations).toStrictEqual([
      { rule: 'identifier-empty', path: 'identifier', message: `identifier must not be empty, but '' was given` },
      { rule: 'name-angle-brackets', path: 'name', message: `name must not contain '<' or '>', but '<' was given` },
      {
        rule: 'token-lifetime-range',
        path: 'tokenLifetime',
        message: 'tokenLifetime must be a whole number of seconds from 0 to 2592000 (30 days), but -1 was given',
      },
      { rule: 'scope-name-empty', path: `scopes['']`, message: `scope '' must have a name that is not empty` },
    ]);
  });

  test('names the construct by its path', () => {
    const app = stackOf().node.root;
    const error = errorOf(() => new auth0.ResourceServer(app, 'Api', { identifier: '' }));
    expect(error.message).toMatch(/^ResourceServer 'Api' is not valid:\n/);
  });

  test('leaves nothing in the tree, and the id free', () => {
    const stack = stackOf();
    const before = stack.node.findAll().length;
    expect(() => apiIn(stack, wrong)).toThrow('is not valid');
    expect(stack.node.findAll()).toHaveLength(before);
    apiIn(stack);
    expect(Object.keys(resourcesOf(stack)[API])).toEqual(['Api_F70053CD']);
  });

  test.each<[string, () => unknown]>([
    ['of an API', () => refusalOf(wrong)],
    [
      'of an API of a subclass',
      () => errorOf(() => new (class extends auth0.ResourceServer {})(stackOf(), 'Api', wrong)),
    ],
    ['of a scope', () => errorOf(() => apiIn(stackOf()).addScope(''))],
    ['of a named value', () => errorOf(() => auth0.SigningAlg.of('none'))],
    ['of a secret', () => errorOf(() => auth0.SigningSecret.fromToken('literal'))],
  ])('%s points to the line that asked for it, and to none of ours', (_, refuse) => {
    const { message: text, stack } = refuse() as Error;
    const frames = stack!.slice(stack!.indexOf(text) + text.length).trim().split('\n').map((frame) => frame.trim());
    expect(frames[0]).toContain(__filename);
    expect(frames.filter((frame) => frame.includes(join(ROOT, 'lib')))).toEqual([]);
  });
});

describe('in plain JavaScript', () => {
  const PROPS = [
    'name', 'scopes', 'signingAlg', 'signingSecret', 'tokenDialect', 'enforcePolicies', 'tokenLifetime',
    'tokenLifetimeForWeb', 'tokenLifetimeForAnonymousAccessTokens', 'allowOfflineAccess', 'allowOnlineAccess',
    'allowOnlineAccessWithEphemeralSessions', 'skipConsentForVerifiableFirstPartyClients', 'consentPolicy',
    'verificationLocation', 'authorizationDetails', 'tokenEncryption', 'proofOfPossession', 'subjectTypeAuthorization',
    'authorizationPolicyId', 'customClaims', 'safeDefaults', 'provider', 'lifecycle', 'dependsOn',
  ];

  test.each([undefined, null])('%s is as good as left out', (nothing) => {
    const given = Object.fromEntries(PROPS.map((name) => [name, nothing]));
    const left = stackOf((stack) => new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER }));
    expect(resourcesOf(stackOf((stack) => {
      new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, ...given });
    }))).toEqual(resourcesOf(left));
  });

  test.each([undefined, null])('%s in a struct is as good as left out', (nothing: any) => {
    expect(apiOf({
      subjectTypeAuthorization: { user: nothing, client: auth0.ClientPolicy.DENY_ALL, anonymousUser: nothing },
      proofOfPossession: auth0.ProofOfPossession.dpop({ required: nothing, requiredFor: nothing }),
      scopes: { a: nothing },
    })).toEqual({
      identifier: IDENTIFIER,
      subject_type_authorization: { client: { policy: 'deny_all' } },
      proof_of_possession: { mechanism: 'dpop', required: true },
    });
  });

  test.each([undefined, null, {}])('%s for all props lacks an identifier', (props: any) => {
    expect(errorOf(() => new auth0.ResourceServer(stackOf(), 'Api', props)).message).toBe(
      message('identifier is required, but was not given [identifier-required]'),
    );
  });

  test.each<[string, any, string]>([
    [
      'a number for a lifetime',
      { tokenLifetime: 12345 },
      'tokenLifetime must be a Duration, such as Duration.hours(1), but a number was given',
    ],
    [
      'a text for a lifetime',
      { tokenLifetimeForWeb: '1h' },
      'tokenLifetimeForWeb must be a Duration, such as Duration.hours(1), but a string was given',
    ],
    [
      'a text for an algorithm',
      { signingAlg: 'RS256' },
      'signingAlg must be one of the named values, such as SigningAlg.RS256, but a string was given',
    ],
    [
      'a text for a dialect',
      { tokenDialect: 'access_token' },
      'tokenDialect must be one of the named values, such as TokenDialect.RFC9068_PROFILE_AUTHZ, but a string was given',
    ],
    [
      'a text for a consent policy',
      { consentPolicy: 'null' },
      'consentPolicy must be one of the named values, such as ConsentPolicy.NONE, but a string was given',
    ],
    [
      'a text for a secret',
      { signingSecret: 'hush-hush-hush-hush' },
      'signingSecret must be a SigningSecret, such as SigningSecret.fromVariable(variable), but a string was given',
    ],
    [
      'a list for authorization details',
      { authorizationDetails: ['payment'] },
      `authorizationDetails must be an AuthorizationDetails, such as AuthorizationDetails.types('payment'), but a list was given`,
    ],
    [
      'a key for encryption',
      { tokenEncryption: KEY },
      'tokenEncryption must be a TokenEncryption, such as TokenEncryption.compactNestedJwe(key), but an object was given',
    ],
    [
      'a PEM for a key',
      { tokenEncryption: auth0.TokenEncryption.compactNestedJwe('pem' as any) },
      'tokenEncryption.encryptionKey must be an EncryptionKey, such as EncryptionKey.fromPemFile(path), but a string was given',
    ],
    [
      'a text for a key algorithm',
      { tokenEncryption: auth0.TokenEncryption.compactNestedJwe(KEY, { algorithm: 'RSA1_5' as any }) },
      'tokenEncryption.encryptionKey.algorithm must be one of the named values, such as EncryptionAlg.RSA_OAEP_256, but a string was given',
    ],
    [
      'encryption for proof of possession',
      { proofOfPossession: auth0.TokenEncryption.disabled() },
      'proofOfPossession must be a ProofOfPossession, such as ProofOfPossession.dpop(), but an object was given',
    ],
    [
      'a text for required',
      { proofOfPossession: auth0.ProofOfPossession.dpop({ required: 'yes' as any }) },
      'proofOfPossession.required must be a boolean, but a string was given',
    ],
    [
      'a text for access policies',
      { subjectTypeAuthorization: 'deny_all' },
      'subjectTypeAuthorization must be an object, but a string was given',
    ],
    [
      'a boolean for an access policy',
      { subjectTypeAuthorization: { user: true } },
      'subjectTypeAuthorization.user must be a string, but a boolean was given',
    ],
    ['a number for a name', { name: 7 }, 'name must be a string, but a number was given'],
    ['a text for a flag', { enforcePolicies: 'true' }, 'enforcePolicies must be a boolean, but a string was given'],
    [
      'a symbol for a flag',
      { allowOfflineAccess: Symbol('secret') },
      'allowOfflineAccess must be a boolean, but a symbol was given',
    ],
    [
      'a function for a location',
      { verificationLocation: () => 'secret' },
      'verificationLocation must be a string, but a function was given',
    ],
    [
      'an object for a policy',
      { authorizationPolicyId: {} },
      'authorizationPolicyId must be a string, but an object was given',
    ],
    ['a list of scopes', { scopes: ['read'] }, 'scopes must be an object, but a list was given'],
    ['a text for scopes', { scopes: 'read' }, 'scopes must be an object, but a string was given'],
    [
      'a number for a description',
      { scopes: { read: 1 } },
      "scopes['read'].description must be a string, but a number was given",
    ],
    [
      'nothing for an expression',
      { customClaims: { country: undefined } },
      "customClaims['country'].expression must be a string, but nothing was given",
    ],
    ['a list of claims', { customClaims: ['a'] }, 'customClaims must be an object, but a list was given'],
    [
      'an object that cannot be text for an identifier',
      { identifier: Object.create(null), safeDefaults: true },
      'identifier must be a string, but an object was given',
    ],
    ['an object for an identifier', { identifier: {} }, 'identifier must be a string, but an object was given'],
  ])('%s is of the wrong type', (_, props, text) => {
    expect(refusalOf(props).message).toBe(message(`${text} [wrong-type]`));
  });
});

test('a token in place of a value object is left to Terraform', () => {
  const stack = stackOf();
  const tokenLifetime: any = new TerraformVariable(stack, 'lifetime', {}).value;
  apiIn(stack, { tokenLifetime });
  expect(Object.values<any>(resourcesOf(stack)[API])[0].token_lifetime).toBe('${var.lifetime}');
});

describe.each<[string, { of(value: string): { value: string } }, string[], string, string]>([
  ['SigningAlg', auth0.SigningAlg, ['RS256', 'PS256', 'HS256'], 'RS512', 'signing-alg-enum'],
  [
    'TokenDialect',
    auth0.TokenDialect,
    ['access_token', 'access_token_authz', 'rfc9068_profile', 'rfc9068_profile_authz'],
    'jwt',
    'token-dialect-enum',
  ],
  [
    'ConsentPolicy',
    auth0.ConsentPolicy,
    ['transactional-authorization-with-mfa', 'null'],
    'standard',
    'consent-policy-enum',
  ],
  ['EncryptionAlg', auth0.EncryptionAlg, ['RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'], 'RSA-OAEP', 'jwe-alg-enum'],
])('%s', (name, type, values, unknown, rule) => {
  const refusal = (value: any) => errorOf(() => type.of(value)).message;
  const refused = (text: string) => `${name}.of is not valid:\n  - value ${text}`;

  test('has an instance for each value', () => {
    const instances = Object.entries(type).filter(([, instance]) => instance instanceof (type as any));
    expect(instances.map(([, { value }]: any) => value)).toEqual(values);
    expect(instances.map(([key]) => key)).toEqual(
      name === 'ConsentPolicy'
        ? ['TRANSACTIONAL_AUTHORIZATION_WITH_MFA', 'NONE']
        : values.map((value) => value.toUpperCase().replace(/-/g, '_')),
    );
  });

  test.each(values)('%s can come as a string', (value) => {
    expect(type.of(value).value).toBe(value);
  });

  test('a token is taken as it is', () => {
    const token = Token.asString({ resolve: () => 'x' });
    expect(type.of(token).value).toBe(token);
    expect(type.of('${var.a}').value).toBe('${var.a}');
  });

  test('another spelling is refused, with the right one', () => {
    for (const value of values) {
      const other = value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
      expect(refusal(other)).toBe(refused(`must be spelled '${value}', but '${other}' was given [enum-letter-case]`));
    }
  });

  test('an unknown value is refused, with those that are known', () => {
    const known = `${values.slice(0, -1).map((value) => `'${value}'`).join(', ')} or '${values[values.length - 1]}'`;
    expect(refusal(unknown)).toBe(refused(`must be ${known}, but '${unknown}' was given [${rule}]`));
    expect(refusal('')).toBe(refused(`must be ${known}, but '' was given [${rule}]`));
  });

  test('what is no string is refused', () => {
    expect(refusal(1)).toBe(refused('must be a string, but a number was given [wrong-type]'));
    expect(refusal(undefined)).toBe(refused('must be a string, but nothing was given [wrong-type]'));
    expect(refusal(type.of(values[0]))).toBe(refused('must be a string, but an object was given [wrong-type]'));
  });
});

test('a named value that is a token reaches the JSON', () => {
  const stack = stackOf();
  const variable = new TerraformVariable(stack, 'v', {}).stringValue;
  apiIn(stack, {
    signingAlg: auth0.SigningAlg.of(variable),
    tokenDialect: auth0.TokenDialect.of(variable),
    consentPolicy: auth0.ConsentPolicy.of(variable),
    tokenEncryption: auth0.TokenEncryption.compactNestedJwe(KEY, { algorithm: auth0.EncryptionAlg.of(variable) }),
  });
  const [api] = Object.values<any>(resourcesOf(stack)[API]);
  const { algorithm } = api.token_encryption.encryption_key;
  expect([api.signing_alg, api.token_dialect, api.consent_policy, algorithm]).toEqual(Array(4).fill('${var.v}'));
});
