import { readFileSync, writeFileSync } from 'node:fs';
import { AccessReport, Auth0Provider, bindings, ResourceServer, Testing, UserPolicy } from '../../lib';
import '../../lib/testing/jest';
import { folderForEachTest } from '../support/folders';

/** A stack with an API and a worker that gets some scopes. */
function stackWith(scopes: string[], partner?: object) {
  const stack = Testing.stack();
  new Auth0Provider(stack, 'auth0');
  const orders = new ResourceServer(stack, 'Orders', {
    identifier: 'https://api.example.com/orders',
    scopes: { 'read:orders': 'Read', 'write:orders': 'Write' },
    subjectTypeAuthorization: { user: partner ? UserPolicy.ALLOW_ALL : UserPolicy.DENY_ALL },
  });
  const worker = new bindings.client.Client(stack, 'Worker', { name: 'Worker', appType: 'non_interactive' });
  orders.grant(worker.clientId, scopes);
  if (partner) {
    new bindings.client.Client(stack, 'Partner', { name: 'Partner', ...partner });
  }
  return stack;
}

const [LESS, MORE] = [['read:orders'], ['read:orders', 'write:orders']].map((scopes) => stackWith(scopes));

describe('toGrantNoMoreThan', () => {
  const folder = folderForEachTest();

  test('passes where access is the same or narrower, and with not where it is broader', () => {
    expect(LESS).toGrantNoMoreThan(LESS);
    expect(LESS).toGrantNoMoreThan(MORE);
    expect(MORE).not.toGrantNoMoreThan(LESS);
  });

  test('takes a report, its JSON, a parsed file, an app and a stack', () => {
    const report = AccessReport.of(LESS);
    const file = `${folder()}/access.json`;
    writeFileSync(file, report.toJson());
    for (const baseline of [report, report.toJson(), readFileSync(file, 'utf8'), JSON.parse(readFileSync(file, 'utf8')), LESS, LESS.node.root]) {
      expect(report).toGrantNoMoreThan(baseline);
      expect(LESS.node.root).toGrantNoMoreThan(baseline);
      expect(MORE).not.toGrantNoMoreThan(baseline);
    }
  });

  test('lists what is new, and only that', () => {
    const before = stackWith(['read:orders']);
    const after = stackWith(['write:orders']);
    expect(() => expect(after).toGrantNoMoreThan(before)).toThrow(new Error(`expected no more access than in the baseline, but there is more:

stack/Orders
  + stack/Worker, for itself: write:orders
      because 'stack/Orders/Grant-Worker' grants it (auth0_client_grant.Orders_Grant-Worker_B6AE6E18)`));
  });

  test('says with not why there is not more', () => {
    expect(() => expect(LESS).not.toGrantNoMoreThan(LESS)).toThrow('expected more access than in the baseline, but access is the same');
    expect(() => expect(LESS).not.toGrantNoMoreThan(MORE)).toThrow('expected more access than in the baseline, but access is only narrower');
  });

  test('lists at most 20 changes', () => {
    const stack = stackWith(['read:orders']);
    const api = new ResourceServer(stack, 'Api', { identifier: 'https://api.example.com/api', scopes: { read: 'Read' } });
    for (let index = 0; index < 22; index++) {
      api.grant(`client-${index}`, ['read']);
    }
    expect(() => expect(stack).toGrantNoMoreThan(LESS)).toThrow(/(?:\n {2}\+ client-.*\n {6}because .*){20}\nand 2 more$/);
  });

  test('fails, also with not, where it cannot be told', () => {
    const [strict, unknown] = [{ isFirstParty: false }, { isFirstParty: '${var.first}' as any }].map((partner) => stackWith(['read:orders'], partner));
    const message = 'cannot tell whether there is more access than in the baseline:\n\nstack/Orders\n  ~ stack/Partner, for users with the permission: read:orders, write:orders (unknown -> unknown, both)';
    expect(() => expect(unknown).toGrantNoMoreThan(strict)).toThrow(message);
    expect(() => expect(unknown).not.toGrantNoMoreThan(strict)).toThrow(message);
  });

  test.each<[string, unknown, string]>([
    ['the name of a file', 'access.json', 'the baseline must be JSON: a text such as the name of a file is none'],
    ['a text that is cut', '{"version": 1', 'the baseline is not JSON: it ends too early'],
    ['other JSON', { resource: {} }, 'the baseline is no report of who can do what: give its JSON, such as `access --format json` writes it'],
    ['nothing', undefined, 'the baseline must be an AccessReport, its JSON, an app or a stack, but nothing was given'],
    ['a list', [], 'the baseline: it must be an object, but a list was found'],
  ])('fails, also with not, if the baseline is %s', (_, baseline, message) => {
    expect(() => expect(LESS).toGrantNoMoreThan(baseline as object)).toThrow(message);
    expect(() => expect(LESS).not.toGrantNoMoreThan(baseline as object)).toThrow(message);
  });
});
