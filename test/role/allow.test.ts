import { TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { PERMISSIONS } from '../support/apis';
import { errorOf, framesOf } from '../support/errors';
import { apiFor, ORDERS, permissionsOf, roleIn, roleMessage } from '../support/roles';
import { settablePaths } from '../support/schema';
import { resourceOf, stackBeside, stackOf, synthesize, synthesizeOne } from '../support/synth';

describe('allow', () => {
  test('can set every attribute of the schema', () => {
    const written = synthesizeOne(PERMISSIONS, (stack) => roleIn(stack).allow(apiFor(stack, 'Orders'), ['a']));
    const paths = [...Object.keys(written), ...Object.keys(written.permissions[0]).map((key) => `permissions.${key}`)];
    expect(paths.filter((path) => path !== 'permissions').sort()).toEqual(settablePaths(PERMISSIONS));
  });

  test('takes the identifier from the scopes, which puts the permissions after them', () => {
    expect(synthesizeOne(PERMISSIONS, (stack) => {
      roleIn(stack).allow(apiFor(stack, 'Orders', { 'read:orders': '' }), ['read:orders']);
    })).toStrictEqual({
      role_id: '${auth0_role.Role_1ABCC5F0.id}',
      permissions: [{ name: 'read:orders', resource_server_identifier: ORDERS }],
    });
  });

  test('takes the identifier from the API where it has no scopes', () => {
    expect(permissionsOf((role, stack) => role.allow(apiFor(stack, 'Orders'), ['a']))).toEqual([
      { name: 'a', resource_server_identifier: '${auth0_resource_server.Orders_A9B65338.identifier}' },
    ]);
  });

  test('takes the identifier from scopes that are added later', () => {
    expect(permissionsOf((role, stack) => {
      const orders = apiFor(stack, 'Orders');
      role.allow(orders, ['late']);
      orders.addScope('late');
    })).toEqual([{ name: 'late', resource_server_identifier: ORDERS }]);
  });

  test('puts the permissions of all APIs into one resource, in one order, each once', () => {
    const written = (reverse: boolean) =>
      permissionsOf((role, stack) => {
        const apis = {
          Orders: apiFor(stack, 'Orders', { a: '', b: '', B: '' }),
          Bills: apiFor(stack, 'Bills', { a: '' }),
        };
        const calls: [auth0.ResourceServer, string[]][] = [
          [apis.Orders, ['b', 'B']],
          [apis.Bills, ['a']],
          [apis.Orders, ['a', 'b']],
          [apis.Orders, []],
          [apis.Orders, ['a', 'a']],
        ];
        (reverse ? calls.reverse() : calls).forEach(([api, scopes]) => role.allow(api, scopes));
      });
    const bills = '${auth0_resource_server_scopes.Bills_Scopes_8A3AAAA5.resource_server_identifier}';
    expect(written(false)).toEqual([
      { name: 'a', resource_server_identifier: bills },
      { name: 'B', resource_server_identifier: ORDERS },
      { name: 'a', resource_server_identifier: ORDERS },
      { name: 'b', resource_server_identifier: ORDERS },
    ]);
    expect(written(true)).toEqual(written(false));
  });

  test('takes tokens', () => {
    expect(permissionsOf((role, stack) => {
      const text = new TerraformVariable(stack, 'token', {}).stringValue;
      role.allow(apiFor(stack, 'Orders', { a: '' }), [text, `read:${text}`]);
    })).toEqual(expect.arrayContaining([
      { name: '${var.token}', resource_server_identifier: ORDERS },
      { name: 'read:${var.token}', resource_server_identifier: ORDERS },
    ]));
  });

  test('refuses a list token with other scopes', () => {
    const stack = stackOf();
    const { listValue } = new TerraformVariable(stack, 'scopes', { type: 'list(string)' });
    expect(() => roleIn(stack).allow(apiFor(stack, 'Orders', { a: '' }), ['a', ...listValue])).toThrow(
      'scopes[1] must not be an entry of a list token: use Fn.element(list, index), or Fn.concat to add to a list [wrong-type]',
    );
  });

  test('takes an API of another stack', () => {
    const stack = stackOf();
    const other = stackBeside(stack);
    const orders = apiFor(other, 'Orders', { a: '' });
    roleIn(stack).allow(orders, ['a']);
    stack.prepareStack();
    expect(resourceOf(stack, PERMISSIONS).permissions).toEqual([{
      name: 'a',
      resource_server_identifier:
        '${data.terraform_remote_state.cross-stack-reference-input-other.outputs.cross-stack-output-' +
        'auth0_resource_server_scopesOrders_Scopes_E52ACA3Cresource_server_identifier}',
    }]);
  });

  test('refuses what no permission can be, and adds nothing', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    const error = errorOf(() => role.allow(apiFor(stack, 'Orders'), ['a', '', 'b'.repeat(281)]));
    expect(error.message).toBe(roleMessage(
      `scope '' must not be empty [role-permission-length]`,
      `scope '${'b'.repeat(60)}…' must be at most 280 characters long, but 281 were given [role-permission-length]`,
    ));
    expect(error.violations[0].path).toBe(`scopes['']`);
    expect(role.permissionsResource).toBeUndefined();
    expect(framesOf(error)[0]).toContain(__filename);
  });

  test('does not judge or print tokens beside a mistake', () => {
    const stack = stackOf();
    const text = new TerraformVariable(stack, 'token', {}).stringValue;
    const error = errorOf(() => roleIn(stack).allow(apiFor(stack, 'Orders'), [text, '']));
    expect(error.message).toBe(roleMessage(`scope '' must not be empty [role-permission-length]`));
    expect(error.stack).not.toMatch(/TfToken|var\.token/);
  });

  test.each<[string, any, string]>([
    ['nothing', undefined, 'nothing was given'],
    ['null', null, 'nothing was given'],
    ['an identifier', 'orders', 'a string was given: use ResourceServer.fromAttributes(scope, id, { identifier }), or ResourceServer.fromIdentifier to look the API up'],
    ['an object', {}, 'an object was given'],
  ])('refuses %s for an API, with permissions or without', (_, api, given) => {
    const text = `resourceServer must be a ResourceServer or an imported one, but ${given}`;
    for (const scopes of [[], ['a'], ['a', 'b']]) {
      const error = errorOf(() => roleIn(stackOf()).allow(api, scopes));
      expect(error.violations).toStrictEqual([{ rule: 'wrong-type', path: 'resourceServer', message: text }]);
    }
  });

  test('refuses what is no text', () => {
    const stack = stackOf();
    expect(
      errorOf(() => roleIn(stack).allow(apiFor(stack, 'Orders'), [['a'] as any, 'a', 7 as any])).message,
    ).toBe(roleMessage(
      'scopes[0] must be a string, but a list was given [wrong-type]',
      'scopes[2] must be a string, but a number was given [wrong-type]',
    ));
  });

  test.each<[string, any[], string]>([
    ['one by one', ['a', 'b'], 'a string'],
    ['one', ['a'], 'a string'],
    ['one that is a token', ['${var.scope}'], 'a string'],
    ['none', [], 'nothing'],
    ['an object', [{ a: true }], 'an object'],
    ['a number', [7], 'a number'],
  ])('refuses scopes that are no list: %s', (_, scopes, given) => {
    for (const make of [roleIn, (stack: TerraformStack) => auth0.Role.fromRoleId(stack, 'Role', 'rol_1')]) {
      const stack = stackOf();
      const role: any = make(stack);
      const error = errorOf(() => role.allow(apiFor(stack, 'Orders'), ...scopes));
      const message = `scopes must be a list, but ${given} was given: write role.allow(resourceServer, ['read:orders'])`;
      expect(error.violations).toStrictEqual([{ rule: 'wrong-type', path: 'scopes', message }]);
      expect(synthesize(stack).resource ?? {}).not.toHaveProperty(PERMISSIONS);
    }
  });

  test('refuses the thousand-and-first, across APIs, but not one of the thousand again', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    const names = Array.from({ length: 500 }, (_, index) => `scope:${index}`);
    const apis = [apiFor(stack, 'Orders'), apiFor(stack, 'Bills')];
    apis.forEach((api) => role.allow(api, names));
    role.allow(apis[0], names);
    role.allow(apis[1], ['scope:499']);
    const text = roleMessage('scopes must have at most 1000 entries, but 1001 were given [role-permissions-limit]');
    expect(errorOf(() => role.allow(apis[0], ['more', 'scope:0'])).message).toBe(text);
    expect(errorOf(() => role.allow(apiFor(stack, 'Third'), ['scope:0'])).message).toBe(text);
    expect(resourceOf(stack, PERMISSIONS).permissions).toHaveLength(1000);
  });
});
