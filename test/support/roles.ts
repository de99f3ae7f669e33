import { TerraformStack } from 'cdktf';
import { apiNamed, PERMISSIONS } from './apis';
import { messageFor } from './errors';
import { synthesizeOne } from './synth';
import * as auth0 from '../../lib';

/** The reference to the scopes of the API `Orders`. */
export const ORDERS = '${auth0_resource_server_scopes.Orders_Scopes_E52ACA3C.resource_server_identifier}';

/** Creates an API whose identifier is its construct id in lower case, for tests with several APIs. */
export function apiFor(stack: TerraformStack, id: string, scopes?: Record<string, string>): auth0.ResourceServer {
  return apiNamed(stack, id, { identifier: id.toLowerCase(), scopes });
}

/** A role with a name. */
export function roleIn(stack: TerraformStack, props: Partial<auth0.RoleProps> = {}): auth0.Role {
  return new auth0.Role(stack, 'Role', { name: 'Clerk', ...props });
}

/** The permissions in the JSON of a role. */
export function permissionsOf(allow: (role: auth0.Role, stack: TerraformStack) => void): any {
  return synthesizeOne(PERMISSIONS, (stack) => allow(roleIn(stack), stack)).permissions;
}

/** The message of the error for a role, from its lines. */
export const roleMessage = messageFor("Role 'stack/Role'");
