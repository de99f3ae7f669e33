import { PROVIDER_RULES } from '../../../lib/rules/tenant/providers';
import type { Tenant } from '../../../lib/tenant/tenant';
import { IDENTIFIER } from '../../support/apis';
import { testRule } from '../../support/rules';
import { Blocks, tenantOf } from '../../support/tenant';

const A = { provider: 'auth0.a' };
const B = { provider: 'auth0.b' };
const TWO = [{ domain: 'main.eu.auth0.com' }, { alias: 'a', domain: 'a.eu.auth0.com' }, { alias: 'b', domain: 'b.eu.auth0.com' }];

const API = '${auth0_resource_server.api.identifier}';
const ROLE = '${auth0_role.clerk.id}';
const CLIENT = '${auth0_client.worker.client_id}';

/** A model with an API, a role and an application of the provider `a`, and more resources. */
function model(resource: Blocks, providers: object[] = TWO): Tenant {
  return tenantOf({
    provider: { auth0: providers },
    resource: {
      auth0_resource_server: { api: { identifier: IDENTIFIER, ...A } },
      auth0_role: { clerk: { name: 'Clerk', ...A } },
      auth0_client: { worker: { name: 'Worker', ...A } },
      ...resource,
    },
    data: { auth0_resource_server: { looked: { identifier: 'https://other.example.com', ...A } } },
  });
}

const OF_B = "the provider 'b' (b.eu.auth0.com)";
const one = (type: string, config: object) => model({ [type]: { x: config } });
const found = (type: string, target = 'auth0_resource_server.api', own = OF_B) => ({
  path: `${type}.x`,
  message: `'${type}.x' has an ${type} of ${own}, but refers to '${target}' of the provider 'a' (a.eu.auth0.com): ` +
    'two providers are two tenants, so give both the same provider',
});
const refused = (type: string, config: object, target?: string) => ({ config: one(type, { ...config, ...B }), ...found(type, target) });

const PERMISSION = { permission: 'read', resource_server_identifier: API };
const PERMISSIONS = { permissions: [{ name: 'read', resource_server_identifier: API }] };

testRule(PROVIDER_RULES, 'provider-mismatch', {
  refuses: {
    'a grant for an API': refused('auth0_client_grant', { audience: API, client_id: 'c' }),
    'a grant of the default provider': {
      config: one('auth0_client_grant', { audience: API, client_id: 'c' }),
      ...found('auth0_client_grant', undefined, 'the default provider (main.eu.auth0.com)'),
    },
    'a grant for an API by its id': refused('auth0_client_grant', { audience: '${auth0_resource_server.api.id}', client_id: 'c' }),
    'a grant for an API that is looked up': refused(
      'auth0_client_grant', { audience: '${data.auth0_resource_server.looked.identifier}', client_id: 'c' }, 'data.auth0_resource_server.looked',
    ),
    'a grant for an application': refused('auth0_client_grant', { audience: IDENTIFIER, client_id: CLIENT }, 'auth0_client.worker'),
    'scopes': refused('auth0_resource_server_scopes', { resource_server_identifier: API, scopes: [] }),
    'a scope, also by the id of the API': refused('auth0_resource_server_scope', { resource_server_identifier: '${auth0_resource_server.api.id}', scope: 'x' }),
    'the permissions of a role': refused('auth0_role_permissions', { role_id: ROLE, permissions: [] }, 'auth0_role.clerk'),
    'permissions of an API, once': refused('auth0_role_permissions', { role_id: 'rol_1', permissions: [...PERMISSIONS.permissions, ...PERMISSIONS.permissions] }),
    'a permission of a role': refused('auth0_role_permission', { role_id: 'rol_1', ...PERMISSION }),
    'a role of a user': refused('auth0_user_role', { role_id: ROLE }, 'auth0_role.clerk'),
    'roles of a user': refused('auth0_user_roles', { roles: ['rol_1', ROLE] }, 'auth0_role.clerk'),
    'a permission of a user': refused('auth0_user_permission', PERMISSION),
    'permissions of a user': refused('auth0_user_permissions', PERMISSIONS),
    'a role of a member': refused('auth0_organization_member_role', { role_id: ROLE }, 'auth0_role.clerk'),
    'roles of a member': refused('auth0_organization_member_roles', { roles: [ROLE] }, 'auth0_role.clerk'),
    'the default API of a tenant': refused('auth0_tenant', { default_audience: API }),
    'credentials of an application': refused('auth0_client_credentials', { client_id: CLIENT }, 'auth0_client.worker'),
    'an application of an organization': refused('auth0_organization_client', { client_id: CLIENT }, 'auth0_client.worker'),
    'an alias without a domain': {
      config: model({ auth0_role_permission: { x: { role_id: ROLE, ...PERMISSION, ...B } } }, [TWO[1], { alias: 'b' }]),
      finds: ['auth0_role.clerk', 'auth0_resource_server.api'].map((target) => found('auth0_role_permission', target, "the provider 'b'")),
    },
  },
  accepts: {
    'one provider': { config: one('auth0_role_permission', { role_id: ROLE, ...PERMISSION, ...A }) },
    'two providers of one domain': {
      config: model(
        { auth0_role_permission: { x: { role_id: ROLE, ...PERMISSION, ...B } } },
        [{ alias: 'a', domain: 'one.eu.auth0.com' }, { alias: 'b', domain: 'https://ONE.eu.auth0.com/' }],
      ),
    },
    'two providers with the domain of the environment': {
      config: model({ auth0_role_permission: { x: { role_id: ROLE, ...PERMISSION, ...B } } }, [{ alias: 'a' }, { alias: 'b' }]),
    },
    'two providers with the same variable': {
      config: model(
        { auth0_role_permission: { x: { role_id: ROLE, ...PERMISSION, ...B } } }, ['a', 'b'].map((alias) => ({ alias, domain: '${var.domain}' })),
      ),
    },
    'texts, which may be of any tenant': { config: one('auth0_client_grant', { audience: IDENTIFIER, client_id: 'c', ...B }) },
    'lists that are not known': {
      config: model({
        auth0_role_permissions: { x: { role_id: 'rol_1', permissions: '${var.all}', ...B } },
        auth0_user_roles: { x: { roles: '${var.all}', ...B } },
        auth0_user_permissions: { x: { permissions: '${var.all}', ...B } },
      }),
    },
  },
});
