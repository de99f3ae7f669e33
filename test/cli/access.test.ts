import { commandLine, synthesized } from '../support/cli';
import { shown, stateOf } from '../support/shown';

const { run, write, read } = commandLine();

const API = { identifier: 'https://api.example.com/orders' };
const GRANT = { client_id: '${auth0_client.worker.client_id}', audience: '${auth0_resource_server.a.identifier}', subject_type: 'client' };

/** A stack with an API of two scopes, and an application that gets some. */
const stack = (...scopes: string[]) => synthesized('orders', {
  'auth0_resource_server.a': API,
  'auth0_resource_server_scopes.s': { resource_server_identifier: '${auth0_resource_server.a.identifier}', scopes: [{ name: 'read:orders' }, { name: 'write:orders' }] },
  'auth0_client.worker': { name: 'Worker', app_type: 'non_interactive', grant_types: ['client_credentials'] },
  ...(scopes.length > 0 && { 'auth0_client_grant.g': { ...GRANT, scopes } }),
});

/** A state with that API, and an application that gets some scopes. */
const shownStack = (...scopes: string[]) => [
  shown('auth0_resource_server.a', { id: 'api_1', ...API }),
  shown('auth0_resource_server_scopes.s', { resource_server_identifier: API.identifier, scopes: [{ name: 'read:orders' }, { name: 'write:orders' }] }),
  shown('auth0_client.worker', { client_id: 'abc', name: 'Worker', app_type: 'non_interactive', grant_types: ['client_credentials'] }),
  shown('auth0_client_grant.g', { client_id: 'abc', audience: API.identifier, subject_type: 'client', scopes }),
];

describe('access', () => {
  test('reports who can do what, in every format', () => {
    write('cdk.tf.json', stack('read:orders'));
    for (const format of ['text', 'markdown', 'mermaid', 'html', 'csv', 'json']) {
      const { status, stdout, stderr } = run(['access', '--format', format, 'cdk.tf.json']);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain('read:orders');
    }
    expect(run(['access', 'cdk.tf.json']).stdout).toBe(run(['access', '--format', 'text', 'cdk.tf.json']).stdout);
  });

  test('is narrowed, and names what is like a name that is not there', () => {
    write('cdk.tf.json', stack('read:orders', 'write:orders'));
    const { statements } = JSON.parse(run(['access', '--format', 'json', '--scope', 'write:orders', '--client', 'orders/worker', 'cdk.tf.json']).stdout);
    expect(Array.from(new Set(statements.flatMap(({ scopes }: { scopes: string[] }) => scopes)))).toEqual(['write:orders']);
    expect(run(['access', '--scope', 'write:order', 'cdk.tf.json'])).toEqual({
      status: 3, stdout: '', stderr: "cdktf-auth0: there is no scope 'write:order' of 'orders/a': did you mean 'write:orders'?\n",
    });
  });

  test.each([['--client', 'Worker'], ['--client', 'abc'], ['--client', 'auth0_client.worker'], ['--role', 'Clerk'], ['--role', 'rol_1'], ['--role', 'auth0_role.r']])(
    'is narrowed by %s %s, as Auth0 or Terraform calls it', (option, name) => {
      write('state.json', stateOf([...shownStack('read:orders'), shown('auth0_role.r', { id: 'rol_1', name: 'Clerk' })]));
      const { status, stdout } = run(['access', option, name, '--format', 'json', 'state.json']);
      expect([status, JSON.parse(stdout)[`${option.slice(2)}s`]]).toEqual([0, [expect.objectContaining({ address: option === '--role' ? 'auth0_role.r' : 'auth0_client.worker' })]]);
    });

  test('is written to a file', () => {
    write('state.json', stateOf(shownStack('read:orders')));
    expect(run(['access', '--out', 'access.txt', 'state.json'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(read('access.txt')).toBe(run(['access', 'state.json']).stdout);
  });

  test('is about one tenant', () => {
    write('out/a/cdk.tf.json', stack('read:orders'));
    write('out/b/cdk.tf.json', { ...stack('read:orders'), '//': { metadata: { stackName: 'other' } } });
    write('out/manifest.json', { stacks: { a: { synthesizedStackPath: 'a/cdk.tf.json' }, b: { synthesizedStackPath: 'b/cdk.tf.json' } } });
    expect(run(['access', 'out'])).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining('define the same API, so they are in different tenants') });
  });
});

describe('diff', () => {
  const plan = { format_version: '1.2', planned_values: stateOf(shownStack('read:orders', 'write:orders')).values, prior_state: stateOf(shownStack('read:orders')) };

  test('compares two inputs', () => {
    write('before.json', stack('read:orders'));
    write('after.json', stack('read:orders', 'write:orders'));
    const verdict = (...args: string[]) => JSON.parse(run(['diff', '--format', 'json', ...args]).stdout).verdict;
    expect([verdict('before.json', 'after.json'), verdict('after.json', 'before.json'), verdict('after.json', 'after.json')]).toEqual(['broader', 'narrower', 'equal']);
    expect(run(['diff', 'before.json', 'before.json'])).toEqual({ status: 0, stdout: 'no change of access\n', stderr: '' });
    expect(run(['diff', '--format', 'markdown', 'before.json', 'after.json']).stdout).toContain('write:orders');
  });

  test('compares the two sides of a plan', () => {
    write('plan.json', plan);
    expect(run(['diff', 'plan.json']).stdout).toMatch(/^access is broader\n(?:.*\n)*.*\+ .*: write:orders\n/);
    write('plan.json', { ...plan, prior_state: undefined });
    expect(run(['diff', '-'], { stdin: read('plan.json') }).stdout).toMatch(/^access is broader\n(?:.*\n)*.*\+ .*: read:orders, write:orders\n/);
  });

  test.each<[number, string, string[]]>([
    [0, 'never', ['before.json', 'after.json']],
    [2, 'broader', ['before.json', 'after.json']],
    [0, 'broader', ['after.json', 'before.json']],
    [2, 'any', ['after.json', 'before.json']],
    [0, 'any', ['after.json', 'after.json']],
  ])('has the status %d with --fail-on %s and %j', (status, failOn, inputs) => {
    write('before.json', stack('read:orders'));
    write('after.json', stack('read:orders', 'write:orders'));
    expect(run(['diff', '--fail-on', failOn, ...inputs]).status).toBe(status);
  });

  test.each<[string, string[], string]>([
    ['one input that is no plan', ['cdk.tf.json'], 'cdk.tf.json is no plan: give a plan from `terraform show -json`, or BEFORE and AFTER'],
    ['no input', [], 'BEFORE and AFTER, or one PLAN, must be given, but there are 0 inputs'],
    ['three inputs', ['a', 'b', 'c'], 'BEFORE and AFTER, or one PLAN, must be given, but there are 3 inputs'],
    ['standard input twice', ['-', '-'], 'only one of BEFORE and AFTER can be standard input'],
    ['an unknown change', ['--fail-on', 'brader', 'cdk.tf.json'], "--fail-on must be 'never', 'broader' or 'any', but 'brader' was given: did you mean 'broader'?"],
  ])('refuses %s', (_, args, message) => {
    write('cdk.tf.json', stack('read:orders'));
    expect(run(['diff', ...args])).toEqual({ status: 3, stdout: '', stderr: `cdktf-auth0: ${message}\n` });
  });
});
