import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIENT_GRANT_RULES } from '../../lib/rules/client-grant';
import { IMPORTED_RESOURCE_SERVER_RULES, REQUIRED_ID_RULES, DOMAIN_RULES } from '../../lib/rules/existing';
import { INSTANCE_RULES } from '../../lib/rules/instances';
import { PROVIDER_SECRET_RULES } from '../../lib/rules/provider';
import { RESOURCE_SERVER_RULES, RESOURCE_SERVER_SCOPES_RULES } from '../../lib/rules/resource-server';
import { ROLE_PERMISSIONS_RULES, ROLE_RULES } from '../../lib/rules/role';
import { runRules, Rule } from '../../lib/rules/rule';
import { GRANTED_SCOPE_RULES } from '../../lib/rules/tenant/granted-scopes';
import { GRANT_RULES } from '../../lib/rules/tenant/grants';
import { IDENTIFIER_RULES } from '../../lib/rules/tenant/identifiers';
import { LIFECYCLE_RULES } from '../../lib/rules/tenant/lifecycle';
import { ROLE_OWNER_RULES } from '../../lib/rules/tenant/roles';
import { SCOPE_OWNER_RULES } from '../../lib/rules/tenant/scopes';
import { UNDEFINED_POLICY_RULES } from '../../lib/rules/undefined-policies';
import { VARIABLE_DEFAULT_RULES } from '../../lib/rules/variable-default';
import { CLIENT_GRANT } from '../../lib/schema/client-grant';
import { propNames } from '../../lib/schema/names';
import { findingsOf, testRule } from '../support/rules';
import { resourceSchema } from '../support/schema';
import { tenantOf } from '../support/tenant';

interface Table {
  readonly rules: ReadonlyArray<Rule<any, any>>;
  /** The resource that its rules check, if there is one. Its attributes are the places that they look at. */
  readonly resource?: string;
  /** The findings in an empty configuration. */
  readonly missing: string[];
  /** The empty configuration, if it is no empty object. */
  readonly empty?: object;
  /** Whether its rules are between resources. Then a configuration is a model, and places start with a type. */
  readonly isBetweenResources?: boolean;
}

const BETWEEN_RESOURCES = { isBetweenResources: true, missing: [] };

/** The tables by their names in the tests. */
const TABLES: Record<string, Table> = {
  RESOURCE_SERVER_RULES: {
    rules: RESOURCE_SERVER_RULES,
    resource: 'auth0_resource_server',
    missing: ['identifier-required'],
  },
  RESOURCE_SERVER_SCOPES_RULES: {
    rules: RESOURCE_SERVER_SCOPES_RULES,
    resource: 'auth0_resource_server_scopes',
    missing: ['scopes-at-least-one'],
  },
  CLIENT_GRANT_RULES: {
    rules: CLIENT_GRANT_RULES,
    resource: 'auth0_client_grant',
    missing: ['client-xor-default', 'scopes-or-all'],
  },
  ROLE_RULES: { rules: ROLE_RULES, resource: 'auth0_role', missing: ['role-name-required'] },
  ROLE_PERMISSIONS_RULES: {
    rules: ROLE_PERMISSIONS_RULES,
    resource: 'auth0_role_permissions',
    missing: ['role-permissions-at-least-one'],
  },
  IMPORTED_RESOURCE_SERVER_RULES: {
    rules: IMPORTED_RESOURCE_SERVER_RULES,
    resource: 'auth0_resource_server',
    missing: ['identifier-required'],
  },
  PROVIDER_SECRET_RULES: { rules: PROVIDER_SECRET_RULES, missing: [] },
  VARIABLE_DEFAULT_RULES: { rules: VARIABLE_DEFAULT_RULES, missing: [] },
  UNDEFINED_POLICY_RULES: { rules: UNDEFINED_POLICY_RULES, missing: [] },
  DOMAIN_RULES: { rules: DOMAIN_RULES, missing: ['tenant-domain'] },
  REQUIRED_ID_RULES: { rules: REQUIRED_ID_RULES, missing: [] },
  INSTANCE_RULES: { rules: INSTANCE_RULES, missing: [], empty: { resources: new Map(), users: [] } },
  IDENTIFIER_RULES: { rules: IDENTIFIER_RULES, ...BETWEEN_RESOURCES },
  SCOPE_OWNER_RULES: { rules: SCOPE_OWNER_RULES, ...BETWEEN_RESOURCES },
  GRANT_RULES: { rules: GRANT_RULES, ...BETWEEN_RESOURCES },
  ROLE_OWNER_RULES: { rules: ROLE_OWNER_RULES, ...BETWEEN_RESOURCES },
  GRANTED_SCOPE_RULES: { rules: GRANTED_SCOPE_RULES, ...BETWEEN_RESOURCES },
  LIFECYCLE_RULES: { rules: LIFECYCLE_RULES, ...BETWEEN_RESOURCES },
};

const TESTS = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && file !== 'tables.test.ts')
  .map((file) => readFileSync(join(__dirname, file), 'utf8'))
  .join('\n');

/** The rules with tests, for example `CLIENT_GRANT_RULES client-xor-default`. */
const TESTED = Array.from(TESTS.matchAll(/testRule\((\w+), '([^']*)', \{/g), ([, table, id]) => `${table} ${id}`);

/** Every place in a resource, for example `token_encryption.encryption_key.kid`. */
function placesOf(block: any, prefix = ''): string[] {
  const own = Object.keys(block.attributes ?? {}).map((name) => prefix + name);
  const nested = Object.entries<any>(block.block_types ?? {}).flatMap(([name, type]) => [
    prefix + name,
    ...placesOf(type.block, `${prefix}${name}.`),
  ]);
  return [...own, ...nested];
}

/** Every place in several resources, after their types: `auth0_role`, `auth0_role.name`. */
function placesBetween(place: string): string[] {
  const [type] = place.split('.');
  return [type, ...placesOf(resourceSchema(type), `${type}.`)];
}

for (const [name, { rules, resource, missing, empty = {}, isBetweenResources }] of Object.entries(TABLES)) {
  describe(name, () => {
    test('the ids of its rules differ, and have one form', () => {
      const ids = rules.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    });

    if (resource) {
      test('its rules look at places that the provider has', () => {
        const places = [...placesOf(resourceSchema(resource)), 'all'];
        const looked = rules.flatMap(({ id, attributes }) => attributes.split(', ').map((place) => `${id}: ${place}`));
        expect(looked.filter((place) => !places.includes(place.split(': ')[1]))).toEqual([]);
      });
    }

    if (isBetweenResources) {
      test('its rules look at places that the provider has', () => {
        const looked = rules.flatMap(({ attributes }) => attributes.split(', '));
        expect(looked.filter((place) => !placesBetween(place).includes(place))).toEqual([]);
      });
    }

    test('its rules say what they ask for, in a sentence, and where it is documented', () => {
      for (const { id, summary, see } of rules) {
        expect(`${id}: ${summary}`).toMatch(/^[a-z0-9-]+: [A-Z][^\n|]*\.$/);
        expect(`${id}: ${see}`).toMatch(/^[a-z0-9-]+: https:\/\/[a-z0-9.-]+\/\S+$/);
      }
    });

    // testRule itself requires a refused case and an accepted case
    test.each(rules.map(({ id }) => id))('%s has a test', (id) => {
      expect(TESTED).toContain(`${name} ${id}`);
    });

    test('finds in an empty configuration what is missing', () => {
      expect(findingsOf(rules, isBetweenResources ? tenantOf({}) : empty).map(({ rule }) => rule)).toEqual(missing);
    });
  });
}

test('no test is about a rule that does not exist', () => {
  const known = Object.entries(TABLES).flatMap(([name, { rules }]) => rules.map(({ id }) => `${name} ${id}`));
  expect(TESTED.filter((tested) => tested.split(' ')[0] in TABLES && !known.includes(tested))).toEqual([]);
});

describe('testRule', () => {
  const side = { case: { config: {}, path: '', message: '' } };

  test.each<[string, Parameters<typeof testRule>[1], object, object]>([
    ['no rule of this id', 'no-such-rule', side, side],
    ['no case that is refused', 'role-type-enum', {}, side],
    ['no case that is accepted', 'role-type-enum', side, {}],
  ])('takes no test with %s', (_, id, refuses, accepts) => {
    expect(() => testRule(ROLE_RULES, id, { refuses, accepts } as any)).toThrow(id);
  });
});

describe('runRules', () => {
  const rule = (id: string, severity: 'error' | 'warning', check: Rule<number>['check']): Rule<number> => ({
    id,
    severity,
    attributes: 'all',
    summary: '',
    see: '',
    check,
  });

  test('runs every rule, in order, and lists all that each reports', () => {
    const rules = [
      rule('first', 'error', (config, { report }) => {
        report(['token_lifetime'], `is ${config}`);
        report(['scopes', 'a'], 'is odd', 'warning');
      }),
      rule('second', 'warning', () => {}),
      rule('third', 'warning', (_, { now, naming, report }) => {
        report([naming.path(['name'])], `on ${now.toISOString()}`);
        report(['name'], 'is wrong', 'error');
      }),
    ];
    expect(runRules(rules, 5, propNames(CLIENT_GRANT), new Date(0))).toMatchObject([
      { rule: 'first', severity: 'error', path: 'tokenLifetime', message: 'tokenLifetime is 5' },
      { rule: 'first', severity: 'warning', path: "scopes['a']", message: "scope 'a' is odd" },
      { rule: 'third', severity: 'warning', path: 'name', message: 'name on 1970-01-01T00:00:00.000Z' },
      { rule: 'third', severity: 'error', path: 'name', message: 'name is wrong' },
    ]);
  });
});
