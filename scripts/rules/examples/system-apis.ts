import { apiNamed, Group, lines } from './example';

const system = (id: string, path: string) => (...members: string[]) =>
  apiNamed(id, `identifier: 'https://tenant.eu.auth0.com/${path}/'`, ...members);

const management = system('Management', 'api/v2');
const myAccount = system('MyAccount', 'me');
const myOrganization = system('MyOrganization', 'my-org');

const imported = (...members: string[]) =>
  lines(`const management = ${management(...members)}`, "management.importFrom('https://tenant.eu.auth0.com/api/v2/');");

export const SYSTEM_APIS: Group = {
  title: "Auth0's own APIs",
  text: 'The Management API, the My Account API and the My Organization API exist in a tenant, and few of their settings can be changed.',
  examples: {
    'sys-management-updatable': {
      why: 'The provider silently ignores everything else. The code would show settings that are not in force.',
      wrong: imported('allowOfflineAccess: true'),
      right: imported('tokenLifetime: auth0.Duration.hours(1)'),
    },
    'sys-management-client-policy': {
      why: 'Auth0 refuses another policy: applications call the Management API by their grants.',
      wrong: imported('subjectTypeAuthorization: { client: auth0.ClientPolicy.DENY_ALL }'),
      right: imported('subjectTypeAuthorization: { user: auth0.UserPolicy.DENY_ALL }'),
      also: [{
        title: 'The policy that it has anyway is harmless:',
        severity: 'warning',
        wrong: imported('subjectTypeAuthorization: { client: auth0.ClientPolicy.REQUIRE_CLIENT_GRANT }'),
        right: imported(),
      }],
    },
    'sys-my-account': {
      why: 'Auth0 refuses changes to everything else.',
      wrong: myAccount('allowOfflineAccess: true'),
      right: myAccount('proofOfPossession: auth0.ProofOfPossession.dpop()'),
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
  },
};
