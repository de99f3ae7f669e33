import { publishedScopesOf } from '../../schema/system-api-scopes';
import { SystemApi } from '../../schema/system-apis';
import { isKnown, knownOrUndefined, Value } from '../../schema/value';
import type { Declaration, Tenant } from '../../tenant/tenant';
import { nearest } from '../../util/nearest';
import { quote } from '../../util/text';
import { Context, defineRules } from '../rule';

/** Between the scopes that are used and those that Auth0 publishes for its own APIs. */
export const SYSTEM_API_SCOPE_RULES = defineRules<Tenant, Declaration>([
  {
    id: 'sys-scope-misspelled',
    severity: 'warning',
    attributes: 'auth0_client_grant.scopes, auth0_role_permissions.permissions, auth0_role_permission.permission',
    summary: "Should not be almost a scope of Auth0's own API. Other names that are not published pass, because Auth0 adds scopes.",
    see: 'https://auth0.com/docs/api/management/v2',
    check: ({ grants, permissionLists, singlePermissions }, context) => {
      for (const grant of grants) {
        knownOrUndefined(grant.scopes)?.forEach((scope) => checkScope(grant, grant.api.system, scope, 'grants', context));
      }
      for (const declaration of [...permissionLists, ...singlePermissions]) {
        knownOrUndefined(declaration.permissions)?.forEach(({ name, api }) => checkScope(declaration, api.system, name, 'allows', context));
      }
    },
  },
]);

function checkScope(
  declaration: Declaration,
  system: SystemApi | undefined,
  scope: Value<string>,
  verb: string,
  { report }: Context<Declaration>,
): void {
  const problem = system && isKnown(scope) ? problemOf(scope, system) : undefined;
  if (problem !== undefined) {
    report(declaration, `${verb} the scope ${quote(scope as string)} of Auth0's ${system!.title}, ${problem}`);
  }
}

/** Returns what is wrong with a scope. Undefined if it is published, and if it is like none that is. */
function problemOf(scope: string, system: SystemApi): string | undefined {
  const published = publishedScopesOf(system);
  if (!published || published.names.has(scope)) {
    return undefined;
  }
  const colon = scope.indexOf(':');
  const [action, object] = [scope.slice(0, Math.max(colon, 0)), scope.slice(colon + 1)];
  if (colon >= 0 && (action.trim() === '' || object.trim() === '')) {
    return "which names only one side of the colon: scopes look like 'read:users'";
  }
  // a new scope often does something known with something known
  if (published.actions.has(action) && published.objects.has(object)) {
    return undefined;
  }
  const respelled = scope.trim().toLowerCase().replace(/[-. ]/g, '_');
  const meant = [respelled, `${object}:${action}`].find((name) => published.names.has(name))
    ?? nearest(scope, published.names, scope.length < 10 ? 1 : 2);
  return meant === undefined ? undefined : `which is not published: did you mean ${quote(meant)}?`;
}
