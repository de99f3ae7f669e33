import { RESOURCE_SERVER_SCOPES_RULES } from '../../../lib/rules/resource-server';
import { areUsual } from '../../../lib/rules/resource-server/scopes';
import { findingsOf } from '../../support/rules';

const NAMES = [
  'read:orders', 'read:orders:all', 'me:a.b_c-d', 'READ:1', ':', 'a:', ':a', 'openid', 'email', '', 'read', 'a b:c', 'a:"', 'a:\\', 'a:b\n', 'a:\u007f',
  'bücher:a', 'a:ü', 'x:'.padEnd(280, 'y'), 'x:'.padEnd(281, 'y'),
];
const DESCRIPTIONS = [undefined, '', 'Read orders', 'd'.repeat(500), 'd'.repeat(501), '\u0958'.repeat(251), '\u{1F511}'.repeat(501)];

test.each(NAMES.flatMap((name) => DESCRIPTIONS.map((description) => [name, description] as const)))(
  'the rules find nothing in usual scopes: %j, %j',
  (name, description) => {
    const scopes = [{ name, description }];
    expect(areUsual(scopes) && findingsOf(RESOURCE_SERVER_SCOPES_RULES, { scopes: [{ name, description: description?.normalize('NFC') }] })).toEqual(
      areUsual(scopes) ? [] : false);
  },
);

test('most scopes are usual', () => {
  expect(areUsual([{ name: 'read:orders', description: 'Read orders' }, { name: 'write:orders' }])).toBe(true);
});

test.each([0, 1001])('%d scopes are not usual', (length) => {
  const scopes = Array.from({ length }, (_, index) => ({ name: `read:${index}` }));
  expect(areUsual(scopes)).toBe(false);
  expect(findingsOf(RESOURCE_SERVER_SCOPES_RULES, { scopes })).toHaveLength(1);
});
