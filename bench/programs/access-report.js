// Reports who can do what, and compares two reports: node access-report.js <APIs> <applications> <roles> [open]
// With 'open', every application may get every scope for users. Prints the time and the peak memory.

const { diffAccess } = require('../../lib/access/diff');
const { reportOf } = require('../../lib/access/report/build');
const { readTenant } = require('../../lib/tenant/read-tenant');
const { terraformJsonSource } = require('../../lib/tenant/sources/terraform-json');

const [apis, clients, roles] = process.argv.slice(2, 5).map(Number);
const isOpen = process.argv.includes('open');
const SCOPES = ['read', 'list', 'write', 'delete', 'approve', 'export', 'import', 'share', 'admin', 'audit'];
const list = (count, item) => Object.fromEntries(Array.from({ length: count }, (_, index) => item(index)));
const identifier = (index) => `https://api.example.com/${index % apis}`;
const policies = isOpen ? {} : { subject_type_authorization: { user: { policy: 'require_client_grant' }, client: { policy: 'require_client_grant' } } };

/** A definition in which each application has two grants, and each role has permissions on five APIs. */
function definition(granted) {
  return {
    resource: {
      auth0_resource_server: list(apis, (index) => [`api${index}`, { identifier: identifier(index), enforce_policies: !isOpen, ...policies }]),
      auth0_resource_server_scopes: list(apis, (index) => [`api${index}`, {
        resource_server_identifier: identifier(index), scopes: SCOPES.map((name) => ({ name })),
      }]),
      auth0_client: list(clients, (index) => [`client${index}`, { name: `Client ${index}` }]),
      auth0_client_grant: list(clients * 2, (index) => [`grant${index}`, {
        client_id: `\${auth0_client.client${index % clients}.client_id}`,
        audience: identifier(index * 7),
        subject_type: index < clients ? 'client' : 'user',
        scopes: SCOPES.slice(0, granted),
      }]),
      auth0_role: list(roles, (index) => [`role${index}`, { name: `Role ${index}` }]),
      auth0_role_permissions: list(roles, (index) => [`role${index}`, {
        role_id: `\${auth0_role.role${index}.id}`,
        permissions: Array.from({ length: 5 }, (_, at) => ({ name: SCOPES[at], resource_server_identifier: identifier(index * 5 + at) })),
      }]),
    },
  };
}

const [before, after] = [definition(9), definition(10)];
const start = process.hrtime.bigint();
const [old, current] = [before, after].map((document) => reportOf(readTenant([terraformJsonSource(document, 'cdk.tf.json')], { isOneTenant: true })));
const { verdict, changes } = diffAccess(old, current);
const ms = Number(process.hrtime.bigint() - start) / 1e6;
if (current.statements.length < (isOpen ? apis : clients) || (!isOpen && (verdict !== 'broader' || changes.length < clients))) {
  throw new Error(`the report has ${current.statements.length} statements, and the diff is ${verdict} with ${changes.length} changes, which cannot be right`);
}
console.log(JSON.stringify({ ms, peakKb: process.resourceUsage().maxRSS, statements: current.statements.length, changes: changes.length }));
