import { runInNewContext } from 'node:vm';
import { block, flag, list, number, text } from '../../lib/schema/attributes';
import { readConfig } from '../../lib/schema/read';
import { isKnown, isSet, knownOrUndefined, UNKNOWN } from '../../lib/schema/value';

const TABLE = block({
  the_text: text(),
  count: number(),
  on: flag(),
  block: block({ the_text: text(), inner: block({ on: flag() }) }),
  list: list(text()),
  blocks: list(block({ name: text(), on: flag() })),
});

/** Returns the configuration that is read, and the values of a wrong type. */
function read(config: object, isTerraform?: boolean): { config: unknown; wrong: unknown[] } {
  const wrong: unknown[] = [];
  const isUnknown = (value: unknown) => value === '?';
  return { config: readConfig(TABLE, config, { isUnknown, isTerraform, wrongType: (...all) => wrong.push(all) }), wrong };
}

const EVERYTHING = { count: 1, on: false, list: ['b', ''], blocks: [{ name: 'c' }, {}] };
const EVERYTHING_READ = { ...EVERYTHING, the_text: 'a', block: { the_text: '', inner: { on: true } } };

describe('what is read', () => {
  test.each([
    ['the bindings', { ...EVERYTHING, theText: 'a', block: { theText: '', inner: { on: true } } }],
    ['Terraform', { ...EVERYTHING, the_text: 'a', block: { the_text: '', inner: { on: true } } }],
  ])('may have the names of %s', (_, config) => {
    expect(read(config)).toEqual({ config: EVERYTHING_READ, wrong: [] });
  });

  test('leaves out what is unset, null or not in the table', () => {
    const { config, wrong } = read({ theText: undefined, count: null, block: { theText: null }, other: 'b', __proto__: { on: undefined } });
    expect(config).toEqual({ block: {} });
    expect(Object.keys(config as object)).toEqual(['block']);
    expect(wrong).toEqual([]);
  });

  test('is unknown where only Terraform will know it, at every depth', () => {
    expect(read({ theText: '?', count: '?', on: UNKNOWN, block: { inner: '?' }, list: ['a', '?', UNKNOWN], blocks: '?' })).toEqual({
      config: { the_text: UNKNOWN, count: UNKNOWN, on: UNKNOWN, block: { inner: UNKNOWN }, list: ['a', UNKNOWN, UNKNOWN], blocks: UNKNOWN },
      wrong: [],
    });
  });
});

describe('a value of a wrong type', () => {
  test('is reported at its place, and is unknown from there on', () => {
    const value = { theText: 1, count: '1', on: 'true', block: { inner: [] }, list: ['a', {}], blocks: {} };
    expect(read(value)).toEqual({
      config: { the_text: UNKNOWN, count: UNKNOWN, on: UNKNOWN, block: { inner: UNKNOWN }, list: ['a', UNKNOWN], blocks: UNKNOWN },
      wrong: [
        [['the_text'], 'must be a string, but a number was given'],
        [['count'], 'must be a number, but a string was given'],
        [['on'], 'must be a boolean, but a string was given'],
        [['block', 'inner'], 'must be an object, but a list was given'],
        [['list', 1], 'must be a string, but an object was given'],
        [['blocks'], 'must be a list, but an object was given'],
      ],
    });
  });

  test('in a list is named by the name of its item, or else by its index', () => {
    const blocks = [{ name: 'a', on: 1 }, { on: 1 }, { name: '?', on: 1 }, 'text', { name: 5 }];
    expect(read({ blocks }).wrong).toEqual([
      [['blocks', 'a', 'on'], 'must be a boolean, but a number was given'],
      [['blocks', 1, 'on'], 'must be a boolean, but a number was given'],
      [['blocks', 2, 'on'], 'must be a boolean, but a number was given'],
      [['blocks', 3], 'must be an object, but a string was given'],
      [['blocks', 4, 'name'], 'must be a string, but a number was given'],
    ]);
  });

  test.each([
    ['a Map', new Map([['on', true]])],
    ['a Set', new Set(['on'])],
    ['a Date', new Date(0)],
    ['an instance of a class', new (class Settings { public readonly on = true; })()],
    ['a function', () => true],
  ])('is %s in the place of a block', (_, value) => {
    const { config, wrong } = read({ block: value, blocks: [value] });
    expect(config).toEqual({ block: UNKNOWN, blocks: [UNKNOWN] });
    const message = expect.stringMatching(/^must be an object, but (an instance of (Map|Set|Date|Settings)|a function) was given$/);
    expect(wrong).toEqual([[['block'], message], [['blocks', 0], message]]);
  });

  test('is no object without a prototype, or of another realm', () => {
    const value = Object.assign(Object.create(null), { theText: 'a', inner: runInNewContext('({ on: true })') });
    expect(read({ block: value })).toEqual({ config: { block: { the_text: 'a', inner: { on: true } } }, wrong: [] });
  });

  test('is never printed', () => {
    const named = Object.assign(() => {}, { secret: true });
    Object.defineProperty(named, 'name', { value: 'secret' });
    const { wrong } = read({
      count: 'secret', on: Symbol('secret'), block: 'secret', list: [{ name: 'secret' }, named, new Error('secret')], blocks: [named],
    });
    expect(wrong).toHaveLength(7);
    expect(JSON.stringify(wrong)).not.toContain('secret');
  });
});

describe('what Terraform takes', () => {
  test.each<[string, object, object]>([
    ['a single block in a list', { block: [{ the_text: 'a', inner: [{ on: true }] }] }, { block: { the_text: 'a', inner: { on: true } } }],
    ['no block in a list', { block: [] }, {}],
    ['one block of many without a list', { blocks: { name: 'a' } }, { blocks: [{ name: 'a' }] }],
    ['numbers as texts', { count: '60' }, { count: 60 }],
    ['booleans as texts', { on: 'true', block: { inner: { on: 'false' } } }, { on: true, block: { inner: { on: false } } }],
  ])('is %s', (_, given, config) => {
    expect(read(given, true)).toEqual({ config, wrong: [] });
    expect(read(given).wrong.length + Number('block' in given && !('block' in config))).toBeGreaterThan(0);
  });

  test.each<[string, object, Array<string | number>, string]>([
    ['a text that is no number', { count: 'many' }, ['count'], 'must be a number, but a string was given'],
    ['an empty text', { count: ' ' }, ['count'], 'must be a number, but a string was given'],
    ['a text that is no boolean', { on: 'yes' }, ['on'], 'must be a boolean, but a string was given'],
    ['a number for a text', { the_text: 1 }, ['the_text'], 'must be a string, but a number was given'],
    ['two blocks where one can be', { block: [{}, {}] }, ['block'], 'must be an object, but a list was given'],
    ['a text for a list', { list: 'a' }, ['list'], 'must be a list, but a string was given'],
  ])('is not %s', (_, given, path, problem) => {
    expect(read(given, true).wrong).toEqual([[path, problem]]);
  });
});

test.each([
  [undefined, false, false],
  [UNKNOWN, true, false],
  ['', true, true],
  [0, true, true],
  [false, true, true],
])('%p: set %p, known %p', (value, set, known) => {
  expect(isSet(value)).toBe(set);
  expect(isKnown(value)).toBe(known);
  expect(knownOrUndefined<unknown>(value)).toBe(known ? value : undefined);
});
