import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CDKTF, CDKTN } from '../../scripts/frameworks';
import { LANGUAGES } from '../../scripts/languages/all';
import { readmeFor, withDocsFor } from '../../scripts/languages/stage';

const ROOT = join(__dirname, '../..');

/** Runs `npm run languages` on a machine that has no commands but Node. */
function runBare(...languages: string[]): { status: number | null; stdout: string; stderr: string } {
  const args = [join(ROOT, 'node_modules/ts-node/dist/bin.js'), '--transpile-only', join(ROOT, 'scripts/languages/run.ts'), ...languages];
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env: { PATH: '' } });
}

test('what a machine lacks is said and skipped', () => {
  expect(runBare('python', 'java', 'go')).toMatchObject({
    status: 0,
    stdout: 'Python: skipped, it needs python3\nJava: skipped, it needs mvn and javac\nGo: skipped, it needs go\n',
    stderr: '',
  });
});

test('a language that is not there is refused', () => {
  expect(runBare('pyhton')).toMatchObject({
    status: 1, stdout: '', stderr: 'there is no language pyhton: name python, java, go, csharp\n',
  });
});

test.each([
  ['python', 'Needs `token_lifetime`, as `Role.from_name` does.'],
  ['go', 'Needs `TokenLifetime`, as `Role.FromName` does.'],
  ['dotnet', 'Needs `TokenLifetime`, as `Role.FromName` does.'],
  ['java', 'Needs `tokenLifetime`, as `Role.fromName` does.'],
])('the documentation for %s has its names, and no class of errors', (target, remarks) => {
  const type = {
    name: 'tokenLifetime', methods: [{ docs: { remarks: 'Needs `tokenLifetime`, as `Role.fromName` does.', custom: { throws: 'ValidationError for it' } } }],
  };
  expect(withDocsFor(target, type)).toEqual({
    name: 'tokenLifetime', methods: [{ docs: { remarks, custom: { throws: 'Error for it' } } }],
  });
});

describe.each([CDKTF, CDKTN])('the README of $name-auth0', (framework) => {
  test.each(LANGUAGES.map(({ name, title }) => [title, name]))('for %s has no TypeScript, and links that work anywhere', (title, name) => {
    const readme = readmeFor(framework, name, title);
    expect(readme).toMatch(`# ${framework.name}-auth0 for ${title}\n`);
    expect(readme).not.toMatch(/```(ts|typescript|js)|undefined/);
    const links = Array.from(readme.matchAll(/\]\(([^)]+)\)/g), ([, link]) => link);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !/^https:\/\/github\.com\/cdktf-auth0\/cdktf-auth0\/blob\/main\/(docs|examples)\/[^.]/.test(link))).toEqual([]);
    expect(readme).not.toMatch(framework === CDKTF ? /cdktn/i : /(?<!io\.github\.)cdktf(?!-auth0\/)/i);
  });
});
