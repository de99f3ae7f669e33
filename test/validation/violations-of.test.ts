import { TerraformStack } from 'cdktf';
import { Auth0Provider, bindings, Errors, ResourceServer, Role, Testing, Violation } from '../../lib';
import { violationsIn } from '../../lib/validation/thrown';
import { errorOf } from '../support/errors';

const { violationsOf } = Errors;
const VIOLATIONS: Violation[] = [
  { rule: 'identifier-empty', path: 'identifier', message: 'identifier must not be empty' },
  { rule: 'web-lifetime-range', path: 'tokenLifetimeForWeb', message: 'tokenLifetimeForWeb must be between 0 and 2592000 seconds, but -1 was given' },
];

function refusal(id = 'Api'): Error & { violations: Violation[] } {
  return errorOf(() => new ResourceServer(Testing.stack(), id, { identifier: '', name: '' }));
}

/** A stack with mistakes that are found at synth. */
function stackWithMistakes(): TerraformStack {
  const stack = Testing.stack('orders');
  new Auth0Provider(stack, 'auth0');
  const api = new ResourceServer(stack, 'Orders', { identifier: 'https://orders', name: 'Orders', scopes: { 'read:orders': 'Read' } });
  api.grant('worker', ['raed:orders']);
  new Role(stack, 'Clerk', { name: 'Clerk' }).allow(api, ['raed:orders']);
  new bindings.role.Role(stack, 'Raw', { name: '' });
  return stack;
}

test('returns the violations of an error, and those of its text', () => {
  const error = refusal();
  expect(error.violations.map(({ rule }) => rule)).toEqual(['identifier-empty', 'name-empty-string']);
  for (const given of [error, error.message, `RuntimeError: ${error.message}`, { message: error.message }]) {
    expect(violationsOf(given)).toStrictEqual(error.violations);
  }
});

test('returns each violation once where a language has the text twice', () => {
  const { message, violations } = refusal();
  expect(violationsOf(`${message}\nError: ${message}\n    at Kernel.create (/tmp/kernel.js:1:2)`)).toStrictEqual(violations);
});

test('tells errors apart whose texts begin alike', () => {
  const [first, second] = [refusal('Api'), refusal('Apis')];
  expect(violationsOf(first.message)).toStrictEqual(first.violations);
  expect(violationsOf(second.message)).toStrictEqual(second.violations);
});

test('reads the text of another process, as far as it says', () => {
  const text = `ResourceServer 'a/B' is not valid:${VIOLATIONS.map(({ message, rule }) => `\n  - ${message} [${rule}]`).join('')}`;
  expect(violationsOf(text)).toStrictEqual(VIOLATIONS);
  expect(violationsOf(`${text}\nError: ${text}`)).toStrictEqual(VIOLATIONS);
});

test('reads an error at synth', () => {
  const stack = stackWithMistakes();
  const error = errorOf(() => Testing.synth(stack));
  const found = violationsOf(error);
  expect(found.map(({ rule, path }) => [rule, path])).toEqual([
    ['role-name-required', 'orders/Raw'], ['scope-not-on-api', 'orders/Orders/Grant-worker'], ['role-permission-not-on-api', 'orders/Clerk'],
  ]);
  expect(found[1].message).toBe(
    `'orders/Orders/Grant-worker' grants the scope 'raed:orders', which 'orders/Orders' does not declare (it declares 'read:orders'): ` +
    `did you mean 'read:orders'?`);
  expect(violationsOf(`${error.message}\n${error.stack}`)).toStrictEqual(found);
});

test.each<[string, unknown]>([
  ['nothing', undefined], ['null', null], ['a number', 7], ['another error', new Error('a\n  - b')], ['an object', {}], ['an empty text', ''],
  ['an object that cannot be read', new Proxy({}, { get: () => { throw new Error('no'); }, has: () => { throw new Error('no'); } })],
  ['a list in a text', '  - this is no rule [NOT-A-RULE]\n  - nor this [a b]\n- [ab]'],
])('returns none for %s', (_, given) => {
  expect(violationsOf(given)).toEqual([]);
});

test('keeps only the last errors, and needs no long time for a long text', () => {
  const { message } = refusal();
  for (let count = 0; count < 100; count++) {
    refusal('Other');
  }
  expect(violationsIn(message)).toEqual([
    { rule: 'identifier-empty', path: 'identifier', message: 'identifier must not be empty' },
    { rule: 'name-empty-string', path: 'name', message: 'name must not be empty: leave it out for an API without a name' },
  ]);
  const start = process.cpuUsage().user;
  expect(violationsIn(`  - ${' [a-a'.repeat(100_000)}\n${"  [s] A '".repeat(100_000)}`)).toEqual([]);
  expect(process.cpuUsage().user - start).toBeLessThan(2_000_000);
});
