import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as ts from 'typescript';

/**
 * Replaces a compiled index of re-exports by one that loads a module when one of its exports is first used.
 *
 * The bindings have 120 modules, and a program uses only a few. The source itself cannot be lazy, because jsii needs
 * plain `export` statements.
 *
 * @param fileOf tells from which file to load the exports of a module
 */
export function makeLazy(source: string, fileOf = (specifier: string) => specifier) {
  const getters = new Map<string, string>();
  const { statements } = ts.createSourceFile(source, fs.readFileSync(source, 'utf8'), ts.ScriptTarget.ES2022);
  const load = createRequire(source);

  for (const statement of statements) {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) {
      throw new Error(`${source}: only \`export ... from '...'\` can be made lazy`);
    }
    const specifier = statement.moduleSpecifier.text;
    const clause = statement.exportClause;
    const module = `require('${fileOf(specifier)}')`;
    if (clause && ts.isNamespaceExport(clause)) {
      getters.set(clause.name.text, module);
      continue;
    }
    const names = clause
      ? clause.elements.map((element) => [element.name.text, (element.propertyName ?? element.name).text])
      : Object.keys(load(specifier)).map((name) => [name, name]);
    for (const [name, original] of names) {
      if (original in load(specifier)) { // a type has no value at run time
        getters.set(name, `${module}.${original}`);
      }
    }
  }

  fs.writeFileSync(source.replace(/\.ts$/, '.js'), [
    '"use strict";',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    'const lazy = (name, get) => Object.defineProperty(exports, name, { enumerable: true, configurable: true, get });',
    ...[...getters].map(([name, value]) => `lazy("${name}", () => ${value});`),
    '// Never runs: this is where an ECMAScript module that imports this one finds the names.',
    `0 && (module.exports = { ${[...getters.keys()].join(', ')} });`,
    '',
  ].join('\n'));
}
