import { EnumAttribute, enumRule, letterCaseRule } from './enums';
import { checkLength, MAX_PERMISSIONS } from './limits';
import { defineRules } from './rule';
import { itemPath } from '../schema/path';
import { ROLE, RoleConfig, RolePermissionsConfig } from '../schema/role';
import { isKnown, isSet, knownOrUndefined } from '../schema/value';

const API = 'https://auth0.com/docs/api/management/v2/roles/post-roles';

export const ROLE_TYPE: EnumAttribute<typeof ROLE> = {
  resource: ROLE,
  id: 'role-type-enum',
  path: ['type'],
  see: 'https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/role',
};

/** Every rule on `auth0_role`. */
export const ROLE_RULES = defineRules<RoleConfig>([
  {
    id: 'role-name-required',
    severity: 'error',
    attributes: 'name',
    summary: 'Is required, and must not be empty.',
    see: API,
    check: ({ name }, { report }) => {
      if (!isSet(name)) {
        report(['name'], 'is required, but was not given');
      } else if (name === '') {
        report(['name'], 'must not be empty');
      }
    },
  },
  {
    id: 'role-description-empty',
    severity: 'error',
    attributes: 'description',
    summary: 'Must not be empty.',
    see: API,
    check: ({ description }, { report }) => {
      if (description === '') {
        report(['description'], 'must not be empty: leave it out (Auth0 cannot clear a description)');
      }
    },
  },
  {
    id: 'role-type-owner',
    severity: 'error',
    alsoWarns: true,
    attributes: 'type, owner_id',
    summary: "A role of an organization needs both: type 'organization' and the id of the organization.",
    see: 'https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/role',
    check: ({ type, owner_id: owner }, { naming, mayExist, report }) => {
      const severityOf = (value: unknown) => (mayExist && !isSet(value) ? 'warning' : 'error');
      if (isKnown(owner) && owner !== '' && (type === undefined || type === 'tenant')) {
        report(
          ['type'],
          `must be 'organization' where ${naming.path(['owner_id'])} is given, but ${type ? `'${type}'` : 'nothing'} was given`,
          severityOf(type),
        );
      }
      if (type === 'organization' && (owner === undefined || owner === '')) {
        report(
          ['owner_id'],
          `is required where ${naming.path(['type'])} is 'organization', but ${owner === undefined ? 'was not given' : 'is empty'}`,
          severityOf(owner),
        );
      }
    },
  },
  enumRule(ROLE_TYPE),
  letterCaseRule(ROLE, 'role-enum-letter-case'),
]);

/** Every rule on `auth0_role_permissions`. */
export const ROLE_PERMISSIONS_RULES = defineRules<RolePermissionsConfig>([
  {
    id: 'role-permissions-at-least-one',
    severity: 'error',
    attributes: 'permissions',
    summary: 'Must be at least one; the construct emits no permissions resource for none.',
    see: 'https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/role_permissions',
    check: ({ permissions }, { report }) => {
      if (permissions === undefined || (isKnown(permissions) && permissions.length === 0)) {
        report(['permissions'], 'must have at least one entry, but none was given');
      }
    },
  },
  {
    id: 'role-permission-length',
    severity: 'error',
    attributes: 'permissions.name',
    summary: 'Each must be 1 to 280 characters long.',
    see: API,
    check: ({ permissions }, context) => {
      knownOrUndefined(permissions)?.forEach((permission, index) => {
        const name = knownOrUndefined(permission)?.name;
        checkLength(name, 280, itemPath(['permissions'], name, index), context);
      });
    },
  },
  {
    id: 'role-permissions-limit',
    severity: 'error',
    attributes: 'permissions',
    summary: `Must have at most ${MAX_PERMISSIONS} entries.`,
    see: 'https://auth0.com/docs/troubleshoot/customer-support/operational-policies/entity-limit-policy',
    check: ({ permissions }, { report }) => {
      const { length } = knownOrUndefined(permissions) ?? [];
      if (length > MAX_PERMISSIONS) {
        report(['permissions'], `must have at most ${MAX_PERMISSIONS} entries, but ${length} were given`);
      }
    },
  },
]);
