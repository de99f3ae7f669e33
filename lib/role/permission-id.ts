import { createHash } from 'node:crypto';
import { TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { uniqueChildId } from '../framework/child-id';
import { pathOf, setFormerId, writeMovedBlocks } from '../framework/moved-blocks';

/**
 * Creates the construct of one permission below its role. Its id is the path of the API and the scope.
 *
 * The path has no stack in it, so that renaming the stack does not change the addresses of its resources. Where another
 * API and another scope could lead to the same text, a hash tells them apart, whatever the order of the calls. Where the
 * API moves, the permission moves with it.
 */
export function permissionBelow<Permission extends Construct>(
  role: Construct, api: IConstruct, scope: string, create: (id: string) => Permission,
): Permission {
  const id = idOf(role, api, scope);
  const permission = create(uniqueChildId(role, id));
  setFormerId(permission, (generation) => {
    const former = idOf(role, api, scope, generation);
    return former === id ? permission.node.id : former.replace(/\s/g, '_').replace(/\//g, '--');
  });
  if (TerraformStack.of(api) !== TerraformStack.of(role)) {
    writeMovedBlocks(role);
  }
  return permission;
}

function idOf(role: Construct, api: IConstruct, scope: string, generation?: number): string {
  const stack = TerraformStack.of(api);
  const path = [...(stack === TerraformStack.of(role) ? [] : [stack.node.path]), ...pathOf(api, generation)].join('/');
  const id = `Permission-${path}-${scope}`;
  const isAmbiguous = /[-\s]/.test(scope) || /--|-\/|\/-|-$/.test(path);
  return isAmbiguous ? `${id}-${createHash('sha256').update(JSON.stringify([path, scope])).digest('hex').slice(0, 8)}` : id;
}
