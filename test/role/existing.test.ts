import { TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { PERMISSION, PERMISSIONS, ROLE } from '../support/apis';
import { errorOf } from '../support/errors';
import { apiFor, ORDERS, roleMessage } from '../support/roles';
import { settablePaths } from '../support/schema';
import { resourcesOf, stackOf, synthesize, synthesizeOne } from '../support/synth';

describe('a role that exists', () => {
  const permissions = (build: (stack: TerraformStack) => void) =>
    Object.values(resourcesOf(stackOf(build), PERMISSION));

  test('by its id is not looked up, and its permissions are added one by one', () => {
    const stack = stackOf();
    const role = auth0.Role.fromRoleId(stack, 'Role', 'rol_1');
    role.allow(apiFor(stack, 'Orders', { a: '', b: '' }), ['b', 'a']);
    expect(role.roleId).toBe('rol_1');
    const { data, resource } = synthesize(stack);
    expect(data).toBeUndefined();
    expect(Object.values(resource[PERMISSION])).toEqual([
      { role_id: 'rol_1', permission: 'a', resource_server_identifier: ORDERS },
      { role_id: 'rol_1', permission: 'b', resource_server_identifier: ORDERS },
    ]);
    expect(Object.keys(resource[PERMISSION])).toEqual([
      'Role_Permission-Orders-a_98694FFA', 'Role_Permission-Orders-b_9CD4C6A1',
    ]);
    expect(resource).not.toHaveProperty(PERMISSIONS);
    expect(resource).not.toHaveProperty(ROLE);
  });

  test('by its name is looked up, without its users and permissions', () => {
    const stack = stackOf();
    const role = auth0.Role.fromName(stack, 'Role', 'Clerk');
    role.allow(apiFor(stack, 'Orders', { a: '' }), ['a']);
    const { data, resource } = synthesize(stack);
    expect(data).toEqual({
      auth0_role: { Role_1ABCC5F0: { name: 'Clerk', skip_users: true, skip_permissions: true } },
    });
    expect(Object.values(resource[PERMISSION])).toEqual([
      { role_id: '${data.auth0_role.Role_1ABCC5F0.id}', permission: 'a', resource_server_identifier: ORDERS },
    ]);
  });

  test.each<[any, string]>([
    [undefined, 'name is required, but was not given [role-name-required]'],
    ['', `name must not be empty [role-name-required]`],
    [7, 'name must be a string, but a number was given [wrong-type]'],
  ])('by its name is refused where that is %j', (name, text) => {
    const stack = stackOf();
    expect(errorOf(() => auth0.Role.fromName(stack, 'Role', name)).message).toBe(roleMessage(text));
    expect(stack.node.tryFindChild('Role')).toBeUndefined();
  });

  test('can set every attribute of the schema', () => {
    const written = synthesizeOne(PERMISSION, (stack) => {
      auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(apiFor(stack, 'Orders'), ['a']);
    });
    expect(Object.keys(written).sort()).toEqual(settablePaths(PERMISSION));
  });

  test('without permissions writes nothing', () => {
    const stack = stackOf();
    auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(apiFor(stack, 'Orders'), []);
    expect(Object.keys(synthesize(stack).resource)).toEqual(['auth0_resource_server']);
  });

  test('takes the identifier from scopes that are added later', () => {
    expect(permissions((stack) => {
      const orders = apiFor(stack, 'Orders');
      auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(orders, ['late']);
      orders.addScope('late');
    })).toEqual([{ role_id: 'rol_1', permission: 'late', resource_server_identifier: ORDERS }]);
  });

  test('takes a permission once, also one that is a token', () => {
    expect(permissions((stack) => {
      const role = auth0.Role.fromRoleId(stack, 'Role', 'rol_1');
      const orders = apiFor(stack, 'Orders', { a: '' });
      const variable = new TerraformVariable(stack, 'token', {});
      role.allow(orders, ['a', 'a', variable.stringValue]);
      role.allow(orders, ['a', variable.stringValue]);
    })).toEqual([
      { role_id: 'rol_1', permission: 'a', resource_server_identifier: ORDERS },
      { role_id: 'rol_1', permission: '${var.token}', resource_server_identifier: ORDERS },
    ]);
  });

  test('gives permissions ids that differ, also where the names lead to the same id', () => {
    expect(permissions((stack) => {
      const role = auth0.Role.fromRoleId(stack, 'Role', 'rol_1');
      role.allow(apiFor(stack, 'Api'), ['a/b', 'a--b', 'a b', 'a_b', 'x-y']);
      role.allow(apiFor(stack, 'Api-x'), ['y']);
    })).toHaveLength(6);
  });

  test('has addresses that do not name the stack', () => {
    const addresses = (name: string) => {
      const stack = new TerraformStack(stackOf().node.root as any, name);
      new auth0.Auth0Provider(stack, 'auth0');
      auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(apiFor(stack, 'Orders'), ['a']);
      return Object.keys(resourcesOf(stack, PERMISSION));
    };
    expect(addresses('one')).toEqual(['Role_Permission-Orders-a_98694FFA']);
    expect(addresses('two')).toEqual(addresses('one'));
  });

  test('has addresses that do not change with the order', () => {
    const addresses = (...scopes: string[]) => Object.keys(resourcesOf(stackOf((stack) => {
      auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(apiFor(stack, 'Orders'), scopes);
    }), PERMISSION));
    const before = addresses('b', 'c');
    expect(before).toHaveLength(2);
    expect(addresses('a', 'c', 'b')).toEqual(expect.arrayContaining(before));
  });

  test('has addresses that do not change with the order, also where the names lead to the same id', () => {
    const addresses = (isReversed: boolean) => resourcesOf(stackOf((stack) => {
      const role = auth0.Role.fromRoleId(stack, 'Role', 'rol_1');
      const within = apiFor(new TerraformStack(stack.node.root as any, 'other'), 'Api');
      const [api, dashed] = [apiFor(stack, 'Api'), apiFor(stack, 'Api-x')];
      const uses: Array<[auth0.ResourceServer, string]> = [
        ...['a/b', 'a--b', 'a b', 'a_b', 'x-y'].map((scope): [auth0.ResourceServer, string] => [api, scope]), [dashed, 'y'], [within, 'y'], [api, 'y'],
      ];
      (isReversed ? uses.reverse() : uses).forEach(([one, scope]) => role.allow(one, [scope]));
    }), PERMISSION);
    expect(Object.keys(addresses(false))).toHaveLength(8);
    expect(addresses(true)).toEqual(addresses(false));
  });

  test('refuses what no permission and no API can be', () => {
    const stack = stackOf();
    const role = auth0.Role.fromRoleId(stack, 'Role', 'rol_1');
    expect(errorOf(() => role.allow(apiFor(stack, 'Orders'), ['a', ''])).message).toBe(
      roleMessage(`scope '' must not be empty [role-permission-length]`),
    );
    expect(errorOf(() => role.allow('orders' as any, ['a'])).message).toBe(
      roleMessage('resourceServer must be a ResourceServer or an imported one, but a string was given' +
        ': use ResourceServer.fromAttributes(scope, id, { identifier }), or ResourceServer.fromIdentifier to look the API up [wrong-type]'),
    );
    expect(role.node.children).toEqual([]);
  });
});
