import { UNKNOWN } from '../../lib/schema/value';
import { readTenant } from '../../lib/tenant/read-tenant';
import type { Source } from '../../lib/tenant/source';
import type { Tenant } from '../../lib/tenant/tenant';
import { configurationSource, tenantOf, tenantWith, UNTOLD } from '../support/tenant';

const IDENTIFIER = 'https://api.example.com';
const API = '${auth0_resource_server.api.identifier}';
const DEFINED = { auth0_resource_server: { api: { identifier: IDENTIFIER } } };
const GRANT = { client_id: 'worker', audience: API, scopes: [] };

const titles = (declarations: ReadonlyArray<{ title: string }>) => declarations.map(({ title }) => title);

describe('an API', () => {
  test('is read with all its attributes', () => {
    const [api] = tenantWith({
      auth0_resource_server: {
        api: {
          identifier: IDENTIFIER,
          name: 'Orders',
          enforce_policies: 'true',
          authorization_details: [{ type: 'payment' }],
          subject_type_authorization: { user: { policy: 'allow_all' }, client: { policy: '${var.policy}' } },
        },
      },
    }).apis;
    expect(api).toMatchObject({
      kind: 'defined',
      title: 'auth0_resource_server.api',
      stack: '',
      identifier: IDENTIFIER,
      key: IDENTIFIER,
      name: 'Orders',
      enforcePolicies: true,
      authorizationDetails: [{ type: 'payment' }],
    });
    expect(['user', 'client', 'anonymous_user'].map((subject: any) => api.policyFor(subject))).toEqual(['allow_all', UNKNOWN, undefined]);
    expect([api.system, api.scopes]).toEqual([undefined, undefined]);
  });

  test.each([
    ['https://tenant.eu.auth0.com/api/v2/', 'management'],
    ['https://tenant.auth0.com/me/', 'my-account'],
    ['https://tenant.auth0.com/my-org/', 'my-org'],
    ['urn:auth0:express-configure', 'express'],
    ['https://api.example.com/me/', undefined],
    ['${var.api}', undefined],
  ])('%s is an API of Auth0: %p', (identifier, name) => {
    expect(tenantWith({ auth0_resource_server: { api: { identifier } } }).apis[0].system?.name).toBe(name);
  });

  test('that is looked up is read, but a defined one comes first', () => {
    const tenant = tenantOf({
      resource: { ...DEFINED, auth0_client_grant: { own: { ...GRANT, audience: '${data.auth0_resource_server.same.identifier}' } } },
      data: { auth0_resource_server: { same: { identifier: IDENTIFIER }, other: { identifier: 'other' } } },
    });
    expect(tenant.apis.map(({ kind }) => kind)).toEqual(['defined', 'looked up', 'looked up']);
    expect(tenant.grants[0].api).toMatchObject({ key: IDENTIFIER, byId: false });
    expect(tenant.grants[0].api.api).toBe(tenant.apis[0]);
  });
});

describe('the scopes of an API', () => {
  const list = (scopes: unknown) => ({ auth0_resource_server_scopes: { list: { resource_server_identifier: API, scopes } } });
  const single = { auth0_resource_server_scope: { one: { resource_server_identifier: IDENTIFIER, scope: 'one', description: 'One' } } };
  const scopesIn = (more: any) => tenantWith({ ...DEFINED, ...more }).apis[0].scopes;

  test.each<[string, object, string[] | undefined]>([
    ['are those of its list', list([{ name: 'a' }, { name: 'b' }]), ['a', 'b']],
    ['are those of its list and single ones', { ...list([{ name: 'a' }]), ...single }, ['a', 'one']],
    ['may stand in one block', list({ name: 'a' }), ['a']],
    ['are not known without a list: single ones may be anywhere', single, undefined],
    ['are not known without any', {}, undefined],
    ['are not known where a name is not', list([{ name: 'a' }, { name: '${var.scope}' }]), undefined],
    ['are not known where the list is not', list('${var.scopes}'), undefined],
    ['are not known where a list of another API is', {
      auth0_resource_server_scopes: {
        list: {
          resource_server_identifier: 'other', scopes: [{ name: 'a' }],
        },
      },
    }, undefined],
  ])('%s', (_, more, names) => {
    const scopes = scopesIn(more);
    expect(scopes && Array.from(scopes)).toEqual(names);
  });

  test('have descriptions', () => {
    const tenant = tenantWith({ ...DEFINED, ...list([{ name: 'a', description: 'A' }, { name: '${var.b}' }]), ...single });
    expect(tenant.scopeLists[0].scopes).toEqual([{ name: 'a', description: 'A' }, { name: UNKNOWN, description: undefined }]);
    expect(tenant.scopeLists[0].api.api).toBe(tenant.apis[0]);
    expect(tenant.singleScopes[0]).toMatchObject({ name: 'one', description: 'One', title: 'auth0_resource_server_scope.one' });
    expect(tenant.singleScopes[0].api.api).toBe(tenant.apis[0]);
  });
});

describe('an application', () => {
  const CLIENT = {
    name: 'Worker',
    is_first_party: false,
    third_party_security_mode: 'strict',
    app_type: 'non_interactive',
    grant_types: ['client_credentials', '${var.type}'],
    resource_server_identifier: API,
    token_exchange: { allow_any_profile_of_type: ['on_behalf_of_token_exchange'] },
  };

  test('is read with all its attributes', () => {
    const tenant = tenantOf({
      resource: {
        ...DEFINED,
        auth0_client: { worker: CLIENT, other: { token_exchange: [{ allow_any_profile_of_type: ['custom_authentication'] }] } },
        auth0_client_cimd: { cimd: { name: 'By metadata', token_exchange: '${var.exchange}' } },
        auth0_client_credentials: { worker: { client_id: '${auth0_client.worker.id}', authentication_method: 'private_key_jwt' } },
      },
      data: { auth0_client: { found: { name: 'Found', client_id: 'abc' } } },
    });
    const [worker, other, cimd, found] = tenant.clients;
    expect(tenant.credentials.map(({ client, authenticationMethod }) => [client.client, authenticationMethod])).toEqual([[worker, 'private_key_jwt']]);
    expect(worker).toMatchObject({
      kind: 'defined',
      title: 'auth0_client.worker',
      name: 'Worker',
      isFirstParty: false,
      thirdPartySecurityMode: 'strict',
      appType: 'non_interactive',
      grantTypes: ['client_credentials', UNKNOWN],
      exchangesOnBehalfOf: true,
    });
    expect(worker.linkedApi?.api).toBe(tenant.apis[0]);
    expect(other).toMatchObject({ kind: 'defined', name: undefined, grantTypes: undefined, exchangesOnBehalfOf: false, linkedApi: undefined });
    expect(cimd).toMatchObject({ kind: 'cimd', name: 'By metadata', exchangesOnBehalfOf: UNKNOWN });
    expect(found).toMatchObject({ kind: 'looked up', name: 'Found', clientId: 'abc' });
  });
});

describe('a grant', () => {
  test('is read with all its attributes', () => {
    const tenant = tenantWith({
      ...DEFINED,
      auth0_client: { worker: { name: 'Worker' } },
      auth0_client_grant: {
        full: {
          client_id: '${auth0_client.worker.client_id}',
          audience: API,
          scopes: ['a', '${var.b}'],
          subject_type: 'user',
          allow_all_scopes: false,
          organization_usage: 'allow',
          authorization_details_types: ['payment'],
        },
        least: { audience: 'other', default_for: 'third_party_clients' },
        open: { audience: UNTOLD, client_id: UNTOLD, scopes: '${var.scopes}', subject_type: '${var.subject}', allow_all_scopes: '${var.all}' },
      },
    });
    const [full, least, open] = tenant.grants;
    expect(full).toMatchObject({
      subject: 'user', scopes: ['a', UNKNOWN], allowAllScopes: false, organizationUsage: 'allow', authorizationDetailsTypes: ['payment'],
    });
    expect(full.client?.client).toBe(tenant.clients[0]);
    expect(full.api.api).toBe(tenant.apis[0]);
    expect(least).toMatchObject({ client: undefined, defaultFor: 'third_party_clients', subject: 'client', scopes: [], api: { key: 'other' } });
    expect(least.api.api).toBeUndefined();
    expect(open).toMatchObject({
      client: { key: UNKNOWN }, api: { key: UNKNOWN, byId: false }, scopes: UNKNOWN, subject: '${var.subject}', allowAllScopes: UNKNOWN,
    });
  });

  test.each([
    ['an id', 'abc'],
    ['a reference to what is looked up', '${data.auth0_client.found.client_id}'],
    ['a reference to its id', '${data.auth0_client.found.id}'],
  ])('knows its application by %s', (_, client_id) => {
    const tenant = tenantOf({
      resource: { auth0_client_grant: { it: { ...GRANT, client_id } } }, data: { auth0_client: { found: { client_id: 'abc' } } },
    });
    expect(tenant.grants[0].client?.client).toBe(tenant.clients[0]);
  });
});

describe('a role', () => {
  test('is read with its permissions', () => {
    const tenant = tenantOf({
      resource: {
        ...DEFINED,
        auth0_role: { clerk: { name: 'Clerk' } },
        auth0_role_permissions: {
          clerk: { role_id: '${auth0_role.clerk.id}', permissions: [{ name: 'a', resource_server_identifier: API }] },
          open: { role_id: UNTOLD, permissions: '${var.permissions}' },
          none: { role_id: '${var.role}' },
        },
        auth0_role_permission: { boss: { role_id: 'rol_boss', permission: '${var.b}', resource_server_identifier: 'other' } },
      },
      data: { auth0_role: { boss: { role_id: 'rol_boss' } } },
    });
    const [clerk, boss] = tenant.roles;
    expect(clerk).toMatchObject({ kind: 'defined', name: 'Clerk', roleId: undefined });
    expect(boss).toMatchObject({ kind: 'looked up', name: undefined, roleId: 'rol_boss' });
    const [list, open, none] = tenant.permissionLists;
    expect(list).toMatchObject({ isComplete: true, permissions: [{ name: 'a', api: { key: IDENTIFIER, byId: false } }] });
    expect(list.role.role).toBe(clerk);
    expect(open).toMatchObject({ role: { key: UNKNOWN, role: undefined }, permissions: UNKNOWN });
    expect(none).toMatchObject({ role: { key: ' ${var.role}' }, permissions: [] });
    const [single] = tenant.singlePermissions;
    expect(single).toMatchObject({ isComplete: false, permissions: [{ name: UNKNOWN, api: { key: 'other' } }] });
    expect(single.role.role).toBe(boss);
  });
});

describe('several sources', () => {
  const api = (name = 'api') => configurationSource(
    { resource: DEFINED, output: { id: { value: API } } }, name,
  );
  const grant = (audience: string, name = 'access', provider?: string) => configurationSource(
    { resource: { auth0_client_grant: { it: { ...GRANT, audience, provider } } } }, name,
  );
  const REMOTE = '${data.terraform_remote_state.cross-stack-reference-input-api.outputs.id}';
  const linked = (tenant: Tenant) => tenant.grants[0].api.api?.title;

  test('are one model', () => {
    const tenant = readTenant([api(), grant(REMOTE)]);
    expect(titles([...tenant.apis, ...tenant.grants])).toEqual(['auth0_resource_server.api', 'auth0_client_grant.it']);
    expect(tenant.apis.map(({ stack }) => stack)).toEqual(['api']);
    expect(tenant.grants[0].api.api).toBe(tenant.apis[0]);
  });

  test('are connected by equal identifiers only if they are about one tenant', () => {
    expect(linked(readTenant([api(), grant(IDENTIFIER)]))).toBeUndefined();
    expect(linked(readTenant([api(), grant(IDENTIFIER)], { isOneTenant: true }))).toBe('auth0_resource_server.api');
    expect(linked(readTenant([api(), grant(IDENTIFIER, 'access', 'auth0.eu')], { isOneTenant: true }))).toBeUndefined();
  });

  test('can refer to other sources, which are not part of the model', () => {
    let read = 0;
    const others: Iterable<Source> = { *[Symbol.iterator]() { read++; yield api(); } };
    const tenant = readTenant([grant(REMOTE)], { others });
    expect([tenant.apis, tenant.grants[0].scopes, read]).toEqual([[], [], 0]);
    expect(tenant.grants[0].api).toMatchObject({ key: IDENTIFIER, api: { title: 'auth0_resource_server.api', stack: 'api' } });
    expect([tenant.apis, read]).toEqual([[], 1]);
  });

  test('are read once, and a declaration is always the same object', () => {
    const tenant = readTenant([api(), grant(REMOTE)]);
    expect(tenant.apis[0]).toBe(tenant.apis[0]);
    expect(tenant.grants[0]).toBe(tenant.grants[0]);
  });
});

test('the title of a declaration is the path of the construct that the user wrote', () => {
  const named = (path: string) => ({ '//': { metadata: { path } }, 'identifier': path });
  const paths = ['stack/Orders/Resource', 'stack/Orders/Scopes', 'stack/Orders/Permissions', 'stack/App/Default', 'stack/Raw', 'stack/Resource'];
  const apis = Object.fromEntries(paths.map((path, index) => [`api${index}`, named(path)]));
  expect(titles(tenantWith({ auth0_resource_server: apis }).apis)).toEqual([
    'stack/Orders', 'stack/Orders', 'stack/Orders', 'stack/App', 'stack/Raw', 'stack/Resource',
  ]);
});
