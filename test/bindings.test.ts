import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as library from '../lib';

const ROOT = path.join(__dirname, '..');
const BINDINGS = path.join(ROOT, 'lib', 'bindings');
const PROVIDER = 'registry.terraform.io/auth0/auth0';

const schema = JSON.parse(fs.readFileSync(path.join(ROOT, 'provider-schema', 'auth0.json'), 'utf8')).provider_schemas[PROVIDER];

describe('the generated set', () => {
  const modules = fs.readdirSync(BINDINGS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const sources = new Map(modules.map((name) => [name, fs.readFileSync(path.join(BINDINGS, name, 'index.ts'), 'utf8')]));
  const typesOf = (names: string[]) => names.map((name) => /tfResourceType = "(.*)"/.exec(sources.get(name)!)?.[1]).sort();
  const isDataSource = (name: string) => name.startsWith('data-');
  const isResource = (name: string) => !isDataSource(name) && name !== 'provider';

  test('has every resource of the schema', () => {
    expect(typesOf(modules.filter(isResource))).toEqual(Object.keys(schema.resource_schemas).sort());
  });

  test('has every data source of the schema', () => {
    expect(typesOf(modules.filter(isDataSource))).toEqual(Object.keys(schema.data_source_schemas).sort());
  });

  test('asks for the provider that cdktf.json names', () => {
    const { terraformProviders } = JSON.parse(fs.readFileSync(path.join(ROOT, 'cdktf.json'), 'utf8'));
    expect(terraformProviders).toEqual(['auth0/auth0@~> 1.54']);
    for (const source of sources.values()) {
      expect(source).toContain(`providerVersionConstraint: '~> 1.54'`);
    }
  });
});

describe('the compiled library', () => {
  // In a new process, because jest loads modules in its own way.
  const node = (program: string) => execFileSync(process.execPath, ['--print', program], { cwd: ROOT, encoding: 'utf8' }).trim();
  const loaded = `Object.keys(require.cache).map((file) => path.relative('lib', file)).filter((file) => !file.startsWith('..'))`;

  test('loads nothing but its index when it is imported', () => {
    expect(node(`require('./lib'); JSON.stringify(${loaded})`)).toBe('["index.js"]');
  });

  test('loads of the bindings what is used', () => {
    const program = `require('./lib').bindings.resourceServer.ResourceServer; JSON.stringify(${loaded}.filter((file) => file.startsWith('bindings')))`;
    expect(JSON.parse(node(program))).toEqual(['bindings/index.js', 'bindings/resource-server/index.js']);
  });

  test('has the names that its types promise', () => {
    expect(JSON.parse(node(`JSON.stringify(Object.keys(require('./lib')).sort())`))).toEqual(Object.keys(library).sort());
    expect(node(`require('./lib').Auth0Provider.name`)).toBe('Auth0Provider');
    expect(Number(node(`Object.keys(require('./lib').bindings).length`))).toBe(
      1 + Object.keys(schema.resource_schemas).length + Object.keys(schema.data_source_schemas).length,
    );
  });

  test('can be imported by name from an ECMAScript module', () => {
    const program = `import { Auth0Provider, bindings } from './lib/index.js'; console.log(Auth0Provider.name, typeof bindings.client)`;
    expect(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: ROOT, encoding: 'utf8' })).toBe('Auth0Provider object\n');
  });
});

describe('generating again', () => {
  let copy: string;
  const generate = () => execFileSync(
    process.execPath,
    ['node_modules/ts-node/dist/bin.js', '--transpile-only', 'scripts/generate-bindings.ts'],
    { cwd: copy, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, CHECKPOINT_DISABLE: '1', TERRAFORM_BINARY_NAME: 'none' } },
  );
  const provider = () => path.join(copy, 'lib', 'bindings', 'provider', 'index.ts');

  beforeAll(() => {
    copy = fs.mkdtempSync(path.join(os.tmpdir(), 'generating-'));
    for (const file of ['provider-schema', 'scripts', 'cdktf.json', 'tsconfig.json', 'tsconfig.lib.json']) {
      fs.cpSync(path.join(ROOT, file), path.join(copy, file), { recursive: true });
    }
    fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
    generate();
  }, 60_000);

  afterAll(() => fs.rmSync(copy, { recursive: true }));

  test('gives the same', () => {
    expect(fs.readFileSync(provider(), 'utf8')).toBe(fs.readFileSync(path.join(BINDINGS, 'provider', 'index.ts'), 'utf8'));
  });

  test('is skipped when nothing has changed', () => {
    fs.appendFileSync(provider(), '// still here');
    generate();
    expect(fs.readFileSync(provider(), 'utf8')).toContain('// still here');
  }, 60_000);

  test('is done when the constraint has changed', () => {
    const config = path.join(copy, 'cdktf.json');
    fs.writeFileSync(config, fs.readFileSync(config, 'utf8').replace('~> 1.54', '~> 1.99'));
    generate();
    expect(fs.readFileSync(provider(), 'utf8')).toContain(`providerVersionConstraint: '~> 1.99'`);
    expect(fs.readFileSync(provider(), 'utf8')).not.toContain('// still here');
  }, 60_000);
});
