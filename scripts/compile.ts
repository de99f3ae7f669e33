// Compiles the library in place with jsii, makes its command executable, its indexes lazy, the compiled files free of
// comments and the declarations of the bindings lean, and puts its modules into few files. Does nothing if nothing has
// changed.

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as ts from 'typescript';
import { bundle, bundleProgram } from './bundle';
import { makeLazy } from './lazy-index';
import { makeDeclarationsLean } from './lean-declarations';
import { skipIfUpToDate } from './up-to-date';

const root = path.join(__dirname, '..');
const lib = path.join(root, 'lib');

/** The files that scripts/bundle.ts makes of the public modules. */
const ENTRIES = ['core', 'report', 'role', 'testing', 'jest'] as const;

const files = fs.readdirSync(lib, { recursive: true, encoding: 'utf8' }).sort().map((file) => path.join(lib, file));
const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
const settings = [
  'package.json', 'package-lock.json', 'tsconfig.lib.json', 'README.md',
  ...['compile', 'bundle', 'lazy-index', 'lean-declarations'].map((script) => `scripts/${script}.ts`),
];
const inIndex = Array.from(fs.readFileSync(path.join(lib, 'index.ts'), 'utf8').matchAll(/from '(?!\.\/bindings')(.*)';/g), ([, specifier]) => specifier);
const inputs = [...sources, ...settings.map((file) => path.join(root, file))].filter((file) => fs.existsSync(file));

void skipIfUpToDate(path.join(lib, '.stamp'), inputs.flatMap((file) => [file, fs.readFileSync(file, 'utf8')]), async () => {
  removeOutputOf(files, sources);
  // reserved-word: many attributes of the provider are reserved words in some language; jsii renames them there.
  // missing-dev-dependency: jsii expects the oldest supported `constructs`; we compile with one that fits both
  // frameworks.
  const silence = ['reserved-word', 'metadata/missing-dev-dependency'].map((warning) => `--silence-warnings=${warning}`);
  const { status } = spawnSync('jsii', [...silence, '--compress-assembly'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    process.exit(1); // jsii has printed the reason
  }
  const { bin } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  Object.values(bin).forEach((file) => fs.chmodSync(path.join(root, file), 0o755));
  makeAssemblySmall(path.join(root, '.jsii.gz'));
  makeLazy(path.join(lib, 'index.ts'), (specifier) => (specifier === './bindings' ? specifier : `./bundle/${entryOf(specifier)}`));
  makeLazy(path.join(lib, 'bindings', 'index.ts'));
  for (const source of sources.filter((file) => path.relative(lib, file).startsWith(`bindings${path.sep}`))) {
    const declarations = source.replace(/\.ts$/, '.d.ts');
    fs.writeFileSync(declarations, makeDeclarationsLean(fs.readFileSync(declarations, 'utf8')));
  }
  const modules = [...inIndex, './typed', './testing/jest'];
  await bundle(lib, Object.fromEntries(ENTRIES.map((entry) => [entry, modules.filter((specifier) => entryOf(specifier) === entry)])));
  fs.writeFileSync(path.join(lib, 'typed.js'), `exports.TypedResourceServer = require('./bundle/core').TypedResourceServer;\n`);
  fs.writeFileSync(path.join(lib, 'testing', 'jest.js'), `exports.matchers = require('../bundle/jest').matchers;\n`);
  await Promise.all(Object.values(bin).map((file) => bundleProgram(lib, path.relative('lib', file).replace(/\.js$/, '.ts'))));
  const bundled = fs.readdirSync(path.join(lib, 'bundle')).map((file) => path.join(lib, 'bundle', file));
  for (const compiled of [...sources.map((source) => source.replace(/\.ts$/, '.js')), ...bundled]) {
    fs.writeFileSync(compiled, withoutComments(fs.readFileSync(compiled, 'utf8')));
  }
});

/** The file of lib/bundle with the exports of a module. Most programs need only the first. */
function entryOf(specifier: string): typeof ENTRIES[number] {
  switch (specifier) {
    case './synth/access-report': return 'report';
    case './testing/jest': return 'jest';
    default: return ENTRIES.find((entry) => specifier.startsWith(`./${entry}/`)) ?? 'core';
  }
}

// The lines of our sources, which are not published, are a third of the assembly.
function makeAssemblySmall(file: string) {
  const assembly = JSON.parse(gunzipSync(fs.readFileSync(file)).toString(), (key, value) => (key === 'locationInModule' ? undefined : value));
  fs.writeFileSync(file, gzipSync(JSON.stringify(assembly), { level: 9 }));
}

// The comments of what is public are documentation, which editors read in the declarations; the others are for us.
function withoutComments(compiled: string): string {
  return ts.createPrinter({ removeComments: true }).printFile(ts.createSourceFile('index.js', compiled, ts.ScriptTarget.ES2022));
}

// Removes compiled files whose source was deleted: they would be published.
function removeOutputOf(all: string[], kept: string[]) {
  for (const file of all) {
    const source = file.replace(/(\.d\.ts|\.js)$/, '.ts');
    if (source !== file && !kept.includes(source)) {
      fs.rmSync(file);
    }
  }
}
