import * as auth0 from '../../../lib';
import { RESOURCE_SERVER_RULES } from '../../../lib/rules/resource-server';
import { testRule } from '../../support/rules';
import { stackOf, synthesize, warningsOf } from '../../support/synth';

testRule(RESOURCE_SERVER_RULES, 'identifier-required', {
  refuses: {
    'an API without an identifier': {
      props: { identifier: undefined },
      path: 'identifier',
      message: 'identifier is required, but was not given',
    },
    'null, as a program without types may give it': {
      props: { identifier: null as any },
      path: 'identifier',
      message: 'identifier is required, but was not given',
    },
  },
  accepts: { 'an identifier': { props: { identifier: 'orders' } } },
  tokens: { 'a token': ({ text }) => ({ identifier: text }) },
});

testRule(RESOURCE_SERVER_RULES, 'identifier-empty', {
  refuses: {
    'an empty text': {
      props: { identifier: '' },
      path: 'identifier',
      message: 'identifier must not be empty',
    },
  },
  accepts: { 'one character': { props: { identifier: 'a' } } },
});

testRule(RESOURCE_SERVER_RULES, 'identifier-too-long', {
  refuses: {
    '601 characters': {
      props: { identifier: 'a'.repeat(601) },
      path: 'identifier',
      message: 'identifier must be at most 600 characters long, but 601 were given',
    },
  },
  accepts: {
    '600 characters': { props: { identifier: 'a'.repeat(600) } },
    // Auth0 counts characters; JavaScript counts each of these as two
    '600 characters beyond the basic plane': { props: { identifier: '\u{1F511}'.repeat(600) } },
  },
  tokens: { 'a long text with a token in it': ({ text }) => ({ identifier: 'a'.repeat(601) + text }) },
});

testRule(RESOURCE_SERVER_RULES, 'identifier-whitespace', {
  refuses: {
    'white space before it': {
      props: { identifier: ' orders' },
      path: 'identifier',
      message: "identifier begins or ends with white space, which is part of the audience: ' orders'",
    },
    'a line end after it': {
      props: { identifier: 'orders\n' },
      path: 'identifier',
      message: "identifier begins or ends with white space, which is part of the audience: 'orders\\n'",
    },
  },
  accepts: { 'white space within': { props: { identifier: 'orders and more' } } },
  tokens: { 'white space before a token': ({ text }) => ({ identifier: ` ${text}` }) },
});

testRule(RESOURCE_SERVER_RULES, 'identifier-reserved', {
  refuses: {
    'the Management API of a tenant': {
      props: { identifier: 'https://tenant.eu.auth0.com/api/v2/' },
      path: 'identifier',
      message:
        'identifier is reserved by Auth0, so this API cannot be created, only imported: ' +
        "'https://tenant.eu.auth0.com/api/v2/'",
    },
    'the user info of a tenant': {
      props: { identifier: 'https://tenant.auth0app.com/userinfo' },
      path: 'identifier',
      message:
        'identifier is reserved by Auth0, so this API cannot be created, only imported: ' +
        "'https://tenant.auth0app.com/userinfo'",
    },
  },
  accepts: {
    'the same path on another domain': { props: { identifier: 'https://api.example.com/api/v2/' } },
    'a domain that only begins as one of theirs': { props: { identifier: 'https://tenant.auth0.com.example/api/v2/' } },
    'another path': { props: { identifier: 'https://tenant.auth0.com/api/v2/orders' } },
    'the path without its last slash': { props: { identifier: 'https://tenant.auth0.com/api/v2' } },
    'an API that is created to switch it on': { props: { identifier: 'https://tenant.auth0.com/me/' } },
  },
  tokens: { 'a domain that is a token': ({ text }) => ({ identifier: `https://${text}.auth0.com/api/v2/` }) },
});

test('identifier-reserved says nothing of an API that is imported', () => {
  const stack = stackOf();
  const identifier = 'https://tenant.auth0.com/api/v2/';
  new auth0.ResourceServer(stack, 'Api', { identifier, safeDefaults: false }).importFrom('5f3f2a6b8c9d7e0021a1b2c3');
  synthesize(stack);
  expect(warningsOf(stack)).toEqual([]);
});

testRule(RESOURCE_SERVER_RULES, 'name-empty-string', {
  refuses: {
    'an empty text': {
      props: { name: '' },
      path: 'name',
      message: 'name must not be empty: leave it out for an API without a name',
    },
  },
  accepts: {
    'one character': { props: { name: 'a' } },
    'no name': { props: {} },
  },
  tokens: { 'a token': ({ text }) => ({ name: text }) },
});

testRule(RESOURCE_SERVER_RULES, 'name-angle-brackets', {
  refuses: {
    'a <': {
      props: { name: 'a < b' },
      path: 'name',
      message: "name must not contain '<' or '>', but 'a < b' was given",
    },
    'a >': {
      props: { name: 'a > b' },
      path: 'name',
      message: "name must not contain '<' or '>', but 'a > b' was given",
    },
    'a long name, of which it shows the beginning': {
      props: { name: `${'a'.repeat(60)}<` },
      path: 'name',
      message: `name must not contain '<' or '>', but '${'a'.repeat(60)}…' was given`,
    },
  },
  accepts: { 'other punctuation': { props: { name: 'Orders (v2): "new" & \'old\' / {all} [x] $ %' } } },
  tokens: { 'a bracket beside a token': ({ text }) => ({ name: `<${text}>` }) },
});

testRule(RESOURCE_SERVER_RULES, 'name-too-long', {
  refuses: {
    '201 characters': {
      props: { name: 'a'.repeat(201) },
      path: 'name',
      message: 'name must be at most 200 characters long, but 201 were given',
    },
  },
  accepts: {
    '200 characters': { props: { name: 'a'.repeat(200) } },
    '200 characters beyond the basic plane': { props: { name: '\u{1F511}'.repeat(200) } },
  },
  tokens: { 'a long text with a token in it': ({ text }) => ({ name: 'a'.repeat(201) + text }) },
});

testRule(RESOURCE_SERVER_RULES, 'name-magic-system-name', {
  refuses: {
    'the name of the Management API': {
      props: { name: 'Auth0 Management API' },
      path: 'name',
      message:
        "name must not be 'Auth0 Management API': " +
        "the provider takes an API of this name for Auth0's own and ignores most changes to it",
    },
    'the name of the My Account API': {
      props: { name: 'Auth0 My Account API' },
      path: 'name',
      message:
        "name must not be 'Auth0 My Account API': " +
        "the provider takes an API of this name for Auth0's own and ignores most changes to it",
    },
    'the name of one on the path of the other': {
      props: { name: 'Auth0 Management API', identifier: 'https://login.example.com/me/' },
      path: 'name',
      message:
        "name must not be 'Auth0 Management API': " +
        "the provider takes an API of this name for Auth0's own and ignores most changes to it",
    },
  },
  accepts: {
    'a name that only resembles it': { props: { name: 'auth0 management api' } },
    'a name that every object has': { props: { name: 'constructor' } },
    'the name on its own path, for a custom domain': {
      props: { name: 'Auth0 Management API', identifier: 'https://login.example.com/api/v2/' },
    },
    'the name of the My Account API on that API': {
      props: { name: 'Auth0 My Account API', identifier: 'https://tenant.auth0.com/me/' },
    },
  },
  tokens: { 'an identifier that is a token': ({ text }) => ({ name: 'Auth0 Management API', identifier: text }) },
});
