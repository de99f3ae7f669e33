import type { AccessIndex } from './access-index';
import type { ApiKey, ClientKey } from './keys';
import { push } from './maps';
import { RoleGroups } from './role-groups';
import { canGet, CURRENT_USER_SCOPES, OTHER_SCOPES } from './tokens';
import type { Verdict } from './verdict';
import type { Subject } from '../tenant/tenant';

/** Scopes of an API for which an application has the same answer. */
export interface ScopeGroup {
  /** The names, in alphabetical order. */
  readonly scopes: readonly string[];
  /** The answer, 'yes' or 'unknown', with its reason. */
  readonly verdict: Verdict;
}

/** The scopes of an API that statements are about. */
export class ApiScopes {
  /** The names, in alphabetical order. OTHER_SCOPES is the last. */
  public readonly names: readonly string[];
  /** The names by kind: for scopes of one kind that no grant names, an application has one answer. */
  public readonly byKind = new Map<string, string[]>();
  public readonly byRoles: RoleGroups;
  readonly #places: ReadonlyMap<unknown, number>;

  public constructor(index: AccessIndex, public readonly key: ApiKey) {
    this.byRoles = new RoleGroups(index, key);
    this.names = scopesOf(index, key);
    this.#places = new Map(this.names.map((name, place) => [name, place]));
    this.names.forEach((name) => push(this.byKind, kindOf(name), name));
  }

  public has(scope: unknown): scope is string {
    return this.#places.has(scope);
  }

  /** Sorts scopes of the API. */
  public inOrder(scopes: string[]): string[] {
    return scopes.sort((a, b) => this.#places.get(a)! - this.#places.get(b)!);
  }
}

/** Returns the scopes of an API that statements are about. */
export function scopesOf(index: AccessIndex, api: ApiKey): string[] {
  const declared = index.declared(api);
  return declared ? Array.from(declared).sort() : [...Array.from(index.used(api)).sort(), OTHER_SCOPES];
}

/**
 * Returns the scopes that an application may get. Scopes of one kind that the same grants name have one answer, so the time is
 * linear in the size of the grants and of the result.
 */
export function scopeGroups(index: AccessIndex, client: ClientKey, api: ApiScopes, subject: Subject): ScopeGroup[] {
  const grantsOf = new Map<string, string>();
  index.grants.deciding(client, api.key, subject).forEach(({ scopes }, number) => scopes.forEach((scope) => {
    if (api.has(scope)) {
      grantsOf.set(scope, `${grantsOf.get(scope) ?? ''} ${number}`);
    }
  }));
  const named = new Map<string, string[]>();
  grantsOf.forEach((grants, scope) => push(named, `${kindOf(scope)}${grants}`, scope));
  const verdictOn = (scope: string) => canGet(index, { client, api: api.key, scope }, subject);
  const ofNamed = Array.from(named.values(), (scopes): ScopeGroup => ({ scopes: api.inOrder(scopes), verdict: verdictOn(scopes[0]) }));
  const ofOthers = Array.from(api.byKind.values()).flatMap((scopes): ScopeGroup[] => {
    const first = scopes.find((scope) => !grantsOf.has(scope));
    const verdict = first === undefined ? undefined : verdictOn(first);
    return !verdict || verdict.answer === 'no' ? [] : [{ scopes: grantsOf.size === 0 ? scopes : scopes.filter((scope) => !grantsOf.has(scope)), verdict }];
  });
  return [...ofNamed.filter(({ verdict }) => verdict.answer !== 'no'), ...ofOthers];
}

/** Returns what decides about a scope besides grants: whether the definition names it, and whether it is about the user alone. */
function kindOf(scope: string): string {
  return scope === OTHER_SCOPES ? 'other' : CURRENT_USER_SCOPES.includes(scope) ? 'current user' : '';
}
