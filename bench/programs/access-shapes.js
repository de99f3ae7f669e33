// Reports who can do what where one thing is large, and compares it with nothing: node access-shapes.js <shape> <number>
// Prints the time and the peak memory.

const { diffAccess } = require('../../lib/access/diff');
const { reportOf } = require('../../lib/access/report/build');
const { readTenant } = require('../../lib/tenant/read-tenant');
const { terraformJsonSource } = require('../../lib/tenant/sources/terraform-json');

const [shape, number] = [process.argv[2], Number(process.argv[3])];
const list = (item) => Object.fromEntries(Array.from({ length: number }, (_, index) => [`a${index}`, item(index)]));
const names = Array.from({ length: number }, (_, index) => `scope${index}`);

const SHAPES = {
  // one API with many scopes, all granted to many applications
  'one-api': {
    statements: number + 1, // also one for users, whom the policy gives every scope
    resource: {
      auth0_resource_server: { api: { identifier: 'https://api.example.com' } },
      auth0_resource_server_scopes: { api: { resource_server_identifier: 'https://api.example.com', scopes: names.map((name) => ({ name })) } },
      auth0_client: list((index) => ({ name: `Client ${index}` })),
      auth0_client_grant: list((index) => ({
        client_id: `\${auth0_client.a${index}.client_id}`, audience: 'https://api.example.com', subject_type: 'client', scopes: names,
      })),
    },
  },
  // grants whose applications and APIs are not in the definition
  'ids': {
    statements: number * 4, // per API: its grant for the application, and for users what nobody knows
    resource: {
      auth0_client_grant: list((index) => ({
        client_id: `client${index}`, audience: `https://api.example.com/${index}`, subject_type: 'client', scopes: ['read'],
      })),
    },
  },
};

const { resource, statements: most } = SHAPES[shape];
const start = process.hrtime.bigint();
const [old, current] = [{}, resource].map((blocks) => reportOf(readTenant([terraformJsonSource({ resource: blocks }, 'cdk.tf.json')], { isOneTenant: true })));
const { verdict, changes } = diffAccess(old, current);
const ms = Number(process.hrtime.bigint() - start) / 1e6;
const { length } = current.statements;
if (length < number || length > most || verdict !== 'broader' || changes.length < number) {
  throw new Error(`the report has ${length} statements, and the diff is ${verdict} with ${changes.length} changes, which cannot be right`);
}
console.log(JSON.stringify({ ms, peakKb: process.resourceUsage().maxRSS, statements: length, changes: changes.length }));
