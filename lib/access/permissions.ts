import { ApiKey, isVague, Keys, mayBeSame, RoleKey } from './keys';
import { listIn, push } from './maps';
import { isKnown, UNKNOWN, Value } from '../schema/value';
import type { Permissions, Tenant } from '../tenant/tenant';

/** One permission of a role, read once. */
export interface PermissionEntry {
  /** The resource that gives it. */
  readonly by: Permissions;
  /** The role and the API; nothing where only Terraform knows. */
  readonly role?: RoleKey;
  readonly api?: ApiKey;
  readonly scope: Value<string>;
}

/** The permissions of roles, by role and API. */
export class RolePermissions {
  public readonly all: readonly PermissionEntry[];
  readonly #keys: Keys;
  readonly #certain = new Map<RoleKey, Map<ApiKey, Map<string, PermissionEntry>>>();
  readonly #holders = new Map<ApiKey, Map<string, RoleKey[]>>();
  readonly #openByRole = new Map<RoleKey, PermissionEntry[]>();
  readonly #open: PermissionEntry[] = [];
  readonly #whole = new Set<RoleKey>();

  public constructor(tenant: Tenant, keys: Keys) {
    this.#keys = keys;
    this.all = [...tenant.permissionLists, ...tenant.singlePermissions].flatMap((by) => this.#read(by));
    this.all.forEach((entry) => this.#file(entry));
  }

  /** The permission that a role has for certain. */
  public find(role: RoleKey, api: ApiKey, scope: string): PermissionEntry | undefined {
    return this.#certain.get(role)?.get(api)?.get(scope);
  }

  /** A permission that may be this one: what decides is known only to Terraform. */
  public findOpen(role: RoleKey, api: ApiKey, scope: string): PermissionEntry | undefined {
    const candidates = isVague(role) || isVague(api) ? this.all : [...listIn(this.#openByRole, role), ...this.#open];
    return candidates.find((entry) =>
      (entry.scope === scope || !isKnown(entry.scope)) &&
      mayBeSame(entry.role, role) &&
      mayBeSame(entry.api, api) &&
      this.#keys.areOfOneTenant(entry.by, role));
  }

  /** The roles that have a scope of an API for certain. */
  public holders(api: ApiKey, scope: string): readonly RoleKey[] {
    return this.#holders.get(api)?.get(scope) ?? [];
  }

  /** Whether the definition has all permissions of a role. */
  public isWhole(role: RoleKey): boolean {
    return this.#whole.has(role);
  }

  #read(by: Permissions): PermissionEntry[] {
    const role = this.#keys.role(by.role, by);
    if (role && !this.#keys.areOfOneTenant(role, by)) {
      return []; // Auth0 refuses it: the role is in another tenant
    }
    if (role && by.isWhole) {
      this.#whole.add(role);
    }
    return by.permissions === UNKNOWN
      ? [{ by, role, scope: UNKNOWN }]
      : (by.permissions ?? []).map(({ name, api }) => ({ by, role, api: this.#keys.api(api, by), scope: name }));
  }

  #file(entry: PermissionEntry): void {
    const { role, api, scope } = entry;
    if (role && api && isKnown(scope)) {
      const ofRole = this.#certain.get(role) ?? new Map<ApiKey, Map<string, PermissionEntry>>();
      const ofApi = ofRole.get(api) ?? new Map<string, PermissionEntry>();
      this.#certain.set(role, ofRole.set(api, ofApi.set(scope, entry)));
      this.#holders.set(api, push(this.#holders.get(api) ?? new Map<string, RoleKey[]>(), scope, role));
      if (!isVague(role) && !isVague(api)) {
        return;
      }
    }
    if (role && !isVague(role)) {
      push(this.#openByRole, role, entry);
    } else {
      this.#open.push(entry);
    }
  }
}
