import { ResourceServerConfig } from '../../schema/resource-server';
import { isKnown, isSet } from '../../schema/value';
import { lengthOf, quote } from '../../util/text';
import { checkLength } from '../limits';
import { defineRules } from '../rule';

const API = 'https://auth0.com/docs/api/management/v2/resource-servers/post-resource-servers';

/** The provider takes an API of this name, wherever it stands, for the system API of that path. */
const SYSTEM_NAMES: Readonly<Record<string, string>> = {
  'Auth0 Management API': '/api/v2/',
  'Auth0 My Account API': '/me/',
};

export const IDENTIFIER_AND_NAME_RULES = defineRules<ResourceServerConfig>([
  {
    id: 'identifier-required',
    severity: 'error',
    attributes: 'identifier',
    summary: 'Is required.',
    see: API,
    check: ({ identifier }, { report }) => {
      if (!isSet(identifier)) {
        report(['identifier'], 'is required, but was not given');
      }
    },
  },
  {
    id: 'identifier-empty',
    severity: 'error',
    attributes: 'identifier',
    summary: 'Must not be empty.',
    see: API,
    check: ({ identifier }, { report }) => {
      if (identifier === '') {
        report(['identifier'], 'must not be empty');
      }
    },
  },
  {
    id: 'identifier-too-long',
    severity: 'error',
    attributes: 'identifier',
    summary: 'Must be at most 600 characters long.',
    see: API,
    check: ({ identifier }, context) => {
      if (identifier !== '') {
        checkLength(identifier, 600, ['identifier'], context);
      }
    },
  },
  {
    id: 'identifier-whitespace',
    severity: 'warning',
    attributes: 'identifier',
    summary: 'Should not begin or end with white space, which would be part of the audience.',
    see: 'https://auth0.com/docs/get-started/apis/api-settings',
    check: ({ identifier }, { report }) => {
      if (isKnown(identifier) && identifier !== identifier.trim()) {
        report(['identifier'], `begins or ends with white space, which is part of the audience: ${quote(identifier)}`);
      }
    },
  },
  {
    id: 'identifier-reserved',
    severity: 'warning',
    attributes: 'identifier',
    summary: 'Should not be one that Auth0 reserves (Management API, `/userinfo`): such an API can be imported, not created.',
    see: API,
    check: ({ identifier }, { report }) => {
      if (isKnown(identifier) && /^https:\/\/[^/]+\.auth0(app)?\.com\/(api\/v2\/|userinfo)$/.test(identifier)) {
        report(['identifier'], `is reserved by Auth0, so this API cannot be created, only imported: ${quote(identifier)}`);
      }
    },
  },
  {
    id: 'name-empty-string',
    severity: 'error',
    attributes: 'name',
    summary: 'Must not be empty.',
    see: API,
    check: ({ name }, { report }) => {
      if (name === '') {
        report(['name'], 'must not be empty: leave it out for an API without a name');
      }
    },
  },
  {
    id: 'name-angle-brackets',
    severity: 'error',
    attributes: 'name',
    summary: 'Must not contain `<` or `>`.',
    see: API,
    check: ({ name }, { report }) => {
      if (isKnown(name) && /[<>]/.test(name)) {
        report(['name'], `must not contain '<' or '>', but ${quote(name)} was given`);
      }
    },
  },
  {
    id: 'name-too-long',
    severity: 'error',
    attributes: 'name',
    summary: 'Must be at most 200 characters long.',
    see: API,
    check: ({ name }, { report }) => {
      if (isKnown(name) && name.length > 200 && lengthOf(name) > 200) {
        report(['name'], `must be at most 200 characters long, but ${lengthOf(name)} were given`);
      }
    },
  },
  {
    id: 'name-magic-system-name',
    severity: 'error',
    canBeAcknowledged: true,
    attributes: 'name, identifier',
    summary: "Must not be the name of one of Auth0's own APIs: the provider would drop most changes and skip the deletion.",
    see: 'https://github.com/auth0/terraform-provider-auth0/issues/374',
    check: ({ name, identifier }, { report }) => {
      if (!isKnown(name) || !isKnown(identifier) || !Object.hasOwn(SYSTEM_NAMES, name)) {
        return;
      }
      if (!identifier.endsWith(SYSTEM_NAMES[name])) {
        report(
          ['name'],
          `must not be ${quote(name)}: the provider takes an API of this name for Auth0's own and ignores most changes to it`,
        );
      }
    },
  },
]);
