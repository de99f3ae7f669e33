import { TerraformOutput, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { stackOf, synthesize, warningsOf } from '../support/synth';

const API = 'auth0_resource_server';
const GRANT = 'auth0_client_grant';
const IDENTIFIER = 'https://api.example.com';
const DOMAIN = 'tenant.eu.auth0.com';

type Made = (stack: TerraformStack) => auth0.IResourceServer;

/** The grants of a stack in which an API that exists is granted, and what is looked up for them. */
function grantsOn(make: Made): { grants: any[]; data: any } {
  const stack = stackOf();
  const api = make(stack);
  api.grant('worker', ['read']);
  const { resource, data } = synthesize(stack);
  expect(warningsOf(stack)).toEqual([]);
  return { grants: Object.values(resource[GRANT]), data };
}

function errorOf(fails: () => unknown): any {
  try {
    fails();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

/** What outputs of these names become. */
function outputsOf(stack: TerraformStack, values: Record<string, unknown>): any {
  for (const [name, value] of Object.entries(values)) {
    new TerraformOutput(stack, name, { value, staticId: true });
  }
  const outputs = synthesize(stack).output;
  return Object.fromEntries(Object.keys(values).map((name) => [name, outputs[name].value]));
}

describe('fromIdentifier', () => {
  const make: Made = (stack) => auth0.ResourceServer.fromIdentifier(stack, 'Api', IDENTIFIER);

  test('looks the API up, and refers to what was found', () => {
    const stack = stackOf();
    const { identifier, audience, resourceServerId } = make(stack);
    expect(outputsOf(stack, { identifier, audience, resourceServerId })).toEqual({
      identifier: '${data.auth0_resource_server.Api_F70053CD.identifier}',
      audience: '${data.auth0_resource_server.Api_F70053CD.identifier}',
      resourceServerId: '${data.auth0_resource_server.Api_F70053CD.id}',
    });
    expect(synthesize(stack).data).toEqual({ [API]: { Api_F70053CD: { identifier: IDENTIFIER } } });
    expect(synthesize(stack).resource).toBeUndefined();
  });

  test('grants', () => {
    expect(grantsOn(make).grants).toEqual([
      { audience: '${data.auth0_resource_server.Api_F70053CD.identifier}', client_id: 'worker', scopes: ['read'] },
    ]);
  });

  test('takes a token', () => {
    const { data } = grantsOn((stack) => {
      const identifier = new TerraformVariable(stack, 'api', {}).stringValue;
      return auth0.ResourceServer.fromIdentifier(stack, 'Api', identifier);
    });
    expect(data).toEqual({ [API]: { Api_F70053CD: { identifier: '${var.api}' } } });
  });

  test.each([undefined, ''])('refuses %j', (identifier: any) => {
    const stack = stackOf();
    const error = errorOf(() => auth0.ResourceServer.fromIdentifier(stack, 'Api', identifier));
    const text = identifier === '' ? `must not be empty, but '' was given` : 'is required, but was not given';
    expect(error.message).toBe(
      `ResourceServer 'stack/Api' is not valid:\n  - identifier ${text} [identifier-${identifier === '' ? 'empty' : 'required'}]`,
    );
    expect(error.stack.slice(error.message.length + error.name.length + 2).trim().split('\n')[0]).toContain(__filename);
    expect(stack.node.tryFindChild('Api')).toBeUndefined();
  });

  test('takes what Auth0 reserves', () => {
    expect(grantsOn((stack) =>
      auth0.ResourceServer.fromIdentifier(stack, 'Api', `https://${DOMAIN}/api/v2/`)).grants).toHaveLength(1);
  });
});

describe('fromResourceServerId', () => {
  const make: Made = (stack) => auth0.ResourceServer.fromResourceServerId(stack, 'Api', 'abc');

  test('looks the API up, and refers to what was found', () => {
    const stack = stackOf();
    const { identifier, audience, resourceServerId } = make(stack);
    expect(outputsOf(stack, { identifier, audience, resourceServerId })).toEqual({
      identifier: '${data.auth0_resource_server.Api_F70053CD.identifier}',
      audience: '${data.auth0_resource_server.Api_F70053CD.identifier}',
      resourceServerId: '${data.auth0_resource_server.Api_F70053CD.id}',
    });
    expect(synthesize(stack).data).toEqual({ [API]: { Api_F70053CD: { resource_server_id: 'abc' } } });
  });

  test('grants', () => {
    expect(grantsOn(make).grants).toEqual([
      { audience: '${data.auth0_resource_server.Api_F70053CD.identifier}', client_id: 'worker', scopes: ['read'] },
    ]);
  });

  test('grants all scopes, and by default: which API it is cannot be told', () => {
    const stack = stackOf();
    const api = make(stack);
    api.grantAllScopes('worker');
    api.grantThirdPartyClients([]);
    expect(Object.keys(synthesize(stack).resource[GRANT])).toHaveLength(2);
  });
});

describe('fromAttributes', () => {
  test('looks nothing up', () => {
    const { grants, data } = grantsOn((stack) =>
      auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: IDENTIFIER }));
    expect(data).toBeUndefined();
    expect(grants).toEqual([{ audience: IDENTIFIER, client_id: 'worker', scopes: ['read'] }]);
  });

  test('gives what it was given', () => {
    const api = auth0.ResourceServer.fromAttributes(
      stackOf(), 'Api', { identifier: IDENTIFIER, resourceServerId: 'abc' },
    );
    expect([api.identifier, api.audience, api.resourceServerId]).toEqual([IDENTIFIER, IDENTIFIER, 'abc']);
  });

  test('says what to do about an id that is not known', () => {
    const api = auth0.ResourceServer.fromAttributes(stackOf(), 'Api', { identifier: IDENTIFIER });
    expect(() => api.resourceServerId).toThrow(new Error(
      "the id of 'stack/Api' is not known: give resourceServerId, or look the API up with ResourceServer.fromIdentifier",
    ));
  });

  test('takes tokens', () => {
    const stack = stackOf();
    const text = new TerraformVariable(stack, 'api', {}).stringValue;
    const api = auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: text, resourceServerId: text });
    expect(outputsOf(stack, { audience: api.audience, id: api.resourceServerId })).toEqual({
      audience: '${var.api}', id: '${var.api}',
    });
  });

  test.each<[string, any, string]>([
    ['no identifier', {}, 'identifier is required, but was not given [identifier-required]'],
    ['an empty identifier', { identifier: '' }, `identifier must not be empty, but '' was given [identifier-empty]`],
    ['nothing', undefined, 'identifier is required, but was not given [identifier-required]'],
    ['a list for an identifier', { identifier: [] }, 'identifier must be a string, but a list was given [wrong-type]'],
    [
      'a number for an id',
      { identifier: 'a', resourceServerId: 7 },
      'resourceServerId must be a string, but a number was given [wrong-type]',
    ],
    [
      'a text for scopes',
      { identifier: 'a', scopes: 'read' },
      'scopes must be a list, but a string was given [wrong-type]',
    ],
    [
      'a number for a scope',
      { identifier: 'a', scopes: [7] },
      'scopes[0] must be a string, but a number was given [wrong-type]',
    ],
  ])('refuses %s', (_, attributes, text) => {
    expect(errorOf(() => auth0.ResourceServer.fromAttributes(stackOf(), 'Api', attributes)).message).toBe(
      `ResourceServer 'stack/Api' is not valid:\n  - ${text}`,
    );
  });

  test('takes null for left out', () => {
    const attributes: any = { identifier: IDENTIFIER, resourceServerId: null, scopes: null };
    const api = auth0.ResourceServer.fromAttributes(stackOf(), 'Api', attributes);
    api.grant('worker', ['read']);
    expect(() => api.resourceServerId).toThrow("the id of 'stack/Api' is not known");
  });

  describe('the scopes', () => {
    const found = (scopes: string[] | undefined, use: (api: auth0.IResourceServer, stack: TerraformStack) => void) => {
      const stack = stackOf();
      use(auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: IDENTIFIER, scopes }), stack);
      return errorOf(() => Testing.synth(stack, true)).message;
    };
    const declared = ['write', 'read'];

    test('are what a grant is checked against', () => {
      expect(found(declared, (api) => api.grant('worker', ['raed']))).toContain(
        `\n  [stack] ClientGrant 'stack/Api/Grant-worker': scope 'raed' is not declared by ResourceServer 'stack/Api', ` +
        `which declares 'read', 'write': did you mean 'read'? [scope-not-on-api]\n`,
      );
    });

    test('are what a role is checked against', () => {
      expect(
        found(declared, (api, stack) => new auth0.Role(stack, 'Role', { name: 'a' }).allow(api, 'raed')),
      ).toContain(
        `\n  [stack] Role 'stack/Role': scope 'raed' is not declared by ResourceServer 'stack/Api', ` +
        `which declares 'read', 'write': did you mean 'read'? [role-permission-not-on-api]\n`,
      );
    });

    test.each<[string, string[] | undefined]>([
      ['declared', ['read']],
      ['any, where none are given', undefined],
      ['any, where an empty list is given', []],
      ['any, where one is a token', ['write', '${var.scope}']],
      ['any, where all are a token', Token.asList('${var.scopes}')],
    ])('may be used: %s', (_, scopes) => {
      expect(grantsOn((stack) =>
        auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: IDENTIFIER, scopes })).grants).toHaveLength(1);
    });
  });
});

describe.each<[string, 'fromManagementApi' | 'fromMyAccountApi' | 'fromMyOrganizationApi', string]>([
  ['Management API', 'fromManagementApi', 'api/v2/'],
  ['My Account API', 'fromMyAccountApi', 'me/'],
  ['My Organization API', 'fromMyOrganizationApi', 'my-org/'],
])("Auth0's %s", (title, method, path) => {
  const make = (stack: TerraformStack, domain = DOMAIN) => auth0.ResourceServer[method](stack, 'Api', domain);
  const forUsers = { subjectType: auth0.SubjectType.USER };

  test('is named by its domain', () => {
    const api = make(stackOf());
    expect([api.identifier, api.audience]).toEqual(Array(2).fill(`https://${DOMAIN}/${path}`));
  });

  test('is granted in one line', () => {
    const stack = stackOf();
    make(stack).grant('worker', ['read'], forUsers);
    const { resource, data } = synthesize(stack);
    expect(Object.values(resource[GRANT])).toEqual([
      { audience: `https://${DOMAIN}/${path}`, client_id: 'worker', scopes: ['read'], subject_type: 'user' },
    ]);
    expect(data).toBeUndefined();
    expect(warningsOf(stack)).toEqual([]);
  });

  test('is granted where the domain is a token', () => {
    const stack = stackOf();
    make(stack, new TerraformVariable(stack, 'domain', {}).stringValue).grant('worker', ['read'], forUsers);
    expect(Object.values<any>(synthesize(stack).resource[GRANT])[0].audience).toBe(`https://\${var.domain}/${path}`);
  });

  test('may be used by a role', () => {
    const stack = stackOf();
    new auth0.Role(stack, 'Role', { name: 'a' }).allow(make(stack), 'read');
    expect(Object.values<any>(synthesize(stack).resource.auth0_role_permissions)[0].permissions).toEqual([
      { name: 'read', resource_server_identifier: `https://${DOMAIN}/${path}` },
    ]);
  });

  test.each<[string, (stack: TerraformStack) => string]>([
    ['a domain of the tenant', () => DOMAIN],
    ['a custom domain', () => 'login.example.com'],
    ['a domain that is a token', (stack) => new TerraformVariable(stack, 'domain', {}).stringValue],
  ])('has no grant of all scopes and no default grant, for %s', (_, domain) => {
    const stack = stackOf();
    const api = make(stack, domain(stack));
    expect(errorOf(() => api.grantAllScopes('worker', forUsers)).message).toBe(
      `ClientGrant 'stack/Api/Grant-worker-user' is not valid:\n  - allowAllScopes cannot be given for Auth0's ${title}: ` +
      'name the scopes [all-scopes-system-api]',
    );
    expect(errorOf(() => api.grantThirdPartyClients(['read'], forUsers)).message).toBe(
      `ClientGrant 'stack/Api/Grant-third_party_clients-user' is not valid:\n  - defaultFor cannot be given for Auth0's ` +
      `${title}, which has no default grants [default-for-system-api]`,
    );
    expect(api.node.children).toEqual([]);
  });

  test.each<[any, string]>([
    [undefined, "domain is required, such as 'tenant.eu.auth0.com', but was not given [tenant-domain]"],
    ['', "domain must be a bare domain, such as 'tenant.eu.auth0.com', but '' was given [tenant-domain]"],
    [
      'https://tenant.eu.auth0.com',
      "domain must be a bare domain, such as 'tenant.eu.auth0.com', but 'https://tenant.eu.auth0.com' was given [tenant-domain]",
    ],
    [
      'tenant.eu.auth0.com/',
      "domain must be a bare domain, such as 'tenant.eu.auth0.com', but 'tenant.eu.auth0.com/' was given [tenant-domain]",
    ],
    [7, 'domain must be a string, but a number was given [wrong-type]'],
  ])('refuses the domain %j', (domain, text) => {
    const stack = stackOf();
    const error = errorOf(() => auth0.ResourceServer[method](stack, 'Api', domain));
    expect(error.message).toBe(`ResourceServer 'stack/Api' is not valid:\n  - ${text}`);
    expect(error.stack.slice(error.stack.indexOf(text) + text.length).trim().split('\n')[0]).toContain(__filename);
    expect(stack.node.tryFindChild('Api')).toBeUndefined();
  });
});

test.each<[string, (stack: TerraformStack, identifier: string) => auth0.IResourceServer]>([
  ['fromIdentifier', (stack, identifier) => auth0.ResourceServer.fromIdentifier(stack, 'Api', identifier)],
  ['fromAttributes', (stack, identifier) => auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier })],
])('%s warns of an identifier that begins or ends with white space', (_, make) => {
  const stack = stackOf();
  expect(warningsOf(make(stack, `${IDENTIFIER} `))).toEqual([
    `identifier begins or ends with white space, which is part of the audience: '${IDENTIFIER} ' [identifier-whitespace]`,
  ]);
});

describe('clients', () => {
  const warnings = (method: 'fromManagementApi' | 'fromMyAccountApi' | 'fromMyOrganizationApi', domain: string) => {
    const stack = stackOf();
    auth0.ResourceServer[method](stack, 'Api', domain).grant('worker', ['read']);
    return warningsOf(stack);
  };

  test.each([DOMAIN, 'login.example.com', '${var.domain}'])('get nothing of the My Account API of %s', (domain) => {
    expect(warnings('fromMyAccountApi', domain)).toEqual([
      `subjectType is 'client', for which the API denies all: the grant has no effect [grant-under-deny-all]`,
    ]);
  });

  test('may get something of the others', () => {
    expect(warnings('fromManagementApi', DOMAIN)).toEqual([]);
    expect(warnings('fromMyOrganizationApi', DOMAIN)).toEqual([]);
  });
});

describe('importFrom', () => {
  const api = (stack: TerraformStack, props: Partial<auth0.ResourceServerProps> = {}) =>
    new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, safeDefaults: false, ...props });
  const own = { id: 'abc', to: 'auth0_resource_server.Api_F70053CD' };
  const scopes = { id: IDENTIFIER, to: 'auth0_resource_server_scopes.Api_Scopes_8D348A6D' };

  test('imports the API alone where it declares no scopes', () => {
    const stack = stackOf();
    api(stack).importFrom('abc');
    expect(synthesize(stack).import).toEqual([own]);
  });

  test('imports the API by its id and the scopes by its identifier', () => {
    const stack = stackOf();
    api(stack, { scopes: { a: 'A' } }).importFrom('abc');
    expect(synthesize(stack).import).toEqual([own, scopes]);
  });

  test('imports scopes that are added later, too', () => {
    const stack = stackOf();
    const made = api(stack);
    made.importFrom('abc');
    made.addScope('a');
    made.addScope('b');
    expect(synthesize(stack).import).toEqual([own, scopes]);
  });

  test('takes the identifier for an id', () => {
    const stack = stackOf();
    api(stack, { scopes: { a: 'A' } }).importFrom(IDENTIFIER);
    expect(synthesize(stack).import).toEqual([{ ...own, id: IDENTIFIER }, scopes]);
  });

  test('heeds the provider, the addresses and the last id', () => {
    const stack = stackOf();
    const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
    const made = api(stack, { provider, scopes: { a: 'A' } });
    made.importFrom('cba');
    made.importFrom('abc');
    made.resource.overrideLogicalId('orders');
    expect(synthesize(stack).import).toEqual([
      { id: 'abc', to: 'auth0_resource_server.orders', provider: 'auth0.other' },
      { ...scopes, provider: 'auth0.other' },
    ]);
  });

  test('takes tokens', () => {
    const stack = stackOf();
    const text = new TerraformVariable(stack, 'api', {}).stringValue;
    api(stack, { identifier: text, scopes: { a: 'A' } }).importFrom(text);
    expect(synthesize(stack).import).toEqual([{ ...own, id: '${var.api}' }, { ...scopes, id: '${var.api}' }]);
  });

  test('needs no Terraform at synth', () => {
    const { PATH, TERRAFORM_BINARY_NAME } = process.env;
    try {
      process.env.PATH = '';
      process.env.TERRAFORM_BINARY_NAME = 'no-such-binary';
      const stack = stackOf();
      api(stack, { scopes: { a: 'A' } }).importFrom('abc');
      expect(synthesize(stack).import).toEqual([own, scopes]);
    } finally {
      process.env.PATH = PATH;
      delete process.env.TERRAFORM_BINARY_NAME;
      Object.assign(process.env, TERRAFORM_BINARY_NAME === undefined ? {} : { TERRAFORM_BINARY_NAME });
    }
  });

  test('comes out in HCL, too', () => {
    const stack = stackOf();
    const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
    api(stack, { provider, scopes: { a: 'A' } }).importFrom('abc');
    expect(Testing.synthHcl(stack, true)).toContain([
      'import {',
      'id = "abc"',
      'to = auth0_resource_server.Api_F70053CD',
      'provider = auth0.other',
      '}',
    ].join('\n'));
  });

  describe('a definition of the Management API', () => {
    const definition = (stack: TerraformStack) =>
      new auth0.ResourceServer(
        stack, 'Api', { identifier: `https://${DOMAIN}/api/v2/`, tokenLifetime: auth0.Duration.hours(1) },
      );
    const reserved =
      `identifier is reserved by Auth0, so this API cannot be created, only imported: 'https://${DOMAIN}/api/v2/' [identifier-reserved]`;

    test('is warned of once, at synth', () => {
      const stack = stackOf();
      definition(stack);
      expect(warningsOf(stack)).toEqual([]);
      synthesize(stack);
      synthesize(stack);
      expect(warningsOf(stack)).toEqual([reserved]);
    });

    test('is not warned of where it is imported', () => {
      const stack = stackOf();
      definition(stack).importFrom('abc');
      expect(synthesize(stack).import).toEqual([own]);
      expect(warningsOf(stack)).toEqual([]);
    });

    test.each<[string, Partial<auth0.ResourceServerProps>, string]>([
      [
        'an algorithm',
        { signingAlg: auth0.SigningAlg.RS256 },
        "signingAlg cannot be changed on Auth0's Management API, and would be silently ignored: leave it out " +
          '[sys-management-updatable]',
      ],
      [
        'a policy for clients',
        { subjectTypeAuthorization: { client: auth0.ClientPolicy.DENY_ALL } },
        "subjectTypeAuthorization.client cannot be changed on Auth0's Management API: leave it out " +
          '[sys-management-client-policy]',
      ],
    ])('is refused %s, with the reason', (_, props, text) => {
      const identifier = `https://${DOMAIN}/api/v2/`;
      expect(errorOf(() => new auth0.ResourceServer(stackOf(), 'Api', { identifier, ...props })).message).toBe(
        `ResourceServer 'stack/Api' is not valid:\n  - ${text}`,
      );
    });
  });
});
