import { createHash } from 'node:crypto';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { uniqueChildId } from '../framework/child-id';

/**
 * Returns the construct id of one permission below its role: the path of the API and the scope.
 *
 * The path has no stack in it, so that renaming the stack does not change the addresses of its resources. Where another
 * API and another scope could lead to the same text, a hash tells them apart, whatever the order of the calls.
 */
export function permissionId(role: Construct, api: Construct, scope: string): string {
  return uniqueChildId(role, permissionIdFor(apiPathFrom(role, api), scope));
}

/** Returns the path of an API as it stands in the id. */
export function apiPathFrom(role: Construct, api: Construct): string {
  const stack = TerraformStack.of(api);
  const { path } = api.node;
  return stack === TerraformStack.of(role) ? path.slice(stack.node.path.length + 1) : path;
}

export function permissionIdFor(apiPath: string, scope: string): string {
  const id = `Permission-${apiPath}-${scope}`;
  const isAmbiguous = /[-\s]/.test(scope) || /--|-\/|\/-|-$/.test(apiPath);
  return isAmbiguous ? `${id}-${createHash('sha256').update(JSON.stringify([apiPath, scope])).digest('hex').slice(0, 8)}` : id;
}
