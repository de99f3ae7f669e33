import { App, TerraformStack } from 'cdktf';
import * as auth0 from '../../lib';
import { BROKEN_API, commandLine, configuration } from '../support/cli';

const { run, write, at } = commandLine();

/** A warning that can be acknowledged, and its line. */
const ZERO = { identifier: 'https://api.example.com/orders', token_lifetime: 0 };
const MESSAGE = 'auth0_resource_server.a: token_lifetime is 0 seconds, whose effect Auth0 does not document: set the lifetime you want';
const ENTRY = { id: 'token-lifetime-zero', address: 'auth0_resource_server.a', reason: 'by design' };

describe('in the JSON', () => {
  const withEntries = (...acknowledged: unknown[]) =>
    write('cdk.tf.json', configuration({ 'auth0_resource_server.a': { ...ZERO, '//': { acknowledged } } }));

  test('as a program writes them', () => {
    const app = new App({ outdir: at('out') });
    const stack = new TerraformStack(app, 'orders');
    new auth0.Auth0Provider(stack, 'auth0');
    auth0.Checks.of(stack).acknowledge({ id: 'token-lifetime-zero', reason: 'by design', until: '2127-03-31', by: 'api-team' });
    new auth0.ResourceServer(stack, 'Orders', { identifier: 'https://api.example.com/orders', tokenLifetime: auth0.Duration.seconds(0), safeDefaults: false });
    app.synth();
    const { status, stdout } = run(['check', '--strict', 'out']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^out\/stacks\/orders\/cdk\.tf\.json:\d+: acknowledged: auth0_resource_server\.\w+ \(orders\/Orders\/Resource\): token_lifetime is 0 .* \[token-lifetime-zero\]: by design \(by api-team, until 2127-03-31\)\n0 errors, 0 warnings, 1 acknowledged in 1 resource of Auth0\n$/);
  });

  test('an expired one no longer applies', () => {
    withEntries({ ...ENTRY, until: '2027-01-14' });
    expect(run(['check', 'cdk.tf.json']).stdout).toBe(
      `cdk.tf.json:4: warning: ${MESSAGE} (was acknowledged until 2027-01-14) [token-lifetime-zero]\n0 errors, 1 warning in 1 resource of Auth0\n`);
  });

  test('a valid one goes before an expired one, on its last day, too', () => {
    withEntries({ ...ENTRY, until: '2027-01-14' }, { ...ENTRY, until: '2027-01-15' });
    expect(run(['check', 'cdk.tf.json']).stdout).toContain('0 errors, 0 warnings, 1 acknowledged');
  });

  test.each([
    ['of another rule', { id: 'authz-dialect-without-rbac', reason: 'by design' }],
    ['of no rule', { id: 'nothing', reason: 'by design' }],
    ['without a reason', { id: 'token-lifetime-zero' }],
    ['of another form', 'token-lifetime-zero'],
  ])('one %s does not apply', (_, entry) => {
    withEntries(entry, null);
    expect(run(['check', 'cdk.tf.json']).stdout).toContain('0 errors, 1 warning in');
  });

  test('an error that Auth0 refuses cannot be acknowledged', () => {
    write('cdk.tf.json', configuration({ 'auth0_resource_server.a': { ...BROKEN_API, '//': { acknowledged: [{ id: 'web-lifetime-gt-lifetime', reason: 'no' }] } } }));
    expect(run(['check', 'cdk.tf.json']).stdout).toContain('1 error, 0 warnings in');
  });
});

describe('in a file', () => {
  const file = (...acknowledged: unknown[]) => ({ acknowledged });

  beforeEach(() => write('cdk.tf.json', configuration({ 'auth0_resource_server.a': { ...ZERO, '//': { metadata: { path: 'orders/Orders' } } } })));

  test.each(['auth0_resource_server.a', 'orders/Orders'])('one for %s applies', (address) => {
    write('auth0-checks.json', file({ ...ENTRY, address, by: 'api-team' }));
    expect(run(['check', '--strict', 'cdk.tf.json'])).toEqual({
      status: 0,
      stdout: `cdk.tf.json:4: acknowledged: ${MESSAGE.replace(':', ' (orders/Orders):')} [token-lifetime-zero]: by design (by api-team)\n` +
        '0 errors, 0 warnings, 1 acknowledged in 1 resource of Auth0\n',
      stderr: '',
    });
  });

  test('of another name', () => {
    write('exceptions.json', file(ENTRY));
    expect(run(['check', '--acknowledgements', 'exceptions.json', 'cdk.tf.json']).stdout).toContain('1 acknowledged');
    expect(run(['check', 'cdk.tf.json']).stdout).toContain('1 warning');
  });

  test('one that applies to nothing is a warning', () => {
    write('auth0-checks.json', file(ENTRY, { ...ENTRY, address: 'auth0_resource_server.b' }));
    expect(run(['check', '--strict', 'cdk.tf.json'])).toMatchObject({
      status: 2,
      stdout: expect.stringContaining("auth0-checks.json:1: warning: acknowledges 'token-lifetime-zero' for 'auth0_resource_server.b', which does not have this finding: remove it [acknowledgement-unused]\n"),
    });
  });

  test.each<[string, object, string]>([
    ['an id of no rule', { id: 'token-lifetime-zro' }, "acknowledged[0]: id must be the id of a rule, but there is no rule 'token-lifetime-zro': did you mean 'token-lifetime-zero'?"],
    ['a rule that cannot be acknowledged', { id: 'web-lifetime-gt-lifetime' }, "acknowledged[0]: id must be the id of a rule that can be acknowledged, but Auth0 or its provider refuses a definition that breaks 'web-lifetime-gt-lifetime'"],
    ['no reason and no address', { reason: ' ', address: 5 }, "acknowledged[0]: reason is required, but was not given; address must be the address of a resource, such as 'auth0_role.clerk', or the path of a construct"],
    ['no day', { until: '2027-02-30' }, "acknowledged[0]: until must be a day, such as '2027-03-31'"],
    ['an unknown member', { util: '2027-02-28' }, "acknowledged[0] has an unknown member 'util': did you mean 'until'?"],
  ])('%s is refused', (_, entry, message) => {
    write('auth0-checks.json', file({ ...ENTRY, ...entry }));
    expect(run(['check', 'cdk.tf.json'])).toEqual({ status: 3, stdout: '', stderr: `cdktf-auth0: auth0-checks.json: ${message}\n` });
  });

  test.each<[string, unknown, string]>([
    ['a list', [], 'auth0-checks.json: the document must be an object, but a list was found'],
    ['another member', { acknowledge: [] }, "auth0-checks.json has an unknown member 'acknowledge': did you mean 'acknowledged'?"],
    ['no JSON', '{', 'auth0-checks.json is not JSON: it ends too early'],
    ['a text', { acknowledged: ['a'] }, 'auth0-checks.json: acknowledged[0] must be an object, but a string was found'],
  ])('a file with %s is refused', (_, content, message) => {
    write('auth0-checks.json', content);
    expect(run(['check', 'cdk.tf.json'])).toEqual({ status: 3, stdout: '', stderr: `cdktf-auth0: ${message}\n` });
  });

  test('a file that is named must be there', () => {
    expect(run(['check', '--acknowledgements', 'other.json', 'cdk.tf.json']).stderr).toBe('cdktf-auth0: other.json cannot be read: there is no such file or folder\n');
  });
});
