import { IDENTIFIER_AND_NAME_RULES } from './resource-server/identifier-and-name';
import { defineRules, Rule } from './rule';
import { ResourceServerConfig } from '../schema/resource-server';
import { isKnown, isSet, knownOrUndefined, Value } from '../schema/value';
import { quote } from '../util/text';

/** The rules on the identifier of an API that is defined elsewhere: it exists, so what Auth0 reserves is welcome. */
export const IMPORTED_RESOURCE_SERVER_RULES: ReadonlyArray<Rule<ResourceServerConfig>> = IDENTIFIER_AND_NAME_RULES.filter(
  ({ id }) => id.startsWith('identifier-') && id !== 'identifier-reserved',
);

/** The domain of a tenant. */
export interface DomainConfig {
  readonly domain?: Value<string>;
}

/** The rules on the domain by which one of Auth0's own APIs is named. */
export const DOMAIN_RULES = defineRules<DomainConfig>([
  {
    id: 'tenant-domain',
    severity: 'error',
    attributes: 'domain',
    summary: 'Must be the bare domain of the tenant, `tenant.eu.auth0.com`; a port may follow.',
    see: 'https://auth0.com/docs/get-started/auth0-overview/create-tenants',
    check: ({ domain }, { report }) => {
      if (!isSet(domain)) {
        report(['domain'], "is required, such as 'tenant.eu.auth0.com', but was not given");
      } else if (isKnown(domain) && !/^[^\s/:]+(:\d{1,5})?$/.test(domain)) {
        report(['domain'], `must be a bare domain, such as 'tenant.eu.auth0.com', but ${quote(domain)} was given`);
      }
    },
  },
]);

/** The id of something that exists, under the name that the caller knows it by. */
export interface ExistingConfig {
  readonly [name: string]: Value<string>;
}

/** What an id belongs to, by the argument that takes it. */
const EXISTING: Readonly<Record<string, string>> = { client_grant_id: 'grant', resource_server_id: 'API', role_id: 'role' };

/** The rules on the ids of what exists already. */
export const REQUIRED_ID_RULES = defineRules<ExistingConfig>([
  {
    id: 'existing-id-empty',
    severity: 'error',
    attributes: 'id',
    summary: 'Must be given, and not be empty.',
    see: 'https://developer.hashicorp.com/terraform/language/import',
    check: (ids, { report }) => {
      for (const [name, id] of Object.entries(ids)) {
        if (id === '') {
          report([name], `must be the id of an existing ${EXISTING[name] ?? 'resource'}, but is empty: is an environment variable unset?`);
        }
      }
    },
  },
]);

/** What safe defaults write for something that is imported. */
export interface AdoptionConfig {
  readonly safe_defaults?: Value<ReadonlyArray<Value<string>>>;
}

/** The rules on what is imported. */
export const ADOPTION_RULES = defineRules<AdoptionConfig>([
  {
    id: 'import-safe-defaults',
    severity: 'warning',
    attributes: 'safeDefaults',
    summary: 'Should be acknowledged or false where something in use is imported: the safe defaults change who gets tokens, and what is in them.',
    see: 'https://auth0.com/docs/get-started/apis/api-access-policies-for-applications',
    check: ({ safe_defaults: defaults }, { report }) => {
      const written = (knownOrUndefined(defaults) ?? []).filter(isKnown);
      if (written.length > 0) {
        report(
          ['safe_defaults'],
          `writes what the code leaves out, also where what is imported has another value (${written.join(', ')}): ` +
            'read the plan, then acknowledge this, or set safeDefaults to false',
        );
      }
    },
  },
]);
