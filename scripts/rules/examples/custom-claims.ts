import { api, Group } from './example';

const RIGHT = api("customClaims: { country: 'anonymous_session.metadata.country' }");

export const CUSTOM_CLAIMS: Group = {
  title: 'Custom claims',
  text: 'Claims that Auth0 adds to the tokens of anonymous sessions.',
  examples: {
    'custom-claims-limit': {
      why: 'Auth0 refuses more.',
      wrong: api("customClaims: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`claim${n}`, 'anonymous_session.metadata.a']))"),
      right: RIGHT,
    },
    'custom-claim-name': {
      why: 'Auth0 writes the registered claims itself. A claim of yours must not stand in their place.',
      wrong: api("customClaims: { sub: 'anonymous_session.metadata.country' }"),
      right: RIGHT,
    },
    'custom-claim-expression': {
      why: 'Auth0 reads the value of the claim from this place in the session.',
      wrong: api("customClaims: { country: 'country' }"),
      right: RIGHT,
    },
  },
};
