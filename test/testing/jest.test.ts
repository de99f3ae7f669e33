import { Access, Auth0Provider, ResourceServer, Role, SubjectType, Testing } from '../../lib';
import '../../lib/testing/jest';

const stack = Testing.stack();
new Auth0Provider(stack, 'auth0');
const orders = new ResourceServer(stack, 'Orders', {
  identifier: 'https://api.example.com/orders',
  scopes: { 'read:orders': 'Read', 'write:orders': 'Write' },
  safeDefaults: false,
  authorizationDetails: undefined,
});
orders.grant('abc', ['read:orders']);
const clerk = new Role(stack, 'Clerk', { name: 'Clerk' });

describe('toHaveScope', () => {
  const access = Access.of(stack);

  test('passes if the scope is allowed, and with not if it is not', () => {
    expect(access.client('abc', SubjectType.CLIENT)).toHaveScope('read:orders', orders);
    expect(access.client('abc', SubjectType.CLIENT)).not.toHaveScope('write:orders', orders);
    expect(access.role(clerk)).not.toHaveScope('read:orders', orders);
  });

  test('gives the reason, and the scopes that are allowed', () => {
    const client = access.client('abc', SubjectType.CLIENT);
    expect(() => expect(client).toHaveScope('write:orders', orders)).toThrow(
      "expected the scope 'write:orders', but 'stack/Orders/Grant-abc' does not grant it: found only scopes 'read:orders'",
    );
    expect(() => expect(access.role(clerk)).toHaveScope('read:orders', orders)).toThrow(
      "expected the scope 'read:orders', but the role 'stack/Clerk' does not have the permission: found no scope of this API",
    );
    expect(() => expect(client).not.toHaveScope('read:orders', orders)).toThrow(
      "expected that the scope 'read:orders' is not allowed, but 'stack/Orders/Grant-abc' grants it",
    );
  });

  test('fails, also with not, if the answer is unknown', () => {
    const unknown = "cannot tell whether the scope 'write:orders' is allowed: " +
      "whether the application 'abc' is a third party is not in the definition";
    const client = access.client('abc', SubjectType.USER);
    expect(() => expect(client).toHaveScope('write:orders', orders)).toThrow(unknown);
    expect(() => expect(client).not.toHaveScope('write:orders', orders)).toThrow(unknown);
  });

  test('fails, also with not, if nothing has the name', () => {
    const client = access.client('abc');
    expect(() => expect(client).not.toHaveScope('raed:orders', orders)).toThrow(
      "'stack/Orders' has no scope 'raed:orders': did you mean 'read:orders'?",
    );
    expect(() => expect(client).not.toHaveScope('read:orders', 'https://api.example.com/order')).toThrow(
      "there is no API 'https://api.example.com/order' in this definition: did you mean 'https://api.example.com/orders'?",
    );
  });
});

describe('toHaveAuth0Resource', () => {
  const synthesized = Testing.synth(stack);

  test('passes if a resource has the attributes', () => {
    expect(synthesized).toHaveAuth0Resource('auth0_resource_server');
    expect(synthesized).toHaveAuth0Resource('auth0_client_grant', { client_id: 'abc', scopes: ['read:orders'] });
    expect(synthesized).not.toHaveAuth0Resource('auth0_client_grant', { scopes: [] });
    expect(synthesized).not.toHaveAuth0Resource('auth0_client');
  });

  test('shows the resources that exist', () => {
    expect(() => expect(synthesized).toHaveAuth0Resource('auth0_resource_server', { name: 'Orders' })).toThrow(
      'expected an auth0_resource_server with {\n  "name": "Orders"\n}\n\nbut there are\n' +
        'auth0_resource_server.Orders_A9B65338: {\n  "identifier": "https://api.example.com/orders"\n}',
    );
    expect(() => expect(synthesized).toHaveAuth0Resource('auth0_client', { name: 'Worker' })).toThrow(
      'expected an auth0_client with {\n  "name": "Worker"\n}\n\nbut there is no auth0_client at all',
    );
    expect(() => expect(synthesized).not.toHaveAuth0Resource('auth0_client_grant')).toThrow(
      'expected no auth0_client_grant with {}',
    );
  });

  test("takes jest's asymmetric matchers", () => {
    expect(synthesized).toHaveAuth0Resource('auth0_client_grant', { client_id: expect.any(String), scopes: expect.arrayContaining(['read:orders']) });
    expect(synthesized).not.toHaveAuth0Resource('auth0_client_grant', { scopes: expect.arrayContaining(['write:orders']) });
  });
});
