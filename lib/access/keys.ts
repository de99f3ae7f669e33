import { isKnown, knownOrUndefined, UNKNOWN } from '../schema/value';
import { isExpression } from '../tenant/reference';
import type { Api, ApiReference, Client, ClientReference, Declaration, Role, RoleReference, Tenant } from '../tenant/tenant';

/** An API, application or role that the definition refers to but does not declare. */
export interface Undeclared {
  /** The identifier, client id or role id; or the reference that only Terraform can resolve, after the name of its stack. */
  readonly id: string;
  /** The name in messages. */
  readonly title: string;
  /** The tenant that it belongs to: the alias of the provider, or ''. */
  readonly tenant: string;
}

/** An API, application or role. The same one is always the same object. */
export type Key<T extends Declaration = Declaration> = T | Undeclared;
export type ApiKey = Key<Api>;
export type ClientKey = Key<Client>;
export type RoleKey = Key<Role>;

/** Checks whether the definition declares it. */
export function isDeclared<T extends Declaration>(key: Key<T>): key is T {
  return 'resource' in key;
}

/** Checks whether its id is known only to Terraform or Auth0. If so, it may be the same as another one in the definition. */
export function hasUnknownId(key: Key | undefined): boolean {
  if (!key) {
    return true;
  }
  if (!isDeclared(key)) {
    return isExpression(key.id);
  }
  const { kind, key: identifier, clientId, roleId } = key as Partial<Api & Omit<Client, 'kind'> & Omit<Role, 'kind'>>;
  const id = identifier ?? (kind === 'looked up' ? clientId ?? roleId : '');
  return typeof id !== 'string' || isExpression(id);
}

/** Checks whether two may be the same. Two that are both declared never are. */
export function mayBeSame(a: Key | undefined, b: Key | undefined): boolean {
  return a === b || !a || !b || (!(isDeclared(a) && isDeclared(b)) && (hasUnknownId(a) || hasUnknownId(b)));
}

/** Finds the one object that stands for an application, API or role, whatever the definition calls it. */
export class Keys {
  readonly #tenants: (declaration: Declaration) => string;
  readonly #apis = new Map<string, Api>();
  readonly #imported = new Map<string, Api>();
  readonly #clients = new Map<string, Client>();
  readonly #roles = new Map<string, Role>();
  readonly #rolesByName = new Map<string, Role>();
  readonly #undeclared = new Map<string, Undeclared>();

  public constructor(tenant: Tenant) {
    this.#tenants = tenantsIn(tenant);
    for (const api of byKind(tenant.apis)) {
      const id = knownOrUndefined(api.key) ?? '';
      if (api.kind === 'imported') {
        addFirst(this.#imported, id, api);
      } else {
        addFirst(this.#apis, id && this.#tenantAndId(api, id), api);
      }
    }
    for (const client of byKind(tenant.clients)) {
      addFirst(this.#clients, this.#tenantAndId(client, client.clientId), client);
    }
    for (const role of byKind(tenant.roles)) {
      addFirst(this.#roles, this.#tenantAndId(role, role.roleId), role);
      addFirst(this.#rolesByName, this.#tenantAndName(role), role);
    }
  }

  /** Returns the object that stands for a declared API: a looked-up or imported API may be defined in the same definition. */
  public declaredApi(api: Api): Api {
    const id = knownOrUndefined(api.key);
    return id === undefined ? api : this.#apis.get(this.#tenantAndId(api, id)) ?? this.#imported.get(id) ?? api;
  }

  /** Returns the object that stands for a declared application. */
  public declaredClient(client: Client): Client {
    return this.#clients.get(this.#tenantAndId(client, client.clientId)) ?? client;
  }

  /** Returns the object that stands for a declared role. Names are unique in the tenant, and in each organization. */
  public declaredRole(role: Role): Role {
    return this.#rolesByName.get(this.#tenantAndName(role)) ?? this.#roles.get(this.#tenantAndId(role, role.roleId)) ?? role;
  }

  /** Returns the API that a reference leads to; undefined if that is not known. */
  public api({ api, key, byId }: ApiReference, from: Declaration): ApiKey | undefined {
    const id = knownOrUndefined(key);
    if (id === undefined) {
      return api && !byId && this.areInSameTenant(api, from) ? api : undefined;
    }
    return this.#apis.get(this.#tenantAndId(from, id)) ?? this.#imported.get(id) ?? this.#undeclaredKey('api', id, from);
  }

  /** Returns the application that a reference leads to; undefined if that is not known. */
  public client({ client, key }: ClientReference, from: Declaration): ClientKey | undefined {
    return client
      ? this.declaredClient(client)
      : isKnown(key) ? this.#clients.get(this.#tenantAndId(from, key)) ?? this.#undeclaredKey('client', key, from) : undefined;
  }

  /** Returns the role that a reference leads to; undefined if that is not known. */
  public role({ role, key }: RoleReference, from: Declaration): RoleKey | undefined {
    return role
      ? this.declaredRole(role)
      : isKnown(key) ? this.#roles.get(this.#tenantAndId(from, key)) ?? this.#undeclaredKey('role', key, from) : undefined;
  }

  /** Checks whether two belong to the same tenant. An imported API has no provider, so it fits any tenant. */
  public areInSameTenant(a: Key, b: Key): boolean {
    const [first, second] = [a, b].map((key) => this.tenantOf(key));
    return first === undefined || second === undefined || first === second;
  }

  /** Returns the name of the tenant that it belongs to; undefined for an imported API, which fits any tenant. */
  public tenantOf(key: Key): string | undefined {
    return !isDeclared(key) ? key.tenant : (key as Api).kind === 'imported' ? undefined : this.#tenants(key);
  }

  #tenantAndId(from: Declaration, id: unknown): string {
    return typeof id === 'string' ? `${this.#tenants(from)} ${id}` : '';
  }

  #tenantAndName(role: Role): string {
    const { name, type, owner } = role;
    // each organization may have a role of the same name
    return typeof name === 'string' && !isExpression(name) && isKnown(type) && isKnown(owner)
      ? this.#tenantAndId(role, [type, owner, name].join('\n'))
      : '';
  }

  #undeclaredKey(what: string, id: string, from: Declaration): Undeclared {
    const tenant = this.#tenants(from);
    const name = `${what} ${tenant} ${id}`;
    let other = this.#undeclared.get(name);
    if (!other) {
      const text = isExpression(id) ? id.slice(id.indexOf('${')) : id;
      other = { id, tenant, title: tenant === '' ? text : `${text} (provider ${tenant})` };
      this.#undeclared.set(name, other);
    }
    return other;
  }
}

/**
 * Returns a function that gives the tenant of a declaration. If a stack has two providers, each alias is a tenant of its
 * own. If every stack has one provider, everything is in one tenant, whatever the aliases are.
 */
function tenantsIn(tenant: Tenant): (declaration: Declaration) => string {
  const aliases = new Map<string, string>();
  const { apis, clients, grants, roles, permissionLists, singlePermissions } = tenant;
  const provided = apis.filter(({ kind }) => kind !== 'imported');
  for (const { stack, resource } of [...provided, ...clients, ...grants, ...roles, ...permissionLists, ...singlePermissions]) {
    const alias = aliasOf({ resource });
    if ((aliases.get(stack) ?? alias) !== alias) {
      return aliasOf;
    }
    aliases.set(stack, alias);
  }
  return () => '';
}

function aliasOf({ resource: { provider } }: Pick<Declaration, 'resource'>): string {
  return provider === UNKNOWN ? '' : provider;
}

const KINDS = ['defined', 'cimd', 'looked up', 'imported'];

/** Sorts declarations by kind, defined ones first. */
function byKind<T extends { readonly kind: string }>(declarations: readonly T[]): T[] {
  return KINDS.flatMap((kind) => declarations.filter((one) => one.kind === kind));
}

function addFirst<T>(map: Map<string, T>, name: string, value: T): void {
  if (name !== '' && !map.has(name)) {
    map.set(name, value);
  }
}
