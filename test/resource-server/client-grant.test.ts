import { TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { settablePaths } from '../support/schema';
import { stackOf, synthesize, synthesizeOne, warningsOf } from '../support/synth';

const GRANT = 'auth0_client_grant';
const IDENTIFIER = 'https://api.example.com';
const API_AUDIENCE = '${auth0_resource_server.Api_F70053CD.identifier}';
const SCOPES_AUDIENCE = '${auth0_resource_server_scopes.Api_Scopes_8D348A6D.resource_server_identifier}';

type Options = Partial<Omit<auth0.ClientGrantProps, 'resourceServer'>>;

/** An API with an identifier and nothing else that is not asked for. */
function apiIn(stack: TerraformStack, props: Partial<auth0.ResourceServerProps> = {}): auth0.ResourceServer {
  return new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, safeDefaults: false, ...props });
}

/** The `auth0_client_grant` that these props become, for an API without scopes. */
function grantOf(options: Options): any {
  return synthesizeOne(GRANT, (stack) => {
    new auth0.ClientGrant(stack, 'Grant', { resourceServer: apiIn(stack), ...options });
  });
}

/** Every grant of a stack, by its address. */
function grantsOf(stack: TerraformStack): any {
  return synthesize(stack).resource[GRANT];
}

function errorOf(fails: () => unknown): any {
  try {
    fails();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

/** The error that these props are refused with. */
function refusalOf(props: any): auth0.ValidationError {
  return errorOf(() => {
    const stack = stackOf();
    new auth0.ClientGrant(stack, 'Grant', { resourceServer: apiIn(stack), ...props });
  });
}

function message(...lines: string[]): string {
  return [`ClientGrant 'stack/Grant' is not valid:`, ...lines.map((line) => `  - ${line}`)].join('\n');
}

/** What CDKTF makes of what is found at synth. */
function atSynth(...lines: string[]): string {
  return [
    'Validation failed with the following errors:',
    ...lines.map((line) => `  [stack] ${line}`),
    '',
    "If you wish to ignore these validations, pass 'skipValidation: true' to your App configuration.",
    '',
  ].join('\n');
}

/** What is found when a stack is synthesized. */
function foundIn(stack: TerraformStack): string {
  return errorOf(() => Testing.synth(stack, true)).message;
}

describe('every attribute of the schema has a way in', () => {
  const forUsers: Options = {
    clientId: 'worker',
    scopes: ['read:orders'],
    subjectType: auth0.SubjectType.USER,
    authorizationDetailsTypes: ['payment', 'my custom type'],
  };
  const forClients: Options = {
    clientId: 'worker',
    allowAllScopes: true,
    subjectType: auth0.SubjectType.CLIENT,
    organizationUsage: auth0.OrganizationUsage.REQUIRE,
    allowAnyOrganization: true,
  };
  const byDefault: Options = { defaultFor: auth0.DefaultFor.THIRD_PARTY_CLIENTS, scopes: [] };

  test('of the grant', () => {
    const written = [forUsers, forClients, byDefault].flatMap((options) => Object.keys(grantOf(options)));
    expect(Array.from(new Set(written)).sort()).toEqual(settablePaths(GRANT));
  });

  test('and comes out as what was put in', () => {
    expect(grantOf(forUsers)).toStrictEqual({
      audience: API_AUDIENCE,
      client_id: 'worker',
      scopes: ['read:orders'],
      subject_type: 'user',
      authorization_details_types: ['payment', 'my custom type'],
    });
    expect(grantOf(forClients)).toStrictEqual({
      audience: API_AUDIENCE,
      client_id: 'worker',
      allow_all_scopes: true,
      subject_type: 'client',
      organization_usage: 'require',
      allow_any_organization: true,
    });
    expect(grantOf(byDefault)).toStrictEqual(
      { audience: API_AUDIENCE, default_for: 'third_party_clients', scopes: [] },
    );
  });

  test('what is switched off is written', () => {
    expect(
      grantOf({ clientId: 'worker', scopes: ['a'], allowAllScopes: false, allowAnyOrganization: false }),
    ).toStrictEqual({
      audience: API_AUDIENCE,
      client_id: 'worker',
      scopes: ['a'],
      allow_all_scopes: false,
      allow_any_organization: false,
    });
  });

  test('the enums hold what Auth0 knows', () => {
    expect(Object.entries(auth0.SubjectType)).toEqual([
      ['CLIENT', 'client'], ['USER', 'user'], ['ANONYMOUS_USER', 'anonymous_user'],
    ]);
    expect(Object.entries(auth0.OrganizationUsage)).toEqual(
      [['ALLOW', 'allow'], ['DENY', 'deny'], ['REQUIRE', 'require']],
    );
    expect(Object.entries(auth0.DefaultFor)).toEqual([['THIRD_PARTY_CLIENTS', 'third_party_clients']]);
    expect(grantOf({ clientId: 'a', scopes: [], subjectType: auth0.SubjectType.ANONYMOUS_USER }).subject_type).toBe(
      'anonymous_user',
    );
  });
});

describe('the ways to a grant', () => {
  test('grant names scopes, and nothing that was not asked for', () => {
    expect(synthesizeOne(GRANT, (stack) => apiIn(stack).grant('worker', ['a']))).toStrictEqual({
      audience: API_AUDIENCE, client_id: 'worker', scopes: ['a'],
    });
  });

  test('grant of no scopes writes an empty list', () => {
    expect(synthesizeOne(GRANT, (stack) => apiIn(stack).grant('worker', []))).toStrictEqual({
      audience: API_AUDIENCE, client_id: 'worker', scopes: [],
    });
  });

  test('grantAllScopes never writes scopes', () => {
    const grant = (scopes?: Record<string, string>) =>
      synthesizeOne(GRANT, (stack) => apiIn(stack, { scopes }).grantAllScopes('worker'));
    expect(grant()).toStrictEqual({ audience: API_AUDIENCE, client_id: 'worker', allow_all_scopes: true });
    expect(grant({ a: 'A' })).toStrictEqual({ audience: SCOPES_AUDIENCE, client_id: 'worker', allow_all_scopes: true });
  });

  test('grantThirdPartyClients names no client', () => {
    expect(synthesizeOne(GRANT, (stack) => apiIn(stack).grantThirdPartyClients(['b', 'a']))).toStrictEqual({
      audience: API_AUDIENCE, default_for: 'third_party_clients', scopes: ['a', 'b'],
    });
  });

  test.each<[string, (api: auth0.ResourceServer, options: auth0.ClientGrantOptions) => auth0.ClientGrant]>([
    ['grant', (api, options) => api.grant('worker', [], options)],
    ['grantAllScopes', (api, options) => api.grantAllScopes('worker', options)],
    ['grantThirdPartyClients', (api, options) => api.grantThirdPartyClients([], options)],
  ])('%s takes the options, and returns the grant, a child of the API', (_, grant) => {
    const stack = stackOf();
    const api = apiIn(stack);
    const dependency = new auth0.bindings.client.Client(stack, 'First', { name: 'first' });
    const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
    const made = grant(api, {
      subjectType: auth0.SubjectType.CLIENT,
      organizationUsage: auth0.OrganizationUsage.ALLOW,
      provider,
      lifecycle: { preventDestroy: true },
      dependsOn: [dependency],
    });
    expect(made).toBeInstanceOf(auth0.ClientGrant);
    expect(made.node.scope).toBe(api);
    expect(Object.values(grantsOf(stack))).toEqual([
      expect.objectContaining({
        subject_type: 'client',
        organization_usage: 'allow',
        provider: 'auth0.other',
        lifecycle: { prevent_destroy: true },
        depends_on: ['auth0_client.First'],
      }),
    ]);
  });
});

describe('the audience', () => {
  const audience = (build: (stack: TerraformStack) => unknown) => synthesizeOne(GRANT, build).audience;

  test('is taken from the API where it has no scopes', () => {
    expect(audience((stack) => apiIn(stack).grant('worker', []))).toBe(API_AUDIENCE);
  });

  test('is taken from the scopes where it has some', () => {
    expect(audience((stack) => apiIn(stack, { scopes: { a: 'A' } }).grant('worker', ['a']))).toBe(SCOPES_AUDIENCE);
  });

  test('is taken from scopes that are added later', () => {
    expect(audience((stack) => {
      const api = apiIn(stack);
      api.grant('worker', ['late']);
      api.addScope('late');
    })).toBe(SCOPES_AUDIENCE);
  });

  test('is taken from scopes that only Terraform knows', () => {
    expect(audience((stack) => {
      const scopes = Token.asStringMap(new TerraformVariable(stack, 'scopes', { type: 'map(string)' }).value);
      apiIn(stack, { scopes }).grant('worker', ['a']);
    })).toBe(SCOPES_AUDIENCE);
  });
});

describe('scopes', () => {
  const scopesOf = (scopes: string[]) => grantOf({ clientId: 'worker', scopes }).scopes;

  test('come out in one order, whatever the order in the source', () => {
    const sorted = ['10', '9', 'B', 'a', 'a:b', 'b', 'é'];
    expect(scopesOf(['b', 'é', 'a:b', '10', 'a', 'B', '9'])).toEqual(sorted);
    expect(scopesOf(['é', 'a', '9', 'B', 'b', '10', 'a:b'])).toEqual(sorted);
  });

  test('come out once each', () => {
    expect(scopesOf(['b', 'a', 'b', 'a'])).toEqual(['a', 'b']);
  });

  test('leave the list of the caller as it is', () => {
    const scopes = ['b', 'a'];
    grantOf({ clientId: 'worker', scopes });
    expect(scopes).toEqual(['b', 'a']);
  });

  test('may be a list that only Terraform knows', () => {
    expect(synthesizeOne(GRANT, (stack) => {
      const list = new TerraformVariable(stack, 'scopes', { type: 'list(string)' }).listValue;
      apiIn(stack, { scopes: { a: 'A' } }).grant('worker', list);
    }).scopes).toBe('${var.scopes}');
  });

  test('may be tokens, which come after the others', () => {
    expect(synthesizeOne(GRANT, (stack) => {
      const scope = new TerraformVariable(stack, 'scope', {}).stringValue;
      apiIn(stack, { scopes: { a: 'A', b: 'B' } }).grant('worker', [scope, 'b', `read:${scope}`, 'a', '${var.scope}x']);
    }).scopes).toEqual(['a', 'b', '${var.scope}', 'read:${var.scope}', '${var.scope}x']);
  });
});

describe('the L1', () => {
  test('is the child Resource, and the default child', () => {
    const grant = apiIn(stackOf()).grant('worker', []);
    expect(grant.resource).toBeInstanceOf(auth0.bindings.clientGrant.ClientGrant);
    expect(grant.node.findChild('Resource')).toBe(grant.resource);
    expect(grant.node.defaultChild).toBe(grant.resource);
  });

  test('takes what this library does not know', () => {
    const stack = stackOf();
    apiIn(stack).grant('worker', ['a']).resource.addOverride('subject_type', 'robot');
    expect(Object.values<any>(grantsOf(stack))[0].subject_type).toBe('robot');
  });

  test('can be given another address, and references follow', () => {
    const stack = stackOf();
    const grant = apiIn(stack).grant('worker', []);
    const { clientGrantId } = grant;
    new auth0.bindings.client.Client(stack, 'Client', { name: 'a', description: clientGrantId, dependsOn: [grant] });
    grant.resource.overrideLogicalId('worker_orders');
    const { [GRANT]: grants, auth0_client: clients } = synthesize(stack).resource;
    expect(Object.keys(grants)).toEqual(['worker_orders']);
    expect(clients.Client.description).toBe('${auth0_client_grant.worker_orders.id}');
    expect(clients.Client.depends_on).toEqual(['auth0_client_grant.worker_orders']);
  });
});

describe('importFrom', () => {
  test('writes an import block, for the address that the grant has in the end', () => {
    const stack = stackOf();
    const grant = apiIn(stack).grant('worker', []);
    grant.importFrom('cgr_1');
    grant.resource.overrideLogicalId('worker_orders');
    expect(synthesize(stack).import).toEqual([{ id: 'cgr_1', to: 'auth0_client_grant.worker_orders' }]);
  });

  test('heeds the provider, and the last id', () => {
    const stack = stackOf();
    const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
    const grant = apiIn(stack).grant('worker', [], { provider });
    grant.resource.overrideLogicalId('worker_orders');
    grant.importFrom('cgr_1');
    grant.importFrom('cgr_2');
    expect(synthesize(stack).import).toEqual([
      { id: 'cgr_2', to: 'auth0_client_grant.worker_orders', provider: 'auth0.other' },
    ]);
  });
});

describe('ids', () => {
  const idsOf = (build: (api: auth0.ResourceServer, stack: TerraformStack) => auth0.ClientGrant[]) => {
    const stack = stackOf();
    return build(apiIn(stack), stack).map(({ node }) => node.id);
  };

  test('name the client, the default and the subject type', () => {
    expect(idsOf((api, stack) => {
      const worker = new auth0.bindings.client.Client(stack, 'Worker', { name: 'worker' });
      const other = new auth0.bindings.client.Client(stack, 'Other', { name: 'other' });
      return [
        api.grant(worker.clientId, []),
        api.grant(worker.clientId, [], { subjectType: auth0.SubjectType.USER }),
        api.grantAllScopes(other.id, { subjectType: auth0.SubjectType.CLIENT }),
        api.grant('aBcD1234', []),
        api.grant(new TerraformVariable(stack, 'client', {}).stringValue, []),
        api.grantThirdPartyClients([]),
      ];
    })).toEqual([
      'Grant-Worker',
      'Grant-Worker-user',
      'Grant-Other-client',
      'Grant-aBcD1234',
      'Grant-var.client',
      'Grant-third_party_clients',
    ]);
  });

  test('may come from what no id may contain', () => {
    expect(idsOf((api) => [api.grant('a b/c', [])])).toEqual(['Grant-a_b--c']);
  });

  test('a grant more, before the others, leaves their addresses as they are', () => {
    const addresses = (clients: string[]) => {
      const stack = stackOf();
      const api = apiIn(stack);
      clients.forEach((client) => api.grant(client, []));
      return Object.keys(grantsOf(stack));
    };
    const before = addresses(['b', 'c']);
    expect(before).toHaveLength(2);
    const after = addresses(['a', 'c', 'b']);
    expect(after).toHaveLength(3);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  test('a second grant for one client gets a number', () => {
    expect(idsOf((api) => [api.grant('a', []), api.grant('a', []), api.grant('a', [])])).toEqual([
      'Grant-a', 'Grant-a-2', 'Grant-a-3',
    ]);
  });

  test('of a client in another stack are the same as of one in the same stack', () => {
    const stack = stackOf();
    const other = new TerraformStack(stack.node.root as any, 'other');
    const worker = new auth0.bindings.client.Client(other, 'Worker', { name: 'worker' });
    expect(apiIn(stack).grant(worker.clientId, []).node.id).toBe('Grant-Worker');
  });
});

describe('a refusal', () => {
  test('lists everything that is wrong, and leaves nothing behind', () => {
    const stack = stackOf();
    const api = apiIn(stack, { authorizationDetails: auth0.AuthorizationDetails.types('payment') });
    const before = stack.node.findAll().length;
    const error = errorOf(() => new auth0.ClientGrant(stack, 'Grant', {
      resourceServer: api,
      scopes: [''],
      allowAllScopes: true,
      subjectType: 'User' as auth0.SubjectType,
      authorizationDetailsTypes: [''],
    }));
    expect(error.name).toBe('ValidationError');
    expect(error.message).toBe(message(
      'clientId or defaultFor must be given, one of the two, but neither was [client-xor-default]',
      'scopes must be left out where allowAllScopes is true [all-scopes-and-scopes]',
      `scope '' must not be empty, but '' was given [scope-item-length]`,
      `authorizationDetailsTypes[0] must not be empty, but '' was given [authz-types-length]`,
      `subjectType must be spelled 'user', but 'User' was given [enum-letter-case]`,
    ));
    expect(error.violations[2]).toStrictEqual({
      rule: 'scope-item-length', path: `scopes['']`, message: `scope '' must not be empty, but '' was given`,
    });
    expect(stack.node.findAll()).toHaveLength(before);
  });

  test('names the grant by where it would be', () => {
    const stack = stackOf();
    expect(errorOf(() => apiIn(stack).grant('', [])).message).toBe(
      `ClientGrant 'stack/Api/Grant' is not valid:\n  - clientId must not be empty, but '' was given [client-xor-default]`,
    );
    expect(stack.node.findChild('Api').node.children.map(({ node }) => node.id)).toEqual(['Resource']);
  });

  test.each<[string, any, string]>([
    ['nothing', undefined, 'nothing'],
    ['null', null, 'nothing'],
    ['an identifier', IDENTIFIER, 'a string'],
    ['an object', {}, 'an object'],
    ['a list', [], 'a list'],
    ['a number', 7, 'a number'],
  ])('%s is no API', (_, resourceServer, kind) => {
    const error = refusalOf({ resourceServer, clientId: 'worker', scopes: [] });
    expect(error.violations).toStrictEqual([{
      rule: 'wrong-type',
      path: 'resourceServer',
      message: `resourceServer must be a ResourceServer or an imported one, but ${kind} was given`,
    }]);
  });

  test('an L1 is no API', () => {
    const resourceServer = new auth0.bindings.resourceServer.ResourceServer(stackOf(), 'L1', { identifier: 'a' });
    expect(refusalOf({ resourceServer, clientId: 'worker', scopes: [] }).message).toBe(message(
      'resourceServer must be a ResourceServer or an imported one, but an object was given [wrong-type]',
    ));
  });

  test.each<[string, any, string]>([
    ['a number for a client', { clientId: 7, scopes: [] }, 'clientId must be a string, but a number was given'],
    ['a text for scopes', { clientId: 'a', scopes: 'read' }, 'scopes must be a list, but a string was given'],
    ['an object for scopes', { clientId: 'a', scopes: { read: '' } }, 'scopes must be a list, but an object was given'],
    ['a list for a scope', { clientId: 'a', scopes: [['a']] }, 'scopes[0] must be a string, but a list was given'],
    [
      'a text for a flag',
      { clientId: 'a', allowAllScopes: 'true' },
      'allowAllScopes must be a boolean, but a string was given',
    ],
    [
      'a text for types',
      { clientId: 'a', scopes: [], subjectType: 'user', authorizationDetailsTypes: 'payment' },
      'authorizationDetailsTypes must be a list, but a string was given',
    ],
  ])('%s is of the wrong type', (_, props, text) => {
    expect(refusalOf(props).message).toBe(message(`${text} [wrong-type]`));
  });

  test.each([undefined, null])('%s for all props', (props: any) => {
    expect(errorOf(() => new auth0.ClientGrant(stackOf(), 'Grant', props)).message).toBe(message(
      'resourceServer must be a ResourceServer or an imported one, but nothing was given [wrong-type]',
      'clientId or defaultFor must be given, one of the two, but neither was [client-xor-default]',
      'scopes must be given, unless allowAllScopes is true [scopes-or-all]',
    ));
  });

  test.each([undefined, null])('%s is as good as left out', (nothing: any) => {
    const options = {
      defaultFor: nothing,
      allowAllScopes: nothing,
      subjectType: nothing,
      organizationUsage: nothing,
      allowAnyOrganization: nothing,
      authorizationDetailsTypes: nothing,
      provider: nothing,
      lifecycle: nothing,
      dependsOn: nothing,
    };
    const left = { audience: API_AUDIENCE, client_id: 'worker', scopes: [] };
    expect(grantOf({ clientId: 'worker', scopes: [], ...options })).toStrictEqual(left);
    expect(synthesizeOne(GRANT, (stack) => apiIn(stack).grant('worker', [], nothing))).toStrictEqual(left);
  });

  test.each<[string, (stack: TerraformStack) => unknown]>([
    ['new', (stack) => new auth0.ClientGrant(stack, 'Grant', { resourceServer: apiIn(stack) })],
    [
      'a subclass',
      (stack) => new (class extends auth0.ClientGrant {})(stack, 'Grant', { resourceServer: apiIn(stack) }),
    ],
  ])('of %s points to the line that asked for it', (_, refuse) => {
    const { message: text, stack: trace } = errorOf(() => refuse(stackOf()));
    const [frame] = trace.slice(trace.indexOf(text) + text.length).trim().split('\n');
    expect(frame).toContain(__filename);
  });
});

describe('tokens are not judged, and not printed', () => {
  const tokens = (stack: TerraformStack) => {
    const variable = new TerraformVariable(stack, 'token', {});
    return {
      text: variable.stringValue,
      flag: variable.booleanValue,
      list: variable.listValue,
    };
  };

  test('all of a grant', () => {
    const stack = stackOf();
    const { text, flag, list } = tokens(stack);
    new auth0.ClientGrant(stack, 'Grant', {
      resourceServer: apiIn(stack, { scopes: { a: 'A' } }),
      clientId: text,
      scopes: list,
      allowAllScopes: flag,
      subjectType: text as auth0.SubjectType,
      organizationUsage: text as auth0.OrganizationUsage,
      allowAnyOrganization: flag,
      authorizationDetailsTypes: list,
    });
    expect(warningsOf(stack)).toEqual([]);
    expect(Object.values(grantsOf(stack))).toEqual([{
      audience: SCOPES_AUDIENCE,
      client_id: '${var.token}',
      scopes: '${var.token}',
      allow_all_scopes: '${var.token}',
      subject_type: '${var.token}',
      organization_usage: '${var.token}',
      allow_any_organization: '${var.token}',
      authorization_details_types: '${var.token}',
    }]);
  });

  test('beside a mistake', () => {
    const stack = stackOf();
    const { text, list } = tokens(stack);
    const error = errorOf(() => new auth0.ClientGrant(stack, 'Grant', {
      resourceServer: apiIn(stack),
      clientId: text,
      defaultFor: text as auth0.DefaultFor,
      allowAllScopes: true,
      scopes: list,
      subjectType: text as auth0.SubjectType,
    }));
    expect(error.message).toBe(message(
      'clientId or defaultFor must be given, one of the two, but both were [client-xor-default]',
      'scopes must be left out where allowAllScopes is true, but a token was given, ' +
        'and the provider crashes on one here [all-scopes-unknown-scopes]',
    ));
    expect(error.stack).not.toMatch(/TfToken|var\.token/);
  });
});

describe('warnings are left on the grant', () => {
  const ON_API = auth0.AuthorizationDetails.types('payment');

  test.each<[string, Partial<auth0.ResourceServerProps>, Options, string]>([
    [
      'of clients where the API denies them',
      { subjectTypeAuthorization: { client: auth0.ClientPolicy.DENY_ALL } },
      { scopes: [] },
      `subjectType is 'client', for which the API denies all: the grant has no effect [grant-under-deny-all]`,
    ],
    [
      'of types that the API does not have',
      { authorizationDetails: ON_API },
      { scopes: [], subjectType: auth0.SubjectType.USER, authorizationDetailsTypes: ['payments'] },
      `authorizationDetailsTypes[0] 'payments' is not registered on the API, which has 'payment' [authz-types-registered]`,
    ],
    [
      'of any organization where none is allowed',
      {},
      { scopes: [], allowAnyOrganization: true },
      `allowAnyOrganization has no effect unless organizationUsage is 'allow' or 'require' [any-org-without-usage]`,
    ],
    [
      'of organizations for users',
      {},
      { scopes: [], subjectType: auth0.SubjectType.USER, organizationUsage: auth0.OrganizationUsage.REQUIRE },
      `organizationUsage is documented for client credentials only, but the subject type is 'user' [org-usage-user-subject]`,
    ],
  ])('%s', (_, props, options, warning) => {
    const stack = stackOf();
    const grant = new auth0.ClientGrant(stack, 'Grant', {
      resourceServer: apiIn(stack, props), clientId: 'worker', ...options,
    });
    expect(warningsOf(grant)).toEqual([warning]);
    expect(warningsOf(stack)).toEqual([warning]);
  });

  test('of an API whose identifier looks like an id', () => {
    const stack = stackOf();
    const grant = apiIn(stack, { identifier: '0123456789abcdef01234567' }).grant('worker', []);
    expect(warningsOf(grant)).toEqual(
      ['resourceServer looks like the id of an API, but must be its identifier [audience-not-id]'],
    );
  });

  test('none of what the API says of safe defaults', () => {
    const stack = stackOf();
    new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER }).grant('worker', []);
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('a scope that the API does not declare', () => {
  const declared = { 'read:orders': 'Read orders', 'write:orders': 'Write orders' };
  const line = (scope: string, names: string, meant = '') =>
    `ClientGrant 'stack/Api/Grant-worker': scope '${scope}' is not declared by ResourceServer 'stack/Api', ` +
    `which declares ${names}${meant && `: did you mean '${meant}'?`} [scope-not-on-api]`;

  test('is found at synth, with the declared names and the nearest', () => {
    const stack = stackOf();
    apiIn(stack, { scopes: declared }).grant('worker', ['read:orders', 'wirte:orders', 'delete']);
    expect(foundIn(stack)).toBe(atSynth(
      line('delete', `'read:orders', 'write:orders'`),
      line('wirte:orders', `'read:orders', 'write:orders'`, 'write:orders'),
    ));
  });

  test('is found beside scopes that were added after the grant', () => {
    const stack = stackOf();
    const api = apiIn(stack);
    api.grant('worker', ['raed:orders']);
    api.addScope('read:orders');
    expect(foundIn(stack)).toBe(atSynth(line('raed:orders', `'read:orders'`, 'read:orders')));
  });

  test('may be added after the grant', () => {
    const stack = stackOf();
    const api = apiIn(stack, { scopes: declared });
    api.grant('worker', ['late']);
    api.addScope('late');
    expect(Object.values<any>(grantsOf(stack))[0].scopes).toEqual(['late']);
  });

  test('is found by each synth', () => {
    const stack = stackOf();
    apiIn(stack, { scopes: declared }).grant('worker', ['delete']);
    expect(foundIn(stack)).toBe(foundIn(stack));
  });

  test('of third-party clients and of a grant in another stack is found, too', () => {
    const stack = stackOf();
    const api = apiIn(stack, { scopes: declared });
    api.grantThirdPartyClients(['delete']);
    const other = new TerraformStack(stack.node.root as any, 'other');
    new auth0.ClientGrant(other, 'Grant', { resourceServer: api, clientId: 'worker', scopes: ['remove'] });
    const names = `'read:orders', 'write:orders' [scope-not-on-api]`;
    expect(foundIn(stack)).toBe(atSynth(
      `ClientGrant 'stack/Api/Grant-third_party_clients': scope 'delete' is not declared by ` +
        `ResourceServer 'stack/Api', which declares ${names}`,
      `ClientGrant 'other/Grant': scope 'remove' is not declared by ResourceServer 'stack/Api', which declares ${names}`,
    ));
  });

  test('is as good as any where nothing is declared', () => {
    const stack = stackOf();
    apiIn(stack).grant('worker', ['anything']);
    expect(Object.values<any>(grantsOf(stack))[0].scopes).toEqual(['anything']);
  });

  test('is as good as any where a declared name is a token', () => {
    const stack = stackOf();
    const scope = new TerraformVariable(stack, 'scope', {}).stringValue;
    const api = apiIn(stack, { scopes: { a: 'A' } });
    api.grant('worker', ['anything']);
    api.addScope(`read:${scope}`);
    expect(Object.values<any>(grantsOf(stack))[0].scopes).toEqual(['anything']);
  });

  test('is as good as any where only Terraform knows the declared names', () => {
    const stack = stackOf();
    const map = new TerraformVariable(stack, 'scopes', { type: 'map(string)' });
    const api = apiIn(stack, { scopes: Token.asStringMap(map.value) });
    api.addScope('read');
    api.grant('worker', ['anything']);
    expect(Object.values<any>(grantsOf(stack))[0].scopes).toEqual(['anything']);
  });

  test('is not looked for in a list that was taken apart: CDKTF says what is wrong with that', () => {
    const stack = stackOf();
    const { listValue } = new TerraformVariable(stack, 'scopes', { type: 'list(string)' });
    apiIn(stack, { scopes: declared }).grant('worker', ['read:orders', ...listValue]);
    expect(foundIn(stack)).toMatch(/^Resolution error: Found an encoded list token string in a scalar string context\./);
  });

  test('is not looked for in tokens', () => {
    const stack = stackOf();
    const scope = new TerraformVariable(stack, 'scope', {}).stringValue;
    apiIn(stack, { scopes: declared }).grant('worker', [scope]);
    expect(Object.values<any>(grantsOf(stack))[0].scopes).toEqual(['${var.scope}']);
  });
});
