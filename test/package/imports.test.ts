import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { NODES } from '../support/on-demand';
import { compile, Installation, installPacked, templateSettings } from '../support/packed';

/** The imports of the README. */
const NAMES: Record<string, string[]> = {
  'cdktf-auth0': ['Auth0Provider', 'Duration', 'ResourceServer', 'Access', 'bindings', 'Testing'],
  'cdktf-auth0/lib': ['Auth0Provider', 'ResourceServer'],
  'cdktf-auth0/lib/typed': ['TypedResourceServer'],
  'cdktf-auth0/lib/testing/jest': ['matchers'],
  'cdktf-auth0/lib/bindings': ['client', 'resourceServer'],
  'cdktf-auth0/lib/bindings/resource-server': ['ResourceServer'],
};
/** The imports that ECMAScript modules needed before the `exports` map existed. */
const WITH_EXTENSION: Record<string, string[]> = {
  'cdktf-auth0/lib/index.js': ['Auth0Provider'],
  'cdktf-auth0/lib/typed.js': ['TypedResourceServer'],
  'cdktf-auth0/lib/testing/jest.js': ['matchers'],
  'cdktf-auth0/lib/bindings/index.js': ['client'],
  'cdktf-auth0/lib/bindings/resource-server/index.js': ['ResourceServer'],
};

const PROGRAM = `
import { App, TerraformStack } from 'cdktf';
import { Auth0Provider, bindings, Duration, type Role, Testing } from 'cdktf-auth0';
import { client } from 'cdktf-auth0/lib/bindings';
import { ResourceServer } from 'cdktf-auth0/lib/bindings/resource-server';
import { matchers } from 'cdktf-auth0/lib/testing/jest';
import { type ScopeOf, TypedResourceServer } from 'cdktf-auth0/lib/typed';

const stack = new TerraformStack(new App(), 'orders');
new Auth0Provider(stack, 'auth0');
const orders = new TypedResourceServer(stack, 'Orders', {
  identifier: 'https://api.example.com/orders',
  safeDefaults: false,
  scopes: { 'read:orders': 'Read orders' },
  tokenLifetime: Duration.hours(1),
});
const scope: ScopeOf<typeof orders> = 'read:orders';
orders.grant(new bindings.client.Client(stack, 'Worker', { name: 'Worker' }).clientId, [scope]);
new client.Client(stack, 'Other', { name: 'Other' });
new ResourceServer(stack, 'Raw', { identifier: 'https://api.example.com/raw' });
const allow = (role: Role) => orders.allow(role, [scope]);

const types = ['auth0_client', 'auth0_client_grant', 'auth0_resource_server', 'auth0_resource_server_scopes'];
const synthesized = Testing.synth(stack);
console.log(types.map((type) => Object.keys(synthesized.resources(type)).length), Object.keys(matchers), typeof allow);
`;
const PRINTED = `[ 2, 1, 2, 1 ] [ 'toHaveScope', 'toGrantNoMoreThan', 'toHaveAuth0Resource' ] function\n`;

const MISUSE = `
import { misspelled } from 'cdktf-auth0/lib/typed';
import { textOf } from 'cdktf-auth0/lib/framework/tokens';
`;

const COMMON = { target: 'es2022', strict: true, skipLibCheck: true, types: ['node', 'jest'] };

let installation: Installation;
let project: string;

beforeAll(() => { installation = installPacked(); }, 60_000);
afterAll(() => installation.remove());

beforeEach(() => { project = fs.mkdtempSync(path.join(installation.folder, 'project-')); });

function write(file: string, content: string | object): void {
  fs.writeFileSync(path.join(project, file), typeof content === 'string' ? content : JSON.stringify(content));
}

function runNode(bin: string, file: string): string {
  return execFileSync(bin, [file], { cwd: project, encoding: 'utf8', stdio: 'pipe' });
}

describe.each(NODES)('on Node $version, without a compiler', ({ bin }) => {
  test.each(Object.entries({ ...NAMES, ...WITH_EXTENSION }))('%s', (specifier, names) => {
    // Node reads the names that an ECMAScript module can import from the text of a CommonJS module.
    write('main.mjs', `
      import { createRequire } from 'node:module';
      import { ${names.join(', ')} } from '${specifier}';
      const required = createRequire(import.meta.url)('${specifier}');
      console.log(Object.entries({ ${names.join(', ')} }).map(([name, value]) => value !== undefined && value === required[name]));
    `);
    write('main.cjs', `
      const { ${names.join(', ')} } = require('${specifier}');
      console.log([${names.join(', ')}].map((value) => value !== undefined));
    `);
    const all = `[ ${names.map(() => 'true').join(', ')} ]\n`;
    expect(runNode(bin, 'main.mjs')).toBe(all);
    expect(runNode(bin, 'main.cjs')).toBe(all);
  }, 60_000);
});

describe('the compiler takes', () => {
  const esm = { type: 'module' };
  test.each([
    ['a program in CommonJS, with the settings of the CDKTF template', {}, { ...templateSettings().compilerOptions, types: COMMON.types }],
    ['a program in CommonJS, with nodenext', {}, { ...COMMON, module: 'nodenext' }],
    ['an ECMAScript module, with node16', esm, { ...COMMON, module: 'node16' }],
    ['an ECMAScript module, with nodenext', esm, { ...COMMON, module: 'nodenext' }],
    ['an ECMAScript module, with bundler', esm, { ...COMMON, module: 'esnext', moduleResolution: 'bundler' }],
  ])('%s', (_, manifest, compilerOptions) => {
    write('package.json', manifest);
    write('tsconfig.json', { compilerOptions, files: ['main.ts'] });
    write('main.ts', PROGRAM);
    expect(compile(project)).toBe('');
    expect(runNode(process.execPath, 'main.js')).toBe(PRINTED);
    expect(/^import .* from 'cdktf-auth0';$/m.test(fs.readFileSync(path.join(project, 'main.js'), 'utf8'))).toBe('type' in manifest);
  }, 60_000);

  test.each([['nodenext', 'nodenext'], ['bundler', 'esnext']])('nothing that is not public, with %s', (moduleResolution, module) => {
    write('package.json', esm);
    write('tsconfig.json', { compilerOptions: { ...COMMON, module, moduleResolution, noEmit: true }, files: ['main.ts'] });
    write('main.ts', MISUSE);
    expect(compile(project).match(/^main.ts.*error TS\d+/mg)).toEqual(['main.ts(2,10): error TS2305', 'main.ts(3,24): error TS2307']);
  }, 60_000);
});

describe('of the files in the package', () => {
  /**
   * The error of Node for each path, or nothing if it finds a file. Not in jest: its `require` ignores the `exports`
   * map.
   */
  function refusals(files: string[]): (string | null)[] {
    const codeOf = `(file) => { try { require.resolve('cdktf-auth0/' + file); return null; } catch ({ code }) { return code; } }`;
    write('main.cjs', `console.log(JSON.stringify(${JSON.stringify(files)}.map(${codeOf})));`);
    return JSON.parse(runNode(process.execPath, 'main.cjs'));
  }

  test('those of the public paths can be imported, and no others', () => {
    const files = [...new Set(installation.files
      .filter((file) => !/\.d\.ts$|^lib\/bindings\/.*\//.test(file))
      .flatMap((file) => [file, file.replace(/\.js$/, ''), file.replace(/\/index\.js$/, '')]))];
    expect(files).toEqual(expect.arrayContaining(['lib/bundle/core', 'lib/framework/lazy-block.js', 'lib/bindings/lazy-index.js']));
    const refused = refusals(files);
    expect(files.filter((_, index) => refused[index] === null).sort()).toEqual([
      '.jsii', '.jsii.gz', 'lib', 'lib/bindings', 'lib/bindings/index.js', 'lib/index.js', 'lib/testing/jest', 'lib/testing/jest.js',
      'lib/typed', 'lib/typed.js', 'package.json',
    ]);
  });

  test('each binding can be imported', () => {
    const bindings = fs.readdirSync(path.join(installation.installed, 'lib/bindings'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory()).map(({ name }) => `lib/bindings/${name}`);
    expect(bindings.length).toBeGreaterThan(100);
    const refused = refusals(bindings);
    expect(bindings.filter((_, index) => refused[index] !== null)).toEqual([]);
  });

  test('private ones are refused, not missed', () => {
    const files = ['lib/bundle/core', 'lib/bundle/core.js', 'lib/framework/lazy-block', 'lib/rules/rule'];
    expect(refusals(files)).toEqual(files.map(() => 'ERR_PACKAGE_PATH_NOT_EXPORTED'));
    write('main.mjs', `await import('cdktf-auth0/lib/bundle/core.js').catch(({ code }) => console.log(code));`);
    expect(runNode(process.execPath, 'main.mjs')).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n');
  });
});
