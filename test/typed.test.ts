import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import * as auth0 from '../lib';
import { stackOf, synthesize } from './support/synth';
import { TypedResourceServer } from '../lib/typed';

const HEADER = `
import { TerraformStack } from 'cdktf';
import { ClientGrant } from '../lib/resource-server/client-grant';
import { ResourceServer } from '../lib/resource-server/resource-server';
import { Role } from '../lib/role/role';
import { ScopeOf, TypedResourceServer } from '../lib/typed';

declare const stack: TerraformStack;
declare const clerk: Role;
const orders = new TypedResourceServer(stack, 'Orders', {
  identifier: 'https://api.example.com/orders',
  scopes: { 'read:orders': 'Read orders', 'write:orders': 'Write orders' },
});
type Scope = ScopeOf<typeof orders>;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
export { ClientGrant, ResourceServer, clerk, orders };
`;

const SCOPES = `'"read:orders" | "write:orders"'`;

/** Programs, and the errors of the compiler for them. */
const PROGRAMS: Record<string, [program: string, ...diagnostics: string[]]> = {
  'a grant of declared scopes': [`orders.grant('worker', ['write:orders', 'read:orders']);`],
  'a grant of none': [`orders.grant('worker', []);`],
  'a grant with options': [`orders.grant('worker', ['read:orders'], { allowAnyOrganization: true });`],
  'a grant of a misspelled scope': [
    `orders.grant('worker', ['raed:orders']);`,
    `TS2820: Type '"raed:orders"' is not assignable to type ${SCOPES}. Did you mean '"read:orders"'?`,
  ],
  'a grant of a scope of another API': [
    `orders.grant('worker', ['read:orders', 'admin']);`,
    `TS2322: Type '"admin"' is not assignable to type ${SCOPES}.`,
  ],
  'a grant of any text': [
    `declare const scopes: string[];\norders.grant('worker', scopes);`,
    `TS2345: Argument of type 'string[]' is not assignable to parameter of type '("read:orders" | "write:orders")[]'.`,
  ],
  'a grant of names that were picked': [
    `const scopes: Scope[] = ['read:orders'];\norders.grant('worker', scopes);`,
  ],
  'a default grant of declared scopes': [`orders.grantThirdPartyClients(['read:orders']);`],
  'a default grant of a misspelled scope': [
    `orders.grantThirdPartyClients(['raed:orders']);`,
    `TS2820: Type '"raed:orders"' is not assignable to type ${SCOPES}. Did you mean '"read:orders"'?`,
  ],
  'permissions for declared scopes': [`orders.allow(clerk, ['write:orders', 'read:orders']);`],
  'permissions for a misspelled scope': [
    `orders.allow(clerk, ['read:orders', 'raed:orders']);`,
    `TS2820: Type '"raed:orders"' is not assignable to type ${SCOPES}. Did you mean '"read:orders"'?`,
  ],
  'the type of the names': [`export const same: Same<Scope, 'read:orders' | 'write:orders'> = true;`],
  'the type of the names, beyond them': [
    `export const scope: Scope = 'raed:orders';`,
    `TS2820: Type '"raed:orders"' is not assignable to type ${SCOPES}. Did you mean '"read:orders"'?`,
  ],
  'the type of the names of an API without them': [
    `declare const plain: ResourceServer;\nexport type None = ScopeOf<typeof plain>;`,
    `TS2344: Type 'ResourceServer' does not satisfy the constraint '{ readonly _scope: string; }'.`,
  ],
  'an API without scopes': [
    `new TypedResourceServer(stack, 'Api', { identifier: 'api' });`,
    `TS2345: Argument of type '{ identifier: string; }' is not assignable to parameter of type ` +
      `'TypedResourceServerProps<string>'.`,
  ],
  'an API whose names are not literals, which may be any': [
    `declare const scopes: Record<string, string>;
const api = new TypedResourceServer(stack, 'Api', { identifier: 'api', scopes });
api.grant('worker', ['anything']);
export const same: Same<ScopeOf<typeof api>, string> = true;`,
  ],
  'the ways that do not look at the names': [
    `orders.addScope('late');
clerk.allow(orders, ['late']);
orders.grantAllScopes('worker');
new ClientGrant(stack, 'Grant', { resourceServer: orders, clientId: 'worker', scopes: ['late'] });
export const api: ResourceServer = orders;`,
  ],
};

/** The errors of the compiler for every program, from one compilation. */
function compile(): Record<string, string[]> {
  const { config } = ts.parseConfigFileTextToJson('', readFileSync(join(__dirname, '../tsconfig.lib.json'), 'utf8'));
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, noEmit: true, composite: false }, '',
  );
  options.rootDir = undefined;
  options.noUnusedLocals = false;
  const files = Object.keys(PROGRAMS).map((name, index) => [join(__dirname, `typed-${index}.ts`), name] as const);
  const texts = new Map(files.map(([file, name]) => [file, `${HEADER}\n${PROGRAMS[name][0]}\n`]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(file);
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram(Array.from(texts.keys()), options, host);
  expect(program.getOptionsDiagnostics()).toEqual([]);
  return Object.fromEntries(files.map(([file, name]) => {
    const source = program.getSourceFile(file)!;
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return [name, found.map(({ code, messageText }) => `TS${code}: ${firstLineOf(messageText)}`)];
  }));
}

/** Only the start of the message: the rest changes with the version of the compiler. */
function firstLineOf(message: string | ts.DiagnosticMessageChain): string {
  return typeof message === 'string' ? message : message.messageText;
}

describe('types', () => {
  let said: Record<string, string[]>;
  beforeAll(() => (said = compile()), 60_000);

  test.each(Object.entries(PROGRAMS))('%s', (name, [, ...diagnostics]) => {
    expect(said[name]).toEqual(diagnostics);
  });
});

describe('a typed API', () => {
  const build = (Class: typeof auth0.ResourceServer | typeof TypedResourceServer) => {
    const stack = stackOf();
    const api: any = new Class(stack, 'Api', { identifier: 'api', scopes: { a: 'A', b: 'B' } });
    const role = new auth0.Role(stack, 'Role', { name: 'Clerk' });
    api.grant('worker', ['b', 'a']);
    api.grantThirdPartyClients(['a'], { organizationUsage: auth0.OrganizationUsage.ALLOW });
    if (api instanceof TypedResourceServer) {
      api.allow(role, ['a', 'b']);
    } else {
      role.allow(api, ['a', 'b']);
    }
    return [synthesize(stack), api];
  };

  test('is written as one without types', () => {
    const [typed, api] = build(TypedResourceServer);
    expect(typed).toEqual(build(auth0.ResourceServer)[0]);
    expect(Object.keys(typed.resource.auth0_client_grant)).toHaveLength(2);
    expect(api).toBeInstanceOf(auth0.ResourceServer);
  });

  test('has no value for the type', () => {
    expect('_scope' in build(TypedResourceServer)[1]).toBe(false);
  });

  test('returns its grants', () => {
    const api = new TypedResourceServer(stackOf(), 'Api', { identifier: 'api', scopes: { a: '' } });
    expect(api.grant('worker', ['a'])).toBeInstanceOf(auth0.ClientGrant);
    expect(api.grantThirdPartyClients(['a'])).toBeInstanceOf(auth0.ClientGrant);
  });
});

test('the main module of the library does not export it', () => {
  expect(Object.keys(auth0)).not.toContain('TypedResourceServer');
});
