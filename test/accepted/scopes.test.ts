// A real tenant accepts every case here, or the provider's documentation contains it. Each case looks like a mistake,
// so a new rule could refuse it by accident. That would be worse than not finding a mistake.

import * as auth0 from '../../lib';
import { accepted, apiWith, only } from '../support/accepted';
import { GRANT, IDENTIFIER, PERMISSIONS, SCOPES } from '../support/apis';

describe('the name of a scope need not have the form action:resource', () => {
  test.each([
    'read:organisation:1ohTD',
    'event:read:any',
    'api.x40.link/scopes/x40.dev.url.ManageURLs.Get',
    'write',
    'admin',
    'scope1',
    'medicalHome:update',
    'update:email',
    'read:user',
  ])('%s', (name) => {
    const json = accepted((stack) => void apiWith(stack, { [name]: 'A scope' }));
    expect(only(json, SCOPES).scopes).toEqual([{ name, description: 'A scope' }]);
  });

  test('it may hold white space, with a warning: no application can ask for it', () => {
    accepted(
      (stack) => void apiWith(stack, { 'openid profile email': 'All' }),
      [
        "scope 'openid profile email' contains white space, a quotation mark, a backslash or a character beyond ASCII, " +
          'so no application can ask for it [scope-name-whitespace]',
      ],
    );
  });
});

describe('the description of a scope may be any text', () => {
  test.each(['', 'read:orders', 'AIエージェントの実行'])("'%s'", (description) => {
    const json = accepted((stack) => void apiWith(stack, { 'read:orders': description }));
    expect(only(json, SCOPES).scopes).toEqual([{ name: 'read:orders', description }]);
  });

  test('it may be left out', () => {
    const json = accepted((stack) => apiWith(stack).addScope('read:orders'));
    expect(only(json, SCOPES).scopes).toEqual([{ name: 'read:orders' }]);
  });
});

test('scopes of an API that is looked up may be used, since nothing here knows what it declares', () => {
  const json = accepted((stack) => {
    const orders = auth0.ResourceServer.fromIdentifier(stack, 'Orders', IDENTIFIER);
    orders.grant('client', ['read:orders']);
    new auth0.Role(stack, 'Role', { name: 'Clerk' }).allow(orders, ['write:orders']);
  });
  expect(only(json, GRANT).scopes).toEqual(['read:orders']);
  expect(only(json, PERMISSIONS).permissions).toMatchObject([{ name: 'write:orders' }]);
});
