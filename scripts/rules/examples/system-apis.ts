import { apiNamed, Group, lines } from './example';

const system = (id: string, path: string) => (...members: string[]) =>
  apiNamed(id, `identifier: 'https://tenant.eu.auth0.com/${path}/'`, ...members);

const management = system('Management', 'api/v2');
const myAccount = system('MyAccount', 'me');
const myOrganization = system('MyOrganization', 'my-org');

const imported = (...members: string[]) =>
  lines(`const management = ${management(...members)}`, "management.importFrom('https://tenant.eu.auth0.com/api/v2/');");

const named = "const management = auth0.ResourceServer.fromManagementApi(stack, 'Management', 'tenant.eu.auth0.com');";

export const SYSTEM_APIS: Group = {
  title: "Auth0's own APIs",
  text: 'The Management API, the My Account API and the My Organization API exist in a tenant, and few of their settings can be changed.',
  examples: {
    'sys-management-updatable': {
      why: 'The provider silently ignores everything else. The code would show settings that are not in force.',
      wrong: imported('allowOfflineAccess: true'),
      right: imported('safeDefaults: false', 'tokenLifetime: auth0.Duration.hours(1)'),
      also: [{
        title: 'A definition without safe defaults may describe what is in Auth0:',
        severity: 'warning',
        wrong: imported('safeDefaults: false', 'allowOfflineAccess: true'),
        right: imported('safeDefaults: false', 'allowOfflineAccess: false', 'signingAlg: auth0.SigningAlg.RS256'),
      }],
    },
    'sys-management-client-policy': {
      why: 'Auth0 refuses another policy: applications call the Management API by their grants.',
      wrong: imported('subjectTypeAuthorization: { client: auth0.ClientPolicy.DENY_ALL }'),
      right: imported('safeDefaults: false', 'subjectTypeAuthorization: { user: auth0.UserPolicy.DENY_ALL }'),
      also: [{
        title: 'A definition without safe defaults may describe what is in Auth0:',
        severity: 'warning',
        wrong: imported('safeDefaults: false', 'subjectTypeAuthorization: { client: auth0.ClientPolicy.DENY_ALL }'),
        right: imported('safeDefaults: false', 'subjectTypeAuthorization: { client: auth0.ClientPolicy.REQUIRE_CLIENT_GRANT }'),
      }],
    },
    'sys-my-account': {
      why: 'Auth0 refuses changes to everything else.',
      wrong: myAccount('allowOfflineAccess: false'),
      right: myAccount('proofOfPossession: auth0.ProofOfPossession.dpop()'),
      also: [{
        title: 'A definition without safe defaults may describe what is in Auth0:',
        severity: 'warning',
        wrong: myAccount('safeDefaults: false', 'allowOfflineAccess: false'),
        right: myAccount('safeDefaults: false', 'allowOfflineAccess: true'),
      }],
    },
    'sys-my-org-name': {
      why: 'Auth0 fixes the lifetime of these tokens at 10 minutes.',
      wrong: myOrganization('tokenLifetime: auth0.Duration.hours(1)'),
      right: myOrganization('tokenLifetime: auth0.Duration.minutes(10)'),
      also: [{
        title: 'The name cannot be changed either:',
        severity: 'warning',
        wrong: myOrganization("name: 'Organizations'"),
        right: myOrganization(),
      }],
    },
    'sys-scope-misspelled': {
      why: 'Auth0 refuses a grant with a scope that its API does not have.',
      wrong: lines(named, "management.grant(worker.clientId, ['raed:users']);"),
      right: lines(named, "management.grant(worker.clientId, ['read:users']);"),
    },
  },
};
