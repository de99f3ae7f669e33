import * as auth0 from '../../../lib';
import { RESOURCE_SERVER_RULES } from '../../../lib/rules/resource-server';
import { testRule } from '../../support/rules';

const { Duration } = auth0;

testRule(RESOURCE_SERVER_RULES, 'token-lifetime-range', {
  refuses: {
    'a second more than 30 days': {
      props: { tokenLifetime: Duration.seconds(2592001) },
      path: 'tokenLifetime',
      message: 'tokenLifetime must be a whole number of seconds from 0 to 2592000 (30 days), but 2592001 was given',
    },
    'a negative number': {
      props: { tokenLifetime: Duration.seconds(-1) },
      path: 'tokenLifetime',
      message: 'tokenLifetime must be a whole number of seconds from 0 to 2592000 (30 days), but -1 was given',
    },
    'a fraction of a second': {
      props: { tokenLifetime: Duration.minutes(0.125) },
      path: 'tokenLifetime',
      message: 'tokenLifetime must be a whole number of seconds from 0 to 2592000 (30 days), but 7.5 was given',
    },
    'NaN': {
      props: { tokenLifetime: Duration.seconds(NaN) },
      path: 'tokenLifetime',
      message: 'tokenLifetime must be a whole number of seconds from 0 to 2592000 (30 days), but NaN was given',
    },
    'an infinite number': {
      props: { tokenLifetime: Duration.days(Infinity) },
      path: 'tokenLifetime',
      message: 'tokenLifetime must be a whole number of seconds from 0 to 2592000 (30 days), but Infinity was given',
    },
  },
  accepts: {
    '30 days': { props: { tokenLifetime: Duration.days(30) } },
    'one second': { props: { tokenLifetime: Duration.seconds(1) } },
    'a fraction of a minute that is whole seconds': { props: { tokenLifetime: Duration.minutes(0.5) } },
  },
  tokens: {
    'a token': ({ number }) => ({ tokenLifetime: Duration.seconds(number) }),
    'a token in other units': ({ number }) => ({ tokenLifetime: Duration.days(number) }),
  },
});

testRule(RESOURCE_SERVER_RULES, 'token-lifetime-zero', {
  refuses: {
    'no time': {
      props: { tokenLifetime: Duration.seconds(0) },
      path: 'tokenLifetime',
      message:
        'tokenLifetime is 0 seconds, whose effect Auth0 does not document: set the lifetime you want',
    },
  },
  accepts: { 'one second': { props: { tokenLifetime: Duration.seconds(1) } } },
});

testRule(RESOURCE_SERVER_RULES, 'web-lifetime-range', {
  refuses: {
    'a second more than 30 days': {
      props: { tokenLifetimeForWeb: Duration.seconds(2592001) },
      path: 'tokenLifetimeForWeb',
      message:
        'tokenLifetimeForWeb must be a whole number of seconds from 0 to 2592000 (30 days), but 2592001 was given',
    },
    // no second message that it is longer than tokenLifetime: no valid tokenLifetime is long enough
    'a second more than 30 days, where the other lifetime is the longest': {
      props: { tokenLifetime: Duration.days(30), tokenLifetimeForWeb: Duration.seconds(2592001) },
      path: 'tokenLifetimeForWeb',
      message:
        'tokenLifetimeForWeb must be a whole number of seconds from 0 to 2592000 (30 days), but 2592001 was given',
    },
    'a negative number': {
      props: { tokenLifetimeForWeb: Duration.seconds(-1) },
      path: 'tokenLifetimeForWeb',
      message: 'tokenLifetimeForWeb must be a whole number of seconds from 0 to 2592000 (30 days), but -1 was given',
    },
    'a fraction of a second': {
      props: { tokenLifetimeForWeb: Duration.seconds(1.5) },
      path: 'tokenLifetimeForWeb',
      message: 'tokenLifetimeForWeb must be a whole number of seconds from 0 to 2592000 (30 days), but 1.5 was given',
    },
  },
  accepts: {
    '30 days': { props: { tokenLifetime: Duration.days(30), tokenLifetimeForWeb: Duration.days(30) } },
    'no time': { props: { tokenLifetimeForWeb: Duration.seconds(0) } },
  },
  tokens: { 'a token': ({ number }) => ({ tokenLifetimeForWeb: Duration.seconds(number) }) },
});

testRule(RESOURCE_SERVER_RULES, 'web-lifetime-gt-lifetime', {
  refuses: {
    'a lifetime for browsers that is a second longer': {
      props: { tokenLifetime: Duration.seconds(3600), tokenLifetimeForWeb: Duration.seconds(3601) },
      path: 'tokenLifetimeForWeb',
      message: 'tokenLifetimeForWeb must not be greater than tokenLifetime (3600 seconds), but 3601 was given',
    },
    'any beside none': {
      props: { tokenLifetime: Duration.seconds(0), tokenLifetimeForWeb: Duration.seconds(1) },
      finds: [
        {
          rule: 'token-lifetime-zero',
          severity: 'warning',
          path: 'tokenLifetime',
          message:
            'tokenLifetime is 0 seconds, whose effect Auth0 does not document: set the lifetime you want',
        },
        {
          path: 'tokenLifetimeForWeb',
          message: 'tokenLifetimeForWeb must not be greater than tokenLifetime (0 seconds), but 1 was given',
        },
      ],
    },
    'the longest beside one that is a second shorter': {
      props: { tokenLifetime: Duration.seconds(2591999), tokenLifetimeForWeb: Duration.days(30) },
      path: 'tokenLifetimeForWeb',
      message: 'tokenLifetimeForWeb must not be greater than tokenLifetime (2591999 seconds), but 2592000 was given',
    },
  },
  accepts: {
    'equal ones': { props: { tokenLifetime: Duration.hours(1), tokenLifetimeForWeb: Duration.hours(1) } },
    // not compared with a default: Auth0's default is 86400, and our safe default grows with this value
    'a long one alone': { props: { tokenLifetimeForWeb: Duration.days(1) } },
    // not compared with Auth0's default for browsers, 7200
    'a short lifetime alone': { props: { tokenLifetime: Duration.minutes(5) } },
  },
  tokens: {
    'a lifetime that is a token': ({ number }) => ({
      tokenLifetime: Duration.seconds(number),
      tokenLifetimeForWeb: Duration.hours(1),
    }),
    'a lifetime for browsers that is a token': ({ number }) => ({
      tokenLifetime: Duration.seconds(1),
      tokenLifetimeForWeb: Duration.seconds(number),
    }),
  },
});

testRule(RESOURCE_SERVER_RULES, 'anonymous-lifetime-range', {
  refuses: {
    'a second less than a day': {
      props: { tokenLifetimeForAnonymousAccessTokens: Duration.seconds(86399) },
      path: 'tokenLifetimeForAnonymousAccessTokens',
      message:
        'tokenLifetimeForAnonymousAccessTokens must be a whole number of seconds from 86400 (1 day) to ' +
        '2592000 (30 days), but 86399 was given',
    },
    'a second more than 30 days': {
      props: { tokenLifetimeForAnonymousAccessTokens: Duration.seconds(2592001) },
      path: 'tokenLifetimeForAnonymousAccessTokens',
      message:
        'tokenLifetimeForAnonymousAccessTokens must be a whole number of seconds from 86400 (1 day) to ' +
        '2592000 (30 days), but 2592001 was given',
    },
    'a fraction of a second': {
      props: { tokenLifetimeForAnonymousAccessTokens: Duration.seconds(86400.5) },
      path: 'tokenLifetimeForAnonymousAccessTokens',
      message:
        'tokenLifetimeForAnonymousAccessTokens must be a whole number of seconds from 86400 (1 day) to ' +
        '2592000 (30 days), but 86400.5 was given',
    },
  },
  accepts: {
    'a day': { props: { tokenLifetimeForAnonymousAccessTokens: Duration.days(1) } },
    '30 days': { props: { tokenLifetimeForAnonymousAccessTokens: Duration.days(30) } },
  },
  tokens: { 'a token': ({ number }) => ({ tokenLifetimeForAnonymousAccessTokens: Duration.seconds(number) }) },
});

testRule(RESOURCE_SERVER_RULES, 'web-lifetime-gt-default', {
  refuses: {
    'a second more than a day, without a lifetime': {
      props: { safeDefaults: false, tokenLifetimeForWeb: Duration.seconds(86401) },
      path: 'tokenLifetimeForWeb',
      message: 'tokenLifetimeForWeb is 86401, more than the tokenLifetime of a new API (86400 (1 day)), which Auth0 refuses: give tokenLifetime as well',
    },
  },
  accepts: {
    'a day': { props: { tokenLifetimeForWeb: Duration.days(1) } },
    'more beside a lifetime': { props: { tokenLifetime: Duration.days(3), tokenLifetimeForWeb: Duration.days(2) } },
  },
  tokens: {
    'a lifetime that is a token': ({ number }) => ({ tokenLifetime: Duration.seconds(number), tokenLifetimeForWeb: Duration.days(2) }),
  },
});
