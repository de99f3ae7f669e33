import { nearest } from '../../lib/util/nearest';

const DECLARED = ['read:orders', 'write:orders', 'delete:orders', 'read:invoices'];

test.each([
  ['two letters swapped', 'raed:orders', 'read:orders'],
  ['a letter missing', 'read:order', 'read:orders'],
  ['a letter too many', 'read:orderss', 'read:orders'],
  ['another letter', 'reed:orders', 'read:orders'],
  ['another separator', 'read.orders', 'read:orders'],
  ['another spelling', 'Read:Orders', 'read:orders'],
  ['the same', 'write:orders', 'write:orders'],
  ['two letters in eight and more', 'wriet:order', 'write:orders'],
])('%s', (_, text, meant) => {
  expect(nearest(text, DECLARED)).toBe(meant);
});

test.each([
  ['nothing in common', 'admin'],
  ['a word in common', 'approve:orders'],
  ['nothing at all', ''],
])('%s: none', (_, text) => {
  expect(nearest(text, DECLARED)).toBeUndefined();
});

test('none where there are no candidates', () => expect(nearest('read:orders', [])).toBeUndefined());

test('one slip in a short text, two in eight characters, three in twelve, and no more', () => {
  expect(nearest('a', ['b'])).toBe('b');
  expect(nearest('a', ['bc'])).toBeUndefined();
  expect(nearest('abcdefg', ['abcdefX'])).toBe('abcdefX');
  expect(nearest('abcdefg', ['abcdeXX'])).toBeUndefined();
  expect(nearest('abcdefgh', ['abcdefXX'])).toBe('abcdefXX');
  expect(nearest('abcdefgh', ['abcdeXXX'])).toBeUndefined();
  expect(nearest('abcdefghijkl', ['abcdefghiXXX'])).toBe('abcdefghiXXX');
  expect(nearest('abcdefghijkl', ['abcdefghXXXX'])).toBeUndefined();
});

test('the nearest of several, and of equals the first', () => {
  expect(nearest('read:orders', ['read:order', 'read:orders2'])).toBe('read:order');
  expect(nearest('abcdefgh', ['abcdefXX', 'abcdefgX'])).toBe('abcdefgX');
  expect(nearest('abcdefgh', ['abcdefgX', 'abcdefXX'])).toBe('abcdefgX');
});

test('takes any iterable', () => expect(nearest('raed', new Set(['read']))).toBe('read'));
