import * as fs from 'node:fs';
import * as path from 'node:path';
import { build, Plugin } from 'esbuild';
import * as ts from 'typescript';

/** How all output is written: in lines, because Node prints the line of an error that nobody catches. */
const WRITTEN = { platform: 'node', target: 'node20', charset: 'utf8' } as const;

/** The files of lib/bundle, each with the modules whose exports it has. What several of them need is in further files. */
type Entries = Readonly<Record<string, readonly string[]>>;

/**
 * Puts the modules of the library into few files: Node needs more time to load 150 small modules than to run a small
 * program.
 *
 * Bindings stay modules of their own, because a program uses few of them.
 */
export async function bundle(lib: string, entries: Entries) {
  const { outputFiles } = await build({
    ...WRITTEN,
    entryPoints: Object.keys(entries),
    bundle: true,
    splitting: true,
    format: 'esm', // esbuild can split no other format
    outdir: path.join(lib, 'bundle'),
    write: false,
    plugins: [virtual(lib, entries), librarySources(lib)],
  });
  fs.rmSync(path.join(lib, 'bundle'), { recursive: true, force: true });
  fs.mkdirSync(path.join(lib, 'bundle'));
  for (const { path: file, text } of outputFiles) {
    fs.writeFileSync(file, toCommonJs(text));
  }
}

/**
 * Makes an ECMAScript module of esbuild one of CommonJS. Each import becomes a constant: esbuild itself would look up its
 * name at each use, by a getter.
 */
export function toCommonJs(module: string): string {
  const { statements } = ts.createSourceFile('module.js', module, ts.ScriptTarget.ES2022);
  const converted = statements.map((statement) => {
    const text = module.slice(statement.pos, statement.end);
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      const loaded = `require('${(statement.moduleSpecifier as ts.StringLiteral).text}');`;
      return bindings ? `\nconst ${constantOf(bindings)} = ${loaded}` : `\n${loaded}`;
    }
    if (ts.isExportDeclaration(statement)) {
      const { elements } = statement.exportClause as ts.NamedExports;
      return elements.map(({ propertyName, name }) => `\nexports.${name.text} = ${(propertyName ?? name).text};`).join('');
    }
    return text;
  });
  return `"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n${converted.join('').trim()}\n`;
}

function constantOf(bindings: ts.NamedImportBindings): string {
  return ts.isNamespaceImport(bindings)
    ? bindings.name.text
    : `{ ${bindings.elements.map(({ propertyName, name }) => (propertyName ? `${propertyName.text}: ` : '') + name.text).join(', ')} }`;
}

/** Puts a program and all that it needs into one file, in the place of its compiled file. */
export async function bundleProgram(lib: string, source: string) {
  await build({
    ...WRITTEN,
    entryPoints: [path.join(lib, source)],
    bundle: true,
    format: 'cjs',
    outfile: path.join(lib, source.replace(/\.ts$/, '.js')),
    allowOverwrite: true,
    plugins: [librarySources(lib)],
  });
}

/** Makes each entry a module that exports what its modules export. */
function virtual(lib: string, entries: Entries): Plugin {
  return {
    name: 'entries',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[\w-]+$/ }, ({ kind, path: name }) => (kind === 'entry-point' ? { path: name, namespace: 'entry' } : undefined));
      onLoad({ filter: /.*/, namespace: 'entry' }, ({ path: name }) => ({
        contents: entries[name].map((specifier) => `export * from '${specifier}';`).join('\n'),
        loader: 'ts',
        resolveDir: lib,
      }));
    },
  };
}

/** Reads the sources of the library, without the bindings and what these import. The output is in a folder of lib. */
function librarySources(lib: string): Plugin {
  return {
    name: 'library',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^.]/ }, ({ kind, path: specifier }) => (kind === 'entry-point' ? undefined : { path: specifier, external: true }));
      onResolve({ filter: /^\./ }, ({ resolveDir, path: specifier }) => {
        const file = path.resolve(resolveDir, specifier);
        const inLib = path.relative(lib, file).split(path.sep).join('/');
        return /^bindings(\/|$)|^framework\/lazy-block$/.test(inLib) ? { path: `../${inLib}`, external: true } : undefined;
      });
      onLoad({ filter: /\.ts$/ }, ({ path: file }) => ({ contents: withNames(file), loader: 'ts' }));
    },
  };
}

/** The type of jsii in a class that it has compiled. */
const JSII_TYPE = /\[JSII_RTTI_SYMBOL_\d+\] = (\{ fqn: "[^"]*?(\w+)", version: "[^"]*" \})/g;

/** Returns a source in which the classes keep their names, where two are called the same, and get what jsii gives them. */
function withNames(file: string): string {
  const source = fs.readFileSync(file, 'utf8');
  const compiled = fs.readFileSync(file.replace(/\.ts$/, '.js'), 'utf8');
  const types = new Map(Array.from(compiled.matchAll(JSII_TYPE), ([, type, name]) => [name, type]));
  const classes = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022).statements.filter((statement) => ts.isClassDeclaration(statement));
  return classes.reduceRight((text, { name: { text: name } = { text: '' }, members }) => {
    const type = types.has(name) ? ` this[Symbol.for('jsii.rtti')] = ${types.get(name)};` : '';
    return `${text.slice(0, members.pos)} static { Object.defineProperty(this, 'name', { value: '${name}' });${type} }${text.slice(members.pos)}`;
  }, source);
}
