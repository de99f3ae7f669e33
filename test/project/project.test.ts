import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const ROOT = path.join(__dirname, '../..');

let copy: string;
beforeEach(() => copy = fs.mkdtempSync(path.join(os.tmpdir(), 'project-')));
afterEach(() => fs.rmSync(copy, { recursive: true }));

function run(cwd: string, script: string, ...args: string[]) {
  const tsNode = path.join(ROOT, 'node_modules', 'ts-node', 'dist', 'bin.js');
  execFileSync(process.execPath, [tsNode, '--transpile-only', script, ...args], {
    cwd,
    stdio: 'pipe',
    env: { ...process.env, PROJEN_DISABLE_POST: 'true', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' },
  });
}

test('.projenrc.ts makes the project files that are here', () => {
  // In a copy, so that the test does not repair the files that it checks.
  const { files } = JSON.parse(fs.readFileSync(path.join(ROOT, '.projen', 'files.json'), 'utf8'));
  const managed: string[] = [...files, '.projen/files.json', 'package.json'];
  for (const file of [...managed, '.projenrc.ts', 'scripts/frameworks.ts', 'README.md']) {
    fs.cpSync(path.join(ROOT, file), path.join(copy, file));
  }
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  const before = fs.readdirSync(copy);

  run(copy, '.projenrc.ts');

  for (const file of managed) {
    expect([file, fs.readFileSync(path.join(copy, file), 'utf8')]).toEqual([file, fs.readFileSync(path.join(ROOT, file), 'utf8')]);
  }
  expect(fs.readdirSync(copy)).toEqual(before);
}, 60_000);

test('API.md is what the compiled library says (npm run docs)', () => {
  const reference = path.join(copy, 'API.md');
  run(ROOT, 'scripts/api-reference.ts', reference);
  expect(fs.readFileSync(path.join(ROOT, 'API.md'), 'utf8')).toBe(fs.readFileSync(reference, 'utf8'));
}, 60_000);

test.each(['.', 'on-demand', 'bench/peers'])('the lock of %s names no registry', (folder) => {
  const { packages } = JSON.parse(fs.readFileSync(path.join(ROOT, folder, 'package-lock.json'), 'utf8'));
  const resolved = Object.values<{ resolved?: string }>(packages).map((entry) => entry.resolved ?? '');
  expect(resolved.filter((url) => url.includes('://'))).toEqual([]);
});
