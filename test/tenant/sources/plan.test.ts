import { UNKNOWN } from '../../../lib/schema/value';
import { readTenant } from '../../../lib/tenant/read-tenant';
import type { SourceResource } from '../../../lib/tenant/source';
import { terraformShowSource } from '../../../lib/tenant/sources/terraform-show';
import { change, configured, reference, shown } from '../../support/shown';

interface Plan {
  readonly resources?: object[];
  readonly children?: object[];
  readonly changes?: object[];
  readonly configuration?: object;
  readonly prior?: object[];
}

/** Returns the output of `terraform show -json` for a plan. */
function planOf({ resources = [], children, changes = [], configuration = {}, prior = [] }: Plan): any {
  return {
    format_version: '1.2',
    planned_values: { root_module: { resources, child_modules: children } },
    resource_changes: changes,
    prior_state: { format_version: '1.0', values: { root_module: { resources: prior } } },
    configuration: { provider_config: {}, root_module: configuration },
    variables: {},
  };
}

const source = (plan: Plan) => terraformShowSource(planOf(plan), 'plan.json');
const resourcesIn = (plan: Plan): SourceResource[] => Array.from(source(plan).resources);

/** Returns the value of an attribute of a planned grant. */
function planned(values: object, unknown: object, expressions: object): (attribute: string) => unknown {
  const [grant] = resourcesIn({
    resources: [shown('auth0_client_grant.g', values)],
    changes: [change('auth0_client_grant.g', unknown)],
    configuration: { resources: [configured('auth0_client_grant.g', expressions)] },
  });
  return (attribute) => grant.get(attribute);
}

describe('a value', () => {
  test('that is planned is known', () => {
    const get = planned({ audience: 'api', scopes: ['a'] }, { client_id: true }, {});
    expect([get('audience'), get('scopes'), get('subject_type')]).toEqual(['api', ['a'], undefined]);
  });

  test.each<[string, unknown, unknown]>([
    ['the reference of the configuration', reference('auth0_client.worker.client_id'), '${auth0_client.worker.client_id}'],
    ['the reference to an instance', reference('auth0_client.worker[0].client_id'), '${auth0_client.worker[0].client_id}'],
    ['the reference to another instance', reference('auth0_client.worker["eu west"].client_id'), '${auth0_client.worker["eu west"].client_id}'],
    ['the reference to a data source', reference('data.auth0_client.worker.client_id'), '${data.auth0_client.worker.client_id}'],
    ['not known with two references', { references: ['auth0_client.a.client_id', 'auth0_client.a', 'auth0_client.b.client_id', 'auth0_client.b'] }, UNKNOWN],
    ['not known with an index that is counted', { references: ['auth0_client.worker', 'count.index'] }, UNKNOWN],
    ['not known with a value of each instance', { references: ['each.value'] }, UNKNOWN],
    ['not known with a variable of a module', { references: ['var.client'] }, UNKNOWN],
    ['not known with something of a block', { references: ['a.b.c[0].d', 'a.b.c[0]', 'a.b.c', 'a.b'] }, UNKNOWN],
    ['not known without references', { constant_value: 'a' }, UNKNOWN],
    ['not set where the configuration says nothing: Auth0 chooses it', undefined, undefined],
    ['not known with an expression that is none', null, UNKNOWN],
    ['not known with references that are none', { references: 'auth0_client' }, UNKNOWN],
  ])('that is known after the apply is %s', (_, expression, expected) => {
    expect(planned({}, { client_id: true }, { client_id: expression })('client_id')).toBe(expected);
  });

  test('that is known after the apply is unknown if the configuration does not tell it', () => {
    const [grant] = resourcesIn({ resources: [shown('auth0_client_grant.g')], changes: [change('auth0_client_grant.g', { client_id: true })] });
    expect(grant.get('client_id')).toBe(UNKNOWN);
    // dynamic blocks are not in the configuration of a plan
    expect(planned({}, { permissions: true }, {})('permissions')).toBe(UNKNOWN);
  });

  test('is known in part: in lists', () => {
    expect(planned({ scopes: ['a', null] }, { scopes: [false, true] }, { scopes: { references: ['var.a'] } })('scopes')).toEqual(['a', UNKNOWN]);
    expect(planned({ scopes: ['a'] }, { scopes: [false] }, {})('scopes')).toEqual(['a']);
    expect(planned({ scopes: [] }, { scopes: [] }, {})('scopes')).toEqual([]);
  });

  test('is known in part: in blocks', () => {
    const expressions = {
      permissions: [{ name: { constant_value: 'a' }, api: reference('auth0_resource_server.a.identifier') }, { name: { references: ['var.b'] } }],
    };
    const get = planned({ permissions: [{ name: 'a' }, {}] }, { permissions: [{ api: true }, { name: true }] }, expressions);
    expect(get('permissions')).toEqual([{ name: 'a', api: '${auth0_resource_server.a.identifier}' }, { name: UNKNOWN }]);
    expect(planned({ block: { a: 'a' } }, { block: { b: true } }, { block: { b: reference('a.b.c') } })('block')).toEqual({ a: 'a', b: '${a.b.c}' });
    expect(planned({ block: [{ a: 'a' }] }, { block: [{}] }, {})('block')).toEqual([{ a: 'a' }]);
  });

  test('of blocks that Terraform repeats has no expression of its own', () => {
    const get = planned({ permissions: [{}, {}] }, { permissions: [{ api: true }, { api: true }] }, { permissions: [{ api: reference('a.b.c') }] });
    expect(get('permissions')).toEqual([{ api: UNKNOWN }, { api: UNKNOWN }]);
  });
});

describe('a resource', () => {
  test.each([['auth0', ''], ['auth0.eu', 'eu'], ['module.shop:auth0.eu', 'eu'], ['module.shop:auth0', ''], [undefined, '']])(
    'of the provider %p has the alias %j', (key, alias) => {
      const [resource] = resourcesIn({
        resources: [shown('auth0_client.a[0]')], configuration: { resources: [{ ...configured('auth0_client.a'), provider_config_key: key }] },
      });
      expect(resource.provider).toBe(alias);
    },
  );

  test('that is imported is there as well', () => {
    const [resource] = resourcesIn({
      resources: [shown('auth0_role.clerk', { name: 'Clerk' })],
      changes: [change('auth0_role.clerk', {}, { actions: ['no-op'], importing: { id: 'rol_1' } })],
    });
    expect(resource.get('name')).toBe('Clerk');
  });

  test('that is deleted is left out', () => {
    expect(resourcesIn({ changes: [change('auth0_role.clerk', {}, { actions: ['delete'] })] })).toEqual([]);
  });

  test('is the planned one, not the deposed one of a failed replacement', () => {
    const [resource] = resourcesIn({
      resources: [shown('auth0_role.clerk', {})],
      configuration: { resources: [configured('auth0_role.clerk', { name: {} })] },
      changes: [change('auth0_role.clerk', { name: true }), { ...change('auth0_role.clerk', {}), deposed: 'abc' }],
    });
    expect(resource.get('name')).toBe(UNKNOWN);
  });
});

describe('a data source', () => {
  const found = shown('data.auth0_client.found', { client_id: 'abc' });

  test('that was read while planning comes from the prior state', () => {
    const [data] = resourcesIn({ prior: [found, shown('auth0_client.gone')], configuration: { resources: [configured('data.auth0_client.found', {}, 'auth0.eu')] } });
    expect(data).toMatchObject({ type: 'data.auth0_client', address: 'data.auth0_client.found', provider: 'eu' });
    expect(data.get('client_id')).toBe('abc');
  });

  test('that is read again at the apply is the planned one', () => {
    const all = resourcesIn({
      resources: [shown('data.auth0_client.found', { name: 'Worker' })], prior: [found], changes: [change('data.auth0_client.found', { client_id: true })],
    });
    expect(all).toHaveLength(1);
    expect([all[0].get('name'), all[0].get('client_id')]).toEqual(['Worker', UNKNOWN]);
  });
});

describe('a module', () => {
  const inModule = (module: string): object => ({
    address: module,
    resources: [shown(`${module}.auth0_client.worker`, { name: module }), shown(`${module}.auth0_client_grant.g`, { audience: 'api', scopes: [] })],
  });
  const unknownIn = (module: string) => [change(`${module}.auth0_client.worker`, { client_id: true }), change(`${module}.auth0_client_grant.g`, { client_id: true })];
  const module = {
    resources: [configured('auth0_client.worker'), configured('auth0_client_grant.g', { client_id: reference('auth0_client.worker.client_id') })],
  };

  test.each([
    ['once', ['module.shop']],
    ['with count', ['module.shop[0]', 'module.shop[1]']],
    ['with for_each', ['module.shop["eu.west"]', 'module.shop["us]\\"east"]']],
  ])('that is used %s has its own references', (_, modules) => {
    const tenant = readTenant([source({
      children: modules.map(inModule),
      changes: modules.flatMap(unknownIn),
      configuration: { module_calls: { shop: { source: './shop', module } } },
    })]);
    expect(tenant.grants.map(({ client }) => client?.client?.title)).toEqual(modules.map((one) => `${one}.auth0_client.worker`));
    expect(new Set(tenant.grants.map(({ client }) => client?.key)).size).toBe(modules.length);
  });

  test('within another has its own references', () => {
    const tenant = readTenant([source({
      children: [{ address: 'module.a', child_modules: [inModule('module.a.module.b')] }],
      changes: unknownIn('module.a.module.b'),
      configuration: { module_calls: { a: { module: { module_calls: { b: { module } } } } } },
    })]);
    expect(tenant.grants[0].client?.client).toBe(tenant.clients[0]);
  });
});

test('the model of a plan has the resources that will be created', () => {
  const tenant = readTenant([source({
    resources: [
      shown('auth0_resource_server.orders', { identifier: 'https://api.example.com' }),
      shown('auth0_client.worker', { name: 'Worker' }),
      shown('auth0_client_grant.g', { audience: 'https://api.example.com', scopes: ['read'] }),
      shown('auth0_role.clerk', { name: 'Clerk' }),
      shown('auth0_role_permissions.p', { permissions: [{ name: 'read', resource_server_identifier: 'https://api.example.com' }] }),
    ],
    changes: [
      change('auth0_client.worker', { client_id: true, id: true }), change('auth0_client_grant.g', { client_id: true, subject_type: true }),
      change('auth0_role_permissions.p', { role_id: true, permissions: [{ description: true, resource_server_name: true }] }),
    ],
    configuration: {
      resources: [
        configured('auth0_client.worker'),
        configured('auth0_client_grant.g', { client_id: reference('auth0_client.worker.client_id') }),
        configured('auth0_role_permissions.p', { role_id: reference('auth0_role.clerk.id') }),
      ],
    },
  })]);
  expect(tenant.grants[0].client?.client).toBe(tenant.clients[0]);
  expect([tenant.grants[0].client?.key, tenant.grants[0].subject]).toEqual([' ${auth0_client.worker.client_id}', 'client']);
  expect(tenant.grants[0].api.api).toBe(tenant.apis[0]);
  expect(tenant.permissionLists[0].role.role).toBe(tenant.roles[0]);
  expect(tenant.permissionLists[0].permissions).toMatchObject([{ name: 'read', api: { key: 'https://api.example.com' } }]);
});

describe('the providers', () => {
  const config = (provider_config: object) => terraformShowSource({ ...planOf({}), configuration: { provider_config } }, 'plan.json');

  test('are those of Auth0 in the root module, with their literals', () => {
    const { providers, domainOf } = config({
      'auth0': { name: 'auth0', expressions: { domain: { constant_value: 'a.auth0.com' }, api_token: { references: ['var.token'] } } },
      'auth0.eu': { name: 'auth0', alias: 'eu', expressions: { domain: { references: ['var.domain'] } } },
      'auth0.none': { name: 'auth0', alias: 'none' },
      'module.shop:auth0': { name: 'auth0', module_address: 'module.shop', expressions: { domain: { constant_value: 'b.auth0.com' } } },
      'null': { name: 'null' },
    });
    expect(providers!.map(({ address, provider }) => [address, provider])).toEqual([['provider.auth0', ''], ['provider.auth0.eu', 'eu'], ['provider.auth0.none', 'none']]);
    expect(['domain', 'api_token', 'client_secret'].map((name) => providers![0].get(name))).toEqual(['a.auth0.com', UNKNOWN, undefined]);
    expect(['', 'eu', 'none', 'other'].map((alias) => domainOf!(alias))).toEqual(['a.auth0.com', UNKNOWN, undefined, undefined]);
  });

  test('are not known of a state', () => {
    expect(terraformShowSource({ format_version: '1.0', values: {} }, 'state.json').providers).toBeUndefined();
  });
});

test('a sensitive literal of the configuration is known where no message shows it', () => {
  const [api] = resourcesIn({
    resources: [shown('auth0_resource_server.a', { signing_secret: 'abc', name: 'n' }, { sensitive_values: { signing_secret: true, name: true } })],
    configuration: { resources: [configured('auth0_resource_server.a', { signing_secret: { constant_value: 'abc' }, name: { constant_value: 'n' } })] },
  });
  expect([api.get('signing_secret'), api.get('name')]).toEqual(['abc', UNKNOWN]);
});
