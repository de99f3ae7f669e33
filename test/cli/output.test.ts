import { chmodSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { BROKEN_API, commandLine, configuration } from '../support/cli';

const { run, write, read, at } = commandLine();

beforeEach(() => write('cdk.tf.json', configuration({
  'auth0_resource_server.a': { identifier: 'https://a', token_lifetime: 0 },
  'auth0_resource_server.b': { ...BROKEN_API },
  'auth0_resource_server.c': { 'identifier': 'https://c', 'token_lifetime': 0, '//': { acknowledged: [{ id: 'token-lifetime-zero', reason: 'r' }] } },
})));

describe('--out', () => {
  test('writes to a file what would go to standard output', () => {
    const { stdout } = run(['check', 'cdk.tf.json']);
    expect(run(['check', 'cdk.tf.json', '--out', 'result.txt'])).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(read('result.txt')).toBe(stdout);
  });

  test('replaces a file as a whole, also behind a link', () => {
    write('result.txt', 'old');
    symlinkSync('result.txt', at('link'));
    expect(run(['check', 'cdk.tf.json', '--out', 'link']).status).toBe(1);
    expect(read('result.txt')).toContain('1 error');
    expect(readlinkSync(at('link'))).toBe('result.txt');
    expect(readdirSync(at('.')).sort()).toEqual(['cdk.tf.json', 'link', 'result.txt']);
  });

  test.each<[string, () => void, string, string]>([
    ['a folder', () => mkdirSync(at('out')), 'out', 'out cannot be written: it is a folder'],
    ['a file in no folder', () => {}, 'out/a.txt', 'out/a.txt cannot be written: there is no such file or folder'],
    ['a device that is full', () => {}, '/dev/full', '/dev/full cannot be written: no space is left'],
  ])('refuses %s', (_, prepare, file, message) => {
    prepare();
    const before = readdirSync(at('.'));
    expect(run(['check', 'cdk.tf.json', '--out', file])).toEqual({ status: 3, stdout: '', stderr: `cdktf-auth0: ${message}\n` });
    expect(readdirSync(at('.'))).toEqual(before);
  });

  test('leaves a file as it was if the input is bad', () => {
    write('result.txt', 'old');
    chmodSync(at('result.txt'), 0o600);
    expect(run(['check', 'none.json', '--out', 'result.txt']).status).toBe(3);
    expect(read('result.txt')).toBe('old');
  });
});

describe('colours', () => {
  const colours = (more: object, ...args: string[]) => Array.from(run(['check', 'cdk.tf.json', ...args], more).stdout.matchAll(/\u001b\[(\d+)m(\w+)\u001b\[0m/g), ([, code, text]) => `${code} ${text}`);

  test('are there on a terminal', () => {
    expect(colours({ isTerminal: true })).toEqual(['33 warning', '31 error', '90 acknowledged']);
  });

  test.each<[string, object, string[]]>([
    ['elsewhere', {}, []],
    ['with NO_COLOR', { isTerminal: true, env: { NO_COLOR: '1' } }, []],
    ['on a dumb terminal', { isTerminal: true, env: { TERM: 'dumb' } }, []],
    ['in JSON', { isTerminal: true }, ['--format', 'json']],
  ])('are not there %s', (_, more, args) => {
    expect(colours(more, ...args)).toEqual([]);
  });

  test('are not there in a file', () => {
    run(['check', 'cdk.tf.json', '--out', 'result.txt'], { isTerminal: true });
    expect(read('result.txt')).not.toContain('\u001b');
  });
});

test('text from the input cannot control the terminal', () => {
  const path = 'a\u001b[2J\r\n\u202eb';
  write('cdk.tf.json', configuration({ 'auth0_resource_server.a': { 'identifier': 'https://a', 'token_lifetime': 0, '//': { metadata: { path } } } }));
  expect(run(['check', 'cdk.tf.json']).stdout).toContain('auth0_resource_server.a (a\\u001b[2J\\u000d\\u000a\\u202eb): ');
  expect(run(['check', '\u001b[2J'])).toEqual({ status: 3, stdout: '', stderr: 'cdktf-auth0: \\u001b[2J cannot be read: there is no such file or folder\n' });
});

describe('progress', () => {
  test('is told on standard error after a second', () => {
    let now = 0;
    expect(run(['check', 'cdk.tf.json'], { elapsed: () => (now += 600) }).stderr).toBe('checking...\n');
  });

  test('is not told before', () => {
    expect(run(['check', 'cdk.tf.json'], { elapsed: () => 1000 }).stderr).toBe('');
  });
});
