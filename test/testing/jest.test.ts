import { Auth0Provider, ResourceServer, testing } from '../../lib';
import '../../lib/testing/jest';

const stack = testing.stack();
new Auth0Provider(stack, 'auth0');
const orders = new ResourceServer(stack, 'Orders', {
  identifier: 'https://api.example.com/orders',
  scopes: { 'read:orders': 'Read', 'write:orders': 'Write' },
  safeDefaults: false,
  authorizationDetails: undefined,
});
orders.grant('abc', ['read:orders']);

describe('toHaveScope', () => {
  const access = testing.access.of(stack);

  test('passes where there is a way, and where there is none and none is expected', () => {
    expect(access.client('abc', undefined)).toHaveScope('read:orders', orders);
    expect(access.role('nobody')).not.toHaveScope('read:orders', orders);
  });

  test('says which ways there are', () => {
    const asker = testing.access.of(stack).client('abc');
    expect(() => expect(access.role('nobody')).toHaveScope('read:orders', orders)).toThrow(
      "expected a way to 'read:orders', but found no way to any scope of this API",
    );
    expect(() => expect(asker).not.toHaveScope('read:orders', orders)).toThrow(
      "expected no way to 'read:orders', but stack/Orders/Grant-abc allows it",
    );
  });
});

describe('toHaveAuth0Resource', () => {
  const synthesized = testing.synth(stack);

  test('passes where a resource has the attributes', () => {
    expect(synthesized).toHaveAuth0Resource('auth0_resource_server');
    expect(synthesized).toHaveAuth0Resource('auth0_client_grant', { client_id: 'abc', scopes: ['read:orders'] });
    expect(synthesized).not.toHaveAuth0Resource('auth0_client_grant', { scopes: [] });
    expect(synthesized).not.toHaveAuth0Resource('auth0_role');
  });

  test('shows what there is', () => {
    expect(() => expect(synthesized).toHaveAuth0Resource('auth0_resource_server', { name: 'Orders' })).toThrow(
      'expected an auth0_resource_server with {\n  "name": "Orders"\n}\n\nbut there are\n' +
        'auth0_resource_server.Orders_A9B65338: {\n  "identifier": "https://api.example.com/orders"\n}',
    );
    expect(() => expect(synthesized).toHaveAuth0Resource('auth0_role', { name: 'Clerk' })).toThrow(
      'expected an auth0_role with {\n  "name": "Clerk"\n}\n\nbut there is no auth0_role at all',
    );
    expect(() => expect(synthesized).not.toHaveAuth0Resource('auth0_client_grant')).toThrow(
      'expected no auth0_client_grant with {}',
    );
  });
});
