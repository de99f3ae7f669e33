import { runInNewContext } from 'node:vm';
import { anyOf, camelCase, describeNonRecord, describeType, isRecord, lengthOf, quote, seconds } from '../../lib/util/text';

describe('quote', () => {
  test.each([
    ['a plain text', 'read:orders', "'read:orders'"],
    ['an empty text', '', "''"],
    ['quotation marks as they are', `"it's"`, `'"it's"'`],
    ['line ends on one line', 'a\r\nb', "'a\\r\\nb'"],
    ['control characters so that they can be seen', 'a\u0000\u001b[31m', "'a\\u0000\\u001b[31m'"],
    ['a backslash', 'a\\b', "'a\\\\b'"],
    ['60 characters whole', 'x'.repeat(60), `'${'x'.repeat(60)}'`],
    ['the first 60 of 61 characters', 'x'.repeat(61), `'${'x'.repeat(60)}…'`],
    ['60 characters beyond the basic plane whole', '\u{1F511}'.repeat(60), `'${'\u{1F511}'.repeat(60)}'`],
    ['no half of a character', '\u{1F511}'.repeat(61), `'${'\u{1F511}'.repeat(60)}…'`],
  ])('shows %s', (_, text, quoted) => {
    expect(quote(text)).toBe(quoted);
  });
});

test.each([
  [[], ''],
  [['a'], "'a'"],
  [['a', 'b'], "'a' or 'b'"],
  [['a', 'b', 'c'], "'a', 'b' or 'c'"],
])('anyOf(%j) is %s', (values, text) => {
  expect(anyOf(values)).toBe(text);
});

test.each([
  [0, '0'],
  [3600, '3600'],
  [86399, '86399'],
  [86400, '86400 (1 day)'],
  [86401, '86401'],
  [129600, '129600'],
  [2592000, '2592000 (30 days)'],
])('seconds(%d) is %s', (value, text) => {
  expect(seconds(value)).toBe(text);
});

test.each([
  ['', 0],
  ['abc', 3],
  ['éé', 2],
  ['\u{1F511}', 1],
])('lengthOf(%j) is %d', (text, length) => {
  expect(lengthOf(text)).toBe(length);
});

test.each([
  [undefined, 'nothing'],
  [null, 'nothing'],
  [[], 'a list'],
  [{}, 'an object'],
  [new Date(0), 'an object'],
  ['secret', 'a string'],
  [1, 'a number'],
  [true, 'a boolean'],
  [Symbol('secret'), 'a symbol'],
  [() => 'secret', 'a function'],
])('describeType(%p) is %s', (value, type) => {
  expect(describeType(value)).toBe(type);
});

test.each<[string, unknown, string]>([
  ['nothing', null, 'nothing'],
  ['a list', [], 'a list'],
  ['a text', 'secret', 'a string'],
  ['a Date', new Date(0), 'an instance of Date'],
  ['a Map', new Map(), 'an instance of Map'],
  ['an object of a class without a name', new (class {})(), 'an instance of a class'],
  ['an object whose class is no class', Object.assign(new Date(0), { constructor: 'secret' }), 'an instance of a class'],
  ['an object without a class', Object.create({ constructor: undefined }), 'an instance of a class'],
])('describeNonRecord says of %s what it is', (_, value, type) => {
  expect(describeNonRecord(value)).toBe(type);
  expect(isRecord(value)).toBe(false);
});

test.each<[string, unknown]>([
  ['an object', {}],
  ['an object without a prototype', Object.create(null)],
  ['an object of another realm', runInNewContext('({})')],
])('%s is a record', (_, value) => {
  expect(isRecord(value)).toBe(true);
});

test.each([
  ['identifier', 'identifier'],
  ['token_lifetime_for_web', 'tokenLifetimeForWeb'],
  ['a_1', 'a_1'],
])('camelCase(%s) is %s', (attribute, name) => {
  expect(camelCase(attribute)).toBe(name);
  expect(camelCase(attribute)).toBe(name);
});
