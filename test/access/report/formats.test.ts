import { diffAccess } from '../../../lib/access/diff';
import { ReportFormat, REPORT_FORMATS, writeReport } from '../../../lib/access/report';
import { reportOf } from '../../../lib/access/report/build';
import { DiffFormat, writeDiff } from '../../../lib/access/report/diff';
import type { AccessReportJson } from '../../../lib/access/report/model';
import { Blocks, tenantWith } from '../../support/tenant';

const API = 'https://api.example.com/orders';
const POLICIES = { user: { policy: 'require_client_grant' }, client: { policy: 'require_client_grant' } };

/** An API with RBAC, a role, a worker and a shop. */
const blocks = (scopes: readonly string[] = ['read']): Blocks => ({
  auth0_resource_server: { orders: { identifier: API, enforce_policies: true, subject_type_authorization: POLICIES } },
  auth0_resource_server_scopes: { orders: { resource_server_identifier: API, scopes: [{ name: 'read' }, { name: 'write' }] } },
  auth0_client: { worker: {}, shop: { organization_usage: 'require' } },
  auth0_client_grant: {
    worker: { audience: API, client_id: '${auth0_client.worker.client_id}', subject_type: 'client', scopes },
    shop: { audience: API, client_id: '${auth0_client.shop.client_id}', subject_type: 'user', scopes: ['read', '${var.more}'] },
  },
  auth0_role: { clerk: { name: 'Clerk' } },
  auth0_role_permissions: { clerk: { role_id: '${auth0_role.clerk.id}', permissions: [{ name: 'read', resource_server_identifier: API }] } },
});
const report = reportOf(tenantWith(blocks()));
const lines = (...text: string[]) => `${text.join('\n')}\n`;

const BOUNDS = [
  'Actions can add or remove scopes when a token is issued.',
  'Third-party applications also need the consent of the user.',
  'Whoever holds the scopes of the Management API can change all of this.',
  'What is not in the definition is not seen, such as which user has which role, or a permission that a user has directly.',
];

test('text', () => {
  expect(writeReport(report, 'text')).toBe(lines(
    'Who can do what: 1 API, 2 applications, 1 role',
    '',
    `auth0_resource_server.orders (${API})`,
    '  auth0_client.shop, for users with the role auth0_role.clerk: read',
    "      because 'auth0_client_grant.shop' grants it, and the role 'auth0_role.clerk' has the permission (auth0_client_grant.shop)",
    '      condition: only for users with an organization',
    '  unknown: auth0_client.shop, for users with the permission: write',
    "      because which scopes 'auth0_client_grant.shop' grants is known only to Terraform (auth0_client_grant.shop)",
    '  auth0_client.worker, for itself: read',
    "      because 'auth0_client_grant.worker' grants it (auth0_client_grant.worker)",
    '',
    'Not seen',
    ...BOUNDS.map((bound) => `  ${bound}`),
  ));
});

test('Markdown', () => {
  expect(writeReport(report, 'markdown')).toBe(lines(
    '# Who can do what',
    '',
    '1 API, 2 applications, 1 role',
    '',
    '## `auth0_resource_server.orders`',
    '',
    `Identifier: \`${API}\``,
    '',
    '| application | for | scopes | answer | because | conditions |',
    '| --- | --- | --- | --- | --- | --- |',
    '| `auth0_client.shop` | users with the role `auth0_role.clerk` | `read` | yes | `auth0_client_grant.shop` grants it, and the role ' +
      '`auth0_role.clerk` has the permission (`auth0_client_grant.shop`) | only for users with an organization |',
    '| `auth0_client.shop` | users with the permission | `write` | **unknown** | which scopes `auth0_client_grant.shop` grants is known only ' +
      'to Terraform (`auth0_client_grant.shop`) |  |',
    '| `auth0_client.worker` | itself | `read` | yes | `auth0_client_grant.worker` grants it (`auth0_client_grant.worker`) |  |',
    '',
    '## Not seen',
    '',
    ...BOUNDS.map((bound) => `- ${bound}`),
  ));
});

test('Mermaid', () => {
  expect(writeReport(report, 'mermaid')).toBe(lines(
    'flowchart LR',
    `  bounds["Not seen:${BOUNDS.map((bound) => `<br>${bound}`).join('')}"]`,
    '  app0["auth0_client.shop"]',
    '  api1(["auth0_resource_server.orders"])',
    '  app0 -->|"for users with the role auth0_role.clerk: read (1 condition)"| api1',
    '  app0 -.->|"for users with the permission: write (unknown)"| api1',
    '  app2["auth0_client.worker"]',
    '  app2 -->|"for itself: read"| api1',
  ));
});

test('CSV', () => {
  const api = `"auth0_resource_server.orders","${API}"`;
  const [shop, worker] = ['auth0_client_grant.shop', 'auth0_client_grant.worker'];
  expect(writeReport(report, 'csv').split('\r\n')).toEqual([
    '"api","identifier","application","subject_type","users","role","scope","answer","because","conditions","address","through"',
    `${api},"auth0_client.shop","user","with_role","auth0_role.clerk","read","yes","'${shop}' grants it, and the role 'auth0_role.clerk' has the ` +
      `permission","only for users with an organization","${shop}",""`,
    `${api},"auth0_client.shop","user","with_permission","","write","unknown","which scopes '${shop}' grants is known only to Terraform","","${shop}",""`,
    `${api},"auth0_client.worker","client","","","read","yes","'${worker}' grants it","","${worker}",""`,
    ...BOUNDS.map((bound) => `"","","","","","","","not seen","${bound}","","",""`),
    '',
  ]);
});

test('JSON', () => {
  const parsed: AccessReportJson = JSON.parse(writeReport(report, 'json'));
  expect({ ...parsed, statements: parsed.statements.slice(0, 1) }).toEqual({
    version: 1,
    bounds: BOUNDS,
    apis: [{ name: 'auth0_resource_server.orders', id: API, address: 'auth0_resource_server.orders', identifier: API, scopes: ['read', 'write'], hasOtherScopes: false }],
    clients: ['auth0_client.shop', 'auth0_client.worker'].map((name) => ({ name, id: name, address: name, party: 'first' })),
    roles: [{ name: 'auth0_role.clerk', id: 'auth0_role.clerk', address: 'auth0_role.clerk', alsoKnownAs: ['Clerk'] }],
    statements: [{
      clients: ['auth0_client.shop'],
      subject: 'user',
      users: 'with_role',
      role: 'auth0_role.clerk',
      api: 'auth0_resource_server.orders',
      scopes: ['read'],
      answer: 'yes',
      because: "'auth0_client_grant.shop' grants it, and the role 'auth0_role.clerk' has the permission",
      unless: ['only for users with an organization'],
      address: 'auth0_client_grant.shop',
    }],
    paths: [],
  });
  expect(parsed.statements).toHaveLength(3);
});

describe('a diff', () => {
  const wider = diffAccess(report, reportOf(tenantWith(blocks(['read', 'write']))));

  test('as text', () => {
    expect(writeDiff(wider, 'text')).toBe(lines(
      'access is broader',
      '(1 unknown before and after, for the same reason)',
      '',
      'auth0_resource_server.orders',
      '  + auth0_client.worker, for itself: write',
      "      because 'auth0_client_grant.worker' grants it (auth0_client_grant.worker)",
    ));
  });

  test('as Markdown', () => {
    expect(writeDiff(wider, 'markdown')).toBe(lines(
      '**Access becomes broader**: 1 added (1 answer unknown before and after)',
      '',
      '<details>',
      '<summary><code>auth0&#95;resource&#95;server&#46;orders</code>: 1 added</summary>',
      '',
      '|  | application | for | scopes | answer | because | conditions |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| added | `auth0_client.worker` | itself | `write` | no → yes | `auth0_client_grant.worker` grants it (`auth0_client_grant.worker`) |  |',
      '',
      '</details>',
    ));
  });

  test('without a change', () => {
    const known: Blocks = { ...blocks(), auth0_client_grant: { worker: blocks().auth0_client_grant.worker } };
    const same = diffAccess(reportOf(tenantWith(known)), reportOf(tenantWith(known)));
    expect(['text', 'markdown'].map((format) => writeDiff(same, format as DiffFormat))).toEqual(['no change of access\n', 'no change of access\n']);
    expect(JSON.parse(writeDiff(same, 'json'))).toEqual({ version: 1, verdict: 'equal', unknown: 0, changes: [] });
  });
});

test('a secret of the definition is in no output', () => {
  const secrets = { client_secret: 'SECRET-1', signing_secret: 'SECRET-2', options: { key: 'SECRET-3' }, description: 'SECRET-4', client_metadata: { a: 'SECRET-5' } };
  const secret: Blocks = Object.fromEntries(Object.entries(blocks(['write'])).map(([type, resources]) =>
    [type, Object.fromEntries(Object.entries(resources).map(([name, one]) => [name, { ...one, ...secrets }]))]));
  const other = reportOf(tenantWith(secret));
  const diff = diffAccess(report, other);
  const outputs = [
    ...REPORT_FORMATS.map((format: ReportFormat) => writeReport(other, format)),
    ...(['text', 'markdown', 'json'] as const).map((format) => writeDiff(diff, format)),
  ];
  expect(outputs.filter((text) => text.includes('SECRET') || !text.includes('auth0_client.worker'))).toEqual([]);
});
