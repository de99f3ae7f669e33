import * as fc from 'fast-check';
import { Blocks, tenantWith } from './tenant';
import type { Tenant } from '../../lib/tenant/tenant';

const SCOPES = ['read', 'write', 'admin'];
const API_IDS = ['https://a.example.com', 'https://b.example.com', '${var.api}'];
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const scopeNames = fc.uniqueArray(fc.constantFrom(...SCOPES, 'x:unknown'), { maxLength: 3 });
const policy = (...values: string[]) => maybe(fc.constantFrom(...values, '${var.policy}').map((value) => ({ policy: value })));

const api = fc.record({
  enforce_policies: maybe(fc.constantFrom<unknown>(true, false, '${var.rbac}')),
  subject_type_authorization: maybe(fc.record({
    user: policy('allow_all', 'require_client_grant', 'deny_all'),
    client: policy('require_client_grant', 'deny_all'),
    anonymous_user: policy('require_client_grant', 'deny_all'),
  })),
  scopes: maybe(fc.uniqueArray(fc.constantFrom(...SCOPES), { minLength: 1 })),
});

const client = fc.record({
  is_first_party: maybe(fc.constantFrom<unknown>(true, false, '${var.first}')),
  third_party_security_mode: maybe(fc.constantFrom('strict', 'permissive')),
  app_type: maybe(fc.constantFrom('spa', 'non_interactive', 'resource_server', '${var.type}')),
  organization_usage: maybe(fc.constantFrom('require', 'allow')),
  linked: maybe(fc.nat(1)),
});

const CLIENT_IDS = ['${auth0_client.c0.client_id}', '${auth0_client.c1.client_id}', '${auth0_client.c2.client_id}', 'tpc_1', 'literal', 'literal2', '${var.client}', '${var.client2}'];
const audience = fc.constantFrom(
  '${auth0_resource_server.a0.identifier}', '${auth0_resource_server.a1.identifier}', 'https://a.example.com', 'https://other.example.com', '${var.api}',
);

const grant = fc.record({
  who: fc.constantFrom<object>(...CLIENT_IDS.map((client_id) => ({ client_id })), { default_for: 'third_party_clients' }, { default_for: '${var.d}' }),
  audience,
  subject_type: fc.constantFrom('client', 'user', 'user', 'anonymous_user', '${var.subject}', undefined),
  scopes: fc.oneof({ weight: 5, arbitrary: scopeNames }, fc.constant('${var.scopes}')),
  allow_all_scopes: maybe(fc.constantFrom<unknown>(true, '${var.all}')),
  organization_usage: maybe(fc.constantFrom('require', 'deny')),
});

const permissions = fc.record({
  role: fc.constantFrom('${auth0_role.r0.id}', '${auth0_role.r1.id}', '${data.auth0_role.found.id}', 'rol_1', '${var.role}'),
  list: fc.array(fc.record({ name: fc.constantFrom(...SCOPES, '${var.scope}'), resource_server_identifier: audience }), { maxLength: 3 }),
});

const named = (prefix: string, items: readonly object[]): Record<string, object> =>
  Object.fromEntries(items.map((item, index) => [`${prefix}${index}`, JSON.parse(JSON.stringify(item))]));

/** Definitions of two APIs, three applications, and grants and roles, of which some values are known only to Terraform. */
export const arbitraryBlocks: fc.Arbitrary<Blocks> = fc.record({
  apis: fc.array(api, { minLength: 2, maxLength: 2 }),
  identifiers: fc.shuffledSubarray(API_IDS, { minLength: 2, maxLength: 2 }),
  clients: fc.array(client, { minLength: 3, maxLength: 3 }),
  grants: fc.array(grant, { maxLength: 5 }),
  permissions: fc.array(permissions, { maxLength: 3 }),
  isFound: fc.boolean(),
}).map(({ apis, identifiers, clients, grants, permissions: allowed, isFound }) => ({
  auth0_resource_server: named('a', apis.map(({ scopes: _, ...rest }, index) => ({ ...rest, identifier: identifiers[index] }))),
  auth0_resource_server_scopes: named('s', apis.flatMap(({ scopes }, index) => scopes === undefined ? [] : [{
    resource_server_identifier: `\${auth0_resource_server.a${index}.identifier}`, scopes: scopes.map((name) => ({ name })),
  }])),
  auth0_client: named('c', clients.map(({ linked, ...rest }) => ({
    ...rest,
    ...(linked === undefined ? {} : {
      app_type: 'resource_server',
      resource_server_identifier: `\${auth0_resource_server.a${linked}.identifier}`,
      token_exchange: [{ allow_any_profile_of_type: ['on_behalf_of_token_exchange'] }],
    }),
  }))),
  auth0_client_grant: named('g', grants.map(({ who, ...rest }) => ({ ...who, ...rest }))),
  auth0_role: named('r', [{ name: 'R0' }, { name: 'R1' }]),
  ...(isFound ? { 'data.auth0_role': { found: { name: 'Found' } } } : {}),
  auth0_role_permissions: named('p', allowed.map(({ role, list }) => ({ role_id: role, permissions: list }))),
}));

/** Returns the model of blocks. Those of data sources have names that begin with `data.`. */
export function tenantOfBlocks(blocks: Blocks): Tenant {
  return tenantWith(blocks);
}
