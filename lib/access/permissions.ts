import { ApiKey, hasUnknownId, isDeclared, Keys, mayBeSame, RoleKey } from './keys';
import { listIn, push } from './maps';
import { isKnown, UNKNOWN, Value } from '../schema/value';
import { exists } from '../tenant/existence';
import type { Permissions, Tenant } from '../tenant/tenant';

/** One permission of a role with its references resolved. */
export interface PermissionEntry {
  /** The resource that adds it to the role. */
  readonly declaration: Permissions;
  /** The role; undefined if only Terraform knows it. */
  readonly role?: RoleKey;
  /** The API; undefined if only Terraform knows it. */
  readonly api?: ApiKey;
  readonly scope: Value<string>;
  /** Whether only Terraform knows if the declaration exists. */
  readonly mayBeMissing: boolean;
}

/** The permissions of roles, by role and API. */
export class RolePermissions {
  public readonly all: readonly PermissionEntry[];
  readonly #keys: Keys;
  readonly #certain = new Map<RoleKey, Map<ApiKey, Map<string, PermissionEntry>>>();
  readonly #rolesWith = new Map<ApiKey, Map<string, RoleKey[]>>();
  readonly #uncertainByRole = new Map<RoleKey, PermissionEntry[]>();
  /** The roles that have an uncertain permission on an API. */
  readonly #uncertainRoles = new Map<ApiKey, RoleKey[]>();
  readonly #uncertain: PermissionEntry[] = [];
  readonly #complete = new Set<RoleKey>();
  #incomplete?: readonly RoleKey[];

  public constructor(tenant: Tenant, keys: Keys) {
    this.#keys = keys;
    this.all = [...tenant.permissionLists, ...tenant.singlePermissions].flatMap((declaration) => this.#read(declaration));
    this.all.forEach((entry) => this.#index(entry));
  }

  /** Returns the permission if the role certainly has it. */
  public find(role: RoleKey, api: ApiKey, scope: string): PermissionEntry | undefined {
    return this.#certain.get(role)?.get(api)?.get(scope);
  }

  /** Returns a permission that may be this one: whether it is, is known only to Terraform. */
  public findPossible(role: RoleKey, api: ApiKey, scope: string): PermissionEntry | undefined {
    const candidates = hasUnknownId(role) || hasUnknownId(api) ? this.all : [...listIn(this.#uncertainByRole, role), ...this.#uncertain];
    return candidates.find((entry) =>
      (entry.scope === scope || !isKnown(entry.scope)) &&
      mayBeSame(entry.role, role) &&
      mayBeSame(entry.api, api) &&
      this.#keys.areInSameTenant(entry.declaration, role));
  }

  /** Returns the roles that certainly have a scope of an API. */
  public rolesWith(api: ApiKey, scope: string): readonly RoleKey[] {
    return this.#rolesWith.get(api)?.get(scope) ?? [];
  }

  /** Tells whether the definition has all permissions of a role. */
  public isComplete(role: RoleKey): boolean {
    return this.#complete.has(role);
  }

  /** Returns the roles of which it is not certain that they do not have a scope of an API. */
  public candidates(api: ApiKey, scope: string, roles: Iterable<RoleKey>): Iterable<RoleKey> {
    if (hasUnknownId(api) || this.#uncertain.length > 0) {
      return roles;
    }
    this.#incomplete ??= Array.from(roles).filter((role) => hasUnknownId(role) || this.#mayHaveAnyApi(role) || this.mayHaveMore(role));
    return new Set([...this.rolesWith(api, scope), ...listIn(this.#uncertainRoles, api), ...this.#incomplete]);
  }

  /** Tells whether a role may have permissions that are not in the definition. */
  public mayHaveMore(role: RoleKey): boolean {
    return (!isDeclared(role) || role.kind === 'looked up') && !this.isComplete(role);
  }

  #mayHaveAnyApi(role: RoleKey): boolean {
    return listIn(this.#uncertainByRole, role).some(({ api }) => hasUnknownId(api));
  }

  #read(declaration: Permissions): PermissionEntry[] {
    const role = this.#keys.role(declaration.role, declaration);
    if (role && !this.#keys.areInSameTenant(role, declaration)) {
      return []; // Auth0 refuses it: the role is in another tenant
    }
    const existence = exists(declaration);
    if (existence === false) {
      return [];
    }
    const mayBeMissing = existence === UNKNOWN;
    if (role && declaration.isComplete && !mayBeMissing) {
      this.#complete.add(role);
    }
    return declaration.permissions === UNKNOWN
      ? [{ declaration, role, scope: UNKNOWN, mayBeMissing }]
      : (declaration.permissions ?? []).map(({ name, api }) => (
        { declaration, role, api: this.#keys.api(api, declaration), scope: name, mayBeMissing }));
  }

  #index(entry: PermissionEntry): void {
    const { role, api, scope, mayBeMissing } = entry;
    if (role && api && isKnown(scope) && !mayBeMissing) {
      const ofRole = this.#certain.get(role) ?? new Map<ApiKey, Map<string, PermissionEntry>>();
      const ofApi = ofRole.get(api) ?? new Map<string, PermissionEntry>();
      this.#certain.set(role, ofRole.set(api, ofApi.set(scope, entry)));
      this.#rolesWith.set(api, push(this.#rolesWith.get(api) ?? new Map<string, RoleKey[]>(), scope, role));
      if (!hasUnknownId(role) && !hasUnknownId(api)) {
        return;
      }
    }
    if (role && !hasUnknownId(role)) {
      push(this.#uncertainByRole, role, entry);
      if (api && !hasUnknownId(api)) {
        push(this.#uncertainRoles, api, role);
      }
    } else {
      this.#uncertain.push(entry);
    }
  }
}
