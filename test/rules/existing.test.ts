import { ADOPTION_RULES, REQUIRED_ID_RULES, IMPORTED_RESOURCE_SERVER_RULES, DOMAIN_RULES } from '../../lib/rules/existing';
import { UNKNOWN } from '../../lib/schema/value';
import { testRule } from '../support/rules';

describe('the identifier of an API that exists', () => {
  testRule(IMPORTED_RESOURCE_SERVER_RULES, 'identifier-required', {
    refuses: { none: { config: {}, path: 'identifier', message: 'identifier is required, but was not given' } },
    accepts: {
      'a URL': { config: { identifier: 'https://api.example.com/' } },
      'a word': { config: { identifier: 'orders' } },
      'a token': { config: { identifier: UNKNOWN } },
      'what Auth0 reserves': { config: { identifier: 'https://tenant.auth0.com/api/v2/' } },
    },
  });

  testRule(IMPORTED_RESOURCE_SERVER_RULES, 'identifier-empty', {
    refuses: {
      'an empty text': {
        config: { identifier: '' },
        path: 'identifier',
        message: 'identifier must not be empty',
      },
    },
    accepts: { 'one character': { config: { identifier: 'a' } } },
  });

  testRule(IMPORTED_RESOURCE_SERVER_RULES, 'identifier-too-long', {
    refuses: {
      '601 characters': {
        config: { identifier: 'a'.repeat(601) },
        path: 'identifier',
        message: 'identifier must be at most 600 characters long, but 601 were given',
      },
    },
    accepts: { '600 characters': { config: { identifier: 'a'.repeat(600) } } },
  });

  testRule(IMPORTED_RESOURCE_SERVER_RULES, 'identifier-whitespace', {
    refuses: {
      'a space at the end': {
        config: { identifier: 'https://api.example.com/ ' },
        path: 'identifier',
        message:
          "identifier begins or ends with white space, which is part of the audience: 'https://api.example.com/ '",
      },
    },
    accepts: { 'a space within': { config: { identifier: 'orders api' } } },
  });
});

describe('the domain of a tenant', () => {
  const wrong = (domain: string) => ({
    config: { domain },
    path: 'domain',
    message: `domain must be a bare domain, such as 'tenant.eu.auth0.com', but '${domain}' was given`,
  });

  testRule(DOMAIN_RULES, 'tenant-domain', {
    refuses: {
      'none': {
        config: {},
        path: 'domain',
        message: "domain is required, such as 'tenant.eu.auth0.com', but was not given",
      },
      'an empty text': wrong(''),
      'a URL': wrong('https://tenant.eu.auth0.com'),
      'a path': wrong('tenant.eu.auth0.com/api/v2/'),
      'a slash at the end': wrong('tenant.eu.auth0.com/'),
      'no number for a port': wrong('tenant.eu.auth0.com:https'),
      'no port after the colon': wrong('tenant.eu.auth0.com:'),
      'white space': wrong(' tenant.eu.auth0.com'),
    },
    accepts: {
      'a domain': { config: { domain: 'tenant.eu.auth0.com' } },
      'one with a port': { config: { domain: 'localhost:3000' } },
      'a custom one': { config: { domain: 'login.example.com' } },
      'a token': { config: { domain: UNKNOWN } },
    },
  });
});

describe('the id of what exists already', () => {
  testRule(REQUIRED_ID_RULES, 'existing-id-empty', {
    refuses: {
      'an empty text': {
        config: { role_id: '' },
        path: 'roleId',
        message: 'roleId must be the id of an existing role, but is empty: is an environment variable unset?',
      },
    },
    accepts: { 'an id': { config: { role_id: 'rol_1' } }, 'a token': { config: { role_id: UNKNOWN } } },
  });
});

describe('what is imported', () => {
  testRule(ADOPTION_RULES, 'import-safe-defaults', {
    refuses: {
      'what safe defaults write': {
        config: { safe_defaults: ['signing_alg = RS256', 'consent_policy off'] },
        path: 'safeDefaults',
        message: 'safeDefaults writes what the code leaves out, also where what is imported has another value ' +
          '(signing_alg = RS256, consent_policy off): read the plan, then acknowledge this, or set safeDefaults to false',
      },
    },
    accepts: { 'nothing': { config: { safe_defaults: [] } }, 'no safe defaults': { config: {} } },
  });
});
