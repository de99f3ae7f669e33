import { reportOf } from '../../../lib/access/report/build';
import { Narrowing, narrowReport } from '../../../lib/access/report/narrow';
import { tenantWith } from '../../support/tenant';

const [ORDERS, CATALOG] = ['https://api.example.com/orders', 'https://api.example.com/catalog'];
const grant = (client: string, audience: string, subject: string, scopes: readonly string[]) =>
  ({ client_id: `\${auth0_client.${client}.client_id}`, audience, subject_type: subject, scopes });
const api = (identifier: string, rbac: boolean) =>
  ({ identifier, enforce_policies: rbac, subject_type_authorization: { user: { policy: 'require_client_grant' } } });
const scopes = (identifier: string, ...names: string[]) => ({ resource_server_identifier: identifier, scopes: names.map((name) => ({ name })) });

const report = reportOf(tenantWith({
  auth0_resource_server: { orders: api(ORDERS, true), catalog: api(CATALOG, false) },
  auth0_resource_server_scopes: { orders: scopes(ORDERS, 'read', 'write'), catalog: scopes(CATALOG, 'list', 'read') },
  auth0_client: { worker: {}, shop: {} },
  auth0_client_grant: {
    a: grant('worker', ORDERS, 'client', ['read', 'write']),
    b: grant('shop', ORDERS, 'user', ['read', 'write']),
    c: grant('shop', CATALOG, 'user', ['list', 'read']),
  },
  auth0_role: { clerk: { name: 'Clerk' } },
  auth0_role_permissions: { clerk: { role_id: '${auth0_role.clerk.id}', permissions: [{ name: 'read', resource_server_identifier: ORDERS }] } },
}));

const narrowed = (narrowing: Narrowing) => narrowReport(report, narrowing).statements.map(({ clients, api: of, users, scopes: names }) =>
  [clients, of, users, names].join(' ').replace(/auth0_\w+\./g, ''));

test.each<[Narrowing, string[]]>([
  [{}, ['shop catalog all list,read', 'shop orders with_role read', 'shop orders with_permission write', 'worker orders  read,write']],
  [{ api: CATALOG }, ['shop catalog all list,read']],
  [{ api: 'auth0_resource_server.orders', client: 'auth0_client.worker' }, ['worker orders  read,write']],
  [{ scope: 'read' }, ['shop catalog all read', 'shop orders with_role read', 'worker orders  read']],
  [{ role: 'auth0_role.clerk' }, ['shop catalog all list,read', 'shop orders with_role read']],
  [{ role: 'auth0_role.clerk', api: ORDERS, scope: 'write' }, []],
])('%j leaves what is about it', (narrowing, expected) => {
  expect(narrowed(narrowing)).toEqual(expected);
});

test('the report still names only what it is about', () => {
  const { apis, clients, roles } = narrowReport(report, { api: ORDERS, client: 'auth0_client.shop', scope: 'read' });
  expect([apis.map(({ name, scopes: names }) => [name, ...names]), clients.map(({ name }) => name), roles.map(({ name }) => name)]).toEqual(
    [[['auth0_resource_server.orders', 'read']], ['auth0_client.shop'], ['auth0_role.clerk']],
  );
});

test.each<[Narrowing, string]>([
  [{ api: 'https://api.example.com/order' }, "there is no API 'https://api.example.com/order': did you mean 'https://api.example.com/orders'?"],
  [{ client: 'auth0_client.wroker' }, "there is no application 'auth0_client.wroker': did you mean 'auth0_client.worker'?"],
  [{ role: 'admin' }, "there is no role 'admin': there are 'auth0_role.clerk'"],
  [{ scope: 'raed' }, "there is no scope 'raed': did you mean 'read'?"],
  [{ api: CATALOG, scope: 'write' }, "there is no scope 'write' of 'auth0_resource_server.catalog': there are 'list', 'read'"],
])('%j is an error that names the nearest', (narrowing, message) => {
  expect(() => narrowReport(report, narrowing)).toThrow(message);
});
