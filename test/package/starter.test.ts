import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf, snippets } from '../support/readme';

const ROOT = join(__dirname, '../..');
const STARTER = join(ROOT, 'examples/starter');

const textOf = (file: string) => readFileSync(join(STARTER, file), 'utf8');

test('the program, its tests and its workflow are short', () => {
  const files = readdirSync(STARTER);
  expect(files.sort()).toEqual(['auth0-access.yml', 'main.test.ts', 'main.ts']);
  expect(files.flatMap((file) => textOf(file).trim().split('\n')).length).toBeLessThan(120);
});

test('its tests pass, with the runner of Node', () => {
  const args = [join(ROOT, 'node_modules/ts-node/dist/bin.js'), '--transpile-only', join(STARTER, 'main.test.ts')];
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  expect(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env })).toMatch(/^# pass 2\n# fail 0$/m);
});

test('its workflow is that of the page about pull requests', () => {
  const [workflow] = snippets(pageOf('docs/pull-requests.md')).filter(({ info }) => info === 'yaml');
  expect(textOf('auth0-access.yml')).toBe(workflow.text);
});
