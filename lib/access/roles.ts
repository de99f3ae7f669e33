import type { AccessIndex } from './access-index';
import { ApiKey, isDeclared, RoleKey } from './keys';
import { systemOf } from './policies';
import { no, unknown, Verdict, yes } from './verdict';
import { UNKNOWN, Value } from '../schema/value';
import { quote } from '../util/text';

/** Whether the scopes of an API's users are cut down to their permissions. */
function enforcesPolicies(api: ApiKey): Value<boolean> {
  if (systemOf(api)?.name === 'management') {
    return false;
  }
  return isDeclared(api) && api.kind === 'defined' ? api.enforcePolicies : UNKNOWN;
}

/** Whether a role has a scope of an API. */
export function hasPermission(index: AccessIndex, role: RoleKey, scope: string, api: ApiKey): Verdict {
  const [roleTitle, apiTitle] = [quote(role.title), quote(api.title)];
  if (!index.keys.areOfOneTenant(role, api)) {
    return no(`${roleTitle} and ${apiTitle} have different providers, and so are in different tenants`);
  }
  const permission = index.permissions.find(role, api, scope);
  const by = permission?.by;
  if (index.declared(api)?.has(scope) === false) {
    return by
      ? no(`${quote(by.title)} has ${quote(scope)}, which ${apiTitle} does not declare: no token carries it`, by.resource.address)
      : no(`${apiTitle} does not declare ${quote(scope)}: no token carries it`);
  }
  if (by) {
    return yes(`the role ${roleTitle} has the permission`, by.resource.address);
  }
  const open = index.permissions.findOpen(role, api, scope)?.by;
  if (open) {
    return unknown(`what ${quote(open.title)} allows is known only to Terraform`, open.resource.address);
  }
  const isElsewhere = !isDeclared(role) || role.kind === 'looked up';
  return isElsewhere && !index.permissions.isWhole(role)
    ? unknown(`the role ${roleTitle} is not in the definition: it may have more permissions`)
    : no(`the role ${roleTitle} does not have the permission`);
}

/** Whether the users with a role may get a scope; without a role, those who have none. */
export function roleAllows(index: AccessIndex, role: RoleKey | undefined, scope: string, api: ApiKey): Verdict {
  const enforced = enforcesPolicies(api);
  const title = `RBAC of ${quote(api.title)}`;
  if (role && !index.keys.areOfOneTenant(role, api)) {
    return hasPermission(index, role, scope, api);
  }
  if (!enforced) {
    return yes(`${title} is off`);
  }
  const own = role ? hasPermission(index, role, scope, api) : no(`${title} is on, and users without a role have no permission`);
  return own.answer === 'yes' || enforced === true ? own : unknown(`whether ${title} is on is ${missingFor(api)}`);
}

/** What RBAC asks of the users, where it is not said which role they have. */
export function gateOfRbac(index: AccessIndex, scope: string, api: ApiKey): string[] {
  const enforced = enforcesPolicies(api);
  if (!enforced) {
    return [];
  }
  const holders = index.permissions.holders(api, scope).map((role) => quote(role.title));
  const roles = holders.length > 0 ? `: it comes with the role ${holders.join(', ')}` : ', and no role of the definition has it';
  return enforced === true
    ? [`only for users with the permission (RBAC)${roles}`]
    : [`only for users with the permission where RBAC is on, which is ${missingFor(api)}${roles}`];
}

function missingFor(api: ApiKey): string {
  return isDeclared(api) && api.kind === 'defined' ? 'known only to Terraform' : 'not in the definition';
}
