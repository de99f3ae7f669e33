import { RESOURCE_SERVER_SCOPES_RULES } from '../../../lib/rules/resource-server';
import { manyScopes } from '../../support/apis';
import { testRule } from '../../support/rules';

testRule(RESOURCE_SERVER_SCOPES_RULES, 'scope-name-empty', {
  refuses: {
    'an empty text': {
      props: { scopes: { '': 'Read orders' } },
      path: "scopes['']",
      message: "scope '' must have a name",
    },
  },
  accepts: { 'one character': { props: { scopes: { r: 'Read orders' } } } },
  tokens: { 'a token': ({ text }) => ({ scopes: { [text]: 'Read orders' } }) },
});

testRule(RESOURCE_SERVER_SCOPES_RULES, 'scope-name-too-long', {
  refuses: {
    '281 characters': {
      props: { scopes: { ['r'.repeat(281)]: '' } },
      path: `scopes['${'r'.repeat(60)}…']`,
      message: `scope '${'r'.repeat(60)}…' must be at most 280 characters long, but 281 were given`,
    },
  },
  accepts: { '280 characters': { props: { scopes: { ['r'.repeat(280)]: '' } } } },
  tokens: { 'a long text with a token in it': ({ text }) => ({ scopes: { ['r'.repeat(281) + text]: '' } }) },
});

testRule(RESOURCE_SERVER_SCOPES_RULES, 'scope-description-too-long', {
  refuses: {
    '501 characters': {
      props: { scopes: { 'read:orders': 'd'.repeat(501) } },
      path: "scopes['read:orders']",
      message: "scope 'read:orders' must have a description of at most 500 characters, but 501 were given",
    },
    '501 characters beyond the basic plane': {
      props: { scopes: { 'read:orders': '\u{1F511}'.repeat(501) } },
      path: "scopes['read:orders']",
      message: "scope 'read:orders' must have a description of at most 500 characters, but 501 were given",
    },
    // the message has the index, because the name must not be printed
    'that of a scope whose name is a token': {
      props: ({ text }) => ({ scopes: { [text]: 'd'.repeat(501) } }),
      path: 'scopes[0]',
      message: 'scopes[0] must have a description of at most 500 characters, but 501 were given',
    },
  },
  accepts: {
    '500 characters': { props: { scopes: { 'read:orders': 'd'.repeat(500) } } },
    '500 characters beyond the basic plane': { props: { scopes: { 'read:orders': '\u{1F511}'.repeat(500) } } },
    'an empty text': { props: { scopes: { 'read:orders': '' } } },
  },
  tokens: {
    'a long text with a token in it': ({ text }) => ({ scopes: { 'read:orders': 'd'.repeat(501) + text } }),
    'scopes that are a token': ({ map }) => ({ scopes: map }),
  },
});

testRule(RESOURCE_SERVER_SCOPES_RULES, 'scope-name-whitespace', {
  refuses: Object.fromEntries(
    [
      ['white space', 'read orders', 'read orders'],
      ['a line end', 'read:orders\n', 'read:orders\\n'],
      ['a quotation mark', 'read:"orders"', 'read:"orders"'],
      ['a backslash', 'read\\orders', 'read\\\\orders'],
      ['a character beyond ASCII', 'read:bücher', 'read:bücher'],
      ['a character that is not to be seen', 'read:\u007f', 'read:\u007f'],
    ].map(([name, scope, quoted]) => [
      name,
      {
        props: { scopes: { [scope]: 'Read orders' } },
        path: `scopes['${quoted}']`,
        message:
          `scope '${quoted}' contains white space, a quotation mark, a backslash or a character beyond ASCII, ` +
          'so no application can ask for it',
      },
    ]),
  ),
  accepts: { 'every other character': { props: { scopes: { "!#$%&'()*+,-./09:;<=>?@AZ[]^_`az{|}~": '' } } } },
  tokens: { 'white space before a token': ({ text }) => ({ scopes: { [` ${text}`]: '' } }) },
});

testRule(RESOURCE_SERVER_SCOPES_RULES, 'scope-name-reserved', {
  refuses: Object.fromEntries(
    [
      'address',
      'created_at',
      'email',
      'email_verified',
      'family_name',
      'given_name',
      'identities',
      'name',
      'nickname',
      'offline_access',
      'openid',
      'phone',
      'picture',
      'profile',
    ].map((name) => [
      name,
      {
        props: { scopes: { [name]: 'Read orders' } },
        path: `scopes['${name}']`,
        message: `scope '${name}' is a name that OpenID Connect or Auth0 uses: choose another, such as 'read:email'`,
      },
    ]),
  ),
  accepts: {
    'names with one of those in them': { props: { scopes: { 'read:email': '', 'Profile': '', 'phones': '' } } },
  },
});

testRule(RESOURCE_SERVER_SCOPES_RULES, 'scope-name-duplicate', {
  refuses: {
    'two descriptions': {
      config: {
        resource_server_identifier: 'orders',
        scopes: [
          { name: 'read:orders', description: 'Read orders' },
          { name: 'write:orders', description: 'Write orders' },
          { name: 'read:orders', description: 'Read all orders' },
        ],
      },
      path: "scopes['read:orders']",
      message: "scope 'read:orders' must have one description, but has 'Read orders' and 'Read all orders'",
    },
    'an empty description and another': {
      config: {
        resource_server_identifier: 'orders',
        scopes: [
          { name: 'read:orders', description: '' },
          { name: 'read:orders', description: 'Read orders' },
        ],
      },
      path: "scopes['read:orders']",
      message: "scope 'read:orders' must have one description, but has '' and 'Read orders'",
    },
  },
  accepts: {
    'the same twice': {
      config: {
        resource_server_identifier: 'orders',
        scopes: [
          { name: 'read:orders', description: 'Read orders' },
          { name: 'read:orders', description: 'Read orders' },
        ],
      },
    },
    'two with one description': { props: { scopes: { 'read:orders': 'Orders', 'write:orders': 'Orders' } } },
  },
});

testRule(RESOURCE_SERVER_SCOPES_RULES, 'scopes-at-least-one', {
  refuses: {
    'an empty list': {
      config: { resource_server_identifier: 'orders', scopes: [] },
      path: 'scopes',
      message: 'scopes must have at least one entry, but none was given',
    },
    'no list': {
      config: { resource_server_identifier: 'orders' },
      path: 'scopes',
      message: 'scopes must have at least one entry, but none was given',
    },
  },
  accepts: {
    'one': { config: { resource_server_identifier: 'orders', scopes: [{ name: 'read:orders' }] } },
    'an API without scopes, which gets no such resource': { props: { scopes: {} } },
  },
});

testRule(RESOURCE_SERVER_SCOPES_RULES, 'scopes-per-api-limit', {
  refuses: {
    '1001 scopes': {
      props: { scopes: manyScopes(1001) },
      path: 'scopes',
      message: 'scopes must have at most 1000 entries, but 1001 were given',
    },
  },
  accepts: { '1000 scopes': { props: { scopes: manyScopes(1000) } } },
});

testRule(RESOURCE_SERVER_SCOPES_RULES, 'scopes-on-system-api', {
  refuses: {
    'scopes of the Management API': {
      props: { identifier: 'https://tenant.auth0.com/api/v2/', scopes: { 'read:users': 'Read users' } },
      finds: [
        {
          rule: 'identifier-reserved',
          severity: 'warning',
          path: 'identifier',
          message:
            'identifier is reserved by Auth0, so this API cannot be created, only imported: ' +
            "'https://tenant.auth0.com/api/v2/'",
        },
        { path: 'scopes', message: "scopes cannot be changed on Auth0's Management API: leave them out", withoutDefaults: 'warning' },
      ],
    },
    'scopes of the My Account API': {
      props: { identifier: 'https://tenant.auth0.com/me/', scopes: { 'read:me': 'Read me' } },
      severity: 'warning',
      path: 'scopes',
      message: "scopes cannot be changed on Auth0's My Account API: leave them out",
    },
    'scopes of the My Organization API': {
      props: { identifier: 'https://tenant.auth0.com/my-org/', scopes: { 'read:my_org': 'Read mine' } },
      severity: 'warning',
      path: 'scopes',
      message: "scopes cannot be changed on Auth0's My Organization API: leave them out",
    },
    'scopes of the Express Configuration API': {
      props: { identifier: 'urn:auth0:express-configure', scopes: { 'read:me': 'Read me' } },
      severity: 'warning',
      path: 'scopes',
      message: "scopes cannot be changed on Auth0's Express Configuration API: leave them out",
    },
  },
  accepts: {
    'the same path on another domain': {
      props: { identifier: 'https://api.example.com/api/v2/', scopes: { 'read:users': 'Read users' } },
    },
    'no scopes': { props: { identifier: 'https://tenant.auth0.com/me/', scopes: {} } },
  },
  tokens: { 'an identifier that is a token': ({ text }) => ({ identifier: text, scopes: { 'read:users': '' } }) },
});
