import { DeclaredClient, DeclaredCredentials, DeclaredOrganizationClients, DeclaredOrganizationGrant, DeclaredTenantSettings } from './client-declarations';
import {
  DeclaredApi, DeclaredGrant, DeclaredResource, DeclaredScopeList, DeclaredSingleScope, IMPORTED_API, Lookup,
} from './declarations';
import { DeclarationsByKey } from './declarations-by-key';
import { IndexedSource, indexedOnce, Origin, References } from './references';
import { ASSIGNMENTS, DeclaredAssignment, DeclaredPermissions, DeclaredRole } from './role-declarations';
import type { Source, SourceResource } from './source';
import type { Api, ApiReference, ClientReference, Grant, RoleReference, Tenant } from './tenant';
import { systemApiOf } from '../schema/system-apis';
import { isKnown, UNKNOWN } from '../schema/value';

const API_TYPES = ['auth0_resource_server', IMPORTED_API, 'data.auth0_resource_server'];
const CLIENT_TYPES = ['auth0_client', 'auth0_client_cimd', 'data.auth0_client'];
const ROLE_TYPES = ['auth0_role', 'data.auth0_role'];

/** Options that say how the sources of a model are connected. */
export interface ReadOptions {
  /**
   * More sources that references can lead to. They are read only when a reference is not found before them.
   *
   * @default - none
   */
  readonly others?: Iterable<Source>;

  /**
   * True if all sources are about one tenant, so that equal identifiers mean the same API in all of them, unless their
   * providers have different domains. If false, only references connect sources.
   *
   * @default false
   */
  readonly isOneTenant?: boolean;
}

/**
 * Reads the APIs, applications, grants and roles of a definition. Each part is read when it is first used.
 *
 * @param sources the stacks, plans or states that the model consists of
 */
export function readTenant(sources: readonly Source[], options: ReadOptions = {}): Tenant {
  return new TenantReader(sources, options);
}

type Constructor<T> = new (resource: SourceResource, source: IndexedSource, lookup: Lookup) => T;

class TenantReader implements Tenant, Lookup {
  private readonly own: readonly IndexedSource[];
  private readonly references: References;
  private readonly declared = new Map<Constructor<DeclaredResource>, Map<SourceResource, DeclaredResource>>();
  private readonly lists = new Map<string, readonly DeclaredResource[]>();
  private readonly byKey: DeclarationsByKey;
  private readonly listsOf = new Map<IndexedSource, Map<Api, DeclaredScopeList[]>>();
  private singlesOf?: ReadonlyMap<Api | undefined, DeclaredSingleScope[]>;

  public constructor(sources: readonly Source[], { others = [], isOneTenant = false }: ReadOptions) {
    this.own = sources.map((source) => new IndexedSource(source));
    this.references = new References(indexedOnce(this.own, others));
    this.byKey = new DeclarationsByKey(this.own, isOneTenant);
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

  public get tenantSettings(): readonly DeclaredTenantSettings[] {
    return this.all(['auth0_tenant'], DeclaredTenantSettings);
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

  public get assignments(): readonly DeclaredAssignment[] {
    return this.all(ASSIGNMENTS, DeclaredAssignment);
  }

  public follow(value: unknown, from: IndexedSource): Origin {
    return this.references.follow(value, from);
  }

  public apiReference(value: unknown, from: DeclaredResource): ApiReference {
    const { key, text, steps } = this.follow(value, from.source);
    const through = steps.map(({ resource }) => resource);
    const last = steps[steps.length - 1];
    if (last?.attribute === 'id' && API_TYPES.includes(last.resource.type)) {
      return { key: UNKNOWN, api: this.declare(last.resource, last.source, DeclaredApi), byId: true, through };
    }
    const found = steps.find(({ resource }) => API_TYPES.includes(resource.type));
    const referred = found && this.declare(found.resource, found.source, DeclaredApi);
    const known = referred?.key ?? key;
    if (referred?.kind === 'defined' || !isKnown(known)) {
      return { key: known, api: referred, system: referred?.system, byId: false, through };
    }
    // a data source or a literal identifier may mean an API that the same definition defines
    const source = found?.source ?? from.source;
    const api = this.byKey.find(source, from.resource.provider, known, 'apis', (one) => this.apisIn(one), ({ key: own }) => own);
    return { key: known, api: api ?? referred, system: api?.system ?? referred?.system ?? systemApiOf(text), byId: false, through };
  }

  public clientReference(value: unknown, from: DeclaredResource): ClientReference {
    const { key, steps } = this.follow(value, from.source);
    // the last one, because an application that a data source looks up may be defined in the same definition
    const found = steps.filter(({ resource }) => CLIENT_TYPES.includes(resource.type)).pop();
    if (found || !isKnown(key)) {
      return { key, client: found && this.declare(found.resource, found.source, DeclaredClient) };
    }
    const all = (source: IndexedSource) => this.in(source, CLIENT_TYPES, DeclaredClient);
    return { key, client: this.byKey.find(from.source, from.resource.provider, key, 'clients', all, ({ clientId }) => clientId) };
  }

  public roleReference(value: unknown, from: DeclaredResource): RoleReference {
    const { key, steps } = this.follow(value, from.source);
    const found = steps.find(({ resource }) => ROLE_TYPES.includes(resource.type));
    if (found || !isKnown(key)) {
      return { key, role: found && this.declare(found.resource, found.source, DeclaredRole) };
    }
    const all = (source: IndexedSource) => this.in(source, ROLE_TYPES, DeclaredRole);
    return { key, role: this.byKey.find(from.source, from.resource.provider, key, 'roles', all, ({ roleId }) => roleId) };
  }

  public grantReference(value: unknown, from: DeclaredResource): Grant | undefined {
    const found = this.follow(value, from.source).steps.find(({ resource }) => resource.type === 'auth0_client_grant');
    return found && this.declare(found.resource, found.source, DeclaredGrant);
  }

  public scopesOf(api: DeclaredApi): ReadonlySet<string> | undefined {
    const sources = this.own.includes(api.source) ? this.own : [api.source, ...this.own];
    const lists = sources.flatMap((source) => this.listsIn(source).get(api) ?? []);
    if (lists.length === 0) {
      const scopes = api.kind === 'imported' ? api.resource.get('scopes') : undefined;
      return Array.isArray(scopes) && scopes.length > 0 ? new Set(scopes) : undefined;
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

  /** Returns the lists of scopes in a source, by the API that they belong to. */
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

  /**
   * Returns the declaration of a resource, always the same object, so that declarations can be compared. One resource
   * can declare several things: `auth0_tenant` has settings, and names APIs.
   */
  private declare<T extends DeclaredResource>(resource: SourceResource, source: IndexedSource, type: Constructor<T>): T {
    let ofType = this.declared.get(type);
    if (!ofType) {
      ofType = new Map();
      this.declared.set(type, ofType);
    }
    let declared = ofType.get(resource);
    if (!declared) {
      declared = new type(resource, source, this);
      ofType.set(resource, declared);
    }
    return declared as T;
  }
}
