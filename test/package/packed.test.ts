import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cliOf, MISSING_NODES, NODES, skipped } from '../support/on-demand';
import { compile, Installation, installPacked, MODULES, templateSettings } from '../support/packed';
import { firstProgram } from '../support/readme';

const FRAMEWORK = 'cdktf';
const PACKAGE = 'cdktf-auth0';
const LIMIT = 850_000; // bytes of the tarball; the bindings are nearly all of it

const PROGRAM = `
import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { ResourceServer } from 'cdktf-auth0/lib/bindings/resource-server';

const app = new App({ outdir: 'out' });
const stack = new TerraformStack(app, 'orders');
new auth0.Auth0Provider(stack, 'auth0');
new auth0.ResourceServer(stack, 'Orders', {
  identifier: 'https://api.example.com/orders',
  safeDefaults: false,
  tokenLifetime: auth0.Duration.hours(1),
});
new ResourceServer(stack, 'Raw', { identifier: 'https://api.example.com/raw' });
new auth0.bindings.client.Client(stack, 'Worker', { name: 'Worker' });
app.synth();
`;

let installation: Installation;
let folder: string;

beforeAll(() => {
  installation = installPacked();
  folder = installation.folder;
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(templateSettings()));
  fs.writeFileSync(path.join(folder, 'main.ts'), PROGRAM);
}, 60_000);

afterAll(() => installation.remove());

test('a program that uses the package compiles with the settings of the CDKTF template', () => {
  expect(compile(folder)).toBe('');
}, 60_000);

describe('synthesizes that program', () => {
  test.each(NODES)('on Node $version', ({ version, bin }) => {
    expect(execFileSync(bin, ['--version'], { encoding: 'utf8' })).toBe(`v${version}\n`);
    fs.rmSync(path.join(folder, 'out'), { recursive: true, force: true });
    expect(execFileSync(bin, ['main.js'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })).toBe('');

    const { provider, resource, terraform } = JSON.parse(fs.readFileSync(path.join(folder, 'out', 'stacks', 'orders', 'cdk.tf.json'), 'utf8'));
    expect(provider).toEqual({ auth0: [{}] });
    expect(terraform.required_providers).toEqual({ auth0: { source: 'auth0/auth0', version: '~> 1.54' } });
    const metadata = expect.anything();
    expect(resource).toEqual({
      auth0_client: { Worker: { '//': metadata, 'name': 'Worker' } },
      auth0_resource_server: {
        Orders_A9B65338: { '//': metadata, 'identifier': 'https://api.example.com/orders', 'token_lifetime': 3600 },
        Raw: { '//': metadata, 'identifier': 'https://api.example.com/raw' },
      },
    });
  }, 60_000);

  MISSING_NODES.forEach((major) => skipped(`${PACKAGE} on Node ${major}`, 'it'));
});

describe('the first program of the README', () => {
  const cli = cliOf(FRAMEWORK);
  const title = `is synthesized by \`npx ${FRAMEWORK} synth\``;
  if ('missing' in cli) {
    return skipped(`${PACKAGE} ${title}`, cli.missing);
  }

  test(`${title} on Node ${cli.node.version}`, () => {
    fs.writeFileSync(path.join(folder, 'main.ts'), firstProgram());
    fs.writeFileSync(path.join(folder, 'cdktf.json'), JSON.stringify({ language: 'typescript', app: 'npx ts-node main.ts' }));

    const env = { ...process.env, CHECKPOINT_DISABLE: '1', PATH: [path.dirname(cli.node.bin), process.env.PATH].join(path.delimiter) };
    const output = execFileSync(cli.node.bin, [cli.bin, 'synth'], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
    expect(output).toContain('Generated Terraform code for the stacks: orders');

    const { resource, '//': { metadata } } = JSON.parse(fs.readFileSync(path.join(folder, 'cdktf.out', 'stacks', 'orders', 'cdk.tf.json'), 'utf8'));
    expect(metadata.version).toBe(versionOf(FRAMEWORK));
    expect(Object.keys(resource)).toEqual(['auth0_client', 'auth0_client_grant', 'auth0_resource_server', 'auth0_resource_server_scopes']);
  }, 60_000);
});

describe('the command', () => {
  const bin = () => path.join(installation.installed, 'lib', 'cli', 'main.js');

  test.each(NODES)('runs on Node $version, without CDKTF', ({ bin: node }) => {
    // in a folder without node_modules
    fs.cpSync(installation.installed, path.join(folder, 'alone'), { recursive: true });
    const main = path.join(folder, 'alone', 'lib', 'cli', 'main.js');
    const stack = path.join(folder, 'stack.json');
    fs.writeFileSync(stack, JSON.stringify({ resource: { auth0_role: { a: { name: 'A' } } } }));
    expect(execFileSync(node, [main, 'check', stack], { encoding: 'utf8' })).toBe('0 errors, 0 warnings in 1 resource of Auth0\n');
  });

  test('is executable, and has the name of the package', () => {
    const { bin: bins } = JSON.parse(fs.readFileSync(path.join(installation.installed, 'package.json'), 'utf8'));
    expect(bins).toEqual({ [PACKAGE]: 'lib/cli/main.js' });
    expect(execFileSync(bin(), ['--help'], { encoding: 'utf8' })).toContain(`Usage: ${PACKAGE} COMMAND`);
  });
});

test('the package holds what is needed and nothing else', () => {
  const { files } = installation;
  expect(files).toEqual(expect.arrayContaining(['.jsii', 'LICENSE', 'README.md', 'API.md', 'RULES.md', 'package.json', 'lib/index.js', 'lib/index.d.ts']));
  expect(files.filter((file) => !/^(\.jsii(\.gz)?|LICENSE|(README|API|RULES)\.md|package\.json|lib\/.*\.(js|d\.ts))$/.test(file))).toEqual([]);
});

test('its public classes have their names, and the types that other languages know them by', () => {
  const { types } = JSON.parse(gunzipSync(fs.readFileSync(path.join(installation.installed, '.jsii.gz'))).toString());
  const classes = Object.values<{ kind: string; fqn: string; namespace?: string }>(types).filter(({ kind, namespace }) => kind === 'class' && !namespace);
  fs.writeFileSync(path.join(folder, 'classes.js'), `
    console.log(JSON.stringify(Object.entries(require('${PACKAGE}'))
      .filter(([, value]) => typeof value === 'function')
      .map(([exported, { name, [Symbol.for('jsii.rtti')]: type }]) => [exported, name, type?.fqn])));
  `);
  const found: string[][] = JSON.parse(execFileSync(process.execPath, ['classes.js'], { cwd: folder, encoding: 'utf8' }));
  expect(found.sort()).toEqual(classes.map(({ fqn }) => [...Array(2).fill(fqn.replace(`${PACKAGE}.`, '')), fqn]).sort());
  expect(found.length).toBeGreaterThan(15);
});

test('an L1 has the name of its binding', () => {
  fs.writeFileSync(path.join(folder, 'names.js'), `
    const { App, TerraformStack } = require('${FRAMEWORK}');
    const { Auth0Provider, ResourceServer, Role } = require('${PACKAGE}');
    const stack = new TerraformStack(new App({ outdir: 'out' }), 'stack');
    new Auth0Provider(stack, 'auth0');
    const orders = new ResourceServer(stack, 'Orders', { identifier: 'https://orders', safeDefaults: false, scopes: { read: 'Read' } });
    orders.grant('client', ['read']);
    new Role(stack, 'Clerk', { name: 'Clerk' }).allow(orders, ['read']);
    console.log(stack.node.findAll().filter((one) => one.terraformResourceType).map((one) => one.constructor.name).join());
  `);
  expect(execFileSync(process.execPath, ['names.js'], { cwd: folder, encoding: 'utf8' }))
    .toBe('Auth0Provider,ResourceServer,ResourceServerScopes,ClientGrant,Role,RolePermissions\n');
});

test('the code is in lines: Node prints the line of an error that nobody catches', () => {
  const code = installation.files.filter((file) => /^lib\/(bundle|cli)\/.*\.js$/.test(file)).map((file) => fs.readFileSync(path.join(installation.installed, file), 'utf8'));
  expect(code.length).toBeGreaterThan(5);
  expect(code.flatMap((text) => text.split('\n')).filter((line) => line.length > 1500)).toEqual([]);
});

test('the package has no source maps', () => {
  const files = installation.files.map((file) => path.join(installation.installed, file));
  expect(files.filter((file) => fs.readFileSync(file, 'utf8').includes('sourceMappingURL'))).toEqual([]);
});

test('the package is small', () => {
  expect(installation.size).toBeLessThan(LIMIT);
});

function versionOf(name: string): string {
  return JSON.parse(fs.readFileSync(path.join(MODULES, name, 'package.json'), 'utf8')).version;
}
