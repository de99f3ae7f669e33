import { DeclaredResource } from './declarations';
import type { SourceResource } from './source';
import type { Assignment, Permission, Permissions, Role, RoleReference } from './tenant';
import { blocksOf, isMissing, literal, memberOf } from './values';
import { knownOrUndefined, UNKNOWN, Value } from '../schema/value';

/** An `auth0_role` or a data source for one. */
export class DeclaredRole extends DeclaredResource implements Role {
  public get kind(): Role['kind'] {
    return this.resource.type.startsWith('data.') ? 'looked up' : 'defined';
  }

  public get name(): Value<string> {
    return this.followed('name').text;
  }

  public get through(): readonly SourceResource[] {
    return this.followed('name').steps.map(({ resource }) => resource);
  }

  public get roleId(): Value<string> {
    return this.literal('id') ?? this.literal('role_id');
  }

  public get type(): Value<string> {
    return this.resource.get('type') ? this.followed('type').text : 'tenant';
  }

  public get owner(): Value<string> {
    return this.resource.get('owner_id') ? this.followed('owner_id').key : '';
  }
}

abstract class WithPermissions extends DeclaredResource {
  protected readPermissions(isList: boolean): Value<readonly Permission[]> {
    const one = (name: unknown, api: unknown): Permission => ({ name: literal(name), api: this.lookup.apiReference(api, this) });
    if (!isList) {
      return [one(this.resource.get('permission'), this.resource.get('resource_server_identifier'))];
    }
    const blocks = blocksOf(this.resource.get('permissions'));
    return blocks === UNKNOWN
      ? UNKNOWN
      : (blocks ?? []).map((block) => one(memberOf(block, 'name'), memberOf(block, 'resource_server_identifier')));
  }
}

/** An `auth0_role_permissions` or an `auth0_role_permission`. */
export class DeclaredPermissions extends WithPermissions implements Permissions {
  private reference?: RoleReference;
  private list?: Permissions['permissions'];

  public get isComplete(): boolean {
    return this.resource.type === 'auth0_role_permissions';
  }

  public get role(): RoleReference {
    return (this.reference ??= this.lookup.roleReference(this.resource.get('role_id'), this));
  }

  public get permissions(): Permissions['permissions'] {
    return (this.list ??= this.readPermissions(this.isComplete));
  }
}

/** The types of assignments. */
export const ASSIGNMENTS = [
  'auth0_user_role', 'auth0_user_roles', 'auth0_user_permission', 'auth0_user_permissions', 'auth0_organization_member_role',
  'auth0_organization_member_roles',
];

export class DeclaredAssignment extends WithPermissions implements Assignment {
  public get roles(): readonly RoleReference[] {
    const roles = this.resource.get('roles');
    return [this.resource.get('role_id'), ...(Array.isArray(roles) ? roles : [])]
      .filter((id) => !isMissing(id))
      .map((id) => this.lookup.roleReference(id, this));
  }

  public get permissions(): readonly Permission[] {
    const { type } = this.resource;
    return type.startsWith('auth0_user_permission') ? knownOrUndefined(this.readPermissions(type.endsWith('s'))) ?? [] : [];
  }
}
