import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../support/cli';

const { run } = commandLine();
const VERBS = ['access', 'diff', 'check'];

test.each(['--help', '-h', 'help'])('%s lists the commands', (option) => {
  const { status, stdout, stderr } = run([option]);
  expect([status, stderr]).toEqual([0, '']);
  expect(Array.from(stdout.matchAll(/^ {2}(\w+) /gm), ([, name]) => name)).toEqual(VERBS);
});

describe.each(VERBS)('%s --help', (verb) => {
  test.each(['--help', '-h'])('%s describes every option, the exit status, and has examples', (option) => {
    const { status, stdout, stderr } = run([verb, option]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`Usage: cdktf-auth0 ${verb} `);
    expect(stdout).toContain('Exit status: 0 ');
    expect(stdout).toMatch(new RegExp(`^Examples:\n(?:  .*cdktf-auth0 ${verb} .*\n)+$`, 'm'));
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
  });
});

test('check --help names every option', () => {
  const { stdout } = run(['check', '--help']);
  expect(Array.from(stdout.matchAll(/^ {2}(?:-h, )?--(\w+)/gm), ([, name]) => name)).toEqual(['format', 'out', 'strict', 'acknowledgements', 'help']);
});

test('--version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  expect(run(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('without a command, the help goes to standard error', () => {
  expect(run([])).toEqual({ status: 3, stdout: '', stderr: run(['--help']).stdout });
});

test.each<[string, string[], string]>([
  ['an unknown command', ['chek'], "there is no command 'chek', did you mean check?: see cdktf-auth0 --help"],
  ['one that is like no other', ['deploy'], "there is no command 'deploy': see cdktf-auth0 --help"],
  ['an unknown option', ['check', '--strikt', 'a'], 'there is no option --strikt, did you mean --strict?: see cdktf-auth0 check --help'],
  ['an option without its value', ['check', '--format'], "Option '--format <value>' argument missing: see cdktf-auth0 check --help"],
  ['a value for an option without one', ['check', '--strict=yes'], "Option '--strict' does not take an argument: see cdktf-auth0 check --help"],
  ['an unknown format', ['check', '--format', 'xml', 'a'], "--format must be 'text', 'json' or 'sarif', but 'xml' was given"],
])('%s is refused', (_, args, message) => {
  expect(run(args)).toEqual({ status: 3, stdout: '', stderr: `cdktf-auth0: ${message}\n` });
});
