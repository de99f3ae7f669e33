import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, synthesized } from '../support/cli';
import { shown, stateOf } from '../support/shown';

const { run, write, at } = commandLine();

const API = { identifier: 'https://api.example.com/orders' };
const GOOD = synthesized('orders', { 'auth0_resource_server.a': API });
const RESOURCES = [shown('auth0_resource_server.a', { id: '1', ...API })];

/** The commands, all with valid options. */
const COMMANDS: string[][] = [
  ['check'],
  ['access'],
  ['access', '--format', 'html'],
  ['access', '--baseline', 'access.json'],
  ['access', '--baseline', 'access.json', '--update'],
  ['access', '--invariants', 'invariants.json'],
  ['diff', 'good.json'],
];

beforeEach(() => {
  write('good.json', GOOD);
  write('invariants.json', { invariants: [{ name: 'n', never: { party: 'third' } }] });
  run(['access', '--baseline', 'access.json', '--update', 'good.json']);
});

/** Every file, with its content. */
const files = () => readdirSync(at('.'), { recursive: true, encoding: 'utf8' }).sort().map((file) =>
  [file, statSync(join(at('.'), file)).isFile() ? readFileSync(join(at('.'), file), 'utf8') : undefined]);

function expectRefused(args: readonly string[], message: string): void {
  const before = files();
  expect(run(args)).toEqual({ status: 3, stdout: '', stderr: `cdktf-auth0: ${message}\n` });
  expect(files()).toEqual(before);
}

describe.each(COMMANDS.map((command) => [command.join(' '), command] as const))('%s', (_, command) => {
  test.each<[string, unknown, string]>([
    ['a file that is not there', undefined, 'bad.json cannot be read: there is no such file or folder'],
    ['a file that is cut', '{"resource": {', 'bad.json is not JSON: it ends too early'],
    ['a plan of another version', { format_version: '2.0', planned_values: {} }, 'bad.json has the format version 2.0, but only 1.x can be read: use a version of Terraform that writes it'],
    ['a state file', { lineage: 'a', serial: 1 }, 'bad.json is a state file: give what `terraform show -json` prints of it'],
    ['a block of another type', { resource: { auth0_role: 5 } }, 'bad.json: resource.auth0_role must be an object, but a number was found'],
  ])('refuses %s, and writes nothing', (__, content, message) => {
    if (content !== undefined) {
      write('bad.json', content);
    }
    expectRefused([...command, 'bad.json'], message);
    if (!command.includes('--update')) {
      expectRefused([...command, '--out', 'result.txt', 'bad.json'], message);
    }
  });

  if (command[0] !== 'diff') {
    test('refuses a plan beside its state', () => {
      write('plan.json', { format_version: '1.2', planned_values: stateOf(RESOURCES).values });
      write('state.json', stateOf(RESOURCES));
      expectRefused([...command, 'plan.json', 'state.json'], 'plan.json and state.json both have auth0_resource_server.a: give each stack once, as its JSON, its plan or its state');
    });

    test('refuses two tenants', () => {
      const stack = (name: string) => synthesized(name, { [`auth0_role.${name}`]: { name } }, { provider: { auth0: { domain: `${name}.auth0.com` } } });
      write('a.json', stack('a'));
      write('b.json', stack('b'));
      expectRefused([...command, 'a.json', 'b.json'], 'a.json is about the tenant a.auth0.com, but b.json about b.auth0.com: give the inputs of one tenant');
    });
  }

  test.each<[string, string, string]>([
    ['a folder', 'folder', 'folder cannot be written: it is a folder'],
    ['a file in no folder', 'none/result.txt', 'none/result.txt cannot be written: there is no such file or folder'],
    ['a device that is full', '/dev/full', '/dev/full cannot be written: no space is left'],
  ])('refuses to write to %s, and leaves nothing half-written', (__, file, message) => {
    mkdirSync(at('folder'));
    const args = command.includes('--update') ? command.map((one) => (one === 'access.json' ? file : one)) : [...command, '--out', file];
    expectRefused([...args, 'good.json'], message);
  });
});

test('a narrowing that matches nothing names what is near', () => {
  expectRefused(['access', '--api', 'https://api.example.com/order', 'good.json'], "there is no API 'https://api.example.com/order': did you mean 'https://api.example.com/orders'?");
  expectRefused(['access', '--client', 'worker', '--out', 'result.txt', 'good.json'], "there is no application 'worker': there is none");
  expectRefused(['access', '--role', 'clerk', 'good.json'], "there is no role 'clerk': there is none");
});
