import { CLIENT_GRANT_RULES } from '../../lib/rules/client-grant';
import { ClientGrantConfig } from '../../lib/schema/client-grant';
import { UNKNOWN } from '../../lib/schema/value';
import { findingsOf, testTable } from '../support/findings';

/** A grant that no rule has anything to say of, with changes. */
function grant(changes: ClientGrantConfig = {}): ClientGrantConfig {
  return { audience: 'https://api.example.com/', client_id: 'worker', scopes: ['read:orders'], ...changes };
}

/** A grant for third-party clients. */
function byDefault(changes: ClientGrantConfig = {}): ClientGrantConfig {
  return grant({ client_id: undefined, default_for: 'third_party_clients', ...changes });
}

const ALL: ClientGrantConfig = { scopes: undefined, allow_all_scopes: true };

testTable(CLIENT_GRANT_RULES, {
  'client-xor-default': {
    refuses: {
      'neither': {
        of: grant({ client_id: undefined }),
        path: 'clientId',
        message: 'clientId or defaultFor must be given, one of the two, but neither was',
      },
      'both': {
        of: grant({ default_for: 'third_party_clients' }),
        path: 'clientId',
        message: 'clientId or defaultFor must be given, one of the two, but both were',
      },
      'both, one of them a token': {
        of: grant({ client_id: UNKNOWN, default_for: 'third_party_clients' }),
        path: 'clientId',
        message: 'clientId or defaultFor must be given, one of the two, but both were',
      },
      'an empty client': {
        of: grant({ client_id: '' }),
        path: 'clientId',
        message: "clientId must not be empty, but '' was given",
      },
    },
    accepts: {
      'a client': grant(),
      'a client that is a token': grant({ client_id: UNKNOWN }),
      'third-party clients': byDefault(),
      'a default that is a token': byDefault({ default_for: UNKNOWN }),
    },
  },
  'default-for-enum': {
    refuses: {
      'any other': {
        of: byDefault({ default_for: 'first_party_clients' }),
        path: 'defaultFor',
        message: "defaultFor must be 'third_party_clients', but 'first_party_clients' was given",
      },
      'an empty text': {
        of: byDefault({ default_for: '' }),
        path: 'defaultFor',
        message: "defaultFor must be 'third_party_clients', but '' was given",
      },
    },
    accepts: { 'the one value': byDefault(), 'a token': byDefault({ default_for: UNKNOWN }) },
  },
  'default-for-system-api': {
    refuses: {
      'the Management API': {
        of: byDefault({ audience: 'https://tenant.eu.auth0.com/api/v2/' }),
        path: 'defaultFor',
        message: "defaultFor cannot be given for Auth0's Management API, which has no default grants",
      },
      'the My Account API': {
        of: byDefault({ audience: 'https://tenant.auth0.com/me/' }),
        path: 'defaultFor',
        message: "defaultFor cannot be given for Auth0's My Account API, which has no default grants",
      },
      'the My Organization API': {
        of: byDefault({ audience: 'https://tenant.auth0.com/my-org/' }),
        path: 'defaultFor',
        message: "defaultFor cannot be given for Auth0's My Organization API, which has no default grants",
      },
    },
    accepts: {
      'a client on one of them': grant({ audience: 'https://tenant.auth0.com/api/v2/' }),
      'an API of that path elsewhere': byDefault({ audience: 'https://api.example.com/api/v2/' }),
      'an audience that is a token': byDefault({ audience: UNKNOWN }),
    },
  },
  'scopes-or-all': {
    refuses: {
      'neither': {
        of: grant({ scopes: undefined }),
        path: 'scopes',
        message: 'scopes must be given, unless allowAllScopes is true',
      },
      'no scopes, and not all': {
        of: grant({ scopes: undefined, allow_all_scopes: false }),
        path: 'scopes',
        message: 'scopes must be given, unless allowAllScopes is true',
      },
    },
    accepts: {
      'an empty list': grant({ scopes: [] }),
      'all': grant(ALL),
      'scopes, and not all': grant({ allow_all_scopes: false }),
      'a list that is a token': grant({ scopes: UNKNOWN }),
      'a token that may say all': grant({ scopes: undefined, allow_all_scopes: UNKNOWN }),
    },
  },
  'all-scopes-and-scopes': {
    refuses: {
      'both': {
        of: grant({ allow_all_scopes: true }),
        path: 'scopes',
        message: 'scopes must be left out where allowAllScopes is true',
      },
      'a list of tokens': {
        of: grant({ allow_all_scopes: true, scopes: [UNKNOWN] }),
        path: 'scopes',
        message: 'scopes must be left out where allowAllScopes is true',
      },
    },
    accepts: {
      'all, and an empty list': grant({ allow_all_scopes: true, scopes: [] }),
      'scopes, and a token that may say all': grant({ allow_all_scopes: UNKNOWN }),
    },
  },
  'all-scopes-unknown-scopes': {
    refuses: {
      'all, and a list that is a token': {
        of: grant({ allow_all_scopes: true, scopes: UNKNOWN }),
        path: 'scopes',
        message:
          'scopes must be left out where allowAllScopes is true, but a token was given, and the provider crashes on one here',
      },
    },
    accepts: {
      'not all, and a list that is a token': grant({ allow_all_scopes: false, scopes: UNKNOWN }),
      'two tokens': grant({ allow_all_scopes: UNKNOWN, scopes: UNKNOWN }),
    },
  },
  'all-scopes-system-api': {
    refuses: {
      'all of the Management API': {
        of: grant({ ...ALL, audience: 'https://tenant.eu.auth0.com/api/v2/' }),
        path: 'allowAllScopes',
        message: "allowAllScopes cannot be given for Auth0's Management API: name the scopes",
      },
      'not all, said of the My Account API': {
        of: grant({ allow_all_scopes: false, audience: 'https://tenant.auth0.com/me/' }),
        path: 'allowAllScopes',
        message: "allowAllScopes cannot be given for Auth0's My Account API: name the scopes",
      },
      'a token, for the My Organization API': {
        of: grant({ allow_all_scopes: UNKNOWN, audience: 'https://tenant.auth0.com/my-org/' }),
        path: 'allowAllScopes',
        message: "allowAllScopes cannot be given for Auth0's My Organization API: name the scopes",
      },
    },
    accepts: {
      'scopes of one of them': grant({ audience: 'https://tenant.eu.auth0.com/api/v2/' }),
      'an API of that path elsewhere': grant({ ...ALL, audience: 'https://api.example.com/api/v2/' }),
      'an audience that is a token': grant({ ...ALL, audience: UNKNOWN }),
    },
  },
  'scope-item-length': {
    refuses: {
      'an empty scope': {
        of: grant({ scopes: ['a', ''] }),
        path: "scopes['']",
        message: "scope '' must not be empty, but '' was given",
      },
      '281 characters': {
        of: grant({ scopes: ['é'.repeat(281)] }),
        path: `scopes['${'é'.repeat(60)}…']`,
        message: `scope '${'é'.repeat(60)}…' must be at most 280 characters long, but 281 were given`,
      },
    },
    accepts: {
      '280 characters, counted as Auth0 does': grant({ scopes: ['😀'.repeat(280)] }),
      'tokens': grant({ scopes: [UNKNOWN, UNKNOWN] }),
    },
  },
  'audience-empty': {
    refuses: {
      'an empty audience': {
        of: grant({ audience: '' }),
        path: 'resourceServer',
        message: "resourceServer must not be empty, but '' was given",
      },
    },
    accepts: { 'one character': grant({ audience: 'a' }), 'a token': grant({ audience: UNKNOWN }) },
  },
  'audience-not-id': {
    refuses: {
      '24 hexadecimal digits': {
        of: grant({ audience: '0123456789abcdef01234567' }),
        path: 'resourceServer',
        message: 'resourceServer looks like the id of an API, but must be its identifier',
      },
    },
    accepts: {
      'a digit more': grant({ audience: '0123456789abcdef012345678' }),
      'a letter that is no digit': grant({ audience: '0123456789abcdef0123456g' }),
    },
  },
  'subject-type-enum': {
    refuses: {
      'any other': {
        of: grant({ subject_type: 'machine' }),
        path: 'subjectType',
        message: "subjectType must be 'client', 'user' or 'anonymous_user', but 'machine' was given",
      },
    },
    accepts: {
      'client': grant({ subject_type: 'client' }),
      'user': grant({ subject_type: 'user' }),
      'anonymous_user': grant({ subject_type: 'anonymous_user' }),
      'a token': grant({ subject_type: UNKNOWN }),
    },
  },
  'org-usage-enum': {
    refuses: {
      'a word that Auth0 has in its documentation alone': {
        of: grant({ organization_usage: 'required' }),
        path: 'organizationUsage',
        message: "organizationUsage must be 'allow', 'deny' or 'require', but 'required' was given",
      },
    },
    accepts: {
      'allow': grant({ organization_usage: 'allow' }),
      'deny': grant({ organization_usage: 'deny' }),
      'require': grant({ organization_usage: 'require' }),
      'a token': grant({ organization_usage: UNKNOWN }),
    },
  },
  'org-usage-user-subject': {
    refuses: {
      'organizations for users': {
        of: grant({ subject_type: 'user', organization_usage: 'require' }),
        path: 'organizationUsage',
        message: "organizationUsage is documented for client credentials only, but the subject type is 'user'",
      },
      'any organization for users': [
        {
          of: grant({ subject_type: 'user', organization_usage: 'allow', allow_any_organization: true }),
          path: 'organizationUsage',
          message: "organizationUsage is documented for client credentials only, but the subject type is 'user'",
        },
        {
          of: {},
          path: 'allowAnyOrganization',
          message: "allowAnyOrganization is documented for client credentials only, but the subject type is 'user'",
        },
      ],
    },
    accepts: {
      'organizations for clients': grant({ subject_type: 'client', organization_usage: 'require' }),
      'organizations for nobody in particular': grant({ organization_usage: 'require' }),
      'a subject type that is a token': grant({ subject_type: UNKNOWN, organization_usage: 'require' }),
    },
  },
  'any-org-without-usage': {
    refuses: {
      'no usage': {
        of: grant({ allow_any_organization: true }),
        path: 'allowAnyOrganization',
        message: "allowAnyOrganization has no effect unless organizationUsage is 'allow' or 'require'",
      },
      'usage denied': {
        of: grant({ allow_any_organization: true, organization_usage: 'deny' }),
        path: 'allowAnyOrganization',
        message: "allowAnyOrganization has no effect unless organizationUsage is 'allow' or 'require'",
      },
    },
    accepts: {
      'usage allowed': grant({ allow_any_organization: true, organization_usage: 'allow' }),
      'usage required': grant({ allow_any_organization: true, organization_usage: 'require' }),
      'usage that is a token': grant({ allow_any_organization: true, organization_usage: UNKNOWN }),
      'not any': grant({ allow_any_organization: false }),
      'a token': grant({ allow_any_organization: UNKNOWN }),
    },
  },
  'any-org-third-party': {
    refuses: {
      'any organization by default': {
        of: byDefault({ allow_any_organization: true, organization_usage: 'allow' }),
        path: 'allowAnyOrganization',
        message: 'allowAnyOrganization cannot be given for third-party applications',
      },
    },
    accepts: {
      'organizations by default, but not any': byDefault({
        allow_any_organization: false,
        organization_usage: 'allow',
      }),
      'a token': byDefault({ allow_any_organization: UNKNOWN, organization_usage: 'allow' }),
    },
  },
  'authz-types-user-only': {
    refuses: {
      'clients by choice': {
        of: grant({ authorization_details_types: ['payment'], subject_type: 'client' }),
        path: 'authorizationDetailsTypes',
        message: "authorizationDetailsTypes must be left out unless subjectType is 'user', but it is 'client'",
      },
      'clients by default': {
        of: grant({ authorization_details_types: ['payment'] }),
        path: 'authorizationDetailsTypes',
        message:
          "authorizationDetailsTypes must be left out unless subjectType is 'user', but it is not given, and so 'client'",
      },
      'third-party clients by default': {
        of: byDefault({ authorization_details_types: [UNKNOWN] }),
        path: 'authorizationDetailsTypes',
        message:
          "authorizationDetailsTypes must be left out unless subjectType is 'user', but it is not given, and so 'client'",
      },
    },
    accepts: {
      'users': grant({ authorization_details_types: ['payment'], subject_type: 'user' }),
      'no types for clients': grant({ authorization_details_types: [] }),
      'a list that is a token': grant({ authorization_details_types: UNKNOWN }),
      'a subject type that is a token': grant({ authorization_details_types: ['payment'], subject_type: UNKNOWN }),
    },
  },
  'authz-types-length': {
    refuses: {
      'an empty type': {
        of: grant({ authorization_details_types: ['payment', ''], subject_type: 'user' }),
        path: 'authorizationDetailsTypes[1]',
        message: "authorizationDetailsTypes[1] must not be empty, but '' was given",
      },
      '256 characters': {
        of: grant({ authorization_details_types: ['a'.repeat(256)], subject_type: 'user' }),
        path: 'authorizationDetailsTypes[0]',
        message: 'authorizationDetailsTypes[0] must be at most 255 characters long, but 256 were given',
      },
    },
    accepts: {
      '255 characters': grant({ authorization_details_types: ['😀'.repeat(255)], subject_type: 'user' }),
      'spaces': grant({ authorization_details_types: ['my custom type'], subject_type: 'user' }),
      'a token': grant({ authorization_details_types: [UNKNOWN], subject_type: 'user' }),
    },
  },
  'enum-letter-case': {
    refuses: {
      'another spelling of the default': {
        of: byDefault({ default_for: 'THIRD_PARTY_CLIENTS' }),
        path: 'defaultFor',
        message: "defaultFor must be spelled 'third_party_clients', but 'THIRD_PARTY_CLIENTS' was given",
      },
      'another spelling of a subject type': {
        of: grant({ subject_type: 'User' }),
        path: 'subjectType',
        message: "subjectType must be spelled 'user', but 'User' was given",
      },
      'another spelling of a usage': {
        of: grant({ organization_usage: 'Allow' }),
        path: 'organizationUsage',
        message: "organizationUsage must be spelled 'allow', but 'Allow' was given",
      },
    },
    accepts: { 'the right spellings': grant({ subject_type: 'client', organization_usage: 'allow' }) },
  },
});

test('several mistakes are found at once, in the order of the table', () => {
  const config = { audience: '', scopes: [''], subject_type: 'x', organization_usage: 'x' };
  expect(findingsOf(CLIENT_GRANT_RULES, config).map(({ rule }) => rule)).toEqual([
    'client-xor-default', 'scope-item-length', 'audience-empty', 'subject-type-enum', 'org-usage-enum',
  ]);
});

test('nothing is said of a grant of tokens', () => {
  expect(findingsOf(CLIENT_GRANT_RULES, {
    audience: UNKNOWN,
    client_id: UNKNOWN,
    scopes: UNKNOWN,
    allow_all_scopes: UNKNOWN,
    subject_type: UNKNOWN,
    organization_usage: UNKNOWN,
    allow_any_organization: UNKNOWN,
    authorization_details_types: UNKNOWN,
  })).toEqual([]);
});
