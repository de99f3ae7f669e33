import { APPLICATION_RULES } from '../../../lib/rules/tenant/applications';
import type { Tenant } from '../../../lib/tenant/tenant';
import { IDENTIFIER } from '../../support/apis';
import { testRule } from '../../support/rules';
import { tenantOf, tenantWith, UNTOLD } from '../../support/tenant';

const MANAGEMENT = 'https://tenant.eu.auth0.com/api/v2/';
const STRICT = { is_first_party: false, third_party_security_mode: 'strict' };

/** A model with an application and a grant for it. */
function grantFor(client: object | string, changes: object = {}, others: object = {}): Tenant {
  const isLiteral = typeof client === 'string';
  const grant = { client_id: isLiteral ? client : '${auth0_client.app.client_id}', audience: IDENTIFIER, scopes: [], ...changes };
  return tenantWith({
    ...(isLiteral ? {} : { auth0_client: { app: { name: 'App', ...client } } }),
    auth0_client_grant: { g: grant },
    ...others,
  });
}

/** A model with an application with a metadata document and a grant for it. */
function grantForCimd(changes: object): Tenant {
  return grantFor('', { client_id: '${auth0_client_cimd.app.client_id}', ...changes }, {
    auth0_client_cimd: { app: { external_client_id: 'https://app.example.com/metadata.json' } },
  });
}

const FOR_USERS = { subject_type: 'user' };
const found = (text: string) => ({ path: 'auth0_client_grant.g', message: `'auth0_client_grant.g' ${text}` });
const neverGets = (client: string, api = 'Management API') =>
  found(`is for '${client}', a strict third-party application, which never gets Auth0's ${api}: remove the grant`);

testRule(APPLICATION_RULES, 'third-party-system-api', {
  refuses: {
    'a strict application': { config: grantFor(STRICT, { ...FOR_USERS, audience: MANAGEMENT }), ...neverGets('auth0_client.app') },
    'an application with a metadata document': { config: grantForCimd({ ...FOR_USERS, audience: MANAGEMENT }), ...neverGets('auth0_client_cimd.app') },
    'a dynamically registered application': {
      config: grantFor('tpc_abc', { ...FOR_USERS, audience: 'https://tenant.eu.auth0.com/me/' }), ...neverGets('tpc_abc', 'My Account API'),
    },
    'a dynamically registered application that is looked up': {
      config: tenantOf({
        data: { auth0_client: { app: { client_id: 'tpc_abc' } } },
        resource: { auth0_client_grant: { g: { client_id: '${data.auth0_client.app.client_id}', audience: MANAGEMENT, scopes: [], ...FOR_USERS } } },
      }),
      ...neverGets('data.auth0_client.app'),
    },
    'a host that only Terraform knows': {
      config: grantFor('tpc_abc', { ...FOR_USERS, audience: 'https://${var.domain}/api/v2/' }), severity: 'warning', ...neverGets('tpc_abc'),
    },
  },
  accepts: {
    'a first-party application': { config: grantFor({}, { audience: MANAGEMENT }) },
    'a permissive one': { config: grantFor({ ...STRICT, third_party_security_mode: 'permissive' }, { audience: MANAGEMENT }) },
    'one whose mode is not written': { config: grantFor({ is_first_party: false }, { audience: MANAGEMENT }) },
    'one whose mode only Terraform knows': { config: grantFor({ ...STRICT, third_party_security_mode: UNTOLD }, { audience: MANAGEMENT }) },
    'a literal client id': { config: grantFor('abc', { audience: MANAGEMENT }) },
    'an API of the user': { config: grantFor(STRICT, FOR_USERS) },
  },
});

const ANY = { allow_any_organization: true, organization_usage: 'allow' };

testRule(APPLICATION_RULES, 'any-org-strict-client', {
  refuses: {
    'a strict application': {
      config: grantFor(STRICT, ANY),
      ...found("allows any organization for 'auth0_client.app', a strict third-party application: leave it out"),
    },
    'a dynamically registered application': {
      config: grantFor('tpc_abc', { ...ANY, ...FOR_USERS }),
      ...found("allows any organization for 'tpc_abc', a strict third-party application: leave it out"),
    },
  },
  accepts: {
    'a first-party application': { config: grantFor({}, ANY) },
    'a permissive one': { config: grantFor({ ...STRICT, third_party_security_mode: 'permissive' }, ANY) },
    'no organization': { config: grantFor(STRICT, { allow_any_organization: false }) },
    'what only Terraform knows': { config: grantFor(STRICT, { allow_any_organization: UNTOLD }) },
  },
});

const usersOnly = (client: string) => found(`has no effect: '${client}' registers itself, so it acts for users only: make the subject type 'user'`);

testRule(APPLICATION_RULES, 'self-registered-client-credentials', {
  refuses: {
    'an application with a metadata document': { config: grantForCimd({ subject_type: 'client' }), ...usersOnly('auth0_client_cimd.app') },
    'the default subject': { config: grantFor('tpc_abc'), ...usersOnly('tpc_abc') },
  },
  accepts: {
    'users': { config: grantFor('tpc_abc', FOR_USERS) },
    'a subject that only Terraform knows': { config: grantFor('tpc_abc', { subject_type: UNTOLD }) },
    'a strict application that is defined': { config: grantFor(STRICT) },
  },
});

const noEffect = (because: string) => found(`has no effect: ${because}: make the subject type 'user', or change the application`);

testRule(APPLICATION_RULES, 'public-client-m2m', {
  refuses: {
    'a single-page application': {
      config: grantFor({ app_type: 'spa' }),
      ...noEffect("'auth0_client.app' is a public client (app_type 'spa'), which cannot use client credentials"),
    },
    'a native application': {
      config: grantFor({ app_type: 'native' }, { subject_type: 'client' }),
      ...noEffect("'auth0_client.app' is a public client (app_type 'native'), which cannot use client credentials"),
    },
    'other grant types': {
      config: grantFor({ grant_types: ['authorization_code'] }),
      ...noEffect("grant_types of 'auth0_client.app' does not have client_credentials"),
    },
    'credentials that are none': {
      config: grantFor({}, {}, { auth0_client_credentials: { c: { client_id: '${auth0_client.app.client_id}', authentication_method: 'none' } } }),
      ...noEffect("'auth0_client.app' is a public client (authentication_method 'none'), which cannot use client credentials"),
    },
  },
  accepts: {
    'users': { config: grantFor({ app_type: 'spa' }, FOR_USERS) },
    'a machine': { config: grantFor({ app_type: 'non_interactive', grant_types: ['client_credentials'] }) },
    'an application that says nothing': { config: grantFor({}) },
    'types that only Terraform knows': { config: grantFor({ grant_types: UNTOLD, app_type: UNTOLD }) },
    'one of them': { config: grantFor({ grant_types: ['authorization_code', UNTOLD] }) },
    'a literal client id': { config: grantFor('abc') },
    'an application that is looked up': {
      config: tenantOf({
        data: { auth0_client: { app: { client_id: 'abc' } } },
        resource: { auth0_client_grant: { g: { client_id: '${data.auth0_client.app.client_id}', audience: IDENTIFIER, scopes: [] } } },
      }),
    },
  },
});

/** A model with the flag, an API and other resources. */
function registering(flag: unknown, others: object = {}): Tenant {
  return tenantWith({
    auth0_tenant: { t: { flags: { enable_dynamic_client_registration: flag } } },
    auth0_resource_server: { api: { identifier: IDENTIFIER } },
    ...others,
  });
}

const byDefault = (changes: object = {}) => ({
  auth0_client_grant: { d: { default_for: 'third_party_clients', audience: IDENTIFIER, scopes: [], subject_type: 'user', ...changes } },
});
const unreachable = {
  path: 'auth0_tenant.t',
  message: "'auth0_tenant.t' lets applications register themselves, but no API has a default grant for users, so they can reach none: use grantThirdPartyClients",
};

testRule(APPLICATION_RULES, 'dcr-without-default-grant', {
  refuses: {
    'no default grant': { config: registering(true), ...unreachable },
    'one for clients': { config: registering(true, byDefault({ subject_type: 'client' })), ...unreachable },
    'one of another provider': { config: registering(true, byDefault({ provider: 'auth0.other' })), ...unreachable },
    'a grant for one application': { config: registering(true, byDefault({ default_for: undefined, client_id: 'abc' })), ...unreachable },
  },
  accepts: {
    'a default grant for users': { config: registering(true, byDefault()) },
    'a subject that only Terraform knows': { config: registering(true, byDefault({ subject_type: UNTOLD })) },
    'the flag off': { config: registering(false) },
    'the flag unset': { config: registering(undefined) },
    'a flag that only Terraform knows': { config: registering(UNTOLD) },
    'no APIs at all': { config: tenantWith({ auth0_tenant: { t: { flags: { enable_dynamic_client_registration: true } } } }) },
  },
});
