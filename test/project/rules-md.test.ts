import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Rule } from '../../lib/rules/rule';
import { rulesMd } from '../../scripts/rules-md';

const ROOT = join(__dirname, '../..');
const RULES = join(ROOT, 'lib', 'rules');

test('RULES.md is what the tables say (npm run docs)', () => {
  expect(readFileSync(join(ROOT, 'RULES.md'), 'utf8')).toBe(rulesMd());
});

test('every rule of every table has a line, with its severity, its summary and its source', () => {
  const modules = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  const tables = modules.flatMap((file) => Object.entries<any>(jest.requireActual(join(RULES, file))));
  const rules: Rule<any>[] = tables.flatMap(([name, table]) => (name.endsWith('_RULES') ? table : []));
  expect(rules.length).toBeGreaterThan(80);
  const lines = rulesMd().split('\n');
  const missing = rules.filter(
    ({ id, severity, summary, see }) =>
      !lines.some(
        (line) =>
          line.startsWith(`| \`${id}\` | ${severity} |`) &&
          line.includes(`| ${summary} |`) &&
          line.includes(`(${see})`),
      ),
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
});

test('the tables are whole: each line has as many cells as its head', () => {
  for (const [head, ...lines] of rulesMd()
    .split('\n\n')
    .filter((part) => part.startsWith('|'))
    .map((part) => part.trim().split('\n'))) {
    const cells = head.split('|').length;
    expect(lines.filter((line) => line.split('|').length !== cells)).toEqual([]);
  }
});
