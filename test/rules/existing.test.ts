import { REQUIRED_ID_RULES, IMPORTED_RESOURCE_SERVER_RULES, TENANT_RULES } from '../../lib/rules/existing';
import { UNKNOWN } from '../../lib/schema/value';
import { testTable } from '../support/findings';

describe('the identifier of an API that exists', () => {
  testTable(IMPORTED_RESOURCE_SERVER_RULES, {
    'identifier-required': {
      refuses: { none: { of: {}, path: 'identifier', message: 'identifier is required, but was not given' } },
      accepts: {
        'a URL': { identifier: 'https://api.example.com/' },
        'a word': { identifier: 'orders' },
        'a token': { identifier: UNKNOWN },
        'what Auth0 reserves': { identifier: 'https://tenant.auth0.com/api/v2/' },
      },
    },
    'identifier-empty': {
      refuses: {
        'an empty text': {
          of: { identifier: '' },
          path: 'identifier',
          message: "identifier must not be empty, but '' was given",
        },
      },
      accepts: { 'one character': { identifier: 'a' } },
    },
    'identifier-too-long': {
      refuses: {
        '601 characters': {
          of: { identifier: 'a'.repeat(601) },
          path: 'identifier',
          message: 'identifier must be at most 600 characters long, but 601 were given',
        },
      },
      accepts: { '600 characters': { identifier: 'a'.repeat(600) } },
    },
    'identifier-whitespace': {
      refuses: {
        'a space at the end': {
          of: { identifier: 'https://api.example.com/ ' },
          path: 'identifier',
          message:
            "identifier begins or ends with white space, which is part of the audience: 'https://api.example.com/ '",
        },
      },
      accepts: { 'a space within': { identifier: 'orders api' } },
    },
  });
});

describe('the domain of a tenant', () => {
  const wrong = (domain: string) => ({
    of: { domain },
    path: 'domain',
    message: `domain must be a bare domain, such as 'tenant.eu.auth0.com', but '${domain}' was given`,
  });

  testTable(TENANT_RULES, {
    'tenant-domain': {
      refuses: {
        'none': {
          of: {},
          path: 'domain',
          message: "domain is required, such as 'tenant.eu.auth0.com', but was not given",
        },
        'an empty text': wrong(''),
        'a URL': wrong('https://tenant.eu.auth0.com'),
        'a path': wrong('tenant.eu.auth0.com/api/v2/'),
        'a slash at the end': wrong('tenant.eu.auth0.com/'),
        'a port': wrong('tenant.eu.auth0.com:443'),
        'white space': wrong(' tenant.eu.auth0.com'),
      },
      accepts: {
        'a domain': { domain: 'tenant.eu.auth0.com' },
        'a custom one': { domain: 'login.example.com' },
        'a token': { domain: UNKNOWN },
      },
    },
  });
});

describe('the id of what exists already', () => {
  testTable(REQUIRED_ID_RULES, {
    'existing-id-empty': {
      refuses: {
        'an empty text': {
          of: { role_id: '' },
          path: 'roleId',
          message: 'roleId must be the id of what exists already, but is empty',
        },
      },
      accepts: { 'an id': { role_id: 'rol_1' }, 'a token': { role_id: UNKNOWN } },
    },
  });
});
