import { isKnown, knownOrUndefined } from '../schema/value';
import { isExpression } from '../tenant/reference';
import type { Api, ApiReference, Client, ClientReference, Declaration, Role, RoleReference, Tenant } from '../tenant/tenant';

/** What the definition names but does not have: by the client id, the identifier or the id that Auth0 knows it by. */
export interface Elsewhere {
  /** The id, or the reference that only Terraform can resolve, with its stack. */
  readonly id: string;
  /** What it is called in messages. */
  readonly title: string;
  /** The tenant in which it is. */
  readonly tenant: string;
}

export type Key<T extends Declaration = Declaration> = T | Elsewhere;
export type ApiKey = Key<Api>;
export type ClientKey = Key<Client>;
export type RoleKey = Key<Role>;

/** Whether the definition has it. */
export function isDeclared<T extends Declaration>(key: Key<T>): key is T {
  return 'resource' in key;
}

/** Whether only Terraform or Auth0 knows which one it is: it may be one that the definition names otherwise. */
export function isVague(key: Key | undefined): boolean {
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

/** Whether two may be the same: two that the definition has are not. */
export function mayBeSame(a: Key | undefined, b: Key | undefined): boolean {
  return a === b || !a || !b || (!(isDeclared(a) && isDeclared(b)) && (isVague(a) || isVague(b)));
}

/** One object for each application, API and role, however the definition names it. */
export class Keys {
  readonly #tenants: (declaration: Declaration) => string;
  readonly #apis = new Map<string, Api>();
  readonly #described = new Map<string, Api>();
  readonly #clients = new Map<string, Client>();
  readonly #roles = new Map<string, Role>();
  readonly #rolesByName = new Map<string, Role>();
  readonly #elsewhere = new Map<string, Elsewhere>();

  public constructor(tenant: Tenant) {
    this.#tenants = tenantsIn(tenant);
    for (const api of byKind(tenant.apis)) {
      const id = knownOrUndefined(api.key) ?? '';
      if (api.kind === 'described') {
        addFirst(this.#described, id, api);
      } else {
        addFirst(this.#apis, id && this.#name(api, id), api);
      }
    }
    for (const client of byKind(tenant.clients)) {
      addFirst(this.#clients, this.#name(client, client.clientId), client);
    }
    for (const role of byKind(tenant.roles)) {
      addFirst(this.#roles, this.#name(role, role.roleId), role);
      addFirst(this.#rolesByName, this.#nameOf(role), role);
    }
  }

  /** The one object for an API of the definition: what is looked up or described may be defined here. */
  public declaredApi(api: Api): Api {
    const id = knownOrUndefined(api.key);
    return id === undefined ? api : this.#apis.get(this.#name(api, id)) ?? this.#described.get(id) ?? api;
  }

  /** The same for an application. */
  public declaredClient(client: Client): Client {
    return this.#clients.get(this.#name(client, client.clientId)) ?? client;
  }

  /** The same for a role: the names of roles are unique in a tenant. */
  public declaredRole(role: Role): Role {
    return this.#rolesByName.get(this.#nameOf(role)) ?? this.#roles.get(this.#name(role, role.roleId)) ?? role;
  }

  /** The API that a reference names; nothing where it cannot be told. */
  public api({ api, key }: ApiReference, from: Declaration): ApiKey | undefined {
    const id = knownOrUndefined(key);
    if (id === undefined) {
      return api && this.areOfOneTenant(api, from) ? api : undefined;
    }
    return this.#apis.get(this.#name(from, id)) ?? this.#described.get(id) ?? this.#other('api', id, from);
  }

  /** The application that a reference names; nothing where it cannot be told. */
  public client({ client, key }: ClientReference, from: Declaration): ClientKey | undefined {
    return client
      ? this.declaredClient(client)
      : isKnown(key) ? this.#clients.get(this.#name(from, key)) ?? this.#other('client', key, from) : undefined;
  }

  /** The role that a reference names; nothing where it cannot be told. */
  public role({ role, key }: RoleReference, from: Declaration): RoleKey | undefined {
    return role
      ? this.declaredRole(role)
      : isKnown(key) ? this.#roles.get(this.#name(from, key)) ?? this.#other('role', key, from) : undefined;
  }

  /** Whether two belong to the same tenant. What is only described belongs to any. */
  public areOfOneTenant(a: Key, b: Key): boolean {
    const [first, second] = [a, b].map((key) => this.#tenantOf(key));
    return first === undefined || second === undefined || first === second;
  }

  #tenantOf(key: Key): string | undefined {
    return !isDeclared(key) ? key.tenant : (key as Api).kind === 'described' ? undefined : this.#tenants(key);
  }

  #name(from: Declaration, id: unknown): string {
    return typeof id === 'string' ? `${this.#tenants(from)} ${id}` : '';
  }

  #nameOf(role: Role): string {
    return typeof role.name === 'string' && !isExpression(role.name) ? this.#name(role, role.name) : '';
  }

  #other(what: string, id: string, from: Declaration): Elsewhere {
    const tenant = this.#tenants(from);
    const name = `${what} ${tenant} ${id}`;
    let other = this.#elsewhere.get(name);
    if (!other) {
      const text = isExpression(id) ? id.slice(id.indexOf('${')) : id;
      other = { id, tenant, title: tenant === '' ? text : `${text} (provider ${tenant})` };
      this.#elsewhere.set(name, other);
    }
    return other;
  }
}

/**
 * The tenants of what a definition declares. Two providers in a stack are two tenants, which their aliases tell apart.
 * Where every stack has one provider, all are of one tenant, whatever the aliases.
 */
function tenantsIn(tenant: Tenant): (declaration: Declaration) => string {
  const aliases = new Map<string, string>();
  const { apis, clients, grants, roles, permissionLists, singlePermissions } = tenant;
  const provided = apis.filter(({ kind }) => kind !== 'described');
  for (const { stack, resource } of [...provided, ...clients, ...grants, ...roles, ...permissionLists, ...singlePermissions]) {
    if ((aliases.get(stack) ?? resource.provider) !== resource.provider) {
      return (declaration) => declaration.resource.provider;
    }
    aliases.set(stack, resource.provider);
  }
  return () => '';
}

const KINDS = ['defined', 'cimd', 'looked up', 'described'];

/** What is defined comes first. */
function byKind<T extends { readonly kind: string }>(declarations: readonly T[]): T[] {
  return KINDS.flatMap((kind) => declarations.filter((one) => one.kind === kind));
}

function addFirst<T>(map: Map<string, T>, name: string, value: T): void {
  if (name !== '' && !map.has(name)) {
    map.set(name, value);
  }
}
