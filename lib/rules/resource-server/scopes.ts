import { itemPath } from '../../schema/path';
import { ScopesConfig } from '../../schema/resource-server-scopes';
import { systemApiOf } from '../../schema/system-apis';
import { isKnown, knownOrUndefined } from '../../schema/value';
import { quote } from '../../util/text';
import { checkLength, MAX_SCOPES } from '../limits';
import { defineRules } from '../rule';

const API = 'https://auth0.com/docs/api/management/v2/resource-servers/post-resource-servers';
const PERMISSIONS = 'https://auth0.com/docs/get-started/apis/add-api-permissions';

const RESERVED = new Set([
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
]);

const MAX_NAME = 280;
const MAX_DESCRIPTION = 500;

/** A name that no rule on the names of scopes objects to: with a colon, it is none of the reserved ones. */
const USUAL_NAME = /^[a-z0-9_.-]+:[a-z0-9_.:-]+$/i;

/**
 * Whether the rules below find nothing in scopes, at a glance. It is false for scopes that need a closer look.
 *
 * @param scopes with different names, on an API of the user
 */
export function areUsual(scopes: ReadonlyArray<{ readonly name: string; readonly description?: unknown }>): boolean {
  return scopes.length > 0 && scopes.length <= MAX_SCOPES && scopes.every(({ name, description }) =>
    name.length <= MAX_NAME && USUAL_NAME.test(name) &&
    // the normal form of a text can have three times as many characters
    (description === undefined || (typeof description === 'string' && description.length <= MAX_DESCRIPTION / 3)));
}

function scopesOf(config: ScopesConfig) {
  return knownOrUndefined(config.scopes) ?? [];
}

export const SCOPE_RULES = defineRules<ScopesConfig>([
  {
    id: 'scope-name-empty',
    severity: 'error',
    attributes: 'scopes.name',
    summary: 'Must not be empty.',
    see: API,
    check: (config, { report }) => {
      scopesOf(config).forEach((scope, index) => {
        if (knownOrUndefined(scope)?.name === '') {
          report(itemPath(['scopes'], '', index), 'must have a name');
        }
      });
    },
  },
  {
    id: 'scope-name-too-long',
    severity: 'error',
    attributes: 'scopes.name',
    summary: `Must be at most ${MAX_NAME} characters long.`,
    see: API,
    check: (config, context) => {
      scopesOf(config).forEach((scope, index) => {
        const name = knownOrUndefined(scope)?.name;
        if (isKnown(name) && name.length > MAX_NAME) {
          checkLength(name, MAX_NAME, itemPath(['scopes'], name, index), context);
        }
      });
    },
  },
  {
    id: 'scope-description-too-long',
    severity: 'error',
    attributes: 'scopes.description',
    summary: `Must be at most ${MAX_DESCRIPTION} characters long; it may be empty.`,
    see: API,
    check: (config, { report }) => {
      scopesOf(config).forEach((scope, index) => {
        const { name, description } = knownOrUndefined(scope) ?? {};
        const length = isKnown(description) && description.length > MAX_DESCRIPTION ? Array.from(description).length : 0;
        if (length > MAX_DESCRIPTION) {
          report(itemPath(['scopes'], name, index), `must have a description of at most ${MAX_DESCRIPTION} characters, but ${length} were given`);
        }
      });
    },
  },
  {
    id: 'scope-name-whitespace',
    severity: 'warning',
    attributes: 'scopes.name',
    summary: 'Should have only the characters that an OAuth request can ask for: no white space, no `"`, no `\\`, ASCII.',
    see: 'https://www.rfc-editor.org/rfc/rfc6749#section-3.3',
    check: (config, { report }) => {
      scopesOf(config).forEach((scope, index) => {
        const name = knownOrUndefined(scope)?.name;
        if (isKnown(name) && name !== '' && !/^[\x21\x23-\x5B\x5D-\x7E]+$/.test(name)) {
          report(itemPath(['scopes'], name, index), 'contains white space, a quotation mark, a backslash or a character beyond ASCII, so no application can ask for it');
        }
      });
    },
  },
  {
    id: 'scope-name-reserved',
    severity: 'warning',
    attributes: 'scopes.name',
    summary: `Should be none of the names that OpenID Connect and Auth0 use: ${Array.from(RESERVED, (name) => `\`${name}\``).join(', ')}.`,
    see: PERMISSIONS,
    check: (config, { report }) => {
      scopesOf(config).forEach((scope, index) => {
        const name = knownOrUndefined(scope)?.name;
        if (isKnown(name) && RESERVED.has(name)) {
          report(itemPath(['scopes'], name, index), "is a name that OpenID Connect or Auth0 uses: choose another, such as 'read:email'");
        }
      });
    },
  },
  {
    id: 'scope-name-duplicate',
    severity: 'error',
    attributes: 'scopes',
    summary: 'A scope must not have two descriptions.',
    see: PERMISSIONS,
    check: (config, { report }) => {
      const descriptions = new Map<string, unknown>();
      scopesOf(config).forEach((scope, index) => {
        const { name, description } = knownOrUndefined(scope) ?? {};
        if (!isKnown(name)) {
          return;
        }
        const first = descriptions.get(name);
        if (typeof first === 'string' && typeof description === 'string' && first !== description) {
          report(itemPath(['scopes'], name, index), `must have one description, but has ${quote(first)} and ${quote(description)}`);
        } else if (!descriptions.has(name)) {
          descriptions.set(name, description);
        }
      });
    },
  },
  {
    id: 'scopes-at-least-one',
    severity: 'error',
    attributes: 'scopes',
    summary: 'Must be at least one; the constructs emit no scopes resource for none.',
    see: 'https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/resource_server_scopes',
    check: ({ scopes }, { report }) => {
      if (scopes === undefined || (isKnown(scopes) && scopes.length === 0)) {
        report(['scopes'], 'must have at least one entry, but none was given');
      }
    },
  },
  {
    id: 'scopes-per-api-limit',
    severity: 'error',
    attributes: 'scopes',
    summary: `Must have at most ${MAX_SCOPES} entries.`,
    see: 'https://auth0.com/docs/troubleshoot/customer-support/operational-policies/entity-limit-policy',
    check: (config, { report }) => {
      const { length } = scopesOf(config);
      if (length > MAX_SCOPES) {
        report(['scopes'], `must have at most ${MAX_SCOPES} entries, but ${length} were given`);
      }
    },
  },
  {
    id: 'scopes-on-system-api',
    severity: 'error',
    alsoWarns: true,
    attributes: 'scopes, resource_server_identifier',
    summary: "Must not be set on the Management API, and should not be on Auth0's other APIs: Auth0 owns them.",
    see: 'https://github.com/auth0/terraform-provider-auth0/issues/328',
    check: ({ resource_server_identifier: identifier, scopes }, { systemApi: api = systemApiOf(identifier), mayExist, report }) => {
      if (api && scopes !== undefined) {
        report(
          ['scopes'],
          `cannot be changed on Auth0's ${api.title}: leave them out`,
          api.name === 'management' && api.isCertain && !mayExist ? 'error' : 'warning',
        );
      }
    },
  },
]);
