import { RESOURCE_SERVER_RULES } from '../../../lib/rules/resource-server';
import { testRule } from '../../support/rules';

const COUNTRY = 'anonymous_session.metadata.country';

function claims(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`claim${index}`, COUNTRY]));
}

testRule(RESOURCE_SERVER_RULES, 'custom-claims-limit', {
  refuses: {
    '21 claims': {
      props: { customClaims: claims(21) },
      path: 'customClaims',
      message: 'customClaims must have at most 20 entries, but 21 were given',
    },
  },
  accepts: {
    '20 claims': { props: { customClaims: claims(20) } },
    'none': { props: { customClaims: {} } },
  },
  tokens: { 'a token': ({ map }) => ({ customClaims: map }) },
});

testRule(RESOURCE_SERVER_RULES, 'custom-claim-name', {
  refuses: {
    '256 characters': {
      props: { customClaims: { ['c'.repeat(256)]: COUNTRY } },
      path: `customClaims['${'c'.repeat(60)}…']`,
      message: `custom claim '${'c'.repeat(60)}…' must be at most 255 characters long, but 256 were given`,
    },
    'an empty text': {
      props: { customClaims: { '': COUNTRY } },
      path: "customClaims['']",
      message: "custom claim '' must not be empty",
    },
    ...Object.fromEntries(
      ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'].map((name) => [
        `${name}, which is Auth0's`,
        {
          props: { customClaims: { [name]: COUNTRY } },
          path: `customClaims['${name}']`,
          message: `custom claim '${name}' must have another name, because Auth0 writes this claim itself`,
        },
      ]),
    ),
    'the one of two that is wrong': {
      props: { customClaims: { country: COUNTRY, sub: COUNTRY } },
      path: "customClaims['sub']",
      message: "custom claim 'sub' must have another name, because Auth0 writes this claim itself",
    },
  },
  accepts: {
    '255 characters': { props: { customClaims: { ['c'.repeat(255)]: COUNTRY } } },
    'one character': { props: { customClaims: { c: COUNTRY } } },
    'a URL': { props: { customClaims: { 'https://example.com/country': COUNTRY } } },
    'a name that only resembles one of those': { props: { customClaims: { SUB: COUNTRY, subject: COUNTRY } } },
  },
  tokens: { 'a token': ({ text }) => ({ customClaims: { [text]: COUNTRY } }) },
});

testRule(RESOURCE_SERVER_RULES, 'custom-claim-expression', {
  refuses: {
    '256 characters': {
      props: { customClaims: { country: `a.${'b'.repeat(254)}` } },
      path: "customClaims['country']",
      message: "custom claim 'country' must have an expression of at most 255 characters, but 256 were given",
    },
    'an empty text': {
      props: { customClaims: { country: '' } },
      path: "customClaims['country']",
      message:
        "custom claim 'country' must be read from a dot path such as 'anonymous_session.metadata.country', " +
        "but '' was given",
    },
    ...Object.fromEntries(
      ['country', 'metadata.', '.country', 'a..b', 'a b.c', '${a.b}'.slice(1), "a['b']"].map((expression) => [
        expression,
        {
          props: { customClaims: { country: expression } },
          path: "customClaims['country']",
          message:
            "custom claim 'country' must be read from a dot path such as 'anonymous_session.metadata.country', " +
            `but '${expression}' was given`,
        },
      ]),
    ),
    // the message has the index, because the name must not be printed
    'the expression of a claim whose name is a token': {
      props: ({ text }) => ({ customClaims: { [text]: 'country' } }),
      path: 'customClaims[0]',
      message:
        "customClaims[0] must be read from a dot path such as 'anonymous_session.metadata.country', " +
        "but 'country' was given",
    },
  },
  accepts: {
    '255 characters': { props: { customClaims: { country: `a.${'b'.repeat(253)}` } } },
    'two parts': { props: { customClaims: { country: 'a.b' } } },
    'hyphens, digits and underscores': { props: { customClaims: { country: 'a_1.b-2.3' } } },
  },
  tokens: { 'a token': ({ text }) => ({ customClaims: { country: text } }) },
});
