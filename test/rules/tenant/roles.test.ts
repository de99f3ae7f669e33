import { ROLE_OWNER_RULES } from '../../../lib/rules/tenant/roles';
import type { Tenant } from '../../../lib/tenant/tenant';
import { IDENTIFIER } from '../../support/apis';
import { testRule } from '../../support/rules';
import { tenantOf, tenantWith, UNTOLD } from '../../support/tenant';

const OTHER_PROVIDER = { provider: 'auth0.other' };
const READ = { name: 'read', resource_server_identifier: IDENTIFIER };

const ACME = '${auth0_organization.acme.id}';
const ofOrganization = (owner: string) => ({ type: 'organization', owner_id: owner });

type Named = Record<string, object>;

const roles = (auth0_role: Named) => tenantWith({ auth0_role });

/** One `auth0_role_permissions`. */
function list(changes: object = {}): object {
  return { role_id: 'rol_clerk', permissions: [READ], ...changes };
}

/** One `auth0_role_permission`. */
function single(changes: object = {}): object {
  return { role_id: 'rol_clerk', permission: 'read', resource_server_identifier: IDENTIFIER, ...changes };
}

/** A model with these lists and single permissions. */
function permissions(lists: Named, singles: Named = {}): Tenant {
  return tenantWith({ auth0_role_permissions: lists, auth0_role_permission: singles });
}

testRule(ROLE_OWNER_RULES, 'role-name-unique', {
  refuses: {
    'two roles with one name': {
      config: roles({ a: { name: 'Clerk' }, b: { name: 'Clerk' } }),
      path: 'auth0_role.b',
      message: "'auth0_role.b' has the same name as 'auth0_role.a': 'Clerk'",
    },
    'two roles of the tenant, where one writes the default': {
      config: roles({ a: { name: 'Clerk', owner_id: '' }, b: { name: 'Clerk', type: 'tenant' } }),
      path: 'auth0_role.b',
      message: "'auth0_role.b' has the same name as 'auth0_role.a': 'Clerk'",
    },
    'two roles of one organization': {
      config: roles({ a: { name: 'Clerk', ...ofOrganization('org_1') }, b: { name: 'Clerk', ...ofOrganization('org_1') } }),
      path: 'auth0_role.b',
      message: "'auth0_role.b' has the same name as 'auth0_role.a': 'Clerk'",
    },
    'two roles of one organization by a reference': {
      config: roles({ a: { name: 'Clerk', ...ofOrganization(ACME) }, b: { name: 'Clerk', ...ofOrganization(ACME) } }),
      path: 'auth0_role.b',
      message: "'auth0_role.b' has the same name as 'auth0_role.a': 'Clerk'",
    },
  },
  accepts: {
    'two names': { config: roles({ a: { name: 'Clerk' }, b: { name: 'clerk' } }) },
    'one name in two tenants': { config: roles({ a: { name: 'Clerk' }, b: { name: 'Clerk', ...OTHER_PROVIDER } }) },
    'one name in two organizations and in the tenant': {
      config: roles({
        a: { name: 'Clerk' },
        b: { name: 'Clerk', ...ofOrganization('org_1') },
        c: { name: 'Clerk', ...ofOrganization('org_2') },
        d: { name: 'Clerk', ...ofOrganization(ACME) },
        e: { name: 'Clerk', ...ofOrganization('${auth0_organization.other.id}') },
      }),
    },
    'owners that cannot be told': {
      config: roles({ a: { name: 'Clerk', ...ofOrganization(UNTOLD) }, b: { name: 'Clerk', ...ofOrganization(UNTOLD) } }),
    },
    'types that cannot be told': { config: roles({ a: { name: 'Clerk', type: UNTOLD }, b: { name: 'Clerk', type: UNTOLD } }) },
    'names that cannot be told': { config: roles({ a: { name: UNTOLD }, b: { name: UNTOLD } }) },
    'a role that is looked up as well': {
      config: tenantOf({ resource: { auth0_role: { a: { name: 'Clerk' } } }, data: { auth0_role: { a: { name: 'Clerk' } } } }),
    },
  },
});

const mixed = (path: string, owner = 'auth0_role_permissions.a') => ({
  path, message: `'${path}' manages one permission of a role whose permissions '${owner}' manages as a whole: put it there`,
});

testRule(ROLE_OWNER_RULES, 'role-permissions-mixed', {
  refuses: {
    'two lists of one role': {
      config: permissions({ a: list(), b: list() }),
      path: 'auth0_role_permissions.b',
      message: "'auth0_role_permissions.b' manages the permissions of the same role as 'auth0_role_permissions.a': " +
        'keep one auth0_role_permissions for each role',
    },
    'a list and a single permission': { config: permissions({ a: list() }, { s: single() }), ...mixed('auth0_role_permission.s') },
    'a list and a single permission, both by a reference': {
      config: tenantWith({
        auth0_role: { clerk: { name: 'Clerk' } },
        auth0_role_permissions: { a: list({ role_id: '${auth0_role.clerk.id}' }) },
        auth0_role_permission: { s: single({ role_id: '${auth0_role.clerk.id}' }) },
      }),
      ...mixed('auth0_role_permission.s'),
    },
  },
  accepts: {
    'single permissions alone': { config: permissions({}, { s: single(), t: single() }) },
    'lists of two roles': { config: permissions({ a: list(), b: list({ role_id: 'rol_boss' }) }) },
    'a list and a single permission of two roles': { config: permissions({ a: list() }, { s: single({ role_id: 'rol_boss' }) }) },
    'a list and a single permission in two tenants': { config: permissions({ a: list() }, { s: single(OTHER_PROVIDER) }) },
    'roles that cannot be told': {
      config: permissions({ a: list({ role_id: UNTOLD }), b: list({ role_id: UNTOLD }) }, { s: single({ role_id: UNTOLD }) }),
    },
  },
});

const ID = '${auth0_resource_server.api.id}';
const byId = (path: string) => ({
  path, message: `'${path}' must refer to its API by the identifier, but the id was given`,
});

/** A model with an API. */
function withApi(lists: Named, singles: Named = {}): Tenant {
  return tenantWith({
    auth0_resource_server: { api: { identifier: IDENTIFIER } },
    auth0_role_permissions: lists,
    auth0_role_permission: singles,
  });
}

testRule(ROLE_OWNER_RULES, 'role-permission-by-id', {
  refuses: {
    'a list with the id of an API': {
      config: withApi({ a: list({ permissions: [{ name: 'read', resource_server_identifier: ID }] }) }),
      ...byId('auth0_role_permissions.a'),
    },
    'a list with the id of an API beside an identifier, once': {
      config: withApi({ a: list({ permissions: [READ, ...['a', 'b'].map((name) => ({ name, resource_server_identifier: ID }))] }) }),
      ...byId('auth0_role_permissions.a'),
    },
    'a single permission with the id of an API': {
      config: withApi({}, { s: single({ resource_server_identifier: ID }) }), ...byId('auth0_role_permission.s'),
    },
  },
  accepts: {
    'the identifier': { config: withApi({ a: list() }, { s: single({ role_id: 'rol_boss' }) }) },
    'a list that cannot be told': { config: withApi({ a: list({ permissions: '${var.permissions}' }) }) },
    'a list without permissions': { config: withApi({ a: list({ permissions: undefined }) }) },
  },
});
