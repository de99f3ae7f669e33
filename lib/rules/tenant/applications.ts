import { authenticationMethodsOf, hasRegisteredItself, isStrictThirdParty, whyNoClientCredentials } from '../../tenant/applications';
import type { ClientReference, Declaration, Grant, Tenant } from '../../tenant/tenant';
import { quote } from '../../util/text';
import { defineRules } from '../rule';

const CONTROLS = 'https://auth0.com/docs/get-started/applications/third-party-applications/security-controls';
const GRANTS = 'https://auth0.com/docs/get-started/applications/application-access-to-apis-client-grants';

/** Between grants and the applications that they are for. */
export const APPLICATION_RULES = defineRules<Tenant, Declaration>([
  {
    id: 'third-party-system-api',
    severity: 'error',
    alsoWarns: true,
    attributes: 'auth0_client_grant.client_id, auth0_client_grant.audience',
    summary: "Must not be a strict third-party application where the API is one of Auth0's own.",
    see: CONTROLS,
    check: ({ grants }, { report }) => {
      for (const grant of grants) {
        const { api: { system }, client } = grant;
        if (system && client && isStrictThirdParty(client)) {
          const text = `is for ${titleOf(client)}, a strict third-party application, which never gets Auth0's ${system.title}: remove the grant`;
          report(grant, text, system.isCertain ? 'error' : 'warning');
        }
      }
    },
  },
  {
    id: 'any-org-strict-client',
    severity: 'error',
    attributes: 'auth0_client_grant.allow_any_organization, auth0_client_grant.client_id',
    summary: 'Must not be given for a strict third-party application.',
    see: 'https://auth0.com/docs/manage-users/organizations/organizations-for-m2m-applications/configure-your-application-for-m2m-access',
    check: ({ grants }, { report }) => {
      for (const grant of grants) {
        if (grant.allowAnyOrganization === true && grant.client && isStrictThirdParty(grant.client)) {
          report(grant, `allows any organization for ${titleOf(grant.client)}, a strict third-party application: leave it out`);
        }
      }
    },
  },
  {
    id: 'self-registered-client-credentials',
    severity: 'warning',
    attributes: 'auth0_client_grant.subject_type, auth0_client_grant.client_id',
    summary: 'Has no effect for `client` where the application registers itself: such applications act for users only.',
    see: CONTROLS,
    check: ({ grants }, { report }) => {
      for (const grant of grants) {
        if (grant.subject === 'client' && grant.client && isSelfRegistered(grant.client)) {
          report(grant, `has no effect: ${titleOf(grant.client)} registers itself, so it acts for users only: make the subject type 'user'`);
        }
      }
    },
  },
  {
    id: 'public-client-m2m',
    severity: 'warning',
    attributes: 'auth0_client_grant.subject_type, auth0_client.app_type, auth0_client.grant_types, auth0_client_credentials.authentication_method',
    summary: 'Has no effect for `client` where the application cannot use client credentials.',
    see: GRANTS,
    check: ({ grants, credentials }, { report }) => {
      const methods = authenticationMethodsOf(credentials);
      for (const grant of grants) {
        const because = grant.subject === 'client' ? whyNoEffect(grant, methods) : undefined;
        if (because !== undefined) {
          report(grant, `has no effect: ${because}: make the subject type 'user', or change the application`);
        }
      }
    },
  },
  {
    id: 'dcr-without-default-grant',
    severity: 'warning',
    attributes: 'auth0_tenant.flags.enable_dynamic_client_registration, auth0_client_grant.default_for',
    summary: 'Should have a default grant for users beside it: applications that register themselves can reach no API otherwise.',
    see: GRANTS,
    check: ({ tenantSettings, apis, grants }, { report }) => {
      for (const settings of tenantSettings) {
        const { provider } = settings.resource;
        const isThere = ({ resource }: Declaration) => resource.provider === provider;
        const isReachable = grants.some((grant) => isThere(grant) && mayBeDefaultForUsers(grant));
        if (settings.hasDynamicRegistration === true && apis.some(isThere) && !isReachable) {
          report(settings, 'lets applications register themselves, but no API has a default grant for users, so they can reach none: use grantThirdPartyClients');
        }
      }
    },
  },
]);

function isSelfRegistered({ client, key }: ClientReference): boolean {
  return hasRegisteredItself(client ? { client } : { key });
}

function whyNoEffect({ client: reference }: Grant, methods: ReturnType<typeof authenticationMethodsOf>): string | undefined {
  const client = reference?.client;
  return client?.kind === 'defined' ? whyNoClientCredentials(client, methods.get(client)) : undefined;
}

/** Whether a grant is a default grant for users. What only Terraform knows may be one. */
function mayBeDefaultForUsers({ client, subject }: Grant): boolean {
  return !client && subject !== 'client' && subject !== 'anonymous_user';
}

function titleOf({ client, key }: ClientReference): string {
  return quote(client?.title ?? String(key));
}
