import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESOURCE_SERVER_RULES, RESOURCE_SERVER_SCOPES_RULES } from '../../lib/rules/resource-server';
import { runRules, Rule } from '../../lib/rules/rule';
import { PROPS_NAMING } from '../../lib/schema/prop-names';
import { resourceSchema } from '../support/schema';

const TABLES: Record<string, ReadonlyArray<Rule<any>>> = {
  auth0_resource_server: RESOURCE_SERVER_RULES,
  auth0_resource_server_scopes: RESOURCE_SERVER_SCOPES_RULES,
};

const TESTS = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && file !== 'tables.test.ts')
  .map((file) => readFileSync(join(__dirname, file), 'utf8'))
  .join('\n');

/** Every place in a resource, `token_encryption.encryption_key.kid`. */
function placesOf(block: any, prefix = ''): string[] {
  const own = Object.keys(block.attributes ?? {}).map((name) => prefix + name);
  const nested = Object.entries<any>(block.block_types ?? {}).flatMap(([name, type]) => [
    prefix + name,
    ...placesOf(type.block, `${prefix}${name}.`),
  ]);
  return [...own, ...nested];
}

for (const [resource, rules] of Object.entries(TABLES)) {
  describe(`the rules on ${resource}`, () => {
    test('have ids of their own, in one form', () => {
      const ids = rules.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    });

    test('look at places that the provider has', () => {
      const places = [...placesOf(resourceSchema(resource)), 'all'];
      const looked = rules.flatMap(({ id, attributes }) => attributes.split(', ').map((place) => `${id}: ${place}`));
      expect(looked.filter((place) => !places.includes(place.split(': ')[1]))).toEqual([]);
    });

    test('say what they ask for, in a sentence, and where it is documented', () => {
      for (const { id, summary, see } of rules) {
        expect(`${id}: ${summary}`).toMatch(/^[a-z0-9-]+: [A-Z][^\n|]*\.$/);
        expect(`${id}: ${see}`).toMatch(/^[a-z0-9-]+: https:\/\/[a-z0-9.-]+\/\S+$/);
      }
    });

    // testRule stands for the refused and the accepted side
    test.each(rules.map(({ id, severity }) => [id, severity]))('%s is tested (%s)', (id, severity) => {
      expect(TESTS).toContain(`testRule('${id}', '${severity}', {`);
    });

    test('find nothing in a configuration without anything', () => {
      expect(runRules(rules, {}, PROPS_NAMING, new Date(0)).map(({ rule }) => rule)).toEqual(
        resource === 'auth0_resource_server' ? ['identifier-required'] : ['scopes-at-least-one'],
      );
    });
  });
}

test('no test is about a rule that is gone', () => {
  const tested = Array.from(TESTS.matchAll(/testRule\('([^']*)'/g), ([, id]) => id);
  const known = Object.values(TABLES).flatMap((rules) => rules.map(({ id }) => id));
  expect(tested.filter((id) => !known.includes(id))).toEqual([]);
});

describe('findViolations', () => {
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
    expect(runRules(rules, 5, PROPS_NAMING, new Date(0))).toEqual([
      { rule: 'first', severity: 'error', path: 'tokenLifetime', message: 'tokenLifetime is 5' },
      { rule: 'first', severity: 'warning', path: "scopes['a']", message: "scope 'a' is odd" },
      { rule: 'third', severity: 'warning', path: 'name', message: 'name on 1970-01-01T00:00:00.000Z' },
      { rule: 'third', severity: 'error', path: 'name', message: 'name is wrong' },
    ]);
  });
});
