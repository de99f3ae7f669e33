import { api, Group } from './example';

export const LIFETIMES: Group = {
  title: 'Lifetimes',
  text: 'How long access tokens are valid.',
  examples: {
    'token-lifetime-range': {
      why: 'Auth0 refuses other lifetimes.',
      wrong: api('tokenLifetime: auth0.Duration.days(31)'),
      right: api('tokenLifetime: auth0.Duration.days(30)'),
    },
    'token-lifetime-zero': {
      why: 'Auth0 does not document what 0 means. It could be no token at all, or the default of a day.',
      wrong: api('tokenLifetime: auth0.Duration.seconds(0)'),
      right: api('tokenLifetime: auth0.Duration.minutes(10)'),
    },
    'web-lifetime-range': {
      why: 'Auth0 refuses other lifetimes.',
      wrong: api('tokenLifetime: auth0.Duration.days(30)', 'tokenLifetimeForWeb: auth0.Duration.days(31)'),
      right: api('tokenLifetime: auth0.Duration.days(30)', 'tokenLifetimeForWeb: auth0.Duration.days(1)'),
    },
    'web-lifetime-gt-lifetime': {
      why: 'Auth0 refuses it. A browser keeps a token less safely than a server, so its token should not live longer.',
      wrong: api('tokenLifetime: auth0.Duration.minutes(10)', 'tokenLifetimeForWeb: auth0.Duration.hours(2)'),
      right: api('tokenLifetime: auth0.Duration.minutes(10)', 'tokenLifetimeForWeb: auth0.Duration.minutes(5)'),
    },
    'web-lifetime-gt-default': {
      why: 'A new API has a token_lifetime of one day. Terraform plans this change, and Auth0 refuses it at apply.',
      wrong: api('safeDefaults: false', 'tokenLifetimeForWeb: auth0.Duration.days(2)'),
      right: api('safeDefaults: false', 'tokenLifetime: auth0.Duration.days(2)', 'tokenLifetimeForWeb: auth0.Duration.days(2)'),
    },
    'anonymous-lifetime-range': {
      why: 'Auth0 refuses other lifetimes for anonymous sessions.',
      wrong: api('tokenLifetimeForAnonymousAccessTokens: auth0.Duration.hours(1)'),
      right: api('tokenLifetimeForAnonymousAccessTokens: auth0.Duration.days(1)'),
    },
  },
};
