import { TerraformStack, Token } from 'cdktf';
import { schemaProblems, settablePaths } from './schema';
import { appOf } from './synth';
import { bindings } from '../../lib';

/** The problems of one resource. */
function problemsOf(type: string, config: object): string[] {
  return schemaProblems({ resource: { [type]: { it: config } } });
}

const API = { identifier: 'https://api.example.com' };
const KEY = { algorithm: 'RSA-OAEP-256', pem: 'text' };

describe('valid input has no problems', () => {
  test.each<[string, string, object]>([
    ['the least', 'auth0_resource_server', API],
    [
      'every type of attribute, blocks as objects and as lists',
      'auth0_resource_server',
      {
        ...API,
        enforce_policies: true,
        token_lifetime: 60,
        token_encryption: { format: 'compact-nested-jwe', encryption_key: [KEY] },
        authorization_details: [{ type: 'a' }, { type: 'b' }],
        authorization_policy: [{}],
      },
    ],
    ['lists and maps', 'auth0_client', { name: 'a', callbacks: ['a', 'b'], client_metadata: { a: 'b' } }],
    ['references for every type', 'auth0_client', {
      name: 'Client of ${var.name}',
      callbacks: '${var.callbacks}',
      allowed_origins: ['${var.origin}'],
      client_metadata: '${var.metadata}',
      cross_origin_auth: '${var.cross}',
      jwt_configuration: { lifetime_in_seconds: '${\nvar.lifetime}' },
    }],
    ['meta-arguments', 'auth0_resource_server', {
      ...API,
      '//': {},
      'depends_on': ['a.b'],
      'count': 2,
      'for_each': {},
      'provider': 'auth0.other',
      'lifecycle': { prevent_destroy: true },
      'connection': {},
      'provisioner': [],
    }],
    ['a dynamic block', 'auth0_resource_server_scopes', {
      resource_server_identifier: 'a',
      dynamic: { scopes: { for_each: '${var.scopes}', content: { name: '${scopes.key}' } } },
    }],
    ['types of other providers', 'random_password', { whatever: 1 }],
  ])('%s', (_, type, config) => {
    expect(problemsOf(type, config)).toEqual([]);
  });

  test('no resources at all', () => {
    expect(schemaProblems({})).toEqual([]);
  });

  test('what the bindings make', () => {
    const stack = new TerraformStack(appOf(), 'stack');
    new bindings.provider.Auth0Provider(stack, 'auth0', { domain: 'tenant.example.com', alias: 'a', debug: true });
    new bindings.dataAuth0Client.DataAuth0Client(stack, 'client', { name: 'a' });
    new bindings.resourceServer.ResourceServer(stack, 'api', API);
    expect(schemaProblems(stack.toTerraform())).toEqual([]);
  });
});

describe('of broken input, every problem is told', () => {
  test.each<[string, string, object, string[]]>([
    ['an unknown type', 'auth0_api', API, [': no such type']],
    ['an unknown attribute', 'auth0_resource_server', { ...API, scopes: [] }, ['.scopes: no such attribute']],
    ['camel case', 'auth0_resource_server', { ...API, tokenLifetime: 1 }, ['.tokenLifetime: no such attribute']],
    ['an unknown attribute in a block', 'auth0_resource_server', { ...API, token_encryption: { key: {} } }, [
      '.token_encryption.key: no such attribute',
    ]],
    ['a computed attribute', 'auth0_resource_server', { ...API, client_id: 'a', is_system: true }, [
      '.client_id: is computed, and cannot be set',
      '.is_system: is computed, and cannot be set',
    ]],
    ['no required attribute', 'auth0_resource_server', {}, ['.identifier: is required']],
    ['no required attribute in a block', 'auth0_resource_server', {
      ...API, token_encryption: { encryption_key: { kid: 'a' } },
    }, [
      '.token_encryption.encryption_key.algorithm: is required',
      '.token_encryption.encryption_key.pem: is required',
    ]],
    ['no string', 'auth0_resource_server', { identifier: 1 }, ['.identifier: must be a string, is number']],
    [
      'no number',
      'auth0_resource_server',
      { ...API, token_lifetime: '60' },
      ['.token_lifetime: must be a number, is string'],
    ],
    [
      'no boolean',
      'auth0_resource_server',
      { ...API, enforce_policies: 'true' },
      ['.enforce_policies: must be a boolean, is string'],
    ],
    ['null', 'auth0_resource_server', { ...API, name: null }, ['.name: must be a string, is null']],
    [
      'an object for a string',
      'auth0_resource_server',
      { identifier: {} },
      ['.identifier: must be a string, is object'],
    ],
    ['a list for a string', 'auth0_resource_server', { identifier: ['a'] }, ['.identifier: must be a string, is list']],
    ['text around a reference for a number', 'auth0_resource_server', { ...API, token_lifetime: '1${var.a}' }, [
      '.token_lifetime: must be a number, is string',
    ]],
    ['no list', 'auth0_client', { name: 'a', callbacks: 'b' }, ['.callbacks: must be a list, is string']],
    [
      'a wrong member of a list',
      'auth0_client',
      { name: 'a', callbacks: ['b', 1] },
      ['.callbacks[1]: must be a string, is number'],
    ],
    ['no map', 'auth0_client', { name: 'a', client_metadata: ['b'] }, ['.client_metadata: must be an object, is list']],
    ['a wrong member of a map', 'auth0_client', { name: 'a', client_metadata: { b: true } }, [
      '.client_metadata.b: must be a string, is boolean',
    ]],
    ['a map in a list', 'auth0_log_stream', { name: 'a', type: 'http', filters: [{ type: 1 }], sink: {} }, [
      '.filters[0].type: must be a string, is number',
    ]],
    ['a scalar for a block', 'auth0_resource_server', { ...API, token_encryption: 'off', authorization_policy: null }, [
      '.token_encryption: is no block',
      '.authorization_policy: is no block',
    ]],
    ['a reference for a block', 'auth0_resource_server', { ...API, authorization_details: '${var.a}' }, [
      '.authorization_details: is no block',
    ]],
    ['a scalar in a list of blocks', 'auth0_resource_server', { ...API, authorization_details: [{}, 'a'] }, [
      '.authorization_details[1]: is no block',
    ]],
    ['a list in a list of blocks', 'auth0_resource_server', { ...API, authorization_details: [[{}]] }, [
      '.authorization_details[0]: is no block',
    ]],
    ['two blocks where one can be', 'auth0_resource_server', { ...API, token_encryption: [{}, {}] }, [
      '.token_encryption: at most 1, but 2 given',
    ]],
    ['two single blocks', 'auth0_action', {
      name: 'a', code: 'b', supported_triggers: { id: 'c', version: 'd' }, timeouts: [{}, {}],
    }, ['.timeouts: at most 1, but 2 given']],
    ['too many blocks', 'auth0_resource_server', {
      ...API, access_token: { claims_mapping: { custom_claims: Array(21).fill({ name: 'a', expression: 'b' }) } },
    }, ['.access_token.claims_mapping.custom_claims: at most 20, but 21 given']],
    ['too few blocks', 'auth0_resource_server_scopes', { resource_server_identifier: 'a', scopes: [] }, [
      '.scopes: at least 1 required',
    ]],
    ['no block where one must be', 'auth0_resource_server_scopes', { resource_server_identifier: 'a' }, [
      '.scopes: at least 1 required',
    ]],
    ['a wrong dynamic block', 'auth0_resource_server_scopes', {
      resource_server_identifier: 'a', dynamic: { scopes: { for_each: '${var.a}', content: { value: 1 } } },
    }, ['.scopes.value: no such attribute', '.scopes.name: is required']],
    ['an empty dynamic block', 'auth0_resource_server_scopes', {
      resource_server_identifier: 'a', dynamic: { scopes: null },
    }, [
      '.scopes.for_each: is required',
      '.scopes: is no block',
    ]],
    ['a dynamic block of an attribute', 'auth0_resource_server', {
      ...API, dynamic: { name: { for_each: '${var.a}', content: {} } },
    }, [
      '.name: no such block',
    ]],
    ['tokens', 'auth0_client', {
      name: `a ${Token.asString({ a: 1 })}`,
      callbacks: Token.asList({ a: 1 }),
      jwt_configuration: { lifetime_in_seconds: Token.asNumber({ a: 1 }) },
    }, [
      '.name: is a token that was not resolved',
      '.callbacks: is a token that was not resolved',
      '.jwt_configuration.lifetime_in_seconds: is a token that was not resolved',
    ]],
    ['several', 'auth0_resource_server', { name: 1, token_lifetime: 'a', extra: 1 }, [
      '.name: must be a string, is number',
      '.token_lifetime: must be a number, is string',
      '.extra: no such attribute',
      '.identifier: is required',
    ]],
  ])('%s', (_, type, config, expected) => {
    expect(problemsOf(type, config)).toEqual(expected.map((problem) => `${type}.it${problem}`));
  });

  test('in data sources', () => {
    expect(schemaProblems({ data: { auth0_client: { it: { name: 1 } }, auth0_api: { it: {} } } })).toEqual([
      'data.auth0_client.it.name: must be a string, is number',
      'data.auth0_api.it: no such type',
    ]);
  });

  test('in every instance of a provider', () => {
    expect(schemaProblems({ provider: { auth0: [{ domain: 'a' }, { alias: 'b', domain: 1, url: 'c' }] } })).toEqual([
      'provider.auth0[1].domain: must be a string, is number',
      'provider.auth0[1].url: no such attribute',
    ]);
  });
});

test('settablePaths are those of attributes that a user can set', () => {
  expect(settablePaths('auth0_resource_server_scopes')).toEqual([
    'resource_server_identifier',
    'scopes.description',
    'scopes.name',
  ]);
  expect(settablePaths('auth0_resource_server')).toEqual(
    expect.arrayContaining(['identifier', 'token_encryption.encryption_key.pem', 'token_encryption.disable']),
  );
  expect(settablePaths('auth0_resource_server')).not.toEqual(expect.arrayContaining(['is_system']));
});
