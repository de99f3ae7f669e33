import { TerraformIterator, TerraformProvider, Token } from 'cdktf';
import { Construct } from 'constructs';
import type { IRole } from './i-role';
import { permissionBelow } from './permission-id';
import { namesIn, PermissionList } from './permission-list';
import { DataAuth0Role } from '../bindings/data-auth0-role';
import { RolePermission } from '../bindings/role-permission';
import { withFastSynthesis } from '../framework/fast-synthesis';
import { rejectForeignStack } from '../framework/foreign-stack';
import { lazyString } from '../framework/lazy';
import { followProvider, providerOf } from '../framework/provider';
import { rejectAfterSynth } from '../framework/synthesis';
import { resolvedText } from '../framework/tokens';
import type { ExistingOptions } from '../resource-server/existing-options';
import type { IResourceServer } from '../resource-server/i-resource-server';
import { apiInfoOf } from '../synth/api-info';
import { keepFindings } from '../synth/findings';
import { keepProviderMismatch } from '../synth/imported-provider';
import { checkAtSynth } from '../synth/stack-checks';
import { normalized } from '../util/text';
import { moveFrom } from '../validation/moved-from';
import { displayName } from '../validation/validate';

const PermissionL1 = withFastSynthesis(RolePermission);

/** A role that is defined elsewhere. Permissions are added to the permissions that the role already has. */
abstract class ImportedRole extends Construct implements IRole {
  public abstract readonly roleId: string;
  readonly #permissions = new PermissionList();
  readonly #written = new Set<string>();

  public constructor(scope: Construct, id: string) {
    rejectForeignStack(scope);
    super(scope, id);
    checkAtSynth(this);
  }

  public allow(resourceServer: IResourceServer, scopes: string[]): void {
    rejectAfterSynth(this, 'allow');
    const name = displayName('Role', this.node.scope!, this.node.id);
    const { list, names } = namesIn(name, scopes);
    let isFirst = !this.#permissions.has(resourceServer);
    keepFindings(this, name, this.#permissions.add(this, name, resourceServer, names));
    const entries = list === undefined ? undefined : TerraformIterator.fromList(list as string[]);
    for (const scope of list === undefined ? names : [Token.asString(list)]) {
      const { path } = resourceServer.node;
      const text = normalized(resolvedText(scope, this));
      const key = JSON.stringify([path, text]);
      if (!this.#written.has(key)) {
        this.#written.add(key);
        const permission = permissionBelow(this, resourceServer, text, (id) => new PermissionL1(this, id, {
          roleId: this.roleId,
          permission: entries?.value ?? scope,
          forEach: entries,
          resourceServerIdentifier: resourceServer.audience,
        }));
        followProvider(permission, () => this.providerFor(resourceServer));
        if (isFirst) {
          keepProviderMismatch(this, name, permission, resourceServer);
          isFirst = false;
        }
      }
    }
  }

  public movedFrom(oldId: string): void {
    moveFrom(this, 'Role', oldId);
  }

  /** Returns the provider for a permission of an API. */
  protected abstract providerFor(api: IResourceServer): TerraformProvider | undefined;
}

/** A role whose id is given. */
export class DescribedRole extends ImportedRole {
  readonly #provider?: TerraformProvider;

  public constructor(scope: Construct, id: string, public readonly roleId: string, options: ExistingOptions) {
    super(scope, id);
    this.#provider = options?.provider;
  }

  protected override providerFor(api: IResourceServer): TerraformProvider | undefined {
    // an id alone does not tell the tenant, but it can only be that of the API
    return this.#provider ?? apiInfoOf(api)?.provider();
  }
}

/** A role that Terraform looks up by its name. */
export class LookedUpRole extends ImportedRole {
  public readonly roleId: string;
  readonly #data: DataAuth0Role;

  public constructor(scope: Construct, id: string, name: string, options: ExistingOptions) {
    super(scope, id);
    // only the id is needed: reading users and permissions costs requests and needs more permissions
    const { provider } = options ?? {};
    this.#data = new DataAuth0Role(this, 'Resource', { name, skipUsers: true, skipPermissions: true, provider });
    this.roleId = lazyString(() => this.#data.id);
  }

  protected override providerFor(): TerraformProvider | undefined {
    return providerOf(this.#data);
  }
}
