import { ResourceServerConfig } from '../../schema/resource-server';
import { isKnown } from '../../schema/value';
import { seconds } from '../../util/text';
import { checkSeconds } from '../limits';
import { defineRules } from '../rule';

const DAY = 86400;
/** The longest lifetime of a token that Auth0 takes, in seconds. */
export const MAX_LIFETIME = 30 * DAY;
const SEE = 'https://auth0.com/docs/secure/tokens/access-tokens/update-access-token-lifetime';

/** Whether a value can be a length of time at all. */
export function isSeconds(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

export const LIFETIME_RULES = defineRules<ResourceServerConfig>([
  {
    id: 'token-lifetime-range',
    severity: 'error',
    attributes: 'token_lifetime',
    summary: 'Must be a whole number of seconds from 0 to 2592000 (30 days).',
    see: SEE,
    check: (config, context) => checkSeconds(config.token_lifetime, 0, MAX_LIFETIME, ['token_lifetime'], context),
  },
  {
    id: 'token-lifetime-zero',
    severity: 'warning',
    attributes: 'token_lifetime',
    summary: 'Should not be 0: Auth0 does not document what 0 means.',
    see: SEE,
    check: ({ token_lifetime: lifetime }, { report }) => {
      if (lifetime === 0) {
        report(['token_lifetime'], 'is 0 seconds, whose effect Auth0 does not document: set the lifetime you want');
      }
    },
  },
  {
    id: 'web-lifetime-range',
    severity: 'error',
    attributes: 'token_lifetime_for_web',
    summary: 'Must be a whole number of seconds from 0 to 2592000 (30 days).',
    see: SEE,
    check: (config, context) =>
      checkSeconds(config.token_lifetime_for_web, 0, MAX_LIFETIME, ['token_lifetime_for_web'], context),
  },
  {
    id: 'web-lifetime-gt-lifetime',
    severity: 'error',
    attributes: 'token_lifetime_for_web, token_lifetime',
    summary: 'Must not be greater than `token_lifetime`, where both are given.',
    see: 'https://auth0.com/docs/get-started/apis/api-settings',
    check: ({ token_lifetime: lifetime, token_lifetime_for_web: web }, { naming, report }) => {
      // beyond the longest lifetime, no other would do: that is the business of `web-lifetime-range`
      if (isSeconds(lifetime) && lifetime < MAX_LIFETIME && isKnown(web) && web > lifetime) {
        report(
          ['token_lifetime_for_web'],
          `must not be greater than ${naming.path(['token_lifetime'])} (${lifetime} seconds), but ${web} was given`,
        );
      }
    },
  },
  {
    id: 'web-lifetime-gt-default',
    severity: 'warning',
    attributes: 'token_lifetime_for_web, token_lifetime',
    summary: 'Without `token_lifetime`, should not be greater than 86400 (1 day): a new API has that lifetime, and Auth0 refuses it.',
    see: 'https://auth0.com/docs/get-started/apis/api-settings',
    check: ({ token_lifetime: lifetime, token_lifetime_for_web: web }, { naming, report }) => {
      if (lifetime === undefined && isSeconds(web) && web > DAY && web <= MAX_LIFETIME) {
        const name = naming.path(['token_lifetime']);
        report(
          ['token_lifetime_for_web'],
          `is ${seconds(web)}, more than the ${name} of a new API (${seconds(DAY)}), which Auth0 refuses: give ${name} as well`,
        );
      }
    },
  },
  {
    id: 'anonymous-lifetime-range',
    severity: 'error',
    attributes: 'token_lifetime_for_anonymous_access_tokens',
    summary: `Must be a whole number of seconds from ${seconds(DAY)} to ${seconds(MAX_LIFETIME)}.`,
    see: 'https://auth0.com/docs/manage-users/sessions/anonymous-sessions/configure-anonymous-sessions',
    check: (config, context) =>
      checkSeconds(
        config.token_lifetime_for_anonymous_access_tokens,
        DAY,
        MAX_LIFETIME,
        ['token_lifetime_for_anonymous_access_tokens'],
        context,
      ),
  },
]);
