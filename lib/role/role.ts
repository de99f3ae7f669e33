import type { ITerraformDependable, TerraformProvider, TerraformResourceLifecycle } from 'cdktf';
import { Construct } from 'constructs';
import type { IRole } from './i-role';
import { DescribedRole, LookedUpRole } from './imported-role';
import { PermissionList } from './permission-list';
import * as binding from '../bindings/role';
import { RolePermissions } from '../bindings/role-permissions';
import { lazyBlocks, withFastSynthesis } from '../framework/fast-synthesis';
import { rejectForeignStack } from '../framework/foreign-stack';
import { addImportBlock } from '../framework/import-block';
import { lazyReference, lazyString } from '../framework/lazy';
import type { IResourceServer } from '../resource-server/i-resource-server';
import { ROLE_RULES } from '../rules/role';
import { ROLE } from '../schema/role';
import { keepFindings, throwUnlessAcknowledged } from '../synth/findings';
import { checkAtSynth } from '../synth/stack-checks';
import { convertProps } from '../validation/convert';
import { requireId } from '../validation/required-id';
import { displayName, validate } from '../validation/validate';

const L1 = withFastSynthesis(binding.Role);
const PermissionsL1 = withFastSynthesis(RolePermissions);

/** Where a role can be assigned. */
export enum RoleType {
  /** To the users of the tenant. */
  TENANT = 'tenant',

  /** To the members of an organization. */
  ORGANIZATION = 'organization',
}

/** A role: what the users who have it may do. */
export interface RoleProps {
  /** The name, unique in the tenant. */
  readonly name: string;

  /**
   * What the role is for; at least one character. The provider cannot clear a description again.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * Where the role can be assigned. Needs provider 1.55 or newer.
   *
   * @default - not written: RoleType.TENANT for a new role
   */
  readonly type?: RoleType;

  /**
   * The id of the organization that owns the role. Needs provider 1.55 or newer.
   *
   * @default - not written
   */
  readonly ownerId?: string;

  /**
   * The provider to use, for the role and its permissions.
   *
   * @default - the stack's only provider of Auth0
   */
  readonly provider?: TerraformProvider;

  /**
   * The lifecycle of the role.
   *
   * @default - Terraform's
   */
  readonly lifecycle?: TerraformResourceLifecycle;

  /**
   * What must exist before the role.
   *
   * @default - what its references say
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * A role and its permissions: `auth0_role` and, where something is allowed, one `auth0_role_permissions` for all APIs,
 * ordered after the scopes that it names. It owns the whole set: permissions that it does not name are taken away.
 *
 * Roles take effect on APIs with `enforcePolicies`.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/role
 */
export class Role extends Construct implements IRole, ITerraformDependable {
  /**
   * A role that exists, by its id; nothing is looked up.
   *
   * What is allowed is added to the permissions that the role has elsewhere, one `auth0_role_permission` each: a
   * resource for the whole set would take those away.
   */
  public static fromRoleId(scope: Construct, id: string, roleId: string): IRole {
    requireId(displayName('Role', scope, id), 'role_id', roleId);
    return new DescribedRole(scope, id, roleId);
  }

  /**
   * A role that exists, looked up by its name.
   *
   * What is allowed is added to the permissions that the role has elsewhere, one `auth0_role_permission` each: a
   * resource for the whole set would take those away.
   */
  public static fromName(scope: Construct, id: string, name: string): IRole {
    throwUnlessAcknowledged(scope, displayName('Role', scope, id), validate(ROLE, ROLE_RULES, { name }).findings);
    return new LookedUpRole(scope, id, name);
  }

  /** The L1, child `Resource`: the way to what this construct does not offer. */
  public readonly resource: binding.Role;

  readonly #name: string;
  readonly #provider?: TerraformProvider;
  readonly #permissions = new PermissionList();
  #permissionsL1?: RolePermissions;
  #importId?: string;
  #roleId?: string;

  /**
   * @throws ValidationError that lists everything that is wrong with the props; nothing has been created then
   */
  public constructor(scope: Construct, id: string, props: RoleProps) {
    rejectForeignStack(scope);
    const { config, problems } = convertProps<binding.RoleConfig>(ROLE, props ?? {}, {});
    const name = displayName('Role', scope, id);
    const findings = throwUnlessAcknowledged(scope, name, validate(ROLE, ROLE_RULES, config, problems).findings);

    super(scope, id);
    this.#name = name;
    this.#provider = config.provider;
    this.resource = new L1(this, 'Resource', config);
    keepFindings(this, name, findings);
    checkAtSynth(this);
  }

  /** The id that Auth0 gave the role. */
  public get roleId(): string {
    return (this.#roleId ??= lazyReference(() => [this.resource, 'id']));
  }

  /** The L1 of the permissions, child `Permissions`, where the role has some. */
  public get permissionsResource(): RolePermissions | undefined {
    return this.#permissionsL1;
  }

  /** The address for `dependsOn`: of the permissions where the role has some, and so of both. */
  public get fqn(): string {
    return lazyString(() => (this.#permissionsL1 ?? this.resource).fqn);
  }

  /**
   * Gives the role permissions of an API, at any time before synth.
   *
   * A permission that the API does not declare is refused at synth, where the API declares its scopes in the same app.
   *
   * @param scopes each 1 to 280 characters; a role can have at most 1000
   * @throws ValidationError that lists everything that is wrong with the permissions
   */
  public allow(resourceServer: IResourceServer, ...scopes: string[]): void {
    const findings = throwUnlessAcknowledged(this, this.#name, this.#permissions.validateWith(resourceServer, scopes));
    keepFindings(this, this.#name, findings);
    this.#permissions.add(resourceServer, scopes);
    if (!this.#permissionsL1 && !this.#permissions.isEmpty) {
      this.#permissionsL1 = new PermissionsL1(this, 'Permissions', {
        roleId: this.roleId,
        permissions: lazyBlocks(() => this.#permissions.toBlocks()),
        provider: this.#provider,
      });
      this.#importPermissions();
    }
  }

  /**
   * Lets Terraform take over a role that exists, together with its permissions, by `import` blocks (Terraform 1.5 or
   * newer). Permissions that are not named here are taken away.
   *
   * @param roleId the id of the role, `rol_...`
   */
  public importFrom(roleId: string): void {
    requireId(this.#name, 'role_id', roleId);
    this.#importId = roleId;
    addImportBlock(this.resource, roleId);
    this.#importPermissions();
  }

  #importPermissions(): void {
    if (this.#permissionsL1 && this.#importId !== undefined) {
      addImportBlock(this.#permissionsL1, this.#importId);
    }
  }
}
