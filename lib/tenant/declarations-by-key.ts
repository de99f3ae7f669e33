import type { DeclaredResource } from './declarations';
import { mayExcludeEachOther } from './existence';
import { areTwoTenants, ProviderInfo } from './provider';
import type { IndexedSource } from './references';
import type { SourceResource } from './source';
import { isKnown, UNKNOWN, Value } from '../schema/value';

/** Finds declarations by a key, such as the identifier of an API. The declarations of a source are read when they are needed. */
export class DeclarationsByKey {
  readonly #own: readonly IndexedSource[];
  readonly #isOneTenant: boolean;
  readonly #found = new Map<IndexedSource, Map<string, ReadonlyMap<string, DeclaredResource>>>();

  /** @param isOneTenant true if all sources are about one tenant */
  public constructor(own: readonly IndexedSource[], isOneTenant: boolean) {
    this.#own = own;
    this.#isOneTenant = isOneTenant;
  }

  /**
   * Finds the declaration that has a key and a provider: first in the given source, then in others of the same tenant.
   *
   * @param kind a name for what `all` returns
   * @param all the declarations of a source: defined ones before those that are looked up or imported
   */
  public find<T extends DeclaredResource>(
    first: IndexedSource,
    provider: SourceResource['provider'],
    key: string,
    kind: string,
    all: (source: IndexedSource) => readonly T[],
    keyOf: (declared: T) => Value<string>,
  ): T | undefined {
    const infoOf = (source: IndexedSource): ProviderInfo => ({ stack: source.name, alias: provider, domain: source.domainOf(provider) });
    for (const source of this.#isOneTenant ? new Set([first, ...this.#own]) : [first]) {
      if (source !== first && areTwoTenants(infoOf(first), infoOf(source))) {
        continue;
      }
      const kinds = this.#found.get(source) ?? new Map<string, ReadonlyMap<string, DeclaredResource>>();
      this.#found.set(source, kinds);
      const ofKind = kinds.get(kind) ?? byKey(all(source), keyOf);
      kinds.set(kind, ofKind);
      const found = provider === UNKNOWN ? undefined : ofKind.get(`${provider} ${key}`);
      if (found) {
        return found as T;
      }
    }
    return undefined;
  }
}

function byKey<T extends DeclaredResource>(all: readonly T[], keyOf: (declared: T) => Value<string>): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const variants: string[] = [];
  // in reverse, defined ones replace those that are looked up or imported
  for (const declared of [...all].reverse()) {
    const key = keyOf(declared);
    const { provider } = declared.resource;
    if (isKnown(key) && provider !== UNKNOWN) {
      const name = `${provider} ${key}`;
      const other = found.get(name);
      if (other && mayExcludeEachOther(declared, other)) {
        variants.push(name);
      }
      found.set(name, declared);
    }
  }
  // which of them exists is not known
  variants.forEach((variant) => found.delete(variant));
  return found;
}
