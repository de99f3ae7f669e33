import { api, apiNamed, Group, rawScopes } from './example';

const RIGHT = api("scopes: { 'read:payments': 'Read payments' }");
const RIGHT_ON_SYSTEM_API =
  "auth0.ResourceServer.fromManagementApi(stack, 'Management', 'tenant.eu.auth0.com').grant(worker.clientId, ['read:users']);";

export const SCOPES: Group = {
  title: 'Scopes',
  text: 'The permissions that an API declares.',
  examples: {
    'scope-name-empty': {
      why: 'Auth0 refuses a scope without a name.',
      wrong: api("scopes: { '': 'Read payments' }"),
      right: RIGHT,
    },
    'scope-name-too-long': {
      why: 'Auth0 refuses a longer name.',
      wrong: api("scopes: { [`read:${'p'.repeat(280)}`]: 'Read payments' }"),
      right: RIGHT,
    },
    'scope-description-too-long': {
      why: 'Auth0 refuses a longer description.',
      wrong: api("scopes: { 'read:payments': 'Read payments. '.repeat(40) }"),
      right: RIGHT,
    },
    'scope-name-whitespace': {
      why: 'An application asks for several scopes in one text, with spaces between them. It would ask for `read` and for `payments`.',
      wrong: api("scopes: { 'read payments': 'Read payments' }"),
      right: RIGHT,
    },
    'scope-name-reserved': {
      why: 'An application that asks for such a scope gets what OpenID Connect means by it, for example the address of the user.',
      wrong: api("scopes: { email: 'Read the addresses of customers' }"),
      right: api("scopes: { 'read:email': 'Read the addresses of customers' }"),
    },
    'scope-name-duplicate': {
      why: 'Auth0 keeps one description for a scope. The order of the calls would decide which.',
      wrong: "orders.addScope('read:orders', 'See orders'); // it is described as 'Read orders' already",
      right: "orders.addScope('read:orders', 'Read orders');",
    },
    'scopes-at-least-one': {
      why: 'The provider refuses an empty list. `ResourceServer` writes no list where it has no scopes.',
      wrong: rawScopes('resourceServerIdentifier: identifier', 'scopes: []'),
      right: RIGHT,
    },
    'scopes-per-api-limit': {
      why: 'Auth0 refuses more.',
      wrong: api("scopes: Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`read:${n}`, '']))"),
      right: RIGHT,
    },
    'scopes-on-system-api': {
      why: 'Auth0 declares the scopes of its own APIs. You can grant them, but not declare them.',
      wrong: apiNamed('Management', "identifier: 'https://tenant.eu.auth0.com/api/v2/'", "scopes: { 'read:users': 'Read users' }"),
      right: RIGHT_ON_SYSTEM_API,
      also: [{
        title: 'On the other APIs of Auth0, and in raw resources, it is a warning:',
        severity: 'warning',
        wrong: rawScopes("resourceServerIdentifier: 'https://tenant.eu.auth0.com/me/'", "scopes: [{ name: 'read:me' }]"),
        right: "auth0.ResourceServer.fromMyAccountApi(stack, 'MyAccount', 'tenant.eu.auth0.com');",
      }],
    },
  },
};
