import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import * as auth0 from '../../lib';
import { commandLine } from '../support/cli';
import { commands, pageOf, snippets } from '../support/readme';

const MAIN = join(__dirname, '../../lib/cli/main.js');

const { at, write, read, run } = commandLine();

/** Runs the compiled command in the folder of the test. */
function spawn(args: readonly string[], options: object = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: at('.'), encoding: 'utf8', ...options });
  return { status, stdout, stderr };
}

const STACK = { resource: { auth0_resource_server: { a: { identifier: 'https://a', token_lifetime: 0 } } } };
const LINE = 'warning: auth0_resource_server.a: token_lifetime is 0 seconds, whose effect Auth0 does not document: set the lifetime you want [token-lifetime-zero]\n0 errors, 1 warning in 1 resource of Auth0\n';

test.each([['--help'], ['check', 'cdk.tf.json'], ['access', 'cdk.tf.json'], ['diff', 'cdk.tf.json', 'cdk.tf.json']])('%s loads nothing that knows a framework, and no package', (...args) => {
  write('cdk.tf.json', STACK);
  const program = `process.argv = [process.argv[0], ${JSON.stringify(MAIN)}, ...${JSON.stringify(args)}]; require('module').runMain();
    process.on('exit', () => console.error(Object.keys(require('module')._cache).join('\\n')));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], { cwd: at('.'), encoding: 'utf8' });
  expect(stdout).not.toBe('');
  // where the machine is busy, there are lines about the progress, too
  const folders = stderr.split('\n').filter((line) => isAbsolute(line)).map((file) => relative(join(__dirname, '../../lib'), file).split(sep)[0]);
  expect(folders).not.toEqual([]);
  expect(['util', 'schema', 'tenant', 'rules', 'access', 'cli']).toEqual(expect.arrayContaining(folders));
});

test('the exit status is that of the process', () => {
  write('cdk.tf.json', STACK);
  expect(spawn(['check', '--strict', 'cdk.tf.json'])).toEqual({ status: 2, stdout: `cdk.tf.json:4: ${LINE}`, stderr: '' });
  expect(spawn(['check', 'none.json'])).toEqual({ status: 3, stdout: '', stderr: 'cdktf-auth0: none.json cannot be read: there is no such file or folder\n' });
});

test('standard input is read from a pipe or a file', () => {
  expect(spawn(['check', '-'], { input: JSON.stringify(STACK) })).toEqual({ status: 0, stdout: `standard input:1: ${LINE}`, stderr: '' });
});

test('standard output that is full is an error; one that is closed early is none', () => {
  const names = Array.from({ length: 5000 }, (_, index) => `a${index}`);
  write('cdk.tf.json', { resource: { auth0_resource_server: Object.fromEntries(names.map((name) => [name, { identifier: `https://${name}`, token_lifetime: 0 }])) } });
  const shell = (command: string) => {
    writeFileSync(at('run.sh'), command);
    return spawnSync('bash', ['-o', 'pipefail', 'run.sh'], { cwd: at('.'), encoding: 'utf8' });
  };
  expect(shell(`${process.execPath} ${MAIN} check cdk.tf.json > /dev/full`)).toMatchObject({ status: 3, stderr: 'cdktf-auth0: standard output cannot be written: no space is left\n' });
  expect(shell(`${process.execPath} ${MAIN} check cdk.tf.json | head -1 > /dev/null`)).toMatchObject({
    status: 0, stderr: expect.not.stringContaining('cannot be written'),
  });
});

test('a large result is written as a whole', () => {
  const names = Array.from({ length: 5000 }, (_, index) => `a${index}`);
  write('cdk.tf.json', { resource: { auth0_resource_server: Object.fromEntries(names.map((name) => [name, { identifier: `https://${name}`, token_lifetime: 0 }])) } });
  const output = execFileSync(process.execPath, [MAIN, 'check', '--format', 'json', 'cdk.tf.json'], { cwd: at('.'), encoding: 'utf8', maxBuffer: 1e8 });
  expect(JSON.parse(output)).toMatchObject({ warnings: 5000 });
});

describe('the page', () => {
  const page = pageOf('docs/command-line.md');

  test.each(commands(page).filter((line) => line.includes('npx ')))('%s', (line) => {
    const app = new App({ outdir: at('cdktf.out'), skipValidation: true });
    const stack = new TerraformStack(app, 'orders');
    new auth0.Auth0Provider(stack, 'auth0');
    const more: Record<string, string> = line.includes('invariants') ? { 'write:orders': 'Write' } : {};
    const orders = new auth0.ResourceServer(stack, 'Orders', { identifier: 'https://api.example.com/orders', scopes: { 'read:orders': 'Read', ...more } });
    if (line.includes('invariants')) {
      new auth0.bindings.client.Client(stack, 'Worker', { name: 'Worker' });
    }
    new auth0.bindings.clientGrant.ClientGrant(stack, 'Grant', { clientId: 'abc', audience: orders.identifier, scopes: ['read:order'] });
    app.synth();
    write('main.out/cdk.tf.json', { resource: {} });
    write('plan.json', { format_version: '1.2', planned_values: { root_module: { resources: [] } } });
    write('auth0-invariants.json', snippets(page).find(({ text }) => text.includes('"invariants"'))!.text);
    run(['access', 'cdktf.out', '--baseline', 'access.json', '--update']);
    const [, name, args] = /npx (\S+) (.*)$/.exec(line)!;
    expect(name).toBe('cdktf-auth0');
    const { status, stdout, stderr } = run(args.split(' '), { stdin: read('plan.json') });
    expect([status, stderr]).toEqual([/^check .*\.out$/.test(args) ? 1 : 0, '']);
    if (line === commands(page)[0]) {
      const withoutLine = (text: string) => text.replace(/json:\d+:/, 'json:LINE:'); // each framework writes empty lists in another way
      expect(withoutLine(snippets(page)[1].text)).toBe(withoutLine(stdout));
    }
  });

  test('shows a file with exceptions that can be read', () => {
    write('cdk.tf.json', { resource: { auth0_resource_server: { legacy: { identifier: 'https://a', token_dialect: 'access_token_authz', enforce_policies: false } } } });
    write('auth0-checks.json', snippets(page).find(({ text }) => text.includes('"acknowledged"'))!.text);
    expect(run(['check', 'cdk.tf.json']).stdout).toContain('0 errors, 0 warnings, 1 acknowledged in 1 resource of Auth0\n');
  });
});
