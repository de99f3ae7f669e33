import { commandLine, configuration, synthesized } from '../support/cli';

const { run, write, read } = commandLine();

const API = 'https://api.example.com/orders';
const grant = (client: string, subject_type: string, scopes: string[]) =>
  ({ client_id: `\${auth0_client.${client}.client_id}`, audience: API, subject_type, scopes });
const M2M = { app_type: 'non_interactive', grant_types: ['client_credentials'] };

/** A shop for users with RBAC, a worker, a partner, and an application that may be a partner. */
const STACK = synthesized('orders', {
  'auth0_resource_server.a': { identifier: API, enforce_policies: true, subject_type_authorization: { user: { policy: 'require_client_grant' } } },
  'auth0_resource_server_scopes.s': { resource_server_identifier: API, scopes: ['read:orders', 'write:orders', 'delete:orders'].map((name) => ({ name })) },
  'auth0_resource_server.open': { identifier: 'https://open', subject_type_authorization: { user: { policy: 'require_client_grant' } } },
  'auth0_resource_server_scopes.open': { resource_server_identifier: 'https://open', scopes: [{ name: 'read' }] },
  'auth0_client.worker': { name: 'Worker', ...M2M },
  'auth0_client_grant.worker': grant('worker', 'client', ['read:orders', 'delete:orders']),
  'auth0_client.partner': { name: 'Partner', ...M2M, is_first_party: false, third_party_security_mode: 'strict' },
  'auth0_client_grant.partner': grant('partner', 'client', ['read:orders']),
  'auth0_client.maybe': { name: 'Maybe', ...M2M, is_first_party: '${var.first_party}', third_party_security_mode: 'strict' },
  'auth0_client_grant.maybe': grant('maybe', 'client', ['write:orders']),
  'auth0_client.shop': { name: 'Shop', app_type: 'spa' },
  'auth0_client_grant.shop': grant('shop', 'user', ['read:orders', 'write:orders']),
  'auth0_client_grant.open': { ...grant('shop', 'user', ['read']), audience: 'https://open' },
  'auth0_client.twin1': { name: 'Twin', app_type: 'spa' },
  'auth0_client.twin2': { name: 'Twin', app_type: 'spa' },
  'auth0_role.clerk': { name: 'Clerk' },
  'auth0_role_permissions.clerk': { role_id: '${auth0_role.clerk.id}', permissions: [{ name: 'write:orders', resource_server_identifier: API }] },
});

/** Judges one invariant: its result, and the applications, scopes and answers that it found. */
function judge(never: object, more: object = {}) {
  write('cdk.tf.json', STACK);
  write('auth0-invariants.json', { invariants: [{ name: 'n', never, ...more }] });
  const { status, stdout, stderr } = run(['access', '--invariants', 'auth0-invariants.json', '--format', 'json', 'cdk.tf.json']);
  expect(stderr).toBe('');
  const { verdict, invariants: [{ result, statements }] } = JSON.parse(stdout);
  expect(verdict).toBe(result === 'holds' ? 'hold' : result);
  return [status, result, ...statements.map(({ clients, scopes, answer }: any) => `${clients.join()} ${scopes.join()} ${answer}`)];
}

test.each<[string, object, unknown[]]>([
  ['a scope that a first-party application has', { api: API, scopes: ['delete:orders'] }, [2, 'broken', 'orders/worker delete:orders yes']],
  ['a scope that third-party applications do not have', { party: 'third', api: API, scopes: ['delete:orders'] }, [0, 'holds']],
  ['a scope that a third-party application has', { party: 'third', scopes: ['read:orders'] }, [2, 'broken', 'orders/partner read:orders yes']],
  ['a scope of an application that may be a third-party one', { party: 'third', scopes: ['write:orders'] }, [2, 'unknown', 'orders/maybe write:orders unknown']],
  ['a scope of an application that may be a first-party one', { party: 'first', subject: 'client', scopes: ['write:orders'] }, [2, 'unknown', 'orders/maybe write:orders unknown']],
  ['an application', { clients: ['worker'], scopes: ['write:orders'] }, [0, 'holds']],
  ['other applications than one', { exceptClients: ['orders/worker'], scopes: ['delete:orders'] }, [0, 'holds']],
  ['an application by its name in Auth0', { clients: ['Worker'], scopes: ['delete:orders'] }, [2, 'broken', 'orders/worker delete:orders yes']],
  ['users with a role by its name in Auth0', { api: API, role: 'Clerk' }, [2, 'broken', 'orders/shop write:orders yes']],
  ['other applications than another one', { exceptClients: ['auth0_client.partner'], scopes: ['delete:orders'] }, [2, 'broken', 'orders/worker delete:orders yes']],
  ['every user, with RBAC', { api: API, users: 'all' }, [0, 'holds']],
  ['every user, without RBAC', { api: 'https://open', users: 'all' }, [2, 'broken', 'orders/shop read yes']],
  ['users with a role', { api: API, role: 'clerk' }, [2, 'broken', 'orders/shop write:orders yes']],
  ['users with a role, to whom it is open', { api: 'https://open', role: 'clerk' }, [2, 'broken', 'orders/shop read yes']],
  ['users', { api: API, subject: 'user' }, [2, 'broken', 'orders/shop write:orders yes', 'orders/shop read:orders yes']],
  ['anonymous users', { subject: 'anonymous_user' }, [0, 'holds']],
])('an invariant about %s', (_, never, expected) => {
  expect(judge(never).sort()).toEqual(expected.sort());
});

test('what cannot be told is allowed where the invariant says so, and is still shown', () => {
  expect(judge({ party: 'third', scopes: ['write:orders'] }, { unknown: 'allow' })).toEqual([0, 'holds', 'orders/maybe write:orders unknown']);
  expect(judge({ party: 'third', subject: 'client', api: API }, { unknown: 'allow' })).toEqual([
    2, 'broken', 'orders/partner read:orders yes', 'orders/maybe write:orders unknown',
  ]);
});

test('scopes that the definition does not name count as any scope', () => {
  write('cdk.tf.json', configuration({
    'auth0_client.shop': { name: 'Shop', app_type: 'spa' },
    'auth0_client_grant.g': { client_id: '${auth0_client.shop.client_id}', audience: API, subject_type: 'user', allow_all_scopes: true },
  }));
  write('auth0-invariants.json', { invariants: [{ name: 'n', never: { api: API, scopes: ['delete:orders'], users: 'all' } }] });
  const { status, stdout } = run(['access', '--invariants', 'auth0-invariants.json', 'cdk.tf.json']);
  expect([status, stdout]).toEqual([2, expect.stringContaining('cannot be told: n\n  unknown: auth0_client.shop, for every user: (other scopes) of ')]);
});

test('access through other applications breaks an invariant', () => {
  const service = {
    name: 'Service', app_type: 'resource_server', resource_server_identifier: 'https://open', token_exchange: { allow_any_profile_of_type: ['on_behalf_of_token_exchange'] },
  };
  write('cdk.tf.json', {
    ...STACK,
    resource: {
      ...STACK.resource,
      auth0_client: { ...STACK.resource.auth0_client, service },
      auth0_client_grant: { ...STACK.resource.auth0_client_grant, service: grant('service', 'user', ['delete:orders']) },
    },
  });
  write('auth0-invariants.json', { invariants: [{ name: 'n', never: { clients: ['shop'], scopes: ['delete:orders'] } }] });
  const { status, stdout } = run(['access', '--invariants', 'auth0-invariants.json', 'cdk.tf.json']);
  expect([status, stdout]).toEqual([2, expect.stringContaining('broken: n\n  orders/shop, for users with the permission, through orders/open: delete:orders of orders/a\n')]);
});

describe('the result', () => {
  const invariants = [
    { name: 'partners never delete', never: { party: 'third', scopes: ['delete:orders'] } },
    { name: 'partners never read', never: { party: 'third', scopes: ['read:orders'] } },
    { name: 'partners never write', never: { party: 'third', scopes: ['write:orders'] } },
    { name: 'perhaps partners write', never: { party: 'third', scopes: ['write:orders'] }, unknown: 'allow' },
  ];
  const result = (format: string) => {
    write('cdk.tf.json', STACK);
    write('auth0-invariants.json', { invariants });
    return run(['access', '--invariants', 'auth0-invariants.json', '--format', format, 'cdk.tf.json']).stdout;
  };

  test('is a text', () => {
    expect(result('text')).toBe(`4 invariants: 1 broken, 1 cannot be told, 2 hold

broken: partners never read
  orders/partner, for itself: read:orders of orders/a
      because 'orders/partner' grants it (auth0_client_grant.partner)

cannot be told: partners never write
  unknown: orders/maybe, for itself: write:orders of orders/a
      because whether the application is a third party is not known; 'orders/maybe' grants it (auth0_client_grant.maybe)

holds: partners never delete

holds: perhaps partners write (it allows 1 statement of which it cannot be told)
  unknown: orders/maybe, for itself: write:orders of orders/a
      because whether the application is a third party is not known; 'orders/maybe' grants it (auth0_client_grant.maybe)
`);
  });

  test('is Markdown', () => {
    expect(result('markdown').split('\n\n').slice(0, 3)).toEqual([
      '4 invariants: 1 broken, 1 cannot be told, 2 hold',
      '**broken**: partners never read',
      `| API | application | for | scopes | answer | because | conditions |
| --- | --- | --- | --- | --- | --- | --- |
| \`orders/a\` | \`orders/partner\` | itself | \`read:orders\` | yes | \`orders/partner\` grants it (\`auth0_client_grant.partner\`) |  |`,
    ]);
  });

  test('is written to a file', () => {
    const text = result('text');
    expect(run(['access', '--invariants', 'auth0-invariants.json', '--out', 'result.txt', 'cdk.tf.json'])).toEqual({ status: 2, stdout: '', stderr: '' });
    expect(read('result.txt')).toBe(text);
  });
});

test('the example of the help is read', () => {
  write('cdk.tf.json', STACK);
  write('auth0-invariants.json', /\{ "invariants"[^]*?\] \}\n/.exec(run(['access', '--help']).stdout)![0]);
  expect(run(['access', '--invariants', 'auth0-invariants.json', 'cdk.tf.json'])).toMatchObject({ status: 0, stdout: '1 invariant: 1 holds\n\nholds: partners never delete orders\n' });
});

describe('refused is', () => {
  const one = (never: unknown, more: object = {}) => ({ invariants: [{ name: 'n', never, ...more }] });

  test.each<[string, unknown, string]>([
    ['a file that is broken', '{', 'i.json is not JSON: it ends too early'],
    ['a file without invariants', {}, 'i.json: invariants must be a list of at least one, but nothing was found'],
    ['an empty list', { invariants: [] }, 'i.json: invariants must be a list of at least one, but none is in it'],
    ['another member of the file', { ...one({ api: API }), invariant: [] }, "i.json has an unknown member 'invariant': did you mean 'invariants'?"],
    ['an invariant of another type', { invariants: ['a'] }, 'i.json: invariants[0] must be an object, but a string was found'],
    ['an invariant without a name', { invariants: [{ never: { api: API } }] }, 'i.json: invariants[0].name must be a text, but nothing was found'],
    ['two with one name', { invariants: [...one({ api: API }).invariants, ...one({ api: API }).invariants] }, "i.json: invariants[1].name must be unique, but 'n' is there twice"],
    ['another member of an invariant', one({ api: API }, { unkown: 'allow' }), "i.json: invariants[0] has an unknown member 'unkown': did you mean 'unknown'?"],
    ['a member that is not known at all', one({ tenant: 'a' }), "i.json: invariants[0].never has an unknown member 'tenant': known are clients, exceptClients, party, subject, users, role, api, scopes"],
    ['an invariant that forbids nothing in particular', one({}), "i.json: invariants[0].never must say what is never allowed, with 'clients', 'exceptClients', 'party', 'subject', 'users', 'role', 'api' or 'scopes'"],
    ['a pattern of another type', one('a'), 'i.json: invariants[0]: never must be an object, but a string was found'],
    ['one scope as a text', one({ scopes: 'read' }), "i.json: invariants[0].never.scopes must be a list of at least one text, but 'read' was found"],
    ['an empty list of applications', one({ clients: [] }), 'i.json: invariants[0].never.clients must be a list of at least one text, but a list was found'],
    ['a number', one({ api: 5 }), 'i.json: invariants[0].never.api must be a text, but a number was found'],
    ['another party', one({ party: 'thrd' }), "i.json: invariants[0].never.party must be 'first' or 'third', but 'thrd' was found: did you mean 'third'?"],
    ['another answer to unknown', one({ api: API }, { unknown: true }), "i.json: invariants[0].unknown must be 'allow' or 'refuse', but a boolean was found"],
    ['users of tokens without users', one({ users: 'all', subject: 'client' }), "i.json: invariants[0].never has users, so its subject must be 'user', but it is 'client'"],
    ['an API that is not there', one({ api: `${API}s` }), `the invariant 'n': there is no API '${API}s': did you mean '${API}'?`],
    ['a scope that is not there', one({ api: API, scopes: ['delete:order'] }), "the invariant 'n': there is no scope 'delete:order' of 'orders/a': did you mean 'delete:orders'?"],
    ['an application that is not there', one({ exceptClients: ['orders/wrker'] }), "the invariant 'n': there is no application 'orders/wrker': did you mean 'orders/worker'?"],
    ['an exception for a name that two applications have', one({ exceptClients: ['Twin'] }), "the invariant 'n': 'Twin' is the name of more than one application: give the path or the address, 'orders/twin1' or 'orders/twin2'"],
    ['a role that is not there', one({ role: 'boss' }), "the invariant 'n': there is no role 'boss': there are 'orders/clerk'"],
  ])('%s', (_, content, message) => {
    write('cdk.tf.json', STACK);
    write('i.json', content);
    expect(run(['access', '--invariants', 'i.json', 'cdk.tf.json'])).toEqual({ status: 3, stdout: '', stderr: `cdktf-auth0: ${message}\n` });
  });

  test('a file that is not there, and a report that is narrowed', () => {
    expect(run(['access', '--invariants', 'i.json', 'cdk.tf.json']).stderr).toBe('cdktf-auth0: i.json cannot be read: there is no such file or folder\n');
    expect(run(['access', '--invariants', 'i.json', '--scope', 'a', 'cdk.tf.json']).stderr).toBe('cdktf-auth0: --scope cannot be used with --invariants\n');
  });
});
