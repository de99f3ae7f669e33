import { isKnown, UNKNOWN, Value } from '../../schema/value';
import { quote } from '../../util/text';
import { Context, Rule, Severity } from '../rule';

/**
 * A resource of a stack. Its values are as Terraform will read them, so that equal texts are equal values, references
 * included; what cannot be told is unknown.
 */
export interface Item {
  /** The path of its construct. */
  readonly path: string;
  /** The provider that it belongs to: two providers may be two tenants. */
  readonly provider: string;
}

/** What a stack has of an API: the identifier, or the address of an API whose identifier is not known. */
export interface ApiPart extends Item {
  readonly api: Value<string>;
  /** Whether the API is referred to by its id, where its identifier is wanted. */
  readonly byId?: boolean;
}

export interface ScopeItem extends ApiPart {
  readonly scope: Value<string>;
  readonly description: Value<string>;
}

export interface GrantItem extends ApiPart {
  /** The application, or what the grant is the default for. */
  readonly grantee: Value<string>;
  readonly isDefault: boolean;
  readonly subject: Value<string>;
  /** Everything else in it: two grants are the same where this is. */
  readonly definition: string;
}

export interface RoleItem extends Item {
  readonly name: Value<string>;
}

export interface PermissionsItem extends Item {
  readonly role: Value<string>;
  /** Whether an API is referred to by its id, where its identifier is wanted. */
  readonly byId: boolean;
}

/** The resources of one stack that concern access to APIs. */
export interface StackConfig {
  readonly apis: readonly ApiPart[];
  readonly scopeLists: readonly ApiPart[];
  readonly singleScopes: readonly ScopeItem[];
  readonly grants: readonly GrantItem[];
  readonly roles: readonly RoleItem[];
  readonly permissionLists: readonly PermissionsItem[];
  readonly singlePermissions: readonly PermissionsItem[];
}

const ONE_OWNER = 'https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/resource_server_scopes';

/** Items that agree in every key, in groups; those with a key that is not known are left out. */
function groups<T extends Item>(items: readonly T[], ...keys: Array<(item: T) => Value<string>>): T[][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const values = keys.map((key) => key(item));
    if (values.every(isKnown)) {
      const key = JSON.stringify([item.provider, ...values]);
      const group = found.get(key);
      if (group) {
        group.push(item);
      } else {
        found.set(key, [item]);
      }
    }
  }
  return Array.from(found.values());
}

/** Reports every item of a group after the first, with the path of the first. */
function reportRepeats<T extends Item>(
  found: T[][],
  context: Context,
  text: (item: T, first: T) => string,
  severity?: (item: T, first: T) => Severity,
): void {
  for (const [first, ...others] of found) {
    for (const item of others) {
      context.report([item.path], text(item, first), severity?.(item, first));
    }
  }
}

/** Reports each of `some` that agrees with one of `others`. */
function reportClashes<T extends Item>(
  some: readonly T[],
  others: readonly T[],
  key: (item: T) => Value<string>,
  context: Context,
  text: (other: T) => string,
): void {
  const owners = new Set(others);
  for (const group of groups([...others, ...some], key)) {
    const [owner] = group;
    const clashing = owners.has(owner) ? group.filter((item) => !owners.has(item)) : [];
    clashing.forEach((item) => context.report([item.path], text(owner)));
  }
}

/** Every rule between the resources of a stack. */
export const STACK_RULES: ReadonlyArray<Rule<StackConfig>> = [
  {
    id: 'identifier-unique',
    severity: 'error',
    attributes: 'auth0_resource_server.identifier',
    summary: 'Must be given to one API only, in a stack and for a provider.',
    see: 'https://auth0.com/docs/api/management/v2/resource-servers/post-resource-servers',
    check: ({ apis }, context) =>
      reportRepeats(groups(apis, ({ api }) => api), context, (item, first) =>
        `has the same identifier as ${quote(first.path)}: ${quote(String(item.api))}`,
      ),
  },
  {
    id: 'identifier-slash-twins',
    severity: 'warning',
    attributes: 'auth0_resource_server.identifier, auth0_client_grant.audience',
    summary: 'Should not differ from another by a slash at the end alone: they are two APIs.',
    see: 'https://auth0.com/docs/get-started/auth0-overview/set-up-apis',
    check: ({ apis, grants }, { report }) => {
      const owners = new Map(apis.map((item) => [`${item.provider} ${String(item.api)}`, item.path]));
      const withTwins = [
        ...apis.filter(({ api }) => isKnown(api) && api.endsWith('/')),
        ...grants.filter((item) => isKnown(item.api) && !owners.has(`${item.provider} ${item.api}`)),
      ];
      for (const { provider, api, path } of withTwins) {
        const text = String(api);
        const twin = owners.get(`${provider} ${text.endsWith('/') ? text.slice(0, -1) : `${text}/`}`);
        if (twin !== undefined) {
          report([path], `means another API than ${quote(twin)}, since the two identifiers differ by a slash at the end`);
        }
      }
    },
  },
  {
    id: 'scopes-two-owners',
    severity: 'error',
    attributes: 'auth0_resource_server_scopes.resource_server_identifier',
    summary: 'Must be given in one resource: each owns the whole list of an API.',
    see: ONE_OWNER,
    check: ({ scopeLists }, context) =>
      reportRepeats(groups(scopeLists, ({ api }) => api), context, (_, first) =>
        `owns the scopes of an API that ${quote(first.path)} owns as well: put them into one`,
      ),
  },
  {
    id: 'scopes-mixed-resources',
    severity: 'error',
    attributes: 'auth0_resource_server_scopes, auth0_resource_server_scope',
    summary: 'Must be managed as a whole or one by one, not both: each apply would undo the other.',
    see: ONE_OWNER,
    check: ({ scopeLists, singleScopes }, context) =>
      reportClashes<ApiPart>(singleScopes, scopeLists, ({ api }) => api, context, (other) =>
        `manages one scope of an API whose scopes ${quote(other.path)} manages as a whole: put it there`,
      ),
  },
  {
    id: 'scope-name-duplicate',
    severity: 'error',
    attributes: 'auth0_resource_server_scope',
    summary: 'Must not be described in two ways.',
    see: ONE_OWNER,
    check: ({ singleScopes }, context) => {
      const told = singleScopes.filter(({ description }) => description !== UNKNOWN);
      const repeated = groups(told, ({ api }) => api, ({ scope }) => scope);
      const differing = repeated.map(([first, ...others]) => [
        first,
        ...others.filter(({ description }) => description !== first.description),
      ]);
      reportRepeats(differing, context, (item, first) =>
        `describes the scope ${quote(String(item.scope))} otherwise than ${quote(first.path)} does`,
      );
    },
  },
  {
    id: 'scopes-by-id-not-identifier',
    severity: 'error',
    attributes: 'auth0_resource_server_scopes.resource_server_identifier, auth0_resource_server_scope.resource_server_identifier',
    summary: 'Must be the identifier of the API, not its id: Terraform would replace the scopes at each apply.',
    see: 'https://github.com/auth0/terraform-provider-auth0/issues/687',
    check: ({ scopeLists, singleScopes }, { report }) => {
      for (const { path, byId } of [...scopeLists, ...singleScopes]) {
        if (byId) {
          report([path], 'must refer to its API by the identifier, but the id was given');
        }
      }
    },
  },
  {
    id: 'audience-not-id',
    severity: 'error',
    attributes: 'auth0_client_grant.audience',
    summary: 'Must be the identifier of the API, not its id.',
    see: 'https://auth0.com/docs/api/management/v2/client-grants/post-client-grants',
    check: ({ grants }, { report }) => {
      for (const { path, byId } of grants) {
        if (byId) {
          report([path], 'must refer to its API by the identifier, but the id was given');
        }
      }
    },
  },
  {
    id: 'duplicate-tuple',
    severity: 'error',
    attributes: 'auth0_client_grant.client_id, auth0_client_grant.audience, auth0_client_grant.subject_type',
    summary: 'Must be one grant: the provider takes over the first and the two undo each other. Two that are the same are a warning.',
    see: 'https://auth0.com/docs/get-started/applications/application-access-to-apis-client-grants',
    check: ({ grants }, context) =>
      reportRepeats(
        groups(grants.filter(({ isDefault }) => !isDefault), ({ api }) => api, ({ grantee }) => grantee, ({ subject }) => subject),
        context,
        (item, first) =>
          item.definition === first.definition
            ? `repeats the grant ${quote(first.path)}`
            : `grants the same application access to the same API as ${quote(first.path)}, but with other settings: make it one grant`,
        (item, first) => (item.definition === first.definition ? 'warning' : 'error'),
      ),
  },
  {
    id: 'default-for-duplicate',
    severity: 'error',
    attributes: 'auth0_client_grant.default_for, auth0_client_grant.audience, auth0_client_grant.subject_type',
    summary: 'Must be one default grant for an API and a subject type.',
    see: 'https://auth0.com/docs/get-started/applications/application-access-to-apis-client-grants',
    check: ({ grants }, context) =>
      reportRepeats(
        groups(grants.filter(({ isDefault }) => isDefault), ({ api }) => api, ({ grantee }) => grantee, ({ subject }) => subject),
        context,
        (_, first) => `is a second default grant beside ${quote(first.path)}, for the same API and subject type`,
      ),
  },
  {
    id: 'role-name-unique',
    severity: 'error',
    attributes: 'auth0_role.name',
    summary: 'Must be given to one role only, in a stack and for a provider.',
    see: 'https://auth0.com/docs/api/management/v2/roles/post-roles',
    check: ({ roles }, context) =>
      reportRepeats(groups(roles, ({ name }) => name), context, (item, first) =>
        `has the same name as ${quote(first.path)}: ${quote(String(item.name))}`,
      ),
  },
  {
    id: 'role-permissions-mixed',
    severity: 'error',
    attributes: 'auth0_role_permissions, auth0_role_permission',
    summary: 'Must be managed in one resource or one by one, not both: each apply would undo the other.',
    see: 'https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/role_permissions',
    check: ({ permissionLists, singlePermissions }, context) => {
      reportRepeats(groups(permissionLists, ({ role }) => role), context, (_, first) =>
        `owns the permissions of a role that ${quote(first.path)} owns as well: put them into one`,
      );
      reportClashes(singlePermissions, permissionLists, ({ role }) => role, context, (other) =>
        `manages one permission of a role whose permissions ${quote(other.path)} manages as a whole: put it there`,
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
      for (const { path, byId } of [...permissionLists, ...singlePermissions]) {
        if (byId) {
          report([path], 'must refer to its API by the identifier, but the id was given');
        }
      }
    },
  },
];
