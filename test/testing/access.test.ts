import {
  Auth0Provider,
  bindings,
  ClientPolicy,
  ResourceServer,
  ResourceServerProps,
  Role,
  SubjectType,
  testing,
  UserPolicy,
} from '../../lib';

const { Client } = bindings.client;
const { ClientGrant } = bindings.clientGrant;
const { RolePermission } = bindings.rolePermission;

function tenant(props: Partial<ResourceServerProps> = {}) {
  const stack = testing.stack();
  new Auth0Provider(stack, 'auth0');
  const orders = new ResourceServer(stack, 'Orders', {
    identifier: 'https://api.example.com/orders',
    scopes: { 'read:orders': 'Read', 'write:orders': 'Write' },
    ...props,
  });
  const worker = new Client(stack, 'Worker', { name: 'Order worker' });
  const partner = new Client(stack, 'Partner', { name: 'Partner', isFirstParty: false });
  return { stack, orders, worker, partner };
}

describe('an application', () => {
  test('can get what it is granted, through that grant', () => {
    const { stack, orders, worker } = tenant();
    orders.grant(worker.clientId, ['read:orders']);
    const asker = testing.access.of(stack).client('Worker');
    expect(asker.can('read:orders', orders)).toBe(true);
    expect(asker.through('read:orders', orders)).toBe('stack/Orders/Grant-Worker');
    expect(asker.can('write:orders', orders)).toBe(false);
    expect(asker.through('write:orders', orders)).toBeUndefined();
    expect(asker.scopes(orders)).toEqual(['read:orders']);
  });

  test('goes by its construct, its name or its client id, and the API by its identifier', () => {
    const { stack, orders, worker } = tenant();
    orders.grant(worker.clientId, ['read:orders']);
    orders.grant('abc', ['write:orders']);
    const access = testing.access.of(stack);
    for (const client of [worker, 'Worker', 'Order worker', worker.clientId]) {
      expect(access.client(client).can('read:orders', 'https://api.example.com/orders')).toBe(true);
    }
    expect(access.client('abc').scopes(orders)).toEqual(['write:orders']);
    expect(access.client('nobody').can('read:orders', orders)).toBe(false);
  });

  test('can get every scope where all are granted', () => {
    const { stack, orders, worker } = tenant();
    orders.grantAllScopes(worker.clientId);
    expect(testing.access.of(stack).client(worker).can('anything', orders)).toBe(true);
  });

  test('is told by the subject type', () => {
    const { stack, orders, worker } = tenant();
    orders.grant(worker.clientId, ['read:orders'], { subjectType: SubjectType.USER });
    const access = testing.access.of(stack);
    expect(access.client(worker, SubjectType.USER).can('read:orders', orders)).toBe(true);
    expect(access.client(worker, SubjectType.CLIENT).can('read:orders', orders)).toBe(false);
  });

  test('gets nothing of an API that denies all', () => {
    const { stack, orders, worker } = tenant({ subjectTypeAuthorization: { client: ClientPolicy.DENY_ALL } });
    orders.grant(worker.clientId, ['read:orders']);
    expect(testing.access.of(stack).client(worker).can('read:orders', orders)).toBe(false);
  });

  test('needs no grant where every first-party application is allowed', () => {
    const { stack, orders } = tenant({ subjectTypeAuthorization: { user: UserPolicy.ALLOW_ALL } });
    const access = testing.access.of(stack);
    expect(access.client('Worker').through('read:orders', orders)).toBe("the policy 'allow_all' for users");
    expect(access.client('Partner').can('read:orders', orders)).toBe(false);
  });

  test('needs none either where the API says nothing of it', () => {
    const { stack, orders } = tenant({ safeDefaults: false });
    const access = testing.access.of(stack);
    expect(access.client('Worker', SubjectType.USER).can('read:orders', orders)).toBe(true);
    expect(access.client('Worker', SubjectType.CLIENT).can('read:orders', orders)).toBe(false);
  });

  test('of a third party gets the default grant, unless it has one of its own', () => {
    const { stack, orders, partner } = tenant();
    orders.grantThirdPartyClients(['read:orders'], { subjectType: SubjectType.USER });
    const access = testing.access.of(stack);
    expect(access.client('Partner').can('read:orders', orders)).toBe(true);
    expect(access.client('Worker').can('read:orders', orders)).toBe(false);

    orders.grant(partner.clientId, ['write:orders'], { subjectType: SubjectType.USER });
    expect(testing.access.of(stack).client('Partner').scopes(orders)).toEqual(['write:orders']);
  });

  test('is told from raw L1 resources, too', () => {
    const { stack, orders, worker } = tenant();
    new ClientGrant(stack, 'Raw', { clientId: worker.clientId, audience: orders.identifier, scopes: ['read:orders'] });
    expect(testing.access.of(stack).client('Worker').through('read:orders', orders)).toBe('stack/Raw');
  });

  test('has no access to another API', () => {
    const { stack, orders, worker } = tenant();
    const other = new ResourceServer(stack, 'Other', { identifier: 'https://api.example.com/other' });
    orders.grant(worker.clientId, ['read:orders']);
    expect(testing.access.of(stack).client('Worker').can('read:orders', other)).toBe(false);
  });
});

describe('a role', () => {
  test('can what it is allowed', () => {
    const { stack, orders } = tenant();
    const clerk = new Role(stack, 'Clerk', { name: 'Orders clerk' });
    clerk.allow(orders, 'read:orders');
    const access = testing.access.of(stack);
    for (const role of [clerk, 'Clerk', 'Orders clerk', clerk.roleId]) {
      expect(access.role(role).can('read:orders', orders)).toBe(true);
      expect(access.role(role).can('write:orders', orders)).toBe(false);
    }
    expect(access.role(clerk).through('read:orders', orders)).toBe('stack/Clerk/Permissions');
  });

  test('is told from single permissions as well', () => {
    const { stack, orders } = tenant();
    Role.fromName(stack, 'Boss', 'Boss').allow(orders, 'write:orders');
    new RolePermission(stack, 'Raw', {
      roleId: 'rol_1',
      permission: 'read:orders',
      resourceServerIdentifier: orders.identifier,
    });
    const access = testing.access.of(stack);
    expect(access.role('Boss').scopes(orders)).toEqual(['write:orders']);
    expect(access.role('rol_1').scopes(orders)).toEqual(['read:orders']);
  });
});
