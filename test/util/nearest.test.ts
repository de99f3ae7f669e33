import * as fc from 'fast-check';
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

describe('the bounded distance', () => {
  /** The same distance, by a whole table. */
  function distance(a: string, b: string): number {
    const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)));
    for (let i = 1; i <= a.length; i++) {
      for (let j = 1; j <= b.length; j++) {
        table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
        }
      }
    }
    return table[a.length][b.length];
  }

  test('finds what a whole table finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 14 });
    fc.assert(fc.property(text, text, fc.integer({ min: 1, max: 4 }), (a, b, most) => {
      expect(nearest(a, [b], most)).toBe(distance(a, b) <= most ? b : undefined);
    }), { numRuns: 2000 });
  });

  test('looks at a few characters of each candidate, however long it is', () => {
    let looks = 0;
    const counted = (text: string) => new Proxy(Object(text), {
      get: (target, key) => {
        looks += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0;
        return key === Symbol.toPrimitive ? () => text : Reflect.get(target, key);
      },
    }) as string;
    const other = (letter: string) => letter.repeat(1000);
    nearest(other('x'), Array.from({ length: 100 }, () => counted(other('a'))));
    expect(looks).toBeLessThan(100 * 60);
  });
});
