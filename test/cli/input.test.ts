import { mkdirSync, symlinkSync } from 'node:fs';
import { BROKEN_API, commandLine, configuration, synthesized } from '../support/cli';
import { shown, stateOf } from '../support/shown';

const { run, write, at } = commandLine();
const API = { identifier: 'https://api.example.com/orders' };

const stack = (name: string) => synthesized(name, { 'auth0_resource_server.a': { ...API, token_lifetime: 0 } });
const filesIn = (stdout: string) => Array.from(stdout.matchAll(/^(.*?):\d+: /gm), ([, file]) => file);

describe('an input is', () => {
  test('the folder of CDKTF, with the stacks of its manifest', () => {
    ['a', 'b', 'removed'].forEach((name) => write(`cdktf.out/stacks/${name}/cdk.tf.json`, stack(name)));
    write('cdktf.out/manifest.json', { stacks: Object.fromEntries(['a', 'b'].map((name) => [name, { synthesizedStackPath: `stacks/${name}/cdk.tf.json` }])) });
    expect(filesIn(run(['check', 'cdktf.out']).stdout)).toEqual(['cdktf.out/stacks/a/cdk.tf.json', 'cdktf.out/stacks/b/cdk.tf.json']);
  });

  test('the folder of a stack', () => {
    write('stacks/a/cdk.tf.json', stack('a'));
    expect(filesIn(run(['check', 'stacks/a/']).stdout)).toEqual(['stacks/a/cdk.tf.json']);
  });

  test('a file, relative to the folder of the command or not', () => {
    write('cdk.tf.json', stack('a'));
    expect([filesIn(run(['check', 'cdk.tf.json']).stdout), filesIn(run(['check', at('cdk.tf.json')]).stdout)]).toEqual([['cdk.tf.json'], [at('cdk.tf.json')]]);
  });

  test('standard input', () => {
    expect(filesIn(run(['check', '-'], { stdin: JSON.stringify(stack('a')) }).stdout)).toEqual(['standard input']);
  });
});

describe('refused is', () => {
  const ASKS = 'cdktf.out, a cdk.tf.json, what `terraform show -json` prints of a plan or a state, or - for standard input';

  test.each<[string, () => void, string[], string]>([
    ['no input', () => {}, [], `an INPUT is required: ${ASKS}`],
    ['a file that is not there', () => {}, ['a.json'], 'a.json cannot be read: there is no such file or folder'],
    ['a file that is broken', () => write('a.json', '{"a": "secret", "b"'), ['a.json'], 'a.json is not JSON: it ends too early'],
    ['an empty file', () => write('a.json', ''), ['a.json'], 'a.json is not JSON: it is empty'],
    ['other JSON', () => write('a.json', { name: 'a' }), ['a.json'], 'a.json is no Terraform JSON: it must be a synthesized stack (cdk.tf.json), or what `terraform show -json` prints'],
    ['a state file', () => write('a.json', { lineage: 'a', serial: 1 }), ['a.json'], 'a.json is a state file: give what `terraform show -json` prints of it'],
    ['a plan of another version', () => write('a.json', { format_version: '2.0', planned_values: {} }), ['a.json'], 'a.json has the format version 2.0, but only 1.x can be read: use a version of Terraform that writes it'],
    ['a folder without stacks', () => mkdirSync(at('out')), ['out'], 'out has no synthesized stack: give the folder that CDKTF writes, such as cdktf.out'],
    ['a manifest without stacks', () => write('out/manifest.json', { stacks: {} }), ['out'], 'out has no synthesized stack: give the folder that CDKTF writes, such as cdktf.out'],
    ['a broken manifest', () => write('out/manifest.json', { stacks: { a: {} } }), ['out'], 'out/manifest.json: stacks.a.synthesizedStackPath must be a string, but nothing was found'],
    ['a manifest of a stack that is gone', () => write('out/manifest.json', { stacks: { a: { synthesizedStackPath: 'a/cdk.tf.json' } } }), ['out'], 'out/a/cdk.tf.json cannot be read: there is no such file or folder'],
    ['a manifest of HCL', () => write('out/manifest.json', { stacks: { a: { synthesizedStackPath: 'a/cdk.tf' } } }), ['out'], 'out/a/cdk.tf is HCL: synthesize to JSON'],
    ['a folder of HCL', () => write('a/cdk.tf', ''), ['a'], 'a/cdk.tf is HCL: synthesize to JSON'],
    ['a value of another type', () => write('a.json', { resource: { auth0_role: 5 } }), ['a.json'], 'a.json: resource.auth0_role must be an object, but a number was found'],
  ])('%s', (_, prepare, args, message) => {
    prepare();
    expect(run(['check', ...args])).toEqual({ status: 3, stdout: '', stderr: `cdktf-auth0: ${message}\n` });
  });
});

describe('inputs that contradict each other are refused', () => {
  const provided = (domain: string, name: string) => synthesized(name, { [`auth0_resource_server.${name}`]: { identifier: `https://${name}` } }, { provider: { auth0: { domain } } });

  test('a file twice', () => {
    write('a.json', stack('a'));
    expect(run(['check', 'a.json', './a.json'])).toEqual({ status: 3, stdout: '', stderr: 'cdktf-auth0: ./a.json is given twice\n' });
    expect(run(['check', '-', '-'], { stdin: JSON.stringify(stack('a')) }).stderr).toBe('cdktf-auth0: standard input is given twice\n');
  });

  test('a file under two names', () => {
    write('a.json', stack('a'));
    symlinkSync(at('a.json'), at('b.json'));
    expect(run(['check', 'a.json', 'b.json']).stderr).toBe('cdktf-auth0: a.json and b.json both have auth0_resource_server.a: give each stack once, as its JSON, its plan or its state\n');
  });

  test('a plan and the state before it', () => {
    const { values } = stateOf([shown('auth0_resource_server.a', { id: '1', identifier: 'https://new' })]);
    write('plan.json', { format_version: '1.2', planned_values: values });
    write('state.json', stateOf([shown('auth0_resource_server.a', { id: '1', identifier: 'https://old' })]));
    expect(run(['check', 'plan.json', 'state.json'])).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining('plan.json and state.json both have auth0_resource_server.a: ') });
  });

  test('two tenants', () => {
    write('a.json', provided('a.eu.auth0.com', 'a'));
    write('b.json', provided('b.eu.auth0.com', 'b'));
    write('c.json', provided('https://A.eu.auth0.com/', 'c'));
    write('d.json', provided('${var.domain}', 'd'));
    expect(run(['check', 'a.json', 'b.json'])).toEqual({ status: 3, stdout: '', stderr: 'cdktf-auth0: a.json is about the tenant a.eu.auth0.com, but b.json about b.eu.auth0.com: give the inputs of one tenant\n' });
    expect(run(['check', 'a.json', 'c.json', 'd.json']).status).toBe(0);
  });

  test('but not two stacks that look at the same role, or two resources with the same address', () => {
    const other = (identifier: string) => configuration({ 'auth0_resource_server.a': { identifier } }, { data: { auth0_role: { clerk: { name: 'Clerk' } } } });
    write('a.json', other('https://a'));
    write('b.json', other('https://b'));
    expect(run(['check', 'a.json', 'b.json']).status).toBe(0);
  });
});

test('hostile input ends with a message, and never with an internal error', () => {
  const odd: unknown[] = [null, 0, '', 'a', [], {}, [null], [[]], { a: null }, true, 'a\nb', '${', '${a.b.c}'];
  const names = ['//', 'provider', 'scopes', 'permissions', 'identifier', 'client_id', 'count', 'for_each', 'lifecycle', 'dynamic', 'authorization_details', 'depends_on'];
  const types = ['auth0_resource_server', 'auth0_client_grant', 'auth0_role', 'auth0_role_permissions', 'auth0_client', 'auth0_resource_server_scopes'];
  const problems: unknown[] = [];
  const attempt = (document: unknown) => {
    const { status, stderr } = run(['check', '-', '--format', 'sarif'], { stdin: JSON.stringify(document) });
    if (status > 3 || stderr.includes('internal error')) {
      problems.push([document, stderr]);
    }
  };
  for (const value of odd) {
    ['resource', 'data', 'provider', 'output', '//', 'format_version', 'planned_values', 'values', 'configuration'].forEach((key) => {
      attempt({ resource: {}, [key]: value });
      attempt({ format_version: '1.0', [key]: value });
    });
    for (const type of types) {
      attempt({ resource: { [type]: value } });
      attempt({ resource: { [type]: { a: value } } });
      names.forEach((name) => attempt({ resource: { [type]: { a: { ...BROKEN_API, [name]: value } } } }));
      names.forEach((name) => attempt(stateOf([shown(`${type}.a`, { [name]: value })])));
    }
  }
  expect(problems).toEqual([]);
});
