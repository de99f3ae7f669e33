import { itemPath } from '../../schema/path';
import { ResourceServerConfig } from '../../schema/resource-server';
import { isKnown, knownOrUndefined } from '../../schema/value';
import { lengthOf, quote } from '../../util/text';
import { checkLength } from '../limits';
import { defineRules } from '../rule';

const SEE = 'https://auth0.com/docs/manage-users/sessions/anonymous-sessions/configure-custom-claims-for-anonymous-sessions';
const PATH = ['access_token', 'claims_mapping', 'custom_claims'] as const;

/** The claims that RFC 7519 registers: an issuer writes them itself. */
const RESERVED = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'];

function claimsOf(config: ResourceServerConfig) {
  return knownOrUndefined(knownOrUndefined(knownOrUndefined(config.access_token)?.claims_mapping)?.custom_claims) ?? [];
}

export const CUSTOM_CLAIM_RULES = defineRules<ResourceServerConfig>([
  {
    id: 'custom-claims-limit',
    severity: 'error',
    attributes: PATH.join('.'),
    summary: 'Must be at most 20.',
    see: SEE,
    check: (config, { report }) => {
      const { length } = claimsOf(config);
      if (length > 20) {
        report(PATH, `must have at most 20 entries, but ${length} were given`);
      }
    },
  },
  {
    id: 'custom-claim-name',
    severity: 'error',
    attributes: `${PATH.join('.')}.name`,
    summary: `Must be 1 to 255 characters long, and none of ${RESERVED.map((name) => `\`${name}\``).join(', ')}.`,
    see: SEE,
    check: (config, context) => {
      claimsOf(config).forEach((claim, index) => {
        const name = knownOrUndefined(claim)?.name;
        checkLength(name, 255, itemPath(PATH, name, index), context);
        if (isKnown(name) && RESERVED.includes(name)) {
          context.report(itemPath(PATH, name, index), 'must have another name, because Auth0 writes this claim itself');
        }
      });
    },
  },
  {
    id: 'custom-claim-expression',
    severity: 'error',
    attributes: `${PATH.join('.')}.expression`,
    summary: 'Must be 1 to 255 characters long, a dot path such as `anonymous_session.metadata.country`.',
    see: SEE,
    check: (config, { report }) => {
      claimsOf(config).forEach((claim, index) => {
        const { name, expression } = knownOrUndefined(claim) ?? {};
        if (!isKnown(expression)) {
          return;
        }
        if (lengthOf(expression) > 255) {
          report(
            itemPath(PATH, name, index),
            `must have an expression of at most 255 characters, but ${lengthOf(expression)} were given`,
          );
        }
        if (!/^[\w-]+(\.[\w-]+)+$/.test(expression)) {
          report(
            itemPath(PATH, name, index),
            `must be read from a dot path such as 'anonymous_session.metadata.country', but ${quote(expression)} was given`,
          );
        }
      });
    },
  },
]);
