import { readdirSync } from 'node:fs';
import { commandLine, synthesized } from '../support/cli';

const { run, write, read, at } = commandLine();

/** A stack with an API of two scopes, and an application that gets some. */
const stack = (...scopes: string[]) => synthesized('orders', {
  'auth0_resource_server.a': { identifier: 'https://api.example.com/orders' },
  'auth0_resource_server_scopes.s': { resource_server_identifier: '${auth0_resource_server.a.identifier}', scopes: [{ name: 'read:orders' }, { name: 'write:orders' }] },
  'auth0_client.worker': { name: 'Worker', app_type: 'non_interactive', grant_types: ['client_credentials'] },
  'auth0_client_grant.g': { client_id: '${auth0_client.worker.client_id}', audience: '${auth0_resource_server.a.identifier}', subject_type: 'client', scopes },
});
const ARGS = ['access', '--baseline', 'access.json'];

/** Writes the baseline of a stack, and then another stack. */
function change(before: object, after: object): void {
  write('cdk.tf.json', before);
  expect(run([...ARGS, '--update', 'cdk.tf.json'])).toEqual({ status: 0, stdout: '', stderr: '' });
  write('cdk.tf.json', after);
}

test('a baseline is the JSON of the report', () => {
  change(stack('read:orders'), stack('read:orders'));
  expect(read('access.json')).toBe(run(['access', '--format', 'json', 'cdk.tf.json']).stdout);
});

test.each<[string, number, string[], string[], string[]]>([
  ['no change', 0, ['read:orders'], ['read:orders'], []],
  ['new access', 2, ['read:orders'], ['read:orders', 'write:orders'], []],
  ['less access', 0, ['read:orders', 'write:orders'], ['read:orders'], []],
  ['other access', 2, ['write:orders'], ['read:orders'], []],
  ['less access and --fail-on any', 2, ['read:orders', 'write:orders'], ['read:orders'], ['--fail-on', 'any']],
  ['new access and --fail-on never', 0, ['read:orders'], ['read:orders', 'write:orders'], ['--fail-on', 'never']],
])('with %s, the status is %d', (_, status, before, after, more) => {
  change(stack(...before), stack(...after));
  expect(run([...ARGS, ...more, 'cdk.tf.json']).status).toBe(status);
});

test.each(['text', 'markdown', 'json'])('the comparison is that of a diff as %s', (format) => {
  change(stack('read:orders'), stack('read:orders', 'write:orders'));
  write('before.json', stack('read:orders'));
  const { stdout } = run(['diff', '--format', format, 'before.json', 'cdk.tf.json']);
  expect(run([...ARGS, '--format', format, 'cdk.tf.json'])).toEqual({ status: 2, stdout, stderr: '' });
  run([...ARGS, '--format', format, '--out', 'diff.txt', 'cdk.tf.json']);
  expect(read('diff.txt')).toBe(stdout);
});

test('an update takes the access that there is now', () => {
  change(stack('read:orders'), stack('read:orders', 'write:orders'));
  expect(run([...ARGS, 'cdk.tf.json']).status).toBe(2);
  run([...ARGS, '--update', 'cdk.tf.json']);
  expect(run([...ARGS, 'cdk.tf.json'])).toEqual({ status: 0, stdout: 'no change of access\n', stderr: '' });
});

describe('refused is', () => {
  const report = () => JSON.parse(read('access.json'));

  test.each<[string, () => void, string]>([
    ['a baseline that is not there', () => {}, 'the baseline access.json is not there: write it with --update'],
    ['a baseline that is broken', () => write('access.json', '{"version": 1, '), 'access.json is not JSON: it ends too early'],
    ['other JSON', () => write('access.json', stack()), 'access.json is no report of who can do what: give its JSON, such as `access --format json` writes it'],
    ['a report of another version', () => write('access.json', { ...report(), version: 2 }), 'access.json has the version 2, but only 1 can be read: write it again'],
    ['a list that is none', () => write('access.json', { ...report(), apis: {} }), 'access.json: apis must be a list, but an object was found'],
    ['a statement of another form', () => write('access.json', { ...report(), statements: [{ ...report().statements[0], scopes: 'a' }] }),
      'access.json: statements[0].scopes must be a list of strings and null'],
    ['an unknown answer', () => write('access.json', { ...report(), statements: [{ ...report().statements[0], answer: 'no' }] }),
      "access.json: statements[0].answer must be 'yes' or 'unknown'"],
    ['a statement about an application that is not listed', () => write('access.json', { ...report(), clients: [] }),
      "access.json: a statement is about the application 'orders/worker', which the report does not list"],
    ['a statement about a role that is not listed', () => write('access.json', { ...report(), statements: [{ ...report().statements[0], users: 'with_role' }] }),
      "access.json: a statement is about the role '', which the report does not list"],
  ])('%s', (name, prepare, message) => {
    write('cdk.tf.json', stack('read:orders'));
    if (!name.endsWith('not there')) {
      run([...ARGS, '--update', 'cdk.tf.json']);
    }
    prepare();
    expect(run([...ARGS, 'cdk.tf.json'])).toEqual({ status: 3, stdout: '', stderr: `cdktf-auth0: ${message}\n` });
  });

  test.each<[string[], string]>([
    [['--update'], '--update needs --baseline'],
    [['--fail-on', 'any'], '--fail-on needs --baseline'],
    [['--baseline', 'a.json', '--api', 'a'], '--api cannot be used with --baseline'],
    [['--baseline', 'a.json', '--invariants', 'b.json'], '--invariants cannot be used with --baseline'],
    [['--baseline', 'a.json', '--update', '--format', 'json'], '--format cannot be used with --update'],
    [['--baseline', 'a.json', '--format', 'csv'], "--format must be 'text', 'markdown' or 'json', but 'csv' was given"],
    [['--baseline', 'a.json', '--fail-on', 'brader'], "--fail-on must be 'broader', 'any' or 'never', but 'brader' was given: did you mean 'broader'?"],
  ])('%j', (options, message) => {
    write('cdk.tf.json', stack('read:orders'));
    expect(run(['access', ...options, 'cdk.tf.json'])).toEqual({ status: 3, stdout: '', stderr: `cdktf-auth0: ${message}\n` });
  });

  test('an input that is wrong: the baseline stays as it was', () => {
    change(stack('read:orders'), {});
    const before = read('access.json');
    expect(run([...ARGS, '--update', 'cdk.tf.json'])).toMatchObject({ status: 3, stdout: '' });
    expect(run([...ARGS.slice(0, 2), 'none/access.json', '--update', 'cdk.tf.json'])).toMatchObject({ status: 3, stdout: '' });
    expect(read('access.json')).toBe(before);
    expect(readdirSync(at('.')).sort()).toEqual(['access.json', 'cdk.tf.json']);
  });
});
