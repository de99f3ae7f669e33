import { knownOrUndefined } from '../../schema/value';
import type { Declaration, Tenant } from '../../tenant/tenant';
import { quote } from '../../util/text';
import { defineRules } from '../rule';
import { groupsOf, reportClashes, reportRepeats } from './repeats';

/** The rules that compare roles, and the resources that manage their permissions. */
export const ROLE_OWNER_RULES = defineRules<Tenant, Declaration>([
  {
    id: 'role-name-unique',
    severity: 'error',
    canBeAcknowledged: true,
    attributes: 'auth0_role.name, auth0_role.type, auth0_role.owner_id',
    summary: 'Must be unique among the roles of a stack, a provider and an owner: the tenant, or an organization.',
    see: 'https://auth0.com/docs/api/management/v2/roles/post-roles',
    check: ({ roles }, context) => {
      const defined = roles.filter(({ kind }) => kind === 'defined');
      reportRepeats(groupsOf(defined, ({ type }) => type, ({ owner }) => owner, ({ name }) => name), context, ({ name }, first) =>
        `has the same name as ${quote(first.title)}: ${quote(String(name))}`,
      );
    },
  },
  {
    id: 'role-permissions-mixed',
    severity: 'error',
    canBeAcknowledged: true,
    attributes: 'auth0_role_permissions, auth0_role_permission',
    summary: 'Must be managed in one resource or one by one, not both: each apply would undo the other.',
    see: 'https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/role_permissions',
    check: ({ permissionLists, singlePermissions }, context) => {
      reportRepeats(groupsOf(permissionLists, ({ role }) => role.key), context, (_, first) =>
        `manages the permissions of the same role as ${quote(first.title)}: keep one auth0_role_permissions for each role`,
      );
      reportClashes(singlePermissions, permissionLists, ({ role }) => role.key, context, (other) =>
        `manages one permission of a role whose permissions ${quote(other.title)} manages as a whole: put it there`,
      );
    },
  },
  {
    id: 'role-permission-by-id',
    severity: 'error',
    attributes: 'auth0_role_permissions.permissions.resource_server_identifier, auth0_role_permission.resource_server_identifier',
    summary: 'Must be the identifier of the API, not its id.',
    see: 'https://github.com/auth0/auth0-cli/issues/348',
    check: ({ permissionLists, singlePermissions }, { report }) => {
      for (const declaration of [...permissionLists, ...singlePermissions]) {
        if (knownOrUndefined(declaration.permissions)?.some(({ api }) => api.byId)) {
          report(declaration, 'must refer to its API by the identifier, but the id was given');
        }
      }
    },
  },
]);
