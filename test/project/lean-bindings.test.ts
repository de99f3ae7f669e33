import * as fs from 'node:fs';
import * as path from 'node:path';
import { makeLean } from '../../scripts/lean-bindings';

const BINDINGS = path.join(__dirname, '../../lib/bindings');

/** A class as the generator writes it, with these members. */
const binding = (...members: string[]) => `import * as cdktf from 'cdktf';\nexport class A {\n${members.join('\n')}\n}\n`;
const FIELD = 'private _key = new KeyReference(this, "key");';

test('a reference is made on first use', () => {
  const generated = binding(
    'constructor(config: Config) {\nthis._key.internalValue = config.key;\n}',
    FIELD,
    'public get key() {\nreturn this._key;\n}',
    'public get keyInput() {\nreturn this._key.internalValue;\n}',
  );
  const lean = binding(
    'constructor(config: Config) {\nthis._key = lazyBlock.withValue(this._key, KeyReference, config.key);\n}',
    'private _key?: KeyReference;',
    'public get key() {\nreturn this._key = lazyBlock.reference(this._key, () => new KeyReference(this, "key"));\n}',
    'public get keyInput() {\nreturn this._key?.internalValue;\n}',
  );
  expect(makeLean(generated, 'a.ts')).toBe(
    lean.replace("'cdktf';\n", "'cdktf';\nimport * as lazyBlock from '../../framework/lazy-block';\n"),
  );
});

test('a binding without blocks stays as it is', () => {
  const generated = binding('private isEmptyObject = false;', 'private _name?: string;');
  expect(makeLean(generated, 'a.ts')).toBe(generated);
});

test.each([
  ['another initializer', ['private _key = makeKey(this);'], 'a.ts:3', 'private _key = makeKey(this);'],
  ['a reference to another parent', ['private _key = new KeyReference(other);'], 'a.ts:3', 'private _key = new KeyReference(other);'],
  ['a public reference', ['public _key = new KeyReference(this);'], 'a.ts:3', 'public _key = new KeyReference(this);'],
  ['another use of a reference', [FIELD, 'show() {\nprint(this._key);\n}'], 'a.ts:5', 'print(this._key)'],
  ['a reference that is returned elsewhere', [FIELD, 'show() {\nreturn this._key;\n}'], 'a.ts:5', 'return this._key;'],
  ['a value that is set within an expression', [FIELD, 'show() {\nreturn this._key.internalValue = 1;\n}'], 'a.ts:5', 'this._key.internalValue = 1'],
  ['a reference that is replaced', [FIELD, 'show() {\nthis._key = other;\n}'], 'a.ts:5', 'this._key = other'],
])('%s is refused', (_, members, place, text) => {
  expect(() => makeLean(binding(...members), 'a.ts')).toThrow(new Error(`${place}: the generated code has an unknown shape: ${text}`));
});

test('no binding makes a reference with its fields', () => {
  const sources = fs.readdirSync(BINDINGS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .map(({ name }) => fs.readFileSync(path.join(BINDINGS, name, 'index.ts'), 'utf8'));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((source) => /^ {2}(private|public|protected) \w+ = new /m.test(source))).toEqual([]);
  expect(sources.filter((source) => source.includes('lazyBlock.reference(')).length).toBeGreaterThan(50);
});
