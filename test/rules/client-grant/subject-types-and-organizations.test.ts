import { CLIENT_GRANT_RULES } from '../../../lib/rules/client-grant';
import { UNKNOWN } from '../../../lib/schema/value';
import { byDefault, grant } from '../../support/grant-configs';
import { findingsOf, testRule } from '../../support/rules';

testRule(CLIENT_GRANT_RULES, 'subject-type-enum', {
  refuses: {
    'any other': {
      config: grant({ subject_type: 'machine' }),
      path: 'subjectType',
      message: "subjectType must be 'client', 'user' or 'anonymous_user', but 'machine' was given",
    },
  },
  accepts: {
    'client': { config: grant({ subject_type: 'client' }) },
    'user': { config: grant({ subject_type: 'user' }) },
    'anonymous_user': { config: grant({ subject_type: 'anonymous_user' }) },
    'a token': { config: grant({ subject_type: UNKNOWN }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'org-usage-enum', {
  refuses: {
    'a word that Auth0 has in its documentation alone': {
      config: grant({ organization_usage: 'required' }),
      path: 'organizationUsage',
      message: "organizationUsage must be 'allow', 'deny' or 'require', but 'required' was given",
    },
  },
  accepts: {
    'allow': { config: grant({ organization_usage: 'allow' }) },
    'deny': { config: grant({ organization_usage: 'deny' }) },
    'require': { config: grant({ organization_usage: 'require' }) },
    'a token': { config: grant({ organization_usage: UNKNOWN }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'org-usage-user-subject', {
  refuses: {
    'organizations for users': {
      config: grant({ subject_type: 'user', organization_usage: 'require' }),
      path: 'organizationUsage',
      message: "organizationUsage is documented for client credentials only, but the subject type is 'user': leave it out",
    },
    'any organization for users': {
      config: grant({ subject_type: 'user', organization_usage: 'allow', allow_any_organization: true }),
      finds: [
        {
          path: 'organizationUsage',
          message: "organizationUsage is documented for client credentials only, but the subject type is 'user': leave it out",
        },
        {
          path: 'allowAnyOrganization',
          message: "allowAnyOrganization is documented for client credentials only, but the subject type is 'user': leave it out",
        },
      ],
    },
  },
  accepts: {
    'organizations for clients': { config: grant({ subject_type: 'client', organization_usage: 'require' }) },
    'organizations for nobody in particular': { config: grant({ organization_usage: 'require' }) },
    'a subject type that is a token': { config: grant({ subject_type: UNKNOWN, organization_usage: 'require' }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'any-org-without-usage', {
  refuses: {
    'no usage': {
      config: grant({ allow_any_organization: true }),
      path: 'allowAnyOrganization',
      message: "allowAnyOrganization has no effect unless organizationUsage is 'allow' or 'require'",
    },
    'usage denied': {
      config: grant({ allow_any_organization: true, organization_usage: 'deny' }),
      path: 'allowAnyOrganization',
      message: "allowAnyOrganization has no effect unless organizationUsage is 'allow' or 'require'",
    },
  },
  accepts: {
    'usage allowed': { config: grant({ allow_any_organization: true, organization_usage: 'allow' }) },
    'usage required': { config: grant({ allow_any_organization: true, organization_usage: 'require' }) },
    'usage that is a token': { config: grant({ allow_any_organization: true, organization_usage: UNKNOWN }) },
    'not any': { config: grant({ allow_any_organization: false }) },
    'a token': { config: grant({ allow_any_organization: UNKNOWN }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'any-org-third-party', {
  refuses: {
    'any organization by default': {
      config: byDefault({ allow_any_organization: true, organization_usage: 'allow' }),
      path: 'allowAnyOrganization',
      message: 'allowAnyOrganization cannot be given for third-party applications',
    },
  },
  accepts: {
    'organizations by default, but not any': {
      config: byDefault({
        allow_any_organization: false,
        organization_usage: 'allow',
      }),
    },
    'a token': { config: byDefault({ allow_any_organization: UNKNOWN, organization_usage: 'allow' }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'authz-types-user-only', {
  refuses: {
    'clients by choice': {
      config: grant({ authorization_details_types: ['payment'], subject_type: 'client' }),
      path: 'authorizationDetailsTypes',
      message: "authorizationDetailsTypes must be left out unless subjectType is 'user', but it is 'client'",
    },
    'clients by default': {
      config: grant({ authorization_details_types: ['payment'] }),
      path: 'authorizationDetailsTypes',
      message:
        "authorizationDetailsTypes must be left out unless subjectType is 'user', but it was not given and defaults to 'client'",
    },
    'third-party clients by default': {
      config: byDefault({ authorization_details_types: [UNKNOWN] }),
      path: 'authorizationDetailsTypes',
      message:
        "authorizationDetailsTypes must be left out unless subjectType is 'user', but it was not given and defaults to 'client'",
    },
  },
  accepts: {
    'users': { config: grant({ authorization_details_types: ['payment'], subject_type: 'user' }) },
    'no types for clients': { config: grant({ authorization_details_types: [] }) },
    'a list that is a token': { config: grant({ authorization_details_types: UNKNOWN }) },
    'a subject type that is a token': { config: grant({ authorization_details_types: ['payment'], subject_type: UNKNOWN }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'authz-types-length', {
  refuses: {
    'an empty type': {
      config: grant({ authorization_details_types: ['payment', ''], subject_type: 'user' }),
      path: 'authorizationDetailsTypes[1]',
      message: 'authorizationDetailsTypes[1] must not be empty',
    },
    '256 characters': {
      config: grant({ authorization_details_types: ['a'.repeat(256)], subject_type: 'user' }),
      path: 'authorizationDetailsTypes[0]',
      message: 'authorizationDetailsTypes[0] must be at most 255 characters long, but 256 were given',
    },
  },
  accepts: {
    '255 characters': { config: grant({ authorization_details_types: ['😀'.repeat(255)], subject_type: 'user' }) },
    'spaces': { config: grant({ authorization_details_types: ['my custom type'], subject_type: 'user' }) },
    'a token': { config: grant({ authorization_details_types: [UNKNOWN], subject_type: 'user' }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'grant-enum-letter-case', {
  refuses: {
    'another spelling of the default': {
      config: byDefault({ default_for: 'THIRD_PARTY_CLIENTS' }),
      path: 'defaultFor',
      message: "defaultFor must be spelled 'third_party_clients', but 'THIRD_PARTY_CLIENTS' was given",
    },
    'another spelling of a subject type': {
      config: grant({ subject_type: 'User' }),
      path: 'subjectType',
      message: "subjectType must be spelled 'user', but 'User' was given",
    },
    'another spelling of a usage': {
      config: grant({ organization_usage: 'Allow' }),
      path: 'organizationUsage',
      message: "organizationUsage must be spelled 'allow', but 'Allow' was given",
    },
  },
  accepts: { 'the right spellings': { config: grant({ subject_type: 'client', organization_usage: 'allow' }) } },
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
