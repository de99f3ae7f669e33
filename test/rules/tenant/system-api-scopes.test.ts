import { SYSTEM_API_SCOPE_RULES } from '../../../lib/rules/tenant/system-api-scopes';
import type { Tenant } from '../../../lib/tenant/tenant';
import { testRule } from '../../support/rules';
import { tenantWith, UNTOLD } from '../../support/tenant';

const MANAGEMENT = 'https://tenant.eu.auth0.com/api/v2/';

/** A model with a grant of scopes of the Management API. */
function grant(scopes: unknown, audience: string = MANAGEMENT): Tenant {
  return tenantWith({ auth0_client_grant: { g: { client_id: 'worker', audience, scopes } } });
}

const misspelled = (given: string, meant: string, api = 'Management API') => ({
  path: 'auth0_client_grant.g',
  message: `'auth0_client_grant.g' grants the scope '${given}' of Auth0's ${api}, which is not published: did you mean '${meant}'?`,
});

const incomplete = (given: string) => ({
  path: 'auth0_client_grant.g',
  message: `'auth0_client_grant.g' grants the scope '${given}' of Auth0's Management API, which names only one side of the colon: ` +
    "scopes look like 'read:users'",
});

testRule(SYSTEM_API_SCOPE_RULES, 'sys-scope-misspelled', {
  refuses: {
    'swapped letters': { config: grant(['read:users', 'raed:users']), ...misspelled('raed:users', 'read:users') },
    'a missing letter': { config: grant(['read:user']), ...misspelled('read:user', 'read:users') },
    'another case': { config: grant(['READ:Users']), ...misspelled('READ:Users', 'read:users') },
    'hyphens': { config: grant(['read:organization-member-roles']), ...misspelled('read:organization-member-roles', 'read:organization_member_roles') },
    'both sides swapped': { config: grant(['users:read']), ...misspelled('users:read', 'read:users') },
    'nothing after the colon': { config: grant(['create:']), ...incomplete('create:') },
    'nothing before the colon': { config: grant([':users']), ...incomplete(':users') },
    'a domain that only Terraform knows': { config: grant(['raed:users'], 'https://${var.domain}/api/v2/'), ...misspelled('raed:users', 'read:users') },
    'a data source of the tenant': {
      config: grant(['raed:users'], '${data.auth0_tenant.t.management_api_identifier}'), ...misspelled('raed:users', 'read:users'),
    },
    'the My Account API': {
      config: grant(['read:me:factor'], 'https://tenant.eu.auth0.com/me/'), ...misspelled('read:me:factor', 'read:me:factors', 'My Account API'),
    },
    'the My Organization API': {
      config: grant(['read:my_org:detials'], 'https://tenant.eu.auth0.com/my-org/'),
      ...misspelled('read:my_org:detials', 'read:my_org:details', 'My Organization API'),
    },
    'permissions of a role': {
      config: tenantWith({
        auth0_role_permissions: { p: { role_id: 'a', permissions: [{ name: 'raed:users', resource_server_identifier: MANAGEMENT }] } },
      }),
      path: 'auth0_role_permissions.p',
      message: "'auth0_role_permissions.p' allows the scope 'raed:users' of Auth0's Management API, which is not published: did you mean 'read:users'?",
    },
    'a single permission': {
      config: tenantWith({ auth0_role_permission: { p: { role_id: 'a', permission: 'raed:users', resource_server_identifier: MANAGEMENT } } }),
      path: 'auth0_role_permission.p',
      message: "'auth0_role_permission.p' allows the scope 'raed:users' of Auth0's Management API, which is not published: did you mean 'read:users'?",
    },
  },
  accepts: {
    'what is published': {
      config: grant(['read:users', 'update:users_app_metadata', 'read:user_idp_tokens', 'blacklist:tokens', 'read:organizations_summary']),
    },
    'a new thing': { config: grant(['read:quantum_keys', 'manage:everything']) },
    'something new with a known thing': { config: grant(['delete:client_summary', 'create:stats', 'update:grants']) },
    'a long new name like a known one': { config: grant(['read:organization_member_risks', 'read:client_secrets']) },
    'an API of the user': { config: grant(['raed:users'], 'https://api.example.com/api/v2/') },
    'an API that only Terraform knows': { config: grant(['raed:users'], '${var.api}') },
    'scopes that only Terraform knows': { config: grant([UNTOLD]) },
    'a list that only Terraform knows': { config: grant(UNTOLD) },
    'an API of Auth0 without published scopes': { config: grant(['raed:users'], 'urn:auth0:express-configure') },
  },
});
