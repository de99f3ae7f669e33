import { GRANTED_SCOPE_RULES } from '../../../lib/rules/tenant/granted-scopes';
import type { Tenant } from '../../../lib/tenant/tenant';
import { IDENTIFIER } from '../../support/apis';
import { findingsOf, testRule } from '../../support/rules';
import { tenantWith } from '../../support/tenant';

const API = '${auth0_resource_server.api.identifier}';

type Blocks = Record<string, Record<string, object>>;

/** A model with an API that declares these scopes. Without this argument, its scopes are not known. */
function declaring(declared: readonly string[] | undefined, users: Blocks): Tenant {
  return tenantWith({
    auth0_resource_server: { api: { identifier: IDENTIFIER } },
    auth0_resource_server_scopes: declared
      ? { list: { resource_server_identifier: API, scopes: declared.map((name) => ({ name })) } }
      : {},
    ...users,
  });
}

/** The resources that use scopes: a grant, a list of permissions, single permissions. */
const GRANT = (used: readonly string[]): Blocks => ({ auth0_client_grant: { it: { client_id: 'worker', audience: API, scopes: used } } });
const LIST = (used: readonly string[]): Blocks => ({
  auth0_role_permissions: { it: { role_id: 'rol_1', permissions: used.map((name) => ({ name, resource_server_identifier: API })) } },
});
const SINGLE = (used: readonly string[]): Blocks => ({
  auth0_role_permission: { it: { role_id: 'rol_1', permission: used[0], resource_server_identifier: API } },
});

const NAMED = ['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'b9'];

/** The message about a scope. */
function undeclared(path: string, verb: string, scope: string, declares: string): { path: string; message: string } {
  return {
    path,
    message: `'${path}' ${verb} the scope '${scope}', which 'auth0_resource_server.api' does not declare (it declares ${declares}`,
  };
}

/** The cases for both grants and lists of permissions. */
function casesFor(path: string, verb: string, users: (used: readonly string[]) => Blocks) {
  const using = (used: readonly string[], declared?: readonly string[]) => ({ config: declaring(declared, users(used)) });
  const of = (scope: string, declares: string) => undeclared(path, verb, scope, declares);
  return {
    refuses: {
      'a scope that nobody declares': {
        ...using(['read:orders', 'delete:invoices'], ['write:orders', 'read:orders']),
        ...of('delete:invoices', "'read:orders', 'write:orders')"),
      },
      'a scope that resembles another, which is named': {
        ...using(['raed:orders'], ['write:orders', 'read:orders']),
        ...of('raed:orders', "'read:orders', 'write:orders'): did you mean 'read:orders'?"),
      },
      'another spelling': { ...using(['Read'], ['read']), ...of('Read', "'read'): did you mean 'read'?") },
      'each scope once, in their order': {
        ...using(['y', 'x', 'y'], ['long-name']), finds: [of('y', "'long-name')"), of('x', "'long-name')")],
      },
      'a scope beside a token': { ...using(['${var.scope}', 'x'], ['long-name']), ...of('x', "'long-name')") },
      'any scope, where ten are declared': {
        ...using(['x'], [...NAMED].reverse()), ...of('x', `${NAMED.map((name) => `'${name}'`).join(', ')})`),
      },
      'any scope, where twelve are declared: ten are named, and the nearest of all': {
        ...using(['read:z'], [...NAMED, 'read:zz', 'write:z']),
        ...of('read:z', `${NAMED.map((name) => `'${name}'`).join(', ')} and 2 more): did you mean 'read:zz'?`),
      },
      'the scope after a thousand that are declared': {
        ...using(['scope:1000'], Array.from({ length: 1000 }, (_, index) => `scope:${index}`)),
        ...of('scope:1000', "'scope:0', 'scope:1', 'scope:10', 'scope:100', 'scope:101', 'scope:102', 'scope:103', " +
          "'scope:104', 'scope:105', 'scope:106' and 990 more): did you mean 'scope:100'?"),
      },
    },
    accepts: {
      'what is declared': using(['read:orders'], ['write:orders', 'read:orders']),
      'the thousandth scope': using(['scope:999'], Array.from({ length: 1000 }, (_, index) => `scope:${index}`)),
      'nothing': using([], ['read:orders']),
      'anything, where it is not known what is declared': using(['read:orders']),
      'anything, where a name is not known': using(['read:orders'], ['write:orders', '${var.scope}']),
      'tokens': using(['${var.scope}'], ['read:orders']),
    },
  };
}

const GRANTS = casesFor('auth0_client_grant.it', 'grants', GRANT);
const ALONE = {
  resource_server_identifier: API, scope: 'long-name',
};

testRule(GRANTED_SCOPE_RULES, 'scope-not-on-api', {
  refuses: {
    ...GRANTS.refuses,
    'a scope that is not among single ones beside a list': {
      config: declaring(['write'], { ...GRANT(['x']), auth0_resource_server_scope: { alone: ALONE } }),
      ...undeclared('auth0_client_grant.it', 'grants', 'x', "'long-name', 'write')"),
    },
  },
  accepts: {
    ...GRANTS.accepts,
    'a scope that is managed alone, beside a list': {
      config: declaring(['write'], { ...GRANT(['long-name']), auth0_resource_server_scope: { alone: ALONE } }),
    },
    'anything, where scopes are managed alone: others may be elsewhere': {
      config: declaring(undefined, { ...GRANT(['x']), auth0_resource_server_scope: { alone: ALONE } }),
    },
    'anything of an API that is elsewhere': {
      config: declaring(['write'], { auth0_client_grant: { it: { client_id: 'worker', audience: 'elsewhere', scopes: ['x'] } } }),
    },
    'scopes that are a token': {
      config: declaring(['write'], { auth0_client_grant: { it: { client_id: 'worker', audience: API, scopes: '${var.scopes}' } } }),
    },
    'anything, where the declared scopes are a dynamic block': {
      config: declaring(undefined, {
        ...GRANT(['x']),
        auth0_resource_server_scopes: { list: { resource_server_identifier: API, dynamic: { scopes: { for_each: '${var.scopes}' } } } },
      }),
    },
  },
});

const PERMISSIONS = casesFor('auth0_role_permissions.it', 'allows', LIST);

testRule(GRANTED_SCOPE_RULES, 'role-permission-not-on-api', {
  refuses: {
    ...PERMISSIONS.refuses,
    'a single permission': {
      config: declaring(['read'], SINGLE(['write'])), ...undeclared('auth0_role_permission.it', 'allows', 'write', "'read')"),
    },
  },
  accepts: {
    ...PERMISSIONS.accepts,
    'a single permission that is declared': { config: declaring(['read'], SINGLE(['read'])) },
    'a permission of another API of the same name': {
      config: declaring(['read'], {
        auth0_role_permissions: { it: { role_id: 'rol_1', permissions: [{ name: 'write', resource_server_identifier: 'elsewhere' }] } },
      }),
    },
  },
});

test('nothing is said of scopes whose names every object has', () => {
  expect(findingsOf(GRANTED_SCOPE_RULES, declaring(['toString'], GRANT(['toString'])))).toEqual([]);
  expect(findingsOf(GRANTED_SCOPE_RULES, declaring(['long-name'], GRANT(['constructor'])))).toHaveLength(1);
});
