import { Group, rawPermissions, rawRole, role } from './example';

const RIGHT = role("name: 'Orders admin'");
const ALLOWED = "clerk.allow(orders, ['read:orders', 'write:orders']);";

export const ROLES: Group = {
  title: 'Roles',
  text: 'A role says what the users who have it can do.',
  examples: {
    'role-name-required': {
      why: 'Auth0 refuses a role without a name.',
      wrong: role("name: ''"),
      right: RIGHT,
    },
    'role-description-empty': {
      why: 'Auth0 refuses an empty description. Once a role has a description, it can be changed but not removed.',
      wrong: role("name: 'Orders admin'", "description: ''"),
      right: RIGHT,
    },
    'role-type-owner': {
      why: 'The provider refuses one without the other.',
      wrong: role("name: 'Orders admin'", 'type: auth0.RoleType.ORGANIZATION'),
      right: role("name: 'Orders admin'", 'type: auth0.RoleType.ORGANIZATION', "ownerId: 'org_shop'"),
    },
    'role-type-enum': {
      why: 'Auth0 has these two types only.',
      wrong: rawRole("name: 'Orders admin'", "type: 'global'"),
      right: role("name: 'Orders admin'", 'type: auth0.RoleType.TENANT'),
    },
    'role-enum-letter-case': {
      why: 'The provider ignores the spelling, but Auth0 refuses the request.',
      wrong: rawRole("name: 'Orders admin'", "type: 'Tenant'"),
      right: role("name: 'Orders admin'", 'type: auth0.RoleType.TENANT'),
    },
    'role-permissions-at-least-one': {
      why: 'The provider refuses an empty list. `Role` writes no list where nothing is allowed.',
      wrong: rawPermissions('roleId: clerk.roleId', 'permissions: []'),
      right: ALLOWED,
    },
    'role-permission-length': {
      why: 'Auth0 refuses other lengths.',
      wrong: "clerk.allow(orders, ['']);",
      right: ALLOWED,
    },
    'role-permissions-limit': {
      why: 'Auth0 refuses more.',
      wrong: 'clerk.allow(orders, Array.from({ length: 1001 }, (_, n) => `read:${n}`));',
      right: ALLOWED,
    },
  },
};
