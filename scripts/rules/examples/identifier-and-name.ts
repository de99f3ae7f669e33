import { api, apiNamed, apiOf, Group } from './example';

const RIGHT = apiOf("identifier: 'https://api.example.com/payments'");
const NAMED = api("name: 'Payments'");

export const IDENTIFIER_AND_NAME: Group = {
  title: 'Identifier and name',
  text: 'The identifier of an API is the audience of its tokens. The name is what people see in the dashboard.',
  examples: {
    'identifier-required': {
      why: 'Auth0 creates no API without an identifier. In the example, an environment variable is not set.',
      wrong: apiOf('identifier: process.env.PAYMENTS_API!'),
      right: RIGHT,
    },
    'identifier-empty': {
      why: 'Auth0 refuses an empty identifier. The identifier cannot be changed later, so choose it with care.',
      wrong: apiOf("identifier: ''"),
      right: RIGHT,
    },
    'identifier-too-long': {
      why: 'Auth0 refuses a longer identifier.',
      wrong: apiOf("identifier: `https://api.example.com/${'p'.repeat(600)}`"),
      right: RIGHT,
    },
    'identifier-whitespace': {
      why: 'Auth0 keeps the white space. Applications that ask for the audience without it get no token.',
      wrong: apiOf("identifier: 'https://api.example.com/payments '"),
      right: RIGHT,
    },
    'identifier-reserved': {
      why: 'Auth0 creates these APIs together with the tenant. Refer to the API, or import it with `importFrom`.',
      wrong: apiNamed('Management', "identifier: 'https://tenant.eu.auth0.com/api/v2/'"),
      right: "auth0.ResourceServer.fromManagementApi(stack, 'Management', 'tenant.eu.auth0.com');",
    },
    'name-empty-string': {
      why: 'Auth0 refuses an empty name. An API can be without a name.',
      wrong: api("name: ''"),
      right: NAMED,
    },
    'name-angle-brackets': {
      why: 'Auth0 refuses these two characters in a name.',
      wrong: api("name: 'Payments <beta>'"),
      right: api("name: 'Payments (beta)'"),
    },
    'name-too-long': {
      why: 'Auth0 refuses a longer name.',
      wrong: api("name: 'Payments '.repeat(30)"),
      right: NAMED,
    },
    'name-magic-system-name': {
      why: 'The provider recognizes the APIs of Auth0 by their names. It would ignore most changes to your API and never delete it.',
      wrong: api("name: 'Auth0 Management API'"),
      right: NAMED,
    },
  },
};
