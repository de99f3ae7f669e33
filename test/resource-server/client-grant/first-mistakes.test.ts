import * as auth0 from '../../../lib';
import { apiIn } from '../../support/apis';
import { errorOf, messageFor } from '../../support/errors';
import { stackBeside, stackOf } from '../../support/synth';

const message = messageFor("ClientGrant 'stack/Api/Grant'");

describe('the construct of an application in place of its id', () => {
  test('names the property to give', () => {
    const stack = stackOf();
    const client: any = new auth0.bindings.client.Client(stack, 'Client', { name: 'worker' });
    const line = 'clientId must be a string, but a construct was given: give the client ID, client.clientId [wrong-type]';
    expect(errorOf(() => apiIn(stack).grant(client, [])).message).toBe(message(line));
  });

  test('of another stack names the constructor to use there', () => {
    const stack = stackOf();
    const client: any = new auth0.bindings.client.Client(stackBeside(stack), 'Client', { name: 'worker' });
    expect(errorOf(() => apiIn(stack).grant(client, [])).message).toContain(
      "give the client ID, client.clientId. The application is in the stack 'other': use new ClientGrant there",
    );
  });
});

test('scopes that are missing name grantAllScopes', () => {
  for (const scopes of [undefined, null] as any[]) {
    expect(errorOf(() => apiIn(stackOf()).grant('worker', scopes)).violations).toEqual([{
      rule: 'scopes-or-all',
      path: 'scopes',
      message: 'scopes must be given (an empty list for none), but nothing was given: use grantAllScopes to grant every scope',
    }]);
  }
});

test('a long id is shortened', () => {
  const error = errorOf(() => apiIn(stackOf()).grant('worker', [], { subjectType: 'x'.repeat(20_000) as any }));
  expect(error.message.length).toBeLessThan(500);
});

test('an identifier of a wrong type is one mistake', () => {
  const identifier: any = 5;
  expect(errorOf(() => apiIn(stackOf(), { identifier, scopes: { a: 'A' } })).violations).toHaveLength(1);
});
