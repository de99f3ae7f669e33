import { anyOf, lengthOf, quote, seconds } from '../../lib/util/text';

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
