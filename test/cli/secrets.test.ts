import { REPORT_FORMATS } from '../../lib/access/report';
import { DIFF_FORMATS } from '../../lib/access/report/diff';
import { commandLine, configuration } from '../support/cli';
import { change, configured, shown, stateOf } from '../support/shown';

const { run, write, read } = commandLine();

/** Every secret of the inputs has this in it. */
const SECRET = 'Xy5ecret';
const secret = (name: string) => `${SECRET}-${name}`;

/** Resources with secrets in every attribute that Terraform marks, also in those that rules show in messages. */
const RESOURCES = [
  shown('auth0_resource_server.a', {
    identifier: secret('identifier'), name: secret('name'), signing_alg: 'HS256', signing_secret: secret('key'), token_lifetime: 100, token_lifetime_for_web: 200,
  }, { sensitive_values: { identifier: true, name: true, signing_secret: true } }),
  shown('auth0_resource_server.b', { identifier: 'https://b', signing_alg: 'RS256', signing_secret: secret('short') }, { sensitive_values: { signing_secret: true } }),
  shown('auth0_resource_server_scopes.s', { resource_server_identifier: 'https://b', scopes: [{ name: secret('scope') }, { name: secret('scope') }] }, { sensitive_values: { scopes: [{ name: true }, {}] } }),
  shown('auth0_client_grant.g', { client_id: secret('client'), audience: secret('audience'), scopes: [secret('s'), secret('s')], subject_type: secret('subject') }, {
    sensitive_values: { client_id: true, audience: true, scopes: true, subject_type: true },
  }),
  shown('auth0_role.r', { name: secret('role'), type: secret('type') }, { sensitive_values: { name: true, type: true } }),
  shown('auth0_client.c', { name: 'c', client_id: 'abc', client_secret: secret('client-secret') }, { sensitive_values: { client_secret: true } }),
  shown('auth0_resource_server.open', { identifier: 'https://open', signing_secret: secret('open') }, { sensitive_values: { signing_secret: true } }),
  shown('auth0_resource_server_scopes.open', { resource_server_identifier: 'https://open', scopes: [{ name: 'read', description: secret('description') }] }, {
    sensitive_values: { scopes: [{ description: true }] },
  }),
];

const PLAN = {
  format_version: '1.2',
  planned_values: { outputs: { o: { sensitive: true, value: secret('output') } }, root_module: { resources: RESOURCES } },
  resource_changes: [change('auth0_resource_server.a', {}, { before: { signing_secret: secret('before') } })],
  prior_state: { format_version: '1.0', values: { root_module: { resources: RESOURCES } } },
  variables: { v: { value: secret('variable') } },
  configuration: {
    provider_config: { auth0: { name: 'auth0', expressions: { client_secret: { constant_value: secret('provider') } } } },
    root_module: { resources: [configured('auth0_resource_server.a', { signing_secret: { constant_value: secret('key') } })] },
  },
};

const CONFIGURATION = configuration({
  'auth0_resource_server.a': { identifier: 'https://a', signing_secret: secret('key'), signing_alg: 'RS256', token_lifetime: 0 },
  'auth0_resource_server_scopes.a': { resource_server_identifier: 'https://a', scopes: [{ name: 'read' }] },
  'auth0_client.c': { name: 'c', client_secret: secret('old-client-secret') },
  'auth0_client_credentials.c': { client_id: 'c', client_secret: secret('client-secret'), authentication_method: 'client_secret_post' },
}, { provider: { auth0: [{ client_secret: secret('provider'), api_token: secret('token') }] }, variable: { v: { sensitive: true, default: secret('variable') } } });

const INPUTS: Array<[string, unknown]> = [['a plan', PLAN], ['a state', stateOf(RESOURCES)], ['a configuration', CONFIGURATION]];

describe.each(INPUTS)('%s', (_, document) => {
  test.each(['text', 'json', 'sarif'])('does not show its secrets as %s', (format) => {
    write('input.json', document);
    expect(read('input.json')).toContain(SECRET);
    const { status, stdout, stderr } = run(['check', '--format', format, 'input.json']);
    expect(status).toBeLessThan(3);
    expect(stdout).toContain('auth0_resource_server.');
    expect(stdout + stderr).not.toContain(SECRET);
  });

  test.each(REPORT_FORMATS)('does not show its secrets in the report as %s', (format) => {
    write('input.json', document);
    const { status, stdout, stderr } = run(['access', '--format', format, 'input.json']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('auth0_resource_server.');
    expect(stdout).not.toContain(SECRET);
  });

  test.each(DIFF_FORMATS)('does not show its secrets in a comparison as %s', (format) => {
    write('input.json', document);
    write('empty.json', configuration({ 'auth0_resource_server.a': { identifier: 'https://other' } }));
    write('open.json', configuration({ 'auth0_client.a': { name: 'A' }, 'auth0_resource_server.a': { identifier: 'https://a' } }));
    write('invariants.json', { invariants: [{ name: 'nobody', never: { api: 'auth0_resource_server.a' } }, { name: 'no users', never: { users: 'all' } }] });
    const commands = [
      ['diff', 'empty.json', 'input.json'], ['diff', 'input.json', 'empty.json'], ['diff', 'open.json', 'input.json'], ['diff', 'input.json'],
      ['access', '--baseline', 'access.json', 'empty.json'], ['access', '--invariants', 'invariants.json', 'input.json'],
    ];
    expect(run(['access', '--baseline', 'access.json', '--update', 'input.json'])).toEqual({ status: 0, stdout: '', stderr: '' });
    const results = commands.map((args) => run([args[0], '--format', format, ...args.slice(1)]));
    expect(results.map(({ status }) => status > 2)).toEqual([false, false, false, document !== PLAN, false, false]); // only a plan has both sides
    expect(JSON.stringify([results, read('access.json')])).not.toContain(SECRET);
  });

  test('does not show its secrets in an error, wherever it is broken', () => {
    const text = JSON.stringify(document);
    for (let end = 0; end < text.length; end += 7) {
      for (const stdin of [text.slice(0, end), `${text.slice(0, end)}\u0000${text.slice(end)}`]) { // no string may have a 0
        const { status, stdout, stderr } = run(['check', '-'], { stdin });
        expect([status, stdout]).toEqual([3, '']);
        expect(stderr).not.toContain(SECRET);
      }
    }
  });

  test.each([['check'], ['access'], ['diff'], ['diff', 'good.json']].map((command) => [command.join(' '), command] as const))('does not show its secrets in an error of %s about a type', (__, command) => {
    write('good.json', configuration({}));
    const texts = (JSON.stringify(document).match(/\{|\[/g) ?? []).length;
    for (let index = 0; index < texts; index++) {
      let seen = 0;
      const stdin = JSON.stringify(document, (___, value) => (typeof value === 'object' && value !== null && seen++ === index ? secret('other') : value));
      const { stdout, stderr } = run([...command, '-'], { stdin });
      expect(stdout + stderr).not.toContain(SECRET);
    }
  });

  test('does not show its secrets where it is given as a baseline, as invariants or as acknowledgements', () => {
    write('input.json', document);
    write('good.json', configuration({}));
    for (const args of [['access', '--baseline'], ['access', '--invariants'], ['check', '--acknowledgements']]) {
      const { status, stdout, stderr } = run([...args, 'input.json', 'good.json']);
      expect([status, stdout]).toEqual([3, '']);
      expect(stderr).not.toContain(SECRET);
    }
  });
});
