import { block, ConfigOf, list, text } from './attributes';

/** The attributes of `auth0_role` that can be set. */
export const ROLE = block({
  name: text(),
  description: text(),
  type: text({ values: ['tenant', 'organization'] }),
  owner_id: text(),
});

/** The attributes of `auth0_role_permissions` that can be set. */
export const ROLE_PERMISSIONS = block({
  role_id: text(),
  permissions: list(block({ name: text(), resource_server_identifier: text({ prop: 'resourceServer' }) }), { itemName: 'permission' }),
});

/** An `auth0_role` as the rules see it. */
export type RoleConfig = ConfigOf<typeof ROLE>;

/** An `auth0_role_permissions` as the rules see it. */
export type RolePermissionsConfig = ConfigOf<typeof ROLE_PERMISSIONS>;
