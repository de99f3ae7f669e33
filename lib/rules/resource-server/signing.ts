import { RESOURCE_SERVER, ResourceServerConfig } from '../../schema/resource-server';
import { isKnown, isSet, UNKNOWN } from '../../schema/value';
import { lengthOf, quote } from '../../util/text';
import { EnumAttribute, enumRule } from '../enums';
import { defineRules } from '../rule';

const API = 'https://auth0.com/docs/api/management/v2/resource-servers/post-resource-servers';

export const SIGNING_ALG: EnumAttribute<typeof RESOURCE_SERVER> = {
  resource: RESOURCE_SERVER,
  id: 'signing-alg-enum',
  path: ['signing_alg'],
  see: 'https://auth0.com/docs/get-started/applications/signing-algorithms',
};

export const TOKEN_DIALECT: EnumAttribute<typeof RESOURCE_SERVER> = {
  resource: RESOURCE_SERVER,
  id: 'token-dialect-enum',
  path: ['token_dialect'],
  see: 'https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles',
};

export const SIGNING_RULES = defineRules<ResourceServerConfig>([
  enumRule(SIGNING_ALG),
  {
    id: 'signing-secret-short',
    severity: 'error',
    attributes: 'signing_secret',
    summary: 'Must be at least 16 characters long (characters, not bytes).',
    see: API,
    check: ({ signing_secret: secret }, { report }) => {
      if (isKnown(secret) && lengthOf(secret) < 16) {
        report(['signing_secret'], `must be at least 16 characters long, but ${lengthOf(secret)} were given`);
      }
    },
  },
  {
    id: 'signing-secret-literal',
    severity: 'warning',
    attributes: 'signing_secret',
    summary: 'Should come from a sensitive variable: a literal is readable in the synthesized JSON and in the state.',
    see: 'https://developer.hashicorp.com/terraform/language/values/variables',
    check: ({ signing_secret: secret }, { report }) => {
      if (isKnown(secret)) {
        report(['signing_secret'], 'is written in plain text to the Terraform JSON and the state: take it from a sensitive variable');
      }
    },
  },
  {
    id: 'signing-secret-without-hs256',
    severity: 'warning',
    attributes: 'signing_secret, signing_alg',
    summary: 'Has no effect unless the signing algorithm is HS256 (RS256 where none is given).',
    see: API,
    check: ({ signing_secret: secret, signing_alg: alg }, { naming, report }) => {
      if (isSet(secret) && alg !== UNKNOWN && alg?.toUpperCase() !== 'HS256') {
        // not "was given": it may be the one of the safe defaults
        const actual = alg === undefined ? 'none was given' : `it is ${quote(alg)}`;
        report(['signing_secret'], `has no effect unless ${naming.path(['signing_alg'])} is 'HS256', but ${actual}`);
      }
    },
  },
  enumRule(TOKEN_DIALECT),
  {
    id: 'authz-dialect-without-rbac',
    severity: 'warning',
    attributes: 'token_dialect, enforce_policies',
    summary: 'A dialect with permissions has no effect unless `enforce_policies` is true.',
    see: 'https://auth0.com/docs/get-started/apis/enable-role-based-access-control-for-apis',
    check: ({ token_dialect: dialect, enforce_policies: enforce }, { naming, report }) => {
      if (isKnown(dialect) && dialect.endsWith('_authz') && (enforce === undefined || enforce === false)) {
        report(
          ['token_dialect'],
          `puts permissions into tokens only where ${naming.path(['enforce_policies'])} is true, but ` +
            `${enforce === false ? 'it is false' : 'it is not given'}: ${quote(dialect)} has no effect`,
        );
      }
    },
  },
  {
    id: 'verification-location-url',
    severity: 'warning',
    attributes: 'verification_location',
    summary: "Should be an absolute URL, or '' to clear it.",
    see: 'https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/resource_server',
    check: ({ verification_location: location }, { report }) => {
      if (isKnown(location) && location !== '' && !/^[a-z][a-z0-9+.-]*:\/\/[^\s/]/i.test(location)) {
        report(['verification_location'], `should be an absolute URL, but ${quote(location)} was given`);
      }
    },
  },
]);
