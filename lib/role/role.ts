import type { ITerraformDependable, TerraformProvider, TerraformResourceLifecycle } from 'cdktf';
import { Construct } from 'constructs';
import type { IRole } from './i-role';
import { DescribedRole, LookedUpRole } from './imported-role';
import { namesIn, PermissionList } from './permission-list';
import * as binding from '../bindings/role';
import { RolePermissions } from '../bindings/role-permissions';
import { withFastSynthesis } from '../framework/fast-synthesis';
import { rejectForeignStack } from '../framework/foreign-stack';
import { addImportBlock } from '../framework/import-block';
import { followInstances } from '../framework/instances';
import { lazyAddress, lazyReference } from '../framework/lazy';
import { followProvider, providerOf } from '../framework/provider';
import { rejectAfterSynth } from '../framework/synthesis';
import type { ExistingOptions } from '../resource-server/existing-options';
import type { IResourceServer } from '../resource-server/i-resource-server';
import { existingOptions } from '../resource-server/read-existing-options';
import { ROLE_RULES } from '../rules/role';
import { ROLE } from '../schema/role';
import { keepFindings, throwUnlessAcknowledged } from '../synth/findings';
import { keepProviderMismatch } from '../synth/imported-provider';
import { checkAtSynth } from '../synth/stack-checks';
import { convertProps } from '../validation/convert';
import { guarded } from '../validation/guarded';
import { moveFrom } from '../validation/moved-from';
import { propsOf, readProps } from '../validation/props';
import { requireId } from '../validation/required-id';
import { displayName, validate } from '../validation/validate';

const L1 = withFastSynthesis(binding.Role);
const PermissionsL1 = withFastSynthesis(RolePermissions);
const PROPS = propsOf(ROLE);
const PERMISSIONS_BY_METHOD = 'must be given with the method role.allow(resourceServer, scopes), but were given as a property';

/** To whom a role can be assigned. */
export enum RoleType {
  /** To the users of the tenant. */
  TENANT = 'tenant',

  /** To the members of an organization. */
  ORGANIZATION = 'organization',
}

/** The props of a role. */
export interface RoleProps {
  /** The name, unique in the tenant or in the organization that owns the role. */
  readonly name: string;

  /**
   * The purpose of the role: at least one character. The provider cannot remove a description again.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * To whom the role can be assigned. RoleType.ORGANIZATION needs `ownerId`. Terraform replaces the role when this
   * changes. Needs provider 1.55 or newer.
   *
   * @default - not written: RoleType.TENANT for a new role
   */
  readonly type?: RoleType;

  /**
   * The id of the organization that owns the role. Needs the type RoleType.ORGANIZATION. Terraform replaces the role
   * when this changes. Needs provider 1.55 or newer.
   *
   * @default - none: the tenant owns the role
   */
  readonly ownerId?: string;

  /**
   * The provider to use, for the role and its permissions.
   *
   * @default - the only Auth0 provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * The lifecycle settings of the role.
   *
   * The names in `ignoreChanges` are those of Terraform. The permissions have a lifecycle of their own:
   * `permissionsResource.lifecycle`.
   *
   * @default - Terraform's defaults
   */
  readonly lifecycle?: TerraformResourceLifecycle;

  /**
   * Resources that must exist before the role.
   *
   * @default - the resources that its properties refer to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * A role and its permissions: `auth0_role` and, after the first call of `allow`, one `auth0_role_permissions` for all
 * APIs.
 *
 * Terraform creates the permissions after the scopes of the APIs. `auth0_role_permissions` manages the whole set:
 * Terraform removes permissions of the role that are not in it. Roles have an effect only on APIs with
 * `enforcePolicies`.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/role
 */
export class Role extends Construct implements IRole, ITerraformDependable {
  /**
   * Returns an existing role by its id. Terraform looks nothing up.
   *
   * `allow` adds to the permissions that the role already has. Each permission is one `auth0_role_permission`, because
   * `auth0_role_permissions` would remove the others.
   */
  public static fromRoleId(scope: Construct, id: string, roleId: string, options: ExistingOptions = {}): IRole {
    const name = displayName('Role', scope, id);
    requireId(name, 'role_id', roleId);
    return new DescribedRole(scope, id, roleId, existingOptions(name, options));
  }

  /**
   * Looks up an existing role by its name.
   *
   * `allow` adds to the permissions that the role already has. Each permission is one `auth0_role_permission`, because
   * `auth0_role_permissions` would remove the others.
   */
  public static fromName(scope: Construct, id: string, name: string, options: ExistingOptions = {}): IRole {
    const title = displayName('Role', scope, id);
    guarded(title, 'name', () => throwUnlessAcknowledged(scope, title, validate(ROLE, ROLE_RULES, { name }).findings));
    return new LookedUpRole(scope, id, name, existingOptions(title, options));
  }

  /** The L1, child `Resource`. Use it for settings that this construct does not have. */
  public readonly resource: binding.Role;

  readonly #name: string;
  readonly #permissions = new PermissionList();
  #permissionsL1?: RolePermissions;
  #importId?: string;
  #roleId?: string;

  /**
   * @throws ValidationError that lists every error in the props; nothing is created then
   */
  public constructor(scope: Construct, id: string, props: RoleProps) {
    const name = displayName('Role', scope, id);
    rejectForeignStack(scope);
    rejectAfterSynth(scope, 'new Role');
    // a subclass can have a property of this name
    const instead: Record<string, string> = new.target === Role ? { permissions: PERMISSIONS_BY_METHOD } : {};
    const { config, findings } = guarded(name, 'props', () => checkProps(scope, name, props, instead));

    super(scope, id);
    this.#name = name;
    this.resource = new L1(this, 'Resource', config);
    keepFindings(this, name, findings);
    checkAtSynth(this);
  }

  /** The id that Auth0 gave the role. */
  public get roleId(): string {
    return (this.#roleId ??= lazyReference(() => [this.resource, 'id']));
  }

  /** The L1 of the permissions, child `Permissions`. Undefined if the role has no permissions. */
  public get permissionsResource(): RolePermissions | undefined {
    // it may have been removed
    return this.node.tryFindChild('Permissions') && this.#permissionsL1;
  }

  /**
   * The Terraform address. As a value, such as that of an output, it is the role. In `dependsOn` and within expressions,
   * it is the resource of the permissions if there are any: they depend on the role.
   */
  public get fqn(): string {
    return lazyAddress(this.resource, () => this.permissionsResource);
  }

  /**
   * Gives the role permissions of an API, at any time before synth.
   *
   * If the API declares its scopes in the same app, synth refuses a permission that the API does not declare.
   *
   * @param scopes the names of the permissions: each 1 to 280 characters; a role can have at most 1000
   * @throws ValidationError that lists every error in the permissions
   */
  public allow(resourceServer: IResourceServer, scopes: string[]): void {
    rejectAfterSynth(this, 'allow');
    const { list, names } = namesIn(this.#name, scopes);
    const isFirst = !this.#permissions.has(resourceServer);
    keepFindings(this, this.#name, this.#permissions.add(this, this.#name, resourceServer, names));
    if (list !== undefined) {
      this.#permissions.addList(resourceServer, list);
    }
    if (!this.permissionsResource && !this.#permissions.isEmpty) {
      this.#permissionsL1 = new PermissionsL1(this, 'Permissions', {
        roleId: this.roleId,
        permissions: this.#permissions.blocks,
      });
      followProvider(this.#permissionsL1, () => providerOf(this.resource));
      followInstances(this.#permissionsL1, this.resource);
      this.#importPermissions();
    }
    if (isFirst && this.#permissionsL1) {
      keepProviderMismatch(this, this.#name, this.#permissionsL1, resourceServer);
    }
    if (list !== undefined) {
      this.#permissionsL1!.putPermissions(this.#permissions.dynamicBlocks!);
    }
  }

  /**
   * Keeps the resources of this role when its construct id has changed: writes `moved` blocks for all its parts.
   *
   * Terraform would destroy and create them otherwise. After the apply, the call can be deleted. Call it once more for
   * an older id, after the newer one.
   *
   * @param oldId the id in the same scope; or, with a slash, the path below the stack: `Shop/Orders`, `/Orders`
   */
  public movedFrom(oldId: string): void {
    moveFrom(this, 'Role', oldId);
  }

  /**
   * Imports an existing role and its permissions with `import` blocks (Terraform 1.5 or newer).
   *
   * Terraform removes permissions of the role that are not allowed here.
   *
   * @param roleId the id of the role, `rol_...`
   */
  public importFrom(roleId: string): void {
    rejectAfterSynth(this, 'importFrom');
    requireId(this.#name, 'role_id', roleId);
    this.#importId = roleId;
    addImportBlock(this.resource, roleId);
    this.#importPermissions();
  }

  #importPermissions(): void {
    const permissions = this.permissionsResource;
    if (permissions && this.#importId !== undefined) {
      addImportBlock(permissions, this.#importId);
    }
  }
}

/** Converts and checks the props. Returns the findings to report at synth. */
function checkProps(scope: Construct, name: string, props: RoleProps, instead: Readonly<Record<string, string>>) {
  const { config, problems } = convertProps<binding.RoleConfig>(ROLE, readProps(name, ROLE, props, PROPS, instead), {});
  return { config, findings: throwUnlessAcknowledged(scope, name, validate(ROLE, ROLE_RULES, config, problems).findings) };
}
