/* eslint-disable no-bitwise -- the compiler has flags */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as ts from 'typescript';

const ROOT = join(__dirname, '../..');
const { name: PACKAGE, exports: EXPORTS } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
/** The description from which the packages for Python, Java, Go and C# are made. */
const ASSEMBLY = JSON.parse(gunzipSync(readFileSync(join(ROOT, '.jsii.gz'))).toString());
const TYPES: any[] = Object.values(ASSEMBLY.types).filter(({ namespace = '' }: any) => !namespace.startsWith('bindings'));

/** What is for TypeScript only, with the reason. */
const TYPESCRIPT_ONLY: Record<string, string> = {
  './lib/typed': 'generics: the compiler checks the names of scopes, which jsii does not know',
  './lib/testing/jest': 'matchers for jest: other languages have test frameworks of their own, and ask Access',
  'ValidationError': 'an error of another language has only a text: Errors.violationsOf reads it',
};

const program = ts.createProgram([join(ROOT, 'lib/index.d.ts')], {
  module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16, target: ts.ScriptTarget.ES2022, skipLibCheck: true, types: [],
});
const checker = program.getTypeChecker();
const isInternal = (symbol: ts.Symbol) => symbol.getJsDocTags(checker).some(({ name }) => name === 'internal');

/** The public types in TypeScript, with the names of their members, but for those of the framework and of the bindings. */
function publicTypes(): Map<string, string[]> {
  const index = checker.getSymbolAtLocation(program.getSourceFile(join(ROOT, 'lib/index.d.ts'))!)!;
  const types = checker.getExportsOfModule(index).filter(({ name }) => name !== 'bindings');
  return new Map(types.map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const members = [...symbol.exports?.values() ?? [], ...checker.getDeclaredTypeOfSymbol(symbol).getProperties()];
    return [exported.name, members.filter(isOwnAndPublic).map(({ name }) => name)];
  }));
}

function isOwnAndPublic(member: ts.Symbol): boolean {
  const [declaration] = member.declarations ?? [];
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return declaration !== undefined && declaration.getSourceFile().fileName.startsWith(join(ROOT, 'lib/')) &&
    !declaration.getSourceFile().fileName.startsWith(join(ROOT, 'lib/bindings/')) &&
    !(ts.getCombinedModifierFlags(declaration) & hidden) && !/^(__)?#|^__/.test(ts.symbolName(member)) && !isInternal(member);
}

/** The members of a type in other languages, with those of its bases. */
function membersOf(fqn: string): string[] {
  const { methods = [], properties = [], members = [], base, interfaces = [] } = ASSEMBLY.types[fqn] ?? {};
  const own = [...methods, ...properties, ...members].map(({ name }: any) => name);
  return [...own, ...[base, ...interfaces].filter(Boolean).flatMap(membersOf)];
}

test('every public type of TypeScript, with all its members, is there in other languages', () => {
  const types = Array.from(publicTypes()).filter(([name]) => !(name in TYPESCRIPT_ONLY));
  expect(types.map(([name]) => name).sort()).toEqual(TYPES.map(({ name }) => name).sort());
  const missing = types.flatMap(([name, members]) =>
    members.filter((member) => !membersOf(`${PACKAGE}.${name}`).includes(member)).map((member) => `${name}.${member}`));
  expect(missing).toEqual([]);
  expect(types.flatMap(([, members]) => members).length).toBeGreaterThan(150);
});

test('every path that can be imported is there in other languages', () => {
  const paths = new Set(Object.keys(EXPORTS).map((path) => path.replace(/(\/index)?\.js$/, '')));
  const known = ['.', './lib', './lib/bindings', './lib/bindings/*', './package.json', './.jsii', './.jsii.gz'];
  expect(Array.from(paths).filter((path) => !known.includes(path) && !(path in TYPESCRIPT_ONLY))).toEqual([]);
});

test('what is for TypeScript only exists', () => {
  expect(Object.keys(TYPESCRIPT_ONLY).filter((name) => !publicTypes().has(name) && !(name in EXPORTS))).toEqual([]);
});

test('the only submodules are the bindings, so that no name is that of a package of a language', () => {
  const others = Object.keys(ASSEMBLY.submodules).filter((name) => !name.startsWith(`${PACKAGE}.bindings`));
  expect(others).toEqual([]);
});

test('each class can be created, or some member returns it', () => {
  const returned = JSON.stringify(TYPES.map(({ methods = [], properties = [] }) => [
    methods.map(({ returns }: any) => returns?.type), properties.map(({ type }: any) => type),
  ]));
  // a class of static methods only is a way in itself
  const isStatic = ({ methods = [], properties = [] }: any) => [...methods, ...properties].every((member: any) => member.static);
  const unreachable = TYPES.filter((type) => type.kind === 'class' && !type.initializer && !isStatic(type) && !returned.includes(`"${type.fqn}"`));
  expect(unreachable.map(({ name }) => name)).toEqual([]);
});

test('no method takes its values one by one, which in other languages is another habit than a list', () => {
  const variadic = TYPES.flatMap(({ name, methods = [] }) => methods.filter((method: any) => method.variadic).map((method: any) => `${name}.${method.name}`));
  expect(variadic).toEqual([]);
});

test('the lines of the sources, which are not published, do not make the package larger', () => {
  expect(JSON.stringify(ASSEMBLY)).not.toContain('locationInModule');
});

test('no stability is written before every sentence', () => {
  expect(TYPES.filter(({ docs }) => docs?.stability === 'experimental').map(({ name }) => name)).toEqual([]);
});

test('the documentation does not use the syntax of one language where a name will do', () => {
  const codes = JSON.stringify(TYPES).match(/`[^`]*`/g)!;
  expect(codes.filter((code) => /\bnew [A-Z]|\.\.\.(?!`)\w|\(\{|=>|;/.test(code))).toEqual([]);
});
