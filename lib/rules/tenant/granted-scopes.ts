import { ClientGrantConfig } from '../../schema/client-grant';
import { ResourceServerConfig } from '../../schema/resource-server';
import { systemApiOf } from '../../schema/system-apis';
import { knownOrUndefined, isKnown, Value } from '../../schema/value';
import { nearest } from '../../util/nearest';
import { anyOf, quote } from '../../util/text';
import { Context, Rule } from '../rule';

const MOST_NAMED = 10;

/** Names, whether a set holds them or a map goes by them. */
export type Names = Pick<ReadonlySet<string>, 'has' | 'keys'>;

/** A grant or a role's permissions, beside the API that they are about. */
export interface ScopeUse {
  /** The scopes that are used. */
  readonly used: ReadonlyArray<Value<string>>;
  /** The scopes that the API declares; nothing where that is not known, or where it declares none. */
  readonly declared?: Names;
  /** How the API is called, `ResourceServer 'orders/Orders'`. */
  readonly api: string;
}

function checkDeclared({ used, declared, api }: ScopeUse, { report }: Context): void {
  if (!declared) {
    return;
  }
  for (const scope of new Set(used)) {
    if (!isKnown(scope) || declared.has(scope)) {
      continue;
    }
    const meant = nearest(scope, declared.keys());
    const names = Array.from(declared.keys()).sort();
    const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
    const listed = `${names.slice(0, MOST_NAMED).map(quote).join(', ')}${more}`;
    report(
      ['scopes', scope],
      `is not declared by ${api}, which declares ${listed}${meant === undefined ? '' : `: did you mean ${quote(meant)}?`}`,
    );
  }
}

/** The rules on the scopes of a grant. */
export const GRANTED_SCOPE_RULES: ReadonlyArray<Rule<ScopeUse>> = [
  {
    id: 'scope-not-on-api',
    severity: 'error',
    attributes: 'auth0_client_grant.scopes',
    summary: 'Must be declared by the API, where the API is defined in the same app: Auth0 stores such a grant, but no token can carry the scope.',
    see: 'https://support.auth0.com/center/s/article/scope-must-be-a-subset-of-resource-server-scopes',
    check: checkDeclared,
  },
];

/** The rules on the scopes of a role's permissions. */
export const PERMITTED_SCOPE_RULES: ReadonlyArray<Rule<ScopeUse>> = [
  {
    id: 'role-permission-not-on-api',
    severity: 'error',
    attributes: 'auth0_role_permissions.permissions',
    summary: 'Must be declared by the API, where the API is defined in the same app: Auth0 refuses other permissions.',
    see: 'https://auth0.com/docs/manage-users/access-control/configure-core-rbac/roles/add-permissions-to-roles',
    check: checkDeclared,
  },
];

/** A grant beside the API that it is for. */
export interface GrantOnApi {
  readonly grant: ClientGrantConfig;
  readonly api: Pick<ResourceServerConfig, 'subject_type_authorization' | 'authorization_details'>;
}

/** The rules on a grant and what its API allows. */
export const GRANT_ON_API_RULES: ReadonlyArray<Rule<GrantOnApi>> = [
  {
    id: 'grant-under-deny-all',
    severity: 'warning',
    attributes: 'auth0_client_grant.subject_type, auth0_resource_server.subject_type_authorization',
    summary: 'Has no effect where the API denies all tokens of that subject type, as the My Account API does for clients.',
    see: 'https://auth0.com/docs/get-started/apis/api-access-policies-for-applications',
    check: ({ grant, api }, { report }) => {
      const subject = grant.subject_type ?? 'client';
      const policies = knownOrUndefined(api.subject_type_authorization);
      if (subject !== 'client' && subject !== 'user' && subject !== 'anonymous_user') {
        return;
      }
      // what a client gets of the My Account API cannot be changed
      const isDenied = subject === 'client' && systemApiOf(grant.audience)?.name === 'my-account';
      if (isDenied || knownOrUndefined(policies?.[subject])?.policy === 'deny_all') {
        report(['subject_type'], `is ${quote(subject)}, for which the API denies all: the grant has no effect`);
      }
    },
  },
  {
    id: 'authz-types-registered',
    severity: 'warning',
    attributes: 'auth0_client_grant.authorization_details_types, auth0_resource_server.authorization_details',
    summary: 'Should be registered on the API.',
    see: 'https://auth0.com/docs/get-started/apis/configure-rich-authorization-requests',
    check: ({ grant, api }, { report }) => {
      const entries = knownOrUndefined(api.authorization_details);
      const registered = entries?.map((entry) => knownOrUndefined(entry)?.type);
      if (!registered || !entries?.every((entry) => isKnown(entry) && (entry.type === undefined || isKnown(entry.type)))) {
        return;
      }
      const names = registered.filter(isKnown);
      knownOrUndefined(grant.authorization_details_types)?.forEach((type, index) => {
        if (isKnown(type) && !names.includes(type)) {
          const known = names.length > 0 ? `, which has ${anyOf(names)}` : '';
          report(['authorization_details_types', index], `${quote(type)} is not registered on the API${known}`);
        }
      });
    },
  },
];
