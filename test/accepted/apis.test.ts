// A real tenant accepts every case here, or the provider's documentation contains it. Each case looks like a mistake,
// so a new rule could refuse it by accident. That would be worse than not finding a mistake.

import * as auth0 from '../../lib';
import { accepted, acceptedApi } from '../support/accepted';
import { IDENTIFIER } from '../support/apis';

test.each([
  'urn:auth0:express-configure',
  'urn:organizer-api',
  'api.sso.mozilla.com',
  'business.api',
  'farmers-market-api',
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
])('the identifier need not be a URL: %s', (identifier) => {
  expect(acceptedApi({ identifier })).toEqual({ identifier });
});

test.each([
  'https://mrrt',
  'http://localhost:3001/',
  'https://validation/api',
  'http://10.0.0.1:8080/v1/orders/',
  'https://api.example.com',
  'https://api.example.com/',
])('the identifier may be any URL, also of a host that only a developer can reach: %s', (identifier) => {
  expect(acceptedApi({ identifier })).toEqual({ identifier });
});

describe('the name may be left out, and may be any text', () => {
  test('no name', () => {
    expect(acceptedApi({})).toEqual({ identifier: IDENTIFIER });
  });

  test.each(['https://api.sso.mozilla.com', 'Test Resource Server (Aug  7 19:15:34.785)', 'n'.repeat(200)])(
    '%s',
    (name) => {
      expect(acceptedApi({ name })).toEqual({ identifier: IDENTIFIER, name });
    },
  );

  test('two APIs of one name', () => {
    accepted((stack) => {
      new auth0.ResourceServer(stack, 'One', { identifier: 'one', name: 'Orders' });
      new auth0.ResourceServer(stack, 'Two', { identifier: 'two', name: 'Orders' });
    });
  });
});

test.each(['https://tenant.eu.auth0.com/me/', 'https://tenant.eu.auth0.com/my-org/', 'urn:auth0:express-configure'])(
  'an API of Auth0 may be created, since this switches it on: %s',
  (identifier) => {
    expect(acceptedApi({ identifier })).toEqual({ identifier });
  },
);

test('the My Account API may have a policy, and any name', () => {
  acceptedApi({ identifier: 'https://tenant.eu.auth0.com/me/', name: 'Mine', authorizationPolicyId: 'policy' });
});

test('users and clients may both be denied', () => {
  const { user, client } = { user: auth0.UserPolicy.DENY_ALL, client: auth0.ClientPolicy.DENY_ALL };
  expect(acceptedApi({ subjectTypeAuthorization: { user, client } })).toEqual({
    identifier: IDENTIFIER,
    subject_type_authorization: { user: { policy: 'deny_all' }, client: { policy: 'deny_all' } },
  });
});
