import { IDENTIFIER_RULES } from '../../../lib/rules/tenant/identifiers';
import type { Tenant } from '../../../lib/tenant/tenant';
import { IDENTIFIER } from '../../support/apis';
import { testRule } from '../../support/rules';
import { tenantOf, tenantWith, UNTOLD } from '../../support/tenant';

const API = { identifier: IDENTIFIER };
const WITH_SLASH = { identifier: `${IDENTIFIER}/` };
const GRANT = { client_id: 'worker', scopes: [] };

/** A model with these APIs. */
function apis(auth0_resource_server: Record<string, object>, auth0_client_grant: Record<string, object> = {}): Tenant {
  return tenantWith({ auth0_resource_server, auth0_client_grant });
}

const same = (path: string, first: string, identifier = IDENTIFIER) => ({
  path: `auth0_resource_server.${path}`,
  message: `'auth0_resource_server.${path}' has the same identifier as 'auth0_resource_server.${first}': '${identifier}'`,
});

testRule(IDENTIFIER_RULES, 'identifier-unique', {
  refuses: {
    'two APIs with one identifier': { config: apis({ a: API, b: API }), ...same('b', 'a') },
    'three APIs with one identifier, each after the first': {
      config: apis({ a: API, b: API, c: API }), finds: [same('b', 'a'), same('c', 'a')],
    },
    'two APIs with one reference': {
      config: apis({ a: { identifier: '${var.api}' }, b: { identifier: '${var.api}' } }), ...same('b', 'a', '${var.api}'),
    },
    'an API with a reference to the identifier of another': {
      config: apis({ a: API, b: { identifier: '${auth0_resource_server.a.identifier}' } }), ...same('b', 'a'),
    },
    'two APIs of which one exists on a condition': { config: apis({ a: API, b: { ...API, count: '${var.b}' } }), ...same('b', 'a') },
    'two APIs that exist on one condition': {
      config: apis({ a: { ...API, count: '${var.on ? 1 : 0}' }, b: { ...API, count: '${var.on ? 1 : 0}' } }), ...same('b', 'a'),
    },
    'a third API that exists beside one of two variants': {
      config: apis({ a: { ...API, count: '${var.on ? 1 : 0}' }, b: { ...API, count: '${var.on ? 0 : 1}' }, c: { ...API, count: 1 } }),
      ...same('c', 'a'),
    },
  },
  accepts: {
    'variants of which `count` makes one exist': {
      config: apis({ a: { ...API, count: '${var.on ? 1 : 0}' }, b: { ...API, count: '${var.on ? 0 : 1}' } }),
    },
    'variants of which `for_each` makes one exist': {
      config: apis({ a: { ...API, for_each: '${toset(var.a)}' }, b: { ...API, for_each: '${toset(var.b)}' } }),
    },
    'an API that does not exist': { config: apis({ a: API, b: { ...API, count: 0 }, c: { ...API, for_each: {} } }) },
    'two identifiers': { config: apis({ a: API, b: { identifier: 'other' } }) },
    'another spelling': { config: apis({ a: API, b: { identifier: IDENTIFIER.toUpperCase() } }) },
    'one identifier in two tenants': { config: apis({ a: API, b: { ...API, provider: 'auth0.other' } }) },
    'identifiers that cannot be told': { config: apis({ a: { identifier: UNTOLD }, b: { identifier: UNTOLD } }) },
    'APIs without identifiers': { config: apis({ a: {}, b: {} }) },
    'an API that is looked up as well': {
      config: tenantOf({ resource: { auth0_resource_server: { a: API } }, data: { auth0_resource_server: { a: API, b: API } } }),
    },
  },
});

const twin = (path: string, other: string) => ({
  path,
  message: `'${path}' has an identifier that differs from that of 'auth0_resource_server.${other}' only in the slash at the end: ` +
    'Auth0 treats them as two APIs',
});

testRule(IDENTIFIER_RULES, 'identifier-slash-twins', {
  refuses: {
    'a slash in the second of two APIs': { config: apis({ a: API, b: WITH_SLASH }), ...twin('auth0_resource_server.b', 'a') },
    'a slash in the first of two APIs': { config: apis({ a: WITH_SLASH, b: API }), ...twin('auth0_resource_server.a', 'b') },
    'a slash in an API, but not in the grants on it': {
      config: apis({ a: API, b: WITH_SLASH }, { g: { ...GRANT, audience: WITH_SLASH.identifier } }), ...twin('auth0_resource_server.b', 'a'),
    },
    'a slash after a reference': {
      config: apis({ a: { identifier: '${var.api}' }, b: { identifier: '${var.api}/' } }), ...twin('auth0_resource_server.b', 'a'),
    },
    'the audience of a grant with a slash': {
      config: apis({ a: API }, { g: { ...GRANT, audience: `${IDENTIFIER}/` } }), ...twin('auth0_client_grant.g', 'a'),
    },
    'the audience of a grant without a slash': {
      config: apis({ a: WITH_SLASH }, { g: { ...GRANT, audience: IDENTIFIER } }), ...twin('auth0_client_grant.g', 'a'),
    },
  },
  accepts: {
    'a slash in the other of two variants': { config: apis({ a: { ...API, count: '${var.a}' }, b: { ...WITH_SLASH, count: '${var.b}' } }) },
    'a path more': { config: apis({ a: API, b: { identifier: `${IDENTIFIER}/orders` } }) },
    'two slashes more': { config: apis({ a: API, b: { identifier: `${IDENTIFIER}//` } }) },
    'a slash in another tenant': { config: apis({ a: API, b: { ...WITH_SLASH, provider: 'auth0.other' } }) },
    'a grant on its API': { config: apis({ a: API }, { g: { ...GRANT, audience: IDENTIFIER } }) },
    'a grant on its API, by a reference': { config: apis({ a: API }, { g: { ...GRANT, audience: '${auth0_resource_server.a.identifier}' } }) },
    'a grant on an API that is elsewhere': { config: apis({ a: API }, { g: { ...GRANT, audience: 'elsewhere/' } }) },
    'a grant on an API that cannot be told': { config: apis({ a: API }, { g: { ...GRANT, audience: UNTOLD } }) },
    'a grant beside an API that cannot be told': {
      config: apis({ a: { identifier: UNTOLD } }, { g: { ...GRANT, audience: IDENTIFIER } }),
    },
  },
});
