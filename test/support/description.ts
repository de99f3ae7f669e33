import { UNKNOWN } from '../../lib/schema/value';
import type { Declaration, Scope, Subject, Tenant } from '../../lib/tenant/tenant';

const SUBJECTS: Subject[] = ['client', 'user', 'anonymous_user'];

/**
 * Returns everything in a model as plain data. References become the address of their target, or their key if it is not in
 * the model. Attributes that are not set get their default values.
 */
export function descriptionOf(tenant: Tenant): any {
  return plain({
    // an imported API has no resource
    apis: tenant.apis.filter(({ kind }) => kind !== 'imported').map((api) => ({
      ...placeOf(api),
      kind: api.kind,
      identifier: api.identifier,
      name: api.name,
      system: api.system?.name,
      enforcePolicies: api.enforcePolicies,
      policies: SUBJECTS.map((subject) => api.policyFor(subject)),
      authorizationDetails: api.authorizationDetails ?? [],
      scopes: api.scopes && Array.from(api.scopes).sort(),
    })),
    scopeLists: tenant.scopeLists.map((list) => ({
      ...placeOf(list), api: linkTo(list.api, list.api.api), scopes: isList(list.scopes) ? list.scopes.map(scopeOf).sort(byName) : list.scopes,
    })),
    singleScopes: tenant.singleScopes.map((scope) => ({ ...placeOf(scope), api: linkTo(scope.api, scope.api.api), ...scopeOf(scope) })),
    clients: tenant.clients.map((client) => ({
      ...placeOf(client),
      kind: client.kind,
      name: client.name,
      isFirstParty: client.isFirstParty,
      thirdPartySecurityMode: client.thirdPartySecurityMode,
      appType: client.appType,
      grantTypes: client.grantTypes,
      linkedApi: client.linkedApi && linkTo(client.linkedApi, client.linkedApi.api),
      exchangesOnBehalfOf: client.exchangesOnBehalfOf,
    })),
    grants: tenant.grants.map((grant) => ({
      ...placeOf(grant),
      api: linkTo(grant.api, grant.api.api),
      byId: grant.api.byId,
      client: grant.client && linkTo(grant.client, grant.client.client),
      defaultFor: grant.defaultFor,
      subject: grant.subject,
      scopes: grant.scopes,
      allowAllScopes: grant.allowAllScopes ?? false,
      organizationUsage: grant.organizationUsage,
      authorizationDetailsTypes: grant.authorizationDetailsTypes ?? [],
      definition: grant.definition,
    })),
    roles: tenant.roles.map((role) => ({ ...placeOf(role), kind: role.kind, name: role.name })),
    permissions: [...tenant.permissionLists, ...tenant.singlePermissions].map((list) => ({
      ...placeOf(list),
      isComplete: list.isComplete,
      role: linkTo(list.role, list.role.role),
      permissions: isList(list.permissions)
        ? list.permissions.map(({ name, api }) => ({ name, api: linkTo(api, api.api), byId: api.byId })).sort(byName)
        : list.permissions,
    })),
  });
}

function placeOf({ resource }: Declaration): object {
  return { address: resource.address, provider: resource.provider };
}

function scopeOf({ name, description }: Scope): Scope {
  return { name, description: description === '' ? undefined : description };
}

function linkTo({ key }: { key: unknown }, to: Declaration | undefined): unknown {
  const isThere = to !== undefined && to.resource.type !== 'auth0_resource_server, imported';
  return isThere ? `-> ${to.resource.address}` : key;
}

function isList<T>(value: readonly T[] | unknown): value is readonly T[] {
  return Array.isArray(value);
}

function byName(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** What is not set is left out, and what is not known is a text. */
function plain(value: unknown): any {
  return JSON.parse(JSON.stringify(value, (_, member) => (member === UNKNOWN ? 'unknown' : member)));
}
