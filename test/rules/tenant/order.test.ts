import { ORDER_RULES } from '../../../lib/rules/tenant/order';
import { IDENTIFIER } from '../../support/apis';
import { testRule } from '../../support/rules';
import { Blocks, tenantOf, tenantWith, UNTOLD } from '../../support/tenant';

const OWN = { auth0_resource_server: { api: { identifier: IDENTIFIER } }, auth0_role: { clerk: { name: 'Clerk' } } };
const looked = (data: Blocks, resource: Blocks = OWN) => ({ config: tenantOf({ resource, data }) });
const found = (path: string, own: string) => ({
  path, message: `'${path}' looks up '${own}', which the same stack defines: use that construct, or add it to depends_on of the data source`,
});

testRule(ORDER_RULES, 'lookup-of-own', {
  refuses: {
    'an API': { ...looked({ auth0_resource_server: { x: { identifier: IDENTIFIER } } }), ...found('data.auth0_resource_server.x', 'auth0_resource_server.api') },
    'an API by the same variable': {
      ...looked({ auth0_resource_server: { x: { identifier: '${var.api}' } } }, { auth0_resource_server: { api: { identifier: '${var.api}' } } }),
      ...found('data.auth0_resource_server.x', 'auth0_resource_server.api'),
    },
    'a role': { ...looked({ auth0_role: { x: { name: 'Clerk' } } }), ...found('data.auth0_role.x', 'auth0_role.clerk') },
  },
  accepts: {
    'a reference': looked({ auth0_resource_server: { x: { identifier: '${auth0_resource_server.api.identifier}' } } }),
    'depends_on': looked({ auth0_role: { x: { name: 'Clerk', depends_on: ['auth0_role.clerk'] } } }),
    'another API, and an API by its id': looked({ auth0_resource_server: { x: { identifier: 'other' }, y: { resource_server_id: 'id' } } }),
    'another provider': looked({ auth0_role: { x: { name: 'Clerk', provider: 'auth0.a' } } }),
    'names that cannot be told': looked({ auth0_role: { x: { name: UNTOLD } } }, { auth0_role: { clerk: { name: UNTOLD } } }),
    'the Management API, which is always there': looked(
      { auth0_resource_server: { x: { identifier: 'https://a.eu.auth0.com/api/v2/' } } },
      { auth0_resource_server: { api: { identifier: 'https://a.eu.auth0.com/api/v2/' } } },
    ),
    'a variant that excludes it': looked(
      { auth0_role: { x: { name: 'Clerk', count: '${var.a ? 1 : 0}' } } }, { auth0_role: { clerk: { name: 'Clerk', count: '${var.a ? 0 : 1}' } } },
    ),
  },
});

const API = '${auth0_resource_server.api.identifier}';
const SCOPES = '${auth0_resource_server_scopes.all.resource_server_identifier}';
const ALL = { all: { resource_server_identifier: API, scopes: [{ name: 'read' }] } };
const permission = (config: object, more: Blocks = { auth0_resource_server_scopes: ALL }) => tenantWith({
  auth0_resource_server: OWN.auth0_resource_server,
  auth0_role_permission: { x: { role_id: 'rol_1', permission: 'read', resource_server_identifier: SCOPES, ...config } },
  ...more,
});
const missing = (path: string, ...titles: string[]) => ({
  path,
  message: `'${path}' uses what ${titles.map((title) => `'${title}'`).join(', ')} creates, but does not wait for it, so the first apply can fail with 404: ` +
    'refer to the API by its audience instead of writing its identifier, or add what is missing to depends_on',
});
const one = (name: string) => ({ auth0_resource_server_scope: { one: { resource_server_identifier: API, scope: name } } });

testRule(ORDER_RULES, 'missing-dependency', {
  refuses: {
    'the text of the identifier': {
      config: permission({ resource_server_identifier: IDENTIFIER }),
      ...missing('auth0_role_permission.x', 'auth0_resource_server.api', 'auth0_resource_server_scopes.all'),
    },
    'a reference to the API alone': { config: permission({ resource_server_identifier: API }), ...missing('auth0_role_permission.x', 'auth0_resource_server_scopes.all') },
    'a scope of its own resource': {
      config: permission({ resource_server_identifier: API }, one('read')), ...missing('auth0_role_permission.x', 'auth0_resource_server_scope.one'),
    },
    'a scope whose name cannot be told': {
      config: permission({ resource_server_identifier: API }, one(UNTOLD)), ...missing('auth0_role_permission.x', 'auth0_resource_server_scope.one'),
    },
    'a permission that cannot be told': {
      config: permission({ resource_server_identifier: API, permission: UNTOLD }), ...missing('auth0_role_permission.x', 'auth0_resource_server_scopes.all'),
    },
    'depends_on of something else': {
      config: permission({ resource_server_identifier: API, depends_on: ['auth0_resource_server.api', 'auth0_client.none'] }),
      ...missing('auth0_role_permission.x', 'auth0_resource_server_scopes.all'),
    },
    'scopes, a grant and an application by the text': {
      config: tenantWith({
        auth0_resource_server: OWN.auth0_resource_server,
        auth0_resource_server_scopes: { all: { ...ALL.all, resource_server_identifier: IDENTIFIER } },
        auth0_client_grant: { g: { audience: IDENTIFIER, client_id: 'c', scopes: ['read'] } },
        auth0_client: { c: { resource_server_identifier: IDENTIFIER } },
      }),
      finds: ['auth0_client_grant.g', 'auth0_resource_server_scopes.all', 'auth0_client.c'].map((path) => missing(path, 'auth0_resource_server.api')),
    },
  },
  accepts: {
    'a reference to the scopes': { config: permission({}) },
    'depends_on of the scopes, which leads to the API as well': {
      config: permission({ resource_server_identifier: IDENTIFIER, depends_on: ['auth0_resource_server_scopes.all'] }),
    },
    'another scope': { config: permission({ resource_server_identifier: API }, one('write')) },
    'an API that is not here': { config: permission({ resource_server_identifier: 'https://elsewhere.example.com' }) },
    'the text, by another provider': { config: permission({ resource_server_identifier: IDENTIFIER, provider: 'auth0.a' }) },
    'a grant by a reference to the API alone': {
      config: tenantWith({
        auth0_resource_server: OWN.auth0_resource_server,
        auth0_resource_server_scopes: ALL,
        auth0_client_grant: { g: { audience: API, client_id: 'c', scopes: ['read'] } },
      }),
    },
  },
});
