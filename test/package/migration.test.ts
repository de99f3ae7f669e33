import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as auth0 from '../../lib';
import { RESOURCE_SERVER } from '../../lib/schema/resource-server';
import { DOCS } from '../support/readme';
import { stackOf, synthesize } from '../support/synth';

const ROOT = join(__dirname, '../..');
const { provider_schemas: providers } = JSON.parse(readFileSync(join(ROOT, 'provider-schema/auth0.json'), 'utf8'));
const [{ resource_schemas: RESOURCES }] = Object.values<any>(providers);

const { text } = DOCS.find(({ file }) => file === 'docs/migration.md')!;
const [, names] = text.split('## Names\n');
const rows = Array.from(names.matchAll(/^\| (`\w.*) \|$/gm), ([, row]) => row.split(' | ').map((cell) => /`([\w.]+)/.exec(cell)?.[1]));
const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

test('the names of resources are those of the provider, and of Pulumi', () => {
  const resources = rows.filter(([hcl]) => hcl!.startsWith('auth0_'));
  expect(resources.map(([hcl]) => hcl)).toEqual([
    'auth0_resource_server', 'auth0_resource_server_scopes', 'auth0_client_grant', 'auth0_role', 'auth0_role_permissions',
  ]);
  for (const [hcl, pulumi] of resources) {
    expect(RESOURCES).toHaveProperty(hcl!);
    expect(pulumi).toBe(`auth0.${camelCase(hcl!.replace('auth0', ''))}`);
  }
});

test('the names of attributes are those of the provider, with the property of an API', () => {
  const { attributes, block_types: blocks } = RESOURCES.auth0_resource_server.block;
  const found = rows.filter(([hcl]) => hcl! in { ...attributes, ...blocks });
  expect(found.length).toBe(9);
  for (const [hcl, pulumi, deploy, here] of found) {
    expect([pulumi, deploy, here]).toEqual([camelCase(hcl!), hcl, camelCase(hcl!)]);
    expect(RESOURCE_SERVER.attributes).toHaveProperty(hcl!);
  }
});

test('from bindings: the same attributes, and blocks that move both resources', () => {
  const identifier = 'https://api.example.com/billing';
  const before = synthesize(stackOf((stack) => {
    const api = new auth0.bindings.resourceServer.ResourceServer(stack, 'Billing', { identifier, tokenLifetime: 3600 });
    new auth0.bindings.resourceServerScopes.ResourceServerScopes(stack, 'BillingScopes', {
      resourceServerIdentifier: api.identifier,
      scopes: [{ name: 'read:bills', description: 'Read bills' }],
    });
  }));
  const after = synthesize(stackOf((stack) => {
    const billing = new auth0.ResourceServer(stack, 'Billing', {
      safeDefaults: false, identifier, tokenLifetime: auth0.Duration.hours(1), scopes: { 'read:bills': 'Read bills' },
    });
    billing.resource.moveFromId('auth0_resource_server.Billing');
    billing.scopesResource?.moveFromId('auth0_resource_server_scopes.BillingScopes');
  }));
  for (const [type, name] of [['auth0_resource_server', 'Billing'], ['auth0_resource_server_scopes', 'BillingScopes']]) {
    const [[address, { '//': _, ...written }]] = Object.entries<any>(after.resource[type]);
    const { '//': __, ...was } = before.resource[type][name];
    expect({ ...written, resource_server_identifier: undefined }).toEqual({ ...was, resource_server_identifier: undefined });
    expect(after.moved).toContainEqual(expect.objectContaining({ from: `${type}.${name}`, to: `${type}.${address}` }));
  }
  expect(after.moved).toHaveLength(2);
});

test('from HCL: each resource keeps its address', () => {
  const { resource, moved } = synthesize(stackOf((stack) => {
    const api = new auth0.ResourceServer(stack, 'Api', { identifier: 'https://api.example.com', scopes: { read: 'Read' }, safeDefaults: false });
    const role = new auth0.Role(stack, 'Role', { name: 'Role' });
    role.allow(api, ['read']);
    const all = [api.resource, api.scopesResource!, api.grant('worker', ['read'], { safeDefaults: false }).resource, role.resource, role.permissionsResource!];
    all.forEach((one) => one.overrideLogicalId('old'));
  }));
  expect(moved).toBeUndefined();
  expect(Object.values<any>(resource).flatMap((named) => Object.keys(named))).toEqual(['old', 'old', 'old', 'old', 'old']);
});
