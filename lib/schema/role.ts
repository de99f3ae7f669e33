import { ConfigOf } from './shape';

/** What the provider's schema lets a user set on `auth0_role`. */
export const ROLE_SHAPE = { name: 'string', description: 'string', type: 'string', owner_id: 'string' } as const;

/** What the provider's schema lets a user set on `auth0_role_permissions`. */
export const ROLE_PERMISSIONS_SHAPE = {
  role_id: 'string',
  permissions: [{ name: 'string', resource_server_identifier: 'string' }],
} as const;

/** An `auth0_role` as the rules see it. */
export type RoleConfig = ConfigOf<typeof ROLE_SHAPE>;

/** An `auth0_role_permissions` as the rules see it. */
export type RolePermissionsConfig = ConfigOf<typeof ROLE_PERMISSIONS_SHAPE>;
