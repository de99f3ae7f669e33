import { UNKNOWN } from '../../../lib/schema/value';
import { readTenant } from '../../../lib/tenant/read-tenant';
import type { SourceResource } from '../../../lib/tenant/source';
import { isTerraformShow, terraformShowSource } from '../../../lib/tenant/sources/terraform-show';
import { descriptionOf } from '../../support/description';
import { shown, stateOf } from '../../support/shown';

const source = (document: any) => terraformShowSource(document, 'state.json');
const resourcesIn = (document: any): SourceResource[] => Array.from(source(document).resources);

describe('a state', () => {
  test('has resources and data sources, with their values', () => {
    const [client, role] = resourcesIn(stateOf([
      shown('auth0_client.worker', { name: 'Worker', callbacks: null }), shown('data.auth0_role.clerk', { name: 'Clerk' }),
    ]));
    expect(client).toMatchObject({ type: 'auth0_client', address: 'auth0_client.worker', provider: '' });
    expect(['name', 'callbacks', 'description'].map((name) => client.get(name))).toEqual(['Worker', null, undefined]);
    expect(role).toMatchObject({ type: 'data.auth0_role', address: 'data.auth0_role.clerk' });
    expect(client.path).toBeUndefined();
  });

  test('has the resources of modules, and of modules within them', () => {
    const inner = { address: 'module.shop.module.inner["a.b"]', resources: [shown('module.shop.module.inner["a.b"].data.auth0_role.clerk')] };
    const shop = { address: 'module.shop', resources: [shown('module.shop.auth0_client.worker')], child_modules: [inner] };
    expect(resourcesIn(stateOf([shown('auth0_client.worker')], { child_modules: [shop, { address: 'module.empty' }] }))
      .map(({ type, address }) => `${type} ${address}`)).toEqual([
      'auth0_client auth0_client.worker',
      'auth0_client module.shop.auth0_client.worker',
      'data.auth0_role module.shop.module.inner["a.b"].data.auth0_role.clerk',
    ]);
  });

  test('has every instance of a resource', () => {
    expect(resourcesIn(stateOf([
      shown('auth0_client.worker[0]', { name: 'a' }), shown('auth0_client.worker[1]', { name: 'b' }),
      shown('auth0_role.clerk["eu west"]', { name: 'c' }),
    ])).map((resource) => `${resource.address} ${resource.get('name')}`)).toEqual([
      'auth0_client.worker[0] a', 'auth0_client.worker[1] b', 'auth0_role.clerk["eu west"] c',
    ]);
  });

  test('has outputs', () => {
    const { name, output } = source({ format_version: '1.0', values: { outputs: { id: { value: 'abc', sensitive: false }, odd: 5 }, root_module: {} } });
    expect([name, output('id'), output('odd'), output('other')]).toEqual(['', 'abc', undefined, undefined]);
  });

  test('does not tell what is sensitive: not an output, an attribute, or one with something sensitive in it', () => {
    const { output, resources } = source({
      format_version: '1.0',
      values: {
        outputs: { id: { value: 'abc', sensitive: true } },
        root_module: {
          resources: [shown('auth0_resource_server.a', { name: 'a', identifier: 'b', scopes: [{ name: 'c' }], signing_secret: 'd' }, {
            sensitive_values: { identifier: true, scopes: [{ name: true }], signing_secret: true, subject_type_authorization: [{}] },
          })],
        },
      },
    });
    const [api] = Array.from(resources);
    expect([output('id'), ...['name', 'identifier', 'scopes', 'signing_secret'].map((name) => api.get(name))]).toEqual([UNKNOWN, 'a', UNKNOWN, UNKNOWN, UNKNOWN]);
  });

  test('has an empty string for what Auth0 does not have: it is not set', () => {
    const [grant] = resourcesIn(stateOf([shown('auth0_client_grant.g', { client_id: 'abc', default_for: '' })]));
    expect([grant.get('client_id'), grant.get('default_for')]).toEqual(['abc', undefined]);
  });

  test.each([
    ['is empty', { format_version: '1.0' }],
    ['has no modules', { format_version: '1.0', values: {} }],
    ['has no resources', { format_version: '1.0', values: { root_module: {} } }],
    ['has null for all', { format_version: '1.0', values: { outputs: null, root_module: { resources: null, child_modules: null } } }],
  ])('that %s has nothing', (_, document) => {
    expect(resourcesIn(document)).toEqual([]);
  });

  test('may have properties that are not read', () => {
    const document = { ...stateOf([shown('auth0_client.worker', {}, { tainted: true, depends_on: [5] })]), checks: 5, future: { a: [] } };
    expect(resourcesIn(document)).toHaveLength(1);
  });
});

test('the model of a state connects resources by ids and identifiers', () => {
  const { apis, clients, grants, permissions } = descriptionOf(readTenant([source(stateOf([
    shown('auth0_resource_server.orders', {
      id: 'abc',
      identifier: 'https://api.example.com',
      enforce_policies: true,
      name: null,
      subject_type_authorization: [{ user: [{ policy: 'allow_all' }], client: [], anonymous_user: [] }],
    }),
    shown('auth0_resource_server_scopes.orders', {
      resource_server_identifier: 'https://api.example.com', scopes: [{ name: 'read', description: '' }],
    }),
    shown('auth0_client.worker', { client_id: 'w1', id: 'w1', resource_server_identifier: null, token_exchange: [] }),
    shown('auth0_client.own', { client_id: 'w2', resource_server_identifier: 'https://api.example.com' }),
    shown('auth0_client_credentials.worker', { client_id: 'w1', authentication_method: 'client_secret_post' }),
    shown('auth0_client_grant.one', { client_id: 'w1', audience: 'https://api.example.com', scopes: ['read'], subject_type: 'client', default_for: null }),
    shown('auth0_client_grant.all', { client_id: '', audience: 'https://api.example.com', scopes: [], default_for: 'third_party_clients' }),
    shown('auth0_client_grant.far', { client_id: 'w9', audience: 'elsewhere', scopes: null, allow_all_scopes: true }),
    shown('auth0_role.clerk', { id: 'rol_1', name: 'Clerk' }),
    shown('auth0_role_permissions.clerk', {
      role_id: 'rol_1', permissions: [{ name: 'read', resource_server_identifier: 'https://api.example.com', resource_server_name: 'a' }],
    }),
    shown('auth0_role_permission.boss', { role_id: 'rol_2', permission: 'read', resource_server_identifier: 'elsewhere' }),
  ]))]));
  expect(apis).toEqual([{
    address: 'auth0_resource_server.orders',
    provider: '',
    kind: 'defined',
    identifier: 'https://api.example.com',
    enforcePolicies: true,
    policies: [null, 'allow_all', null],
    authorizationDetails: [],
    scopes: ['read'],
  }]);
  expect(clients).toEqual([
    expect.objectContaining({ address: 'auth0_client.worker', exchangesOnBehalfOf: false }),
    expect.objectContaining({ address: 'auth0_client.own', linkedApi: '-> auth0_resource_server.orders' }),
  ]);
  expect(clients[0]).not.toHaveProperty('linkedApi');
  expect(grants.map(({ api, client, defaultFor, scopes }: any) => [api, client, defaultFor, scopes])).toEqual([
    ['-> auth0_resource_server.orders', '-> auth0_client.worker', undefined, ['read']],
    ['-> auth0_resource_server.orders', undefined, 'third_party_clients', []],
    ['elsewhere', 'w9', undefined, []],
  ]);
  expect(permissions.map(({ role, permissions: list }: any) => [role, list[0].api])).toEqual([
    ['-> auth0_role.clerk', '-> auth0_resource_server.orders'], ['rol_2', 'elsewhere'],
  ]);
});

test.each([[{ format_version: '1.0' }, true], [{ planned_values: {} }, true], [{ values: {} }, false], [{ resource: {} }, false]])(
  '%j is what terraform show prints: %p', (document, expected) => {
    expect(isTerraformShow(document)).toBe(expected);
  },
);
