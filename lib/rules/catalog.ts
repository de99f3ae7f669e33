import { CLIENT_GRANT_RULES } from './client-grant';
import { ADOPTION_RULES, DOMAIN_RULES, REQUIRED_ID_RULES } from './existing';
import { INSTANCE_RULES } from './instances';
import { PROVIDER_SECRET_RULES } from './provider';
import { RESOURCE_SERVER_RULES, RESOURCE_SERVER_SCOPES_RULES } from './resource-server';
import { ROLE_PERMISSIONS_RULES, ROLE_RULES } from './role';
import type { Rule } from './rule';
import { TENANT_RULES } from './tenant';
import { UNDEFINED_POLICY_RULES } from './undefined-policies';
import { VARIABLE_DEFAULT_RULES } from './variable-default';

/** Every table of rules, by what the rules look at. */
export const TABLES = {
  auth0_resource_server: RESOURCE_SERVER_RULES,
  auth0_resource_server_scopes: RESOURCE_SERVER_SCOPES_RULES,
  auth0_client_grant: CLIENT_GRANT_RULES,
  auth0_role: ROLE_RULES,
  auth0_role_permissions: ROLE_PERMISSIONS_RULES,
  tenant: TENANT_RULES,
  instances: INSTANCE_RULES,
  provider: PROVIDER_SECRET_RULES,
  variable: VARIABLE_DEFAULT_RULES,
  policies: UNDEFINED_POLICY_RULES,
  domain: DOMAIN_RULES,
  id: REQUIRED_ID_RULES,
  import: ADOPTION_RULES,
} as const;

/** Every rule, by its id. */
export const RULES: ReadonlyMap<string, Omit<Rule<never, never>, 'check'>> = new Map(
  Object.values(TABLES).flatMap((table) => table.map((rule) => [rule.id, rule] as const)),
);
