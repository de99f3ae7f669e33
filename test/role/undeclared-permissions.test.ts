import { TerraformStack, TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { PERMISSIONS } from '../support/apis';
import { atSynth, foundAtSynth } from '../support/errors';
import { apiFor, roleIn } from '../support/roles';
import { resourceOf, stackOf } from '../support/synth';

describe('a permission that the API does not declare', () => {
  const line = (role: string, scope: string, names: string, meant = '') =>
    `'stack/${role}' allows the scope '${scope}', which 'stack/Orders' does not declare ` +
    `(it declares ${names})${meant && `: did you mean '${meant}'?`} [role-permission-not-on-api]`;

  const single = (scope: string) => `Role/Permission-Orders-${scope}`;

  test.each<[string, (stack: TerraformStack) => auth0.IRole, (scope: string) => string]>([
    ['a role', (stack) => roleIn(stack), () => 'Role'],
    ['a role by its id', (stack) => auth0.Role.fromRoleId(stack, 'Role', 'rol_1'), single],
    ['a role by its name', (stack) => auth0.Role.fromName(stack, 'Role', 'Clerk'), single],
  ])('is found at synth, for %s', (_, role, path) => {
    const stack = stackOf();
    const orders = apiFor(stack, 'Orders', { 'read:orders': '' });
    role(stack).allow(orders, ['never', 'raed:orders', 'read:orders', 'late']);
    orders.addScope('late');
    expect(foundAtSynth(stack)).toBe(atSynth(
      line(path('never'), 'never', `'late', 'read:orders'`),
      line(path('raed:orders'), 'raed:orders', `'late', 'read:orders'`, 'read:orders'),
    ));
  });

  test('is found for each API separately', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    role.allow(apiFor(stack, 'Orders', { a: '' }), ['a']);
    role.allow(apiFor(stack, 'Bills', { 'long-name': '' }), ['a']);
    expect(foundAtSynth(stack)).toBe(atSynth(
      "'stack/Role' allows the scope 'a', which 'stack/Bills' does not declare (it declares 'long-name') [role-permission-not-on-api]",
    ));
  });

  test.each<[string, (stack: TerraformStack) => auth0.IResourceServer]>([
    ['no names', (stack) => apiFor(stack, 'Orders')],
    ['a token', (stack) => apiFor(stack, 'Orders', { a: '', [new TerraformVariable(stack, 'v', {}).stringValue]: '' })],
    [
      'names that only Terraform knows',
      (stack) => new auth0.ResourceServer(stack, 'Orders', {
        identifier: 'orders', scopes: Token.asStringMap(new TerraformVariable(stack, 'v', {}).value),
      }),
    ],
    ['it elsewhere', (stack) => auth0.ResourceServer.fromIdentifier(stack, 'Orders', 'orders')],
  ])('is accepted where the API declares %s', (_, api) => {
    const stack = stackOf();
    roleIn(stack).allow(api(stack), ['anything']);
    expect(resourceOf(stack, PERMISSIONS).permissions[0].name).toBe('anything');
  });
});
