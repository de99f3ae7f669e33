import { CLIENT_GRANT_RULES } from '../../../lib/rules/client-grant';
import { UNKNOWN } from '../../../lib/schema/value';
import { byDefault, grant } from '../../support/grant-configs';
import { testRule } from '../../support/rules';

testRule(CLIENT_GRANT_RULES, 'client-xor-default', {
  refuses: {
    'neither': {
      config: grant({ client_id: undefined }),
      path: 'clientId',
      message: 'clientId or defaultFor must be given, but not both: neither was given',
    },
    'both': {
      config: grant({ default_for: 'third_party_clients' }),
      path: 'clientId',
      message: 'clientId or defaultFor must be given, but not both: both were given',
    },
    'both, one of them a token': {
      config: grant({ client_id: UNKNOWN, default_for: 'third_party_clients' }),
      path: 'clientId',
      message: 'clientId or defaultFor must be given, but not both: both were given',
    },
    'an empty client': {
      config: grant({ client_id: '' }),
      path: 'clientId',
      message: 'clientId must not be empty',
    },
  },
  accepts: {
    'a client': { config: grant() },
    'a client that is a token': { config: grant({ client_id: UNKNOWN }) },
    'third-party clients': { config: byDefault() },
    'a default that is a token': { config: byDefault({ default_for: UNKNOWN }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'default-for-enum', {
  refuses: {
    'any other': {
      config: byDefault({ default_for: 'first_party_clients' }),
      path: 'defaultFor',
      message: "defaultFor must be 'third_party_clients', but 'first_party_clients' was given",
    },
    'an empty text': {
      config: byDefault({ default_for: '' }),
      path: 'defaultFor',
      message: "defaultFor must be 'third_party_clients', but '' was given",
    },
  },
  accepts: { 'the one value': { config: byDefault() }, 'a token': { config: byDefault({ default_for: UNKNOWN }) } },
});

testRule(CLIENT_GRANT_RULES, 'default-for-system-api', {
  refuses: {
    'the Management API': {
      config: byDefault({ audience: 'https://tenant.eu.auth0.com/api/v2/' }),
      path: 'defaultFor',
      message: "defaultFor cannot be given for Auth0's Management API, which has no default grants",
    },
    'the My Account API': {
      config: byDefault({ audience: 'https://tenant.auth0.com/me/' }),
      path: 'defaultFor',
      message: "defaultFor cannot be given for Auth0's My Account API, which has no default grants",
    },
    'the My Organization API': {
      config: byDefault({ audience: 'https://tenant.auth0.com/my-org/' }),
      path: 'defaultFor',
      message: "defaultFor cannot be given for Auth0's My Organization API, which has no default grants",
    },
  },
  accepts: {
    'a client on one of them': { config: grant({ audience: 'https://tenant.auth0.com/api/v2/' }) },
    'an API of that path elsewhere': { config: byDefault({ audience: 'https://api.example.com/api/v2/' }) },
    'an audience that is a token': { config: byDefault({ audience: UNKNOWN }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'audience-empty', {
  refuses: {
    'an empty audience': {
      config: grant({ audience: '' }),
      path: 'resourceServer',
      message: 'resourceServer must not be empty',
    },
  },
  accepts: { 'one character': { config: grant({ audience: 'a' }) }, 'a token': { config: grant({ audience: UNKNOWN }) } },
});

testRule(CLIENT_GRANT_RULES, 'audience-not-id', {
  refuses: {
    '24 hexadecimal digits': {
      config: grant({ audience: '0123456789abcdef01234567' }),
      path: 'resourceServer',
      message: 'resourceServer looks like the id of an API, but must be its identifier',
    },
  },
  accepts: {
    'a digit more': { config: grant({ audience: '0123456789abcdef012345678' }) },
    'a letter that is no digit': { config: grant({ audience: '0123456789abcdef0123456g' }) },
  },
});
