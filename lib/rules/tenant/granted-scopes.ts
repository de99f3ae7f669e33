import { isKnown, knownOrUndefined, Value } from '../../schema/value';
import type { Api, Declaration, Tenant } from '../../tenant/tenant';
import { nearest } from '../../util/nearest';
import { quote } from '../../util/text';
import { Context, defineRules } from '../rule';

/** The highest number of scopes in a message. */
const MOST_NAMED = 10;

/** The rules that compare the scopes in grants and permissions with those that their API declares. */
export const GRANTED_SCOPE_RULES = defineRules<Tenant, Declaration>([
  {
    id: 'scope-not-on-api',
    severity: 'error',
    canBeAcknowledged: true, // somebody else may add the scope
    attributes: 'auth0_client_grant.scopes',
    summary: 'Must be declared by the API, where the API is defined in the same app: Auth0 stores such a grant, but no token can carry the scope.',
    see: 'https://support.auth0.com/center/s/article/scope-must-be-a-subset-of-resource-server-scopes',
    check: ({ grants }, context) => {
      for (const grant of grants) {
        reportUndeclared(grant, grant.api.api, knownOrUndefined(grant.scopes) ?? [], 'grants', context);
      }
    },
  },
  {
    id: 'role-permission-not-on-api',
    severity: 'error',
    attributes: 'auth0_role_permissions.permissions, auth0_role_permission.permission',
    summary: 'Must be declared by the API, where the API is defined in the same app: Auth0 refuses other permissions.',
    see: 'https://auth0.com/docs/manage-users/access-control/configure-core-rbac/roles/add-permissions-to-roles',
    check: ({ permissionLists, singlePermissions }, context) => {
      for (const declaration of [...permissionLists, ...singlePermissions]) {
        const names = new Map<Api | undefined, Array<Value<string>>>();
        for (const { api: { api }, name } of knownOrUndefined(declaration.permissions) ?? []) {
          names.set(api, [...(names.get(api) ?? []), name]);
        }
        names.forEach((used, api) => reportUndeclared(declaration, api, used, 'allows', context));
      }
    },
  },
]);

function reportUndeclared(
  declaration: Declaration,
  api: Api | undefined,
  used: ReadonlyArray<Value<string>>,
  verb: string,
  { report }: Context<Declaration>,
): void {
  const declared = used.length > 0 ? api?.scopes : undefined;
  if (!declared) {
    return;
  }
  for (const scope of new Set(used.filter((one): one is string => isKnown(one) && !declared.has(one)))) {
    const meant = nearest(scope, declared);
    const names = Array.from(declared).sort();
    const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
    const listed = `${names.slice(0, MOST_NAMED).map(quote).join(', ')}${more}`;
    report(
      declaration,
      `${verb} the scope ${quote(scope)}, which ${quote(api!.title)} does not declare (it declares ${listed})` +
        (meant === undefined ? '' : `: did you mean ${quote(meant)}?`),
    );
  }
}
