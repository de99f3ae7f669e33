import { SCOPE_OWNER_RULES } from '../../../lib/rules/tenant/scopes';
import type { Tenant } from '../../../lib/tenant/tenant';
import { IDENTIFIER } from '../../support/apis';
import { testRule } from '../../support/rules';
import { tenantOf, tenantWith, UNTOLD } from '../../support/tenant';

const OTHER_PROVIDER = { provider: 'auth0.other' };

type Named = Record<string, object>;

/** One `auth0_resource_server_scopes`. */
function list(changes: object = {}): object {
  return { resource_server_identifier: IDENTIFIER, scopes: [{ name: 'read' }], ...changes };
}

/** One `auth0_resource_server_scope`. */
function single(changes: object = {}): object {
  return { resource_server_identifier: IDENTIFIER, scope: 'read', ...changes };
}

/** A model with these lists and single scopes. */
function scopes(lists: Named, singles: Named = {}): Tenant {
  return tenantWith({ auth0_resource_server_scopes: lists, auth0_resource_server_scope: singles });
}

const of = (api: unknown) => ({ resource_server_identifier: api });

testRule(SCOPE_OWNER_RULES, 'scopes-two-owners', {
  refuses: {
    'two lists of one API': {
      config: scopes({ a: list(), b: list() }),
      path: 'auth0_resource_server_scopes.b',
      message: "'auth0_resource_server_scopes.b' manages the scopes of the same API as 'auth0_resource_server_scopes.a': " +
        'keep one auth0_resource_server_scopes for each API',
    },
    'two lists of one API, by its identifier and by a reference to it': {
      config: tenantWith({
        auth0_resource_server: { api: { identifier: IDENTIFIER } },
        auth0_resource_server_scopes: { a: list(), b: list(of('${auth0_resource_server.api.identifier}')) },
      }),
      path: 'auth0_resource_server_scopes.b',
      message: "'auth0_resource_server_scopes.b' manages the scopes of the same API as 'auth0_resource_server_scopes.a': " +
        'keep one auth0_resource_server_scopes for each API',
    },
  },
  accepts: {
    'the lists of two APIs': { config: scopes({ a: list(), b: list(of('other')) }) },
    'lists in two tenants': { config: scopes({ a: list(), b: list(OTHER_PROVIDER) }) },
    'lists of APIs that cannot be told': { config: scopes({ a: list(of(UNTOLD)), b: list(of(UNTOLD)) }) },
  },
});

const mixed = (path: string) => ({
  path: `auth0_resource_server_scope.${path}`,
  message: `'auth0_resource_server_scope.${path}' manages one scope of an API whose scopes 'auth0_resource_server_scopes.a' ` +
    'manages as a whole: put it there',
});

testRule(SCOPE_OWNER_RULES, 'scopes-mixed-resources', {
  refuses: {
    'a list and a single scope': { config: scopes({ a: list() }, { s: single() }), ...mixed('s') },
    'a list and two single scopes': {
      config: scopes({ a: list() }, { s: single(), t: single({ scope: 'write' }) }), finds: [mixed('s'), mixed('t')],
    },
  },
  accepts: {
    'single scopes alone': { config: scopes({}, { s: single(), t: single({ scope: 'write' }) }) },
    'a list and a single scope of two APIs': { config: scopes({ a: list() }, { s: single(of('other')) }) },
    'a list and a single scope in two tenants': { config: scopes({ a: list() }, { s: single(OTHER_PROVIDER) }) },
    'a list and a single scope of APIs that cannot be told': {
      config: scopes({ a: list(of(UNTOLD)) }, { s: single(of(UNTOLD)) }),
    },
  },
});

const DIFFERS = {
  path: 'auth0_resource_server_scope.t',
  message: "'auth0_resource_server_scope.t' gives scope 'read' a different description than 'auth0_resource_server_scope.s' does: " +
    'use one description',
};

testRule(SCOPE_OWNER_RULES, 'single-scope-duplicate', {
  refuses: {
    'two descriptions': { config: scopes({}, { s: single({ description: 'a' }), t: single({ description: 'b' }) }), ...DIFFERS },
    'a description, and none': { config: scopes({}, { s: single({ description: 'a' }), t: single() }), ...DIFFERS },
  },
  accepts: {
    'the same scope twice': { config: scopes({}, { s: single({ description: 'a' }), t: single({ description: 'a' }) }) },
    'two names': { config: scopes({}, { s: single({ description: 'a' }), t: single({ scope: 'b', description: 'b' }) }) },
    'two APIs': { config: scopes({}, { s: single({ description: 'a' }), t: single({ ...of('b'), description: 'b' }) }) },
    'a second description that cannot be told': {
      config: scopes({}, { s: single({ description: 'a' }), t: single({ description: '${var.text}' }) }),
    },
    'a first description that cannot be told': {
      config: scopes({}, { s: single({ description: '${var.text}' }), t: single({ description: 'a' }) }),
    },
  },
});

const byId = (path: string) => ({
  path, message: `'${path}' must refer to its API by the identifier, but the id was given`,
});
const ID = { resource_server_identifier: '${auth0_resource_server.api.id}' };
const FOUND_ID = { resource_server_identifier: '${data.auth0_resource_server.api.id}' };
const THROUGH_SCOPES = { resource_server_identifier: '${auth0_resource_server_scopes.a.resource_server_identifier}' };

/** A model with a defined API and an API that is looked up. */
function withApi(lists: Named, singles: Named = {}): Tenant {
  return tenantOf({
    resource: {
      auth0_resource_server: { api: { identifier: IDENTIFIER } },
      auth0_resource_server_scopes: lists,
      auth0_resource_server_scope: singles,
    },
    data: { auth0_resource_server: { api: { identifier: 'other' } } },
  });
}

testRule(SCOPE_OWNER_RULES, 'scopes-by-id-not-identifier', {
  refuses: {
    'a list with the id of its API': { config: withApi({ a: list(ID) }), ...byId('auth0_resource_server_scopes.a') },
    'the id of an API that is looked up': { config: withApi({ a: list(FOUND_ID) }), ...byId('auth0_resource_server_scopes.a') },
    'the id of an API, by way of other scopes': {
      config: withApi({ a: list(ID), b: list(THROUGH_SCOPES) }),
      finds: [byId('auth0_resource_server_scopes.a'), byId('auth0_resource_server_scopes.b')],
    },
  },
  accepts: {
    'the identifier': { config: withApi({ a: list(of('${auth0_resource_server.api.identifier}')) }, { s: single(of('b')) }) },
    'the id of something else': { config: withApi({ a: list(of('${auth0_role.clerk.id}')) }) },
    'the id of its API in a single scope, where Auth0 takes it': { config: withApi({}, { s: single(ID) }) },
  },
});
