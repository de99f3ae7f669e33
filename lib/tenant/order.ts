import { mayExcludeEachOther } from './existence';
import { haveOneProvider } from './provider';
import type { SourceResource } from './source';
import type { ApiReference, Declaration, ScopeList, SingleScope, Tenant } from './tenant';
import { isKnown, knownOrUndefined, UNKNOWN, Value } from '../schema/value';

/** A declaration, and what must exist before it although it neither refers to it nor depends on it. */
export interface Unordered {
  readonly declaration: Declaration;
  readonly missing: readonly Declaration[];
}

/** A declaration that manages scopes of an API. */
type ScopeOwner = ScopeList | SingleScope;

/** The scopes of an API that a declaration uses. */
type ScopesInUse = Value<ReadonlyArray<Value<string>>>;

/**
 * Finds what Terraform may create before the API or the scopes that it uses: something that names the API by its text, or
 * that uses scopes which another resource manages. Auth0 refuses it then with 404.
 *
 * An API or scopes that are imported exist already.
 */
export function findUnordered(tenant: Tenant): Unordered[] {
  const { grants, permissionLists, singlePermissions, scopeLists, singleScopes, assignments, tenantSettings, clients } = tenant;
  const owners = scopeOwners(tenant);
  const unordered = new Map<Declaration, Set<Declaration>>();
  const add = (declaration: Declaration, needed: Declaration) => {
    unordered.set(declaration, (unordered.get(declaration) ?? new Set()).add(needed));
  };
  const needsApi = (declaration: Declaration, { api, byId, through }: ApiReference): void => {
    // Auth0 has made its Management API itself
    if (!byId && api?.kind === 'defined' && api.stack === declaration.stack && !through.includes(api.resource) && api.system?.name !== 'management') {
      add(declaration, api);
    }
  };
  const needsScopes = (declaration: Declaration, { key, api, byId, through }: ApiReference, scopes: () => ScopesInUse): void => {
    const ofApi = byId ? undefined : owners.get(api?.key ?? key);
    ofApi?.filter((owner) => !through.includes(owner.resource) && haveOneProvider(owner, declaration) && mayHave(owner, scopes()))
      .forEach((owner) => add(declaration, owner));
  };
  for (const grant of grants) {
    needsApi(grant, grant.api);
    needsScopes(grant, grant.api, () => grant.scopes ?? []);
  }
  for (const one of [...permissionLists, ...singlePermissions, ...assignments]) {
    for (const { api, name } of knownOrUndefined(one.permissions) ?? []) {
      needsApi(one, api);
      needsScopes(one, api, () => [name]);
    }
  }
  [...scopeLists, ...singleScopes].forEach((one) => needsApi(one, one.api));
  tenantSettings.forEach((one) => one.defaultApi && needsApi(one, one.defaultApi));
  clients.forEach((one) => one.linkedApi && needsApi(one, one.linkedApi));
  return Array.from(unordered).flatMap(([declaration, needed]) => {
    const missing = Array.from(needed).filter((one) => !isOrderedAfter(declaration, one, tenant));
    return missing.length === 0 ? [] : [{ declaration, missing }];
  });
}

/** Whether a declaration depends on another one that it does not refer to. What may exist already needs no order. */
export function isOrderedAfter(declaration: Declaration, needed: Declaration, { scopeLists, singleScopes }: Tenant): boolean {
  if (needed.resource.mayExist || mayExcludeEachOther(declaration, needed)) {
    return true;
  }
  const { dependencies } = declaration;
  return dependencies.length > 0 && (
    dependencies.includes(needed.resource) ||
    [...scopeLists, ...singleScopes].some(({ resource, api }) => dependencies.includes(resource) && api.through.includes(needed.resource))
  );
}

/** The declarations that manage scopes, by the key of the API. */
function scopeOwners({ scopeLists, singleScopes }: Tenant): ReadonlyMap<Value<string>, ScopeOwner[]> {
  const owners = new Map<Value<string>, ScopeOwner[]>();
  for (const owner of [...scopeLists, ...singleScopes]) {
    const { key, api } = owner.api;
    const known = api?.key ?? key;
    const ofApi = owners.get(known);
    if (ofApi) {
      ofApi.push(owner);
    } else if (isKnown(known)) {
      owners.set(known, [owner]);
    }
  }
  return owners;
}

/** Whether a resource manages one of these scopes, as far as their names are known. */
function mayHave(owner: ScopeOwner, used: ScopesInUse): boolean {
  const names = 'scopes' in owner ? (isKnown(owner.scopes) ? owner.scopes.map(({ name }) => name) : owner.scopes) : [owner.name];
  if (used === UNKNOWN || names === UNKNOWN) {
    return true;
  }
  const areAllKnown = (names ?? []).every(isKnown);
  return (used ?? []).some((name) => !areAllKnown || !isKnown(name) || (names ?? []).includes(name));
}

/** Returns the addresses in `depends_on`. */
function addressesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').map((one) => one.replace(/^\$\{(.*)\}$/, '$1')) : [];
}

/** Returns the resources that a resource waits for by `depends_on`, also through others. */
export function dependenciesOf(resource: SourceResource, at: (address: string) => SourceResource | undefined): SourceResource[] {
  const found = new Set<SourceResource>();
  const visit = (one: SourceResource): void => addressesIn(one.get('depends_on')).forEach((address) => {
    const next = at(address);
    if (next && !found.has(next)) {
      found.add(next);
      visit(next);
    }
  });
  visit(resource);
  return Array.from(found);
}
