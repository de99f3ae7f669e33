import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import * as auth0 from '../../lib';
import { BROKEN_API, commandLine, configuration, synthesized } from '../support/cli';
import { change, shown, stateOf } from '../support/shown';

const BROKEN = 'token_lifetime_for_web must not be greater than token_lifetime (100 seconds), but 200 was given [web-lifetime-gt-lifetime]';
const API = { identifier: 'https://api.example.com/orders' };
const GRANT = { client_id: 'abc', audience: 'https://api.example.com/orders', scopes: [] };

/** A grant that waits for its API. */
const AFTER = { ...GRANT, audience: '${auth0_resource_server.a.identifier}' };

const { run, write, at } = commandLine();

test('what has no findings', () => {
  write('cdk.tf.json', synthesized('orders', { 'auth0_resource_server.a': API, 'null_resource.b': {} }));
  expect(run(['check', 'cdk.tf.json'])).toEqual({ status: 0, stdout: '0 errors, 0 warnings in 1 resource of Auth0\n', stderr: '' });
});

test('the rules on one resource, between resources and on the provider', () => {
  write('cdk.tf.json', synthesized('orders', { 'auth0_resource_server.a': BROKEN_API, 'auth0_client_grant.g': AFTER, 'auth0_client_grant.h': AFTER }, {
    provider: { auth0: [{ domain: 'example.eu.auth0.com', client_secret: 'cd-secret' }] },
  }));
  expect(run(['check', 'cdk.tf.json'])).toEqual({
    status: 1,
    stdout: [
      'cdk.tf.json:45: warning: provider.auth0: client_secret is written in plain text to the Terraform JSON: set AUTH0_CLIENT_SECRET in the environment instead, or take it from a sensitive variable [provider-secret-literal]',
      `cdk.tf.json:10: error: auth0_resource_server.a (orders/a): ${BROKEN}`,
      "cdk.tf.json:32: warning: 'orders/h' repeats the grant 'orders/g' [duplicate-tuple]",
      '1 error, 2 warnings in 3 resources of Auth0\n',
    ].join('\n'),
    stderr: '',
  });
});

test('several inputs are one tenant', () => {
  write('api.tf.json', synthesized('api', { 'auth0_resource_server.a': API, 'auth0_resource_server_scopes.s': { resource_server_identifier: API.identifier, scopes: [{ name: 'read:orders' }] } }));
  write('grants.tf.json', synthesized('grants', { 'auth0_client_grant.g': { ...GRANT, scopes: ['read:order'] } }));
  expect(run(['check', 'grants.tf.json']).status).toBe(0);
  expect(run(['check', 'grants.tf.json', 'api.tf.json']).stdout).toContain("'grants/g' grants the scope 'read:order', which 'api/a' does not declare");
});

test('two tenants in one program are not mixed', () => {
  const scopes = (name: string) => ({ resource_server_identifier: '${auth0_resource_server.a.identifier}', scopes: [{ name }] });
  const stack = (name: string, grants: object) => synthesized(name, { 'auth0_resource_server.a': API, 'auth0_resource_server_scopes.s': scopes(name), ...grants }, {
    provider: { auth0: [{ domain: `${name}.eu.auth0.com` }] },
  });
  write('out/dev/cdk.tf.json', stack('dev', { 'auth0_client_grant.g': { ...AFTER, scopes: ['dev'] } }));
  write('out/prod/cdk.tf.json', stack('prod', { 'auth0_client_grant.g': { ...AFTER, scopes: ['prod'] } }));
  write('out/manifest.json', { stacks: { dev: { synthesizedStackPath: 'dev/cdk.tf.json' }, prod: { synthesizedStackPath: 'prod/cdk.tf.json' } } });
  expect(run(['check', 'out'])).toEqual({ status: 0, stdout: '0 errors, 0 warnings in 6 resources of Auth0\n', stderr: '' });
});

test('a plan', () => {
  write('plan.json', {
    format_version: '1.2',
    planned_values: { root_module: { resources: [shown('auth0_resource_server.a', BROKEN_API), shown('auth0_resource_server.b', { identifier: null, token_lifetime: 0 })] } },
    resource_changes: [change('auth0_resource_server.b', { identifier: true })],
    configuration: { provider_config: { auth0: { name: 'auth0', expressions: { api_token: { constant_value: 'plan-secret' }, client_secret: { references: ['var.s'] } } } } },
  });
  expect(run(['check', 'plan.json']).stdout).toBe([
    'plan.json:1: warning: provider.auth0: api_token is written in plain text to the Terraform JSON: set AUTH0_API_TOKEN in the environment instead, or take it from a sensitive variable [provider-secret-literal]',
    `plan.json:7: error: auth0_resource_server.a: ${BROKEN}`,
    'plan.json:21: warning: auth0_resource_server.b: token_lifetime is 0 seconds, whose effect Auth0 does not document: set the lifetime you want [token-lifetime-zero]',
    '1 error, 2 warnings in 2 resources of Auth0\n',
  ].join('\n'));
});

test('a state that the provider wrote has no findings', () => {
  const api = {
    ...API,
    id: '0123456789abcdef01234567',
    name: 'Orders',
    allow_offline_access: false,
    allow_online_access: null,
    authorization_details: [],
    authorization_policy: [],
    client_id: null,
    consent_policy: 'null',
    enforce_policies: false,
    is_system: false,
    proof_of_possession: [],
    signing_alg: 'RS256',
    signing_secret: '',
    skip_consent_for_verifiable_first_party_clients: true,
    subject_type_authorization: [{ client: [{ policy: 'require_client_grant' }], user: [{ policy: 'allow_all' }] }],
    token_dialect: 'access_token',
    token_encryption: [],
    token_lifetime: 86400,
    token_lifetime_for_anonymous: null,
    token_lifetime_for_web: 7200,
    verification_location: '',
  };
  const grant = {
    ...GRANT,
    id: 'cgr_1',
    allow_all_scopes: false,
    allow_any_organization: false,
    authorization_details_types: [],
    default_for: '',
    is_system: false,
    organization_usage: '',
    subject_type: 'client',
    scopes: ['read:orders'],
  };
  write('state.json', stateOf([shown('auth0_resource_server.a', api), shown('auth0_client_grant.g', grant)]));
  expect(run(['check', 'state.json'])).toEqual({ status: 0, stdout: '0 errors, 0 warnings in 2 resources of Auth0\n', stderr: '' });
});

describe('the exit status', () => {
  const warning = { 'auth0_resource_server.a': { ...API, token_lifetime: 0 } };

  test.each<[number, Record<string, object>, string[]]>([
    [0, {}, ['--strict']],
    [0, warning, []],
    [2, warning, ['--strict']],
    [1, { ...warning, 'auth0_resource_server.b': BROKEN_API }, ['--strict']],
  ])('is %d with %j and %j', (status, resources, options) => {
    write('cdk.tf.json', configuration(resources));
    expect(run(['check', 'cdk.tf.json', ...options]).status).toBe(status);
  });
});

test('--format json', () => {
  write('cdk.tf.json', synthesized('orders', { 'auth0_resource_server.a': BROKEN_API }));
  const { status, stdout } = run(['check', '--format', 'json', 'cdk.tf.json']);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    errors: 1,
    warnings: 0,
    acknowledged: 0,
    resources: 1,
    findings: [{
      rule: 'web-lifetime-gt-lifetime',
      severity: 'error',
      message: `auth0_resource_server.a (orders/a): ${BROKEN.split(' [')[0]}`,
      address: 'auth0_resource_server.a',
      path: 'orders/a',
      file: 'cdk.tf.json',
      line: 10,
    }],
  });
});

test('the place of a construct is that of its stack trace, if the JSON has it', () => {
  const stackTrace = ['node:internal/main:1:1', 'new Orders (/app/node_modules/lib/index.js:5:6)', 'new Stack (/app/src/main.ts:12:5)'];
  write('cdk.tf.json', configuration({ 'auth0_resource_server.a': { ...BROKEN_API, '//': { metadata: { path: 'orders/a', stackTrace } } } }));
  expect(run(['check', 'cdk.tf.json']).stdout).toContain('/app/src/main.ts:12: error: ');
});

test('a program says at synth and here the same', () => {
  const app = new App({ outdir: at('out'), skipValidation: true });
  const stack = new TerraformStack(app, 'orders');
  new auth0.Auth0Provider(stack, 'auth0');
  const orders = new auth0.ResourceServer(stack, 'Orders', { identifier: 'https://api.example.com/orders', scopes: { 'read:orders': 'Read' } });
  new auth0.bindings.clientGrant.ClientGrant(stack, 'Grant', { clientId: 'abc', audience: orders.identifier, scopes: ['read:order'] });
  app.synth();
  const { status, stdout } = run(['check', 'out']);
  // each framework writes empty lists with another number of lines
  expect({ status, stdout: stdout.replace(/json:\d+:/, 'json:LINE:') }).toEqual({
    status: 1,
    stdout: [
      "out/stacks/orders/cdk.tf.json:LINE: error: 'orders/Grant' grants the scope 'read:order', which 'orders/Orders' does not declare (it declares 'read:orders'): did you mean 'read:orders'? [scope-not-on-api]",
      '1 error, 0 warnings in 3 resources of Auth0\n',
    ].join('\n'),
  });
  cpSync(join(at('out'), 'stacks/orders'), at('orders'), { recursive: true });
  expect(run(['check', 'orders']).status).toBe(1);
});
