import { mayExcludeEachOther } from './existence';
import type { SourceResource } from './source';
import type { ApiReference, Declaration, Permission, ScopeList, SingleScope, Tenant } from './tenant';
import { isKnown, knownOrUndefined, UNKNOWN, Value } from '../schema/value';

/** A declaration, and what must exist before it although it neither refers to it nor depends on it. */
export interface Unordered {
  readonly declaration: Declaration;
  readonly missing: readonly Declaration[];
}

/** A declaration that manages scopes of an API. */
type ScopeOwner = ScopeList | SingleScope;

/** An API that a declaration uses, and which of its scopes. */
interface Use {
  readonly api: ApiReference;
  readonly scopes: Value<ReadonlyArray<Value<string>>>;
}

/**
 * Finds what Terraform may create before the API or the scopes that it uses: something that names the API by its text, or
 * that uses scopes which another resource manages. Auth0 refuses it then with 404.
 *
 * An API or scopes that are imported exist already.
 */
export function findUnordered(tenant: Tenant): Unordered[] {
  const owners = scopeOwners(tenant);
  return usesOf(tenant).flatMap(([declaration, uses]) => {
    const missing = new Set<Declaration>();
    for (const { api, scopes } of uses.filter((use) => !use.api.byId)) {
      const isReferredTo = ({ resource }: Declaration) => api.through.includes(resource);
      // Auth0 has made its Management API itself
      if (api.api?.kind === 'defined' && api.api.stack === declaration.stack && !isReferredTo(api.api) && api.api.system?.name !== 'management') {
        missing.add(api.api);
      }
      const ofApi = scopes === undefined ? [] : owners.get(keyOf(declaration, api)) ?? [];
      ofApi.filter((owner) => !isReferredTo(owner) && mayHave(owner, scopes)).forEach((owner) => missing.add(owner));
    }
    const all = Array.from(missing).filter((one) => !isOrderedAfter(declaration, one, tenant));
    return all.length === 0 ? [] : [{ declaration, missing: all }];
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

/** The declarations that use APIs. Those that name no scopes only need the API. */
function usesOf(tenant: Tenant): Array<readonly [Declaration, readonly Use[]]> {
  const { grants, permissionLists, singlePermissions, scopeLists, singleScopes, assignments, clients } = tenant;
  const permitted = (permissions: readonly Permission[] = []): Use[] => permissions.map(({ api, name }) => ({ api, scopes: [name] }));
  const only = (api: ApiReference): Use => ({ api, scopes: undefined });
  return [
    ...grants.map((grant) => [grant, [{ api: grant.api, scopes: grant.scopes ?? [] }]] as const),
    ...[...permissionLists, ...singlePermissions].map((one) => [one, permitted(knownOrUndefined(one.permissions))] as const),
    ...assignments.map((one) => [one, permitted(one.permissions)] as const),
    ...[...scopeLists, ...singleScopes].map((one) => [one, [only(one.api)]] as const),
    ...tenant.tenantSettings.map((one) => [one, one.defaultApi ? [only(one.defaultApi)] : []] as const),
    ...clients.map((client) => [client, client.linkedApi ? [only(client.linkedApi)] : []] as const),
  ];
}

function scopeOwners({ scopeLists, singleScopes }: Tenant): Map<string, ScopeOwner[]> {
  const owners = new Map<string, ScopeOwner[]>();
  for (const owner of [...scopeLists, ...singleScopes]) {
    const key = keyOf(owner, owner.api);
    const known = owners.get(key);
    if (known) {
      known.push(owner);
    } else if (key !== '') {
      owners.set(key, [owner]);
    }
  }
  return owners;
}

/** The key of an API for what a stack and a provider have; '' if it is not known. */
function keyOf({ stack, resource: { provider } }: Declaration, { key, api }: ApiReference): string {
  const known = api?.key ?? key;
  return isKnown(known) && provider !== UNKNOWN ? [stack, provider, known].join('\n') : '';
}

/** Whether a resource manages one of these scopes, as far as their names are known. */
function mayHave(owner: ScopeOwner, used: Value<ReadonlyArray<Value<string>>>): boolean {
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
