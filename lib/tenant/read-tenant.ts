import { DeclaredClient, DeclaredCredentials, DeclaredOrganizationClients, DeclaredOrganizationGrant } from './client-declarations';
import {
  DeclaredApi, DeclaredGrant, DeclaredPermissions, DeclaredResource, DeclaredRole, DeclaredScopeList,
  DeclaredSingleScope, DESCRIBED_API, Lookup,
} from './declarations';
import { IndexedSource, Origin, References } from './references';
import type { Source, SourceResource } from './source';
import type { Api, ApiReference, ClientReference, Grant, RoleReference, Tenant } from './tenant';
import { isKnown, UNKNOWN, Value } from '../schema/value';

const API_TYPES = ['auth0_resource_server', DESCRIBED_API, 'data.auth0_resource_server'];
const CLIENT_TYPES = ['auth0_client', 'auth0_client_cimd', 'data.auth0_client'];
const ROLE_TYPES = ['auth0_role', 'data.auth0_role'];

/** How the sources of a model belong together. */
export interface ReadOptions {
  /**
   * What references can lead to as well; only looked into when one leads there.
   *
   * @default - nothing
   */
  readonly others?: Iterable<Source>;

  /**
   * Whether all sources are about one tenant, so that equal identifiers mean the same API in all of them. Otherwise,
   * only references connect one source with another.
   *
   * @default false
   */
  readonly isOneTenant?: boolean;
}

/**
 * Reads what a definition says about access to APIs. Nothing is read before it is asked for.
 *
 * @param sources what the model is about
 */
export function readTenant(sources: readonly Source[], options: ReadOptions = {}): Tenant {
  return new TenantReader(sources, options);
}

type Constructor<T> = new (resource: SourceResource, source: IndexedSource, lookup: Lookup) => T;

class TenantReader implements Tenant, Lookup {
  private readonly own: readonly IndexedSource[];
  private readonly references: References;
  private readonly declared = new Map<SourceResource, DeclaredResource>();
  private readonly lists = new Map<string, readonly DeclaredResource[]>();
  private readonly byKey = new Map<IndexedSource, Map<string, Map<string, DeclaredResource>>>();
  private readonly listsOf = new Map<IndexedSource, Map<Api, DeclaredScopeList[]>>();
  private singlesOf?: ReadonlyMap<Api | undefined, DeclaredSingleScope[]>;
  private readonly isOneTenant: boolean;

  public constructor(sources: readonly Source[], { others = [], isOneTenant = false }: ReadOptions) {
    this.own = sources.map((source) => new IndexedSource(source));
    this.references = new References(remembered(this.own, others));
    this.isOneTenant = isOneTenant;
  }

  public get apis(): readonly DeclaredApi[] {
    return this.all(API_TYPES, DeclaredApi);
  }

  public get scopeLists(): readonly DeclaredScopeList[] {
    return this.all(['auth0_resource_server_scopes'], DeclaredScopeList);
  }

  public get singleScopes(): readonly DeclaredSingleScope[] {
    return this.all(['auth0_resource_server_scope'], DeclaredSingleScope);
  }

  public get clients(): readonly DeclaredClient[] {
    return this.all(CLIENT_TYPES, DeclaredClient);
  }

  public get grants(): readonly DeclaredGrant[] {
    return this.all(['auth0_client_grant'], DeclaredGrant);
  }

  public get credentials(): readonly DeclaredCredentials[] {
    return this.all(['auth0_client_credentials'], DeclaredCredentials);
  }

  public get organizationGrants(): readonly DeclaredOrganizationGrant[] {
    return this.all(['auth0_organization_client_grant'], DeclaredOrganizationGrant);
  }

  public get organizationClients(): readonly DeclaredOrganizationClients[] {
    return this.all(['auth0_organization_client', 'auth0_organization_clients'], DeclaredOrganizationClients);
  }

  public get roles(): readonly DeclaredRole[] {
    return this.all(ROLE_TYPES, DeclaredRole);
  }

  public get permissionLists(): readonly DeclaredPermissions[] {
    return this.all(['auth0_role_permissions'], DeclaredPermissions);
  }

  public get singlePermissions(): readonly DeclaredPermissions[] {
    return this.all(['auth0_role_permission'], DeclaredPermissions);
  }

  public follow(value: unknown, from: IndexedSource): Origin {
    return this.references.follow(value, from);
  }

  public apiReference(value: unknown, from: DeclaredResource): ApiReference {
    const { key, trail } = this.follow(value, from.source);
    const last = trail[trail.length - 1];
    if (last?.attribute === 'id' && API_TYPES.includes(last.resource.type)) {
      return { key: UNKNOWN, byId: true };
    }
    const found = trail.find(({ resource }) => API_TYPES.includes(resource.type));
    const referred = found && this.declare(found.resource, found.source, DeclaredApi);
    const known = referred?.key ?? key;
    if (referred?.kind === 'defined' || !isKnown(known)) {
      return { key: known, api: referred, byId: false };
    }
    // what is looked up or named by its identifier may be defined here as well
    const source = found?.source ?? from.source;
    const api = this.find(source, from.resource.provider, known, 'apis', (one) => this.apisIn(one), ({ key: own }) => own);
    return { key: known, api: api ?? referred, byId: false };
  }

  public clientReference(value: unknown, from: DeclaredResource): ClientReference {
    const { key, trail } = this.follow(value, from.source);
    // the last one: what a data source looks up may be defined here
    const found = trail.filter(({ resource }) => CLIENT_TYPES.includes(resource.type)).pop();
    if (found || !isKnown(key)) {
      return { key, client: found && this.declare(found.resource, found.source, DeclaredClient) };
    }
    const all = (source: IndexedSource) => this.in(source, CLIENT_TYPES, DeclaredClient);
    return { key, client: this.find(from.source, from.resource.provider, key, 'clients', all, ({ clientId }) => clientId) };
  }

  public roleReference(value: unknown, from: DeclaredResource): RoleReference {
    const { key, trail } = this.follow(value, from.source);
    const found = trail.find(({ resource }) => ROLE_TYPES.includes(resource.type));
    if (found || !isKnown(key)) {
      return { key, role: found && this.declare(found.resource, found.source, DeclaredRole) };
    }
    const all = (source: IndexedSource) => this.in(source, ROLE_TYPES, DeclaredRole);
    return { key, role: this.find(from.source, from.resource.provider, key, 'roles', all, ({ roleId }) => roleId) };
  }

  public grantReference(value: unknown, from: DeclaredResource): Grant | undefined {
    const found = this.follow(value, from.source).trail.find(({ resource }) => resource.type === 'auth0_client_grant');
    return found && this.declare(found.resource, found.source, DeclaredGrant);
  }

  public scopesOf(api: DeclaredApi): ReadonlySet<string> | undefined {
    const sources = this.own.includes(api.source) ? this.own : [api.source, ...this.own];
    const lists = sources.flatMap((source) => this.listsIn(source).get(api) ?? []);
    if (lists.length === 0) {
      const described = api.kind === 'described' ? api.resource.get('scopes') : undefined;
      return Array.isArray(described) && described.length > 0 ? new Set(described) : undefined;
    }
    const names = new Set<string>();
    const areKnown =
      lists.every((list) => list.addNamesTo(names)) &&
      (this.singlesByApi.get(api) ?? []).every(({ name }) => isKnown(name) && names.add(name));
    return areKnown ? names : undefined;
  }

  private apisIn(source: IndexedSource): readonly DeclaredApi[] {
    return this.in(source, API_TYPES, DeclaredApi);
  }

  private get singlesByApi(): ReadonlyMap<Api | undefined, DeclaredSingleScope[]> {
    if (!this.singlesOf) {
      const singles = new Map<Api | undefined, DeclaredSingleScope[]>();
      for (const single of this.singleScopes) {
        const { api } = single.api;
        const ofApi = singles.get(api);
        if (ofApi) {
          ofApi.push(single);
        } else {
          singles.set(api, [single]);
        }
      }
      this.singlesOf = singles;
    }
    return this.singlesOf;
  }

  /** The lists of scopes in a source, by the API that they belong to. */
  private listsIn(source: IndexedSource): ReadonlyMap<Api, DeclaredScopeList[]> {
    let lists = this.listsOf.get(source);
    if (!lists) {
      lists = new Map();
      for (const list of this.in(source, ['auth0_resource_server_scopes'], DeclaredScopeList)) {
        const { api } = list.api;
        if (api) {
          lists.set(api, [...(lists.get(api) ?? []), list]);
        }
      }
      this.listsOf.set(source, lists);
    }
    return lists;
  }

  /** What has a key and the same provider: in the same source, or else in another one of the same tenant. */
  private find<T extends DeclaredResource>(
    near: IndexedSource,
    provider: string,
    key: string,
    kind: string,
    all: (source: IndexedSource) => readonly T[],
    keyOf: (declared: T) => Value<string>,
  ): T | undefined {
    for (const source of this.isOneTenant ? new Set([near, ...this.own]) : [near]) {
      const kinds = this.byKey.get(source) ?? new Map<string, Map<string, DeclaredResource>>();
      this.byKey.set(source, kinds);
      let ofKind = kinds.get(kind);
      if (!ofKind) {
        ofKind = new Map();
        // what is defined comes first in `all`, and goes before what is looked up or described
        for (const declared of [...all(source)].reverse()) {
          const own = keyOf(declared);
          if (isKnown(own)) {
            ofKind.set(`${declared.resource.provider} ${own}`, declared);
          }
        }
        kinds.set(kind, ofKind);
      }
      const found = ofKind.get(`${provider} ${key}`);
      if (found) {
        return found as T;
      }
    }
    return undefined;
  }

  private all<T extends DeclaredResource>(types: readonly string[], type: Constructor<T>): readonly T[] {
    let list = this.lists.get(types[0]);
    if (!list) {
      list = this.own.flatMap((source) => this.in(source, types, type));
      this.lists.set(types[0], list);
    }
    return list as readonly T[];
  }

  private in<T extends DeclaredResource>(source: IndexedSource, types: readonly string[], type: Constructor<T>): T[] {
    return types.flatMap((name) => source.ofType(name).map((resource) => this.declare(resource, source, type)));
  }

  /** One declaration for each resource, so that declarations can be compared. */
  private declare<T extends DeclaredResource>(resource: SourceResource, source: IndexedSource, type: Constructor<T>): T {
    let declared = this.declared.get(resource);
    if (!declared) {
      declared = new type(resource, source, this);
      this.declared.set(resource, declared);
    }
    return declared as T;
  }
}

/** The own sources, and the others where somebody goes on: each is indexed once. */
function remembered(own: readonly IndexedSource[], others: Iterable<Source>): Iterable<IndexedSource> {
  const seen: IndexedSource[] = [];
  let rest: Iterator<Source> | undefined;
  return {
    *[Symbol.iterator]() {
      yield* own;
      yield* seen;
      rest ??= others[Symbol.iterator]();
      for (let next = rest.next(); !next.done; next = rest.next()) {
        const source = new IndexedSource(next.value);
        seen.push(source);
        yield source;
      }
    },
  };
}
