import type { AccessIndex } from './access-index';
import { existenceOf } from './existence';
import { ApiKey, isDeclared, RoleKey } from './keys';
import { systemOf } from './policies';
import { no, unknown, Verdict, yes } from './verdict';
import { UNKNOWN, Value } from '../schema/value';
import { quote } from '../util/text';

/** Tells whether RBAC is on: users get only the scopes that are among their permissions. */
function enforcesPolicies(api: ApiKey): Value<boolean> {
  if (systemOf(api)?.name === 'management') {
    return false;
  }
  return isDeclared(api) && api.kind === 'defined' ? api.enforcePolicies : UNKNOWN;
}

/** Tells whether a role has a scope of an API as a permission. */
export function hasPermission(index: AccessIndex, role: RoleKey, scope: string, api: ApiKey): Verdict {
  const [roleTitle, apiTitle] = [quote(role.title), quote(api.title)];
  if (!index.keys.areInSameTenant(role, api)) {
    return no(`${roleTitle} and ${apiTitle} have different providers, and so are in different tenants`);
  }
  const permission = index.permissions.find(role, api, scope);
  const declaration = permission?.declaration;
  if (index.declared(api)?.has(scope) === false) {
    return declaration
      ? no(`${quote(declaration.title)} has ${quote(scope)}, which ${apiTitle} does not declare: no token carries it`, declaration.resource.address)
      : no(`${apiTitle} does not declare ${quote(scope)}: no token carries it`);
  }
  if (declaration) {
    return yes(`the role ${roleTitle} has the permission`, declaration.resource.address);
  }
  const possible = index.permissions.findPossible(role, api, scope);
  if (possible) {
    const { declaration: { title, resource }, mayBeMissing } = possible;
    return unknown(`${mayBeMissing ? existenceOf(possible.declaration) : `what ${quote(title)} allows`} is known only to Terraform`, resource.address);
  }
  return index.permissions.mayHaveMore(role)
    ? unknown(`the role ${roleTitle} is not in the definition: it may have more permissions`)
    : no(`the role ${roleTitle} does not have the permission`);
}

/** Tells whether users with a role may get a scope. If no role is given, it tells this for users without any role. */
export function roleAllows(index: AccessIndex, role: RoleKey | undefined, scope: string, api: ApiKey): Verdict {
  const enforced = enforcesPolicies(api);
  const title = `RBAC of ${quote(api.title)}`;
  if (role && !index.keys.areInSameTenant(role, api)) {
    return hasPermission(index, role, scope, api);
  }
  if (!enforced) {
    return yes(`${title} is off`);
  }
  const own = role ? hasPermission(index, role, scope, api) : no(`${title} is on, and users without a role have no permission`);
  return own.answer === 'yes' || enforced === true ? own : unknown(`whether ${title} is on is ${missingFor(api)}`);
}

/** Returns the conditions that RBAC sets for users whose role the question does not name. */
export function conditionsOfRbac(index: AccessIndex, scope: string, api: ApiKey): string[] {
  const enforced = enforcesPolicies(api);
  if (!enforced) {
    return [];
  }
  const rolesWith = index.permissions.rolesWith(api, scope).map((role) => quote(role.title));
  const roles = rolesWith.length > 0 ? `: it comes with the role ${rolesWith.join(', ')}` : ', and no role of the definition has it';
  return enforced === true
    ? [`only for users with the permission (RBAC)${roles}`]
    : [`only for users with the permission where RBAC is on, which is ${missingFor(api)}${roles}`];
}

function missingFor(api: ApiKey): string {
  return isDeclared(api) && api.kind === 'defined' ? 'known only to Terraform' : 'not in the definition';
}
