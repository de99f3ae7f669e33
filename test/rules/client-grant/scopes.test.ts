import { CLIENT_GRANT_RULES } from '../../../lib/rules/client-grant';
import { UNKNOWN } from '../../../lib/schema/value';
import { ALL, grant } from '../../support/grant-configs';
import { testRule } from '../../support/rules';

testRule(CLIENT_GRANT_RULES, 'scopes-or-all', {
  refuses: {
    'neither': {
      config: grant({ scopes: undefined }),
      path: 'scopes',
      message: 'scopes must be given, unless allowAllScopes is true',
    },
    'no scopes, and not all': {
      config: grant({ scopes: undefined, allow_all_scopes: false }),
      path: 'scopes',
      message: 'scopes must be given, unless allowAllScopes is true',
    },
    'no scopes, and what a resource says': {
      config: grant({ scopes: undefined, allow_all_scopes: UNKNOWN }),
      path: 'allowAllScopes',
      message: 'allowAllScopes must be known when Terraform plans, unless scopes are given, but depends on a resource, a data source or a module',
    },
  },
  accepts: {
    'an empty list': { config: grant({ scopes: [] }) },
    'all': { config: grant(ALL) },
    'scopes, and not all': { config: grant({ allow_all_scopes: false }) },
    'a list that is a token': { config: grant({ scopes: UNKNOWN }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'all-scopes-and-scopes', {
  refuses: {
    'both': {
      config: grant({ allow_all_scopes: true }),
      path: 'scopes',
      message: 'scopes must be left out where allowAllScopes is true',
    },
    'a list of tokens': {
      config: grant({ allow_all_scopes: true, scopes: [UNKNOWN] }),
      path: 'scopes',
      message: 'scopes must be left out where allowAllScopes is true',
    },
  },
  accepts: {
    'all, and an empty list': { config: grant({ allow_all_scopes: true, scopes: [] }) },
    'scopes, and a token that may say all': { config: grant({ allow_all_scopes: UNKNOWN }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'all-scopes-unknown-scopes', {
  refuses: {
    'all, and a list that is a token': {
      config: grant({ allow_all_scopes: true, scopes: UNKNOWN }),
      path: 'scopes',
      message:
        'scopes must be left out where allowAllScopes is true, but a token was given: the provider crashes on a token here',
    },
  },
  accepts: {
    'not all, and a list that is a token': { config: grant({ allow_all_scopes: false, scopes: UNKNOWN }) },
    'two tokens': { config: grant({ allow_all_scopes: UNKNOWN, scopes: UNKNOWN }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'all-scopes-system-api', {
  refuses: {
    'all of the Management API': {
      config: grant({ ...ALL, audience: 'https://tenant.eu.auth0.com/api/v2/' }),
      path: 'allowAllScopes',
      message: "allowAllScopes cannot be given for Auth0's Management API: name the scopes",
    },
    'not all, said of the My Account API': {
      config: grant({ allow_all_scopes: false, audience: 'https://tenant.auth0.com/me/' }),
      path: 'allowAllScopes',
      message: "allowAllScopes cannot be given for Auth0's My Account API: name the scopes",
    },
    'a token, for the My Organization API': {
      config: grant({ allow_all_scopes: UNKNOWN, audience: 'https://tenant.auth0.com/my-org/' }),
      path: 'allowAllScopes',
      message: "allowAllScopes cannot be given for Auth0's My Organization API: name the scopes",
    },
  },
  accepts: {
    'scopes of one of them': { config: grant({ audience: 'https://tenant.eu.auth0.com/api/v2/' }) },
    'an API of that path elsewhere': { config: grant({ ...ALL, audience: 'https://api.example.com/api/v2/' }) },
    'an audience that is a token': { config: grant({ ...ALL, audience: UNKNOWN }) },
  },
});

testRule(CLIENT_GRANT_RULES, 'scope-item-length', {
  refuses: {
    'an empty scope': {
      config: grant({ scopes: ['a', ''] }),
      path: "scopes['']",
      message: "scope '' must not be empty",
    },
    '281 characters': {
      config: grant({ scopes: ['é'.repeat(281)] }),
      path: `scopes['${'é'.repeat(60)}…']`,
      message: `scope '${'é'.repeat(60)}…' must be at most 280 characters long, but 281 were given`,
    },
  },
  accepts: {
    '280 characters, counted as Auth0 does': { config: grant({ scopes: ['😀'.repeat(280)] }) },
    'tokens': { config: grant({ scopes: [UNKNOWN, UNKNOWN] }) },
  },
});
