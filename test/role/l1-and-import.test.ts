import { TerraformStack, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { PERMISSIONS, ROLE } from '../support/apis';
import { apiFor, roleIn } from '../support/roles';
import { resourceOf, resourcesOf, stackOf, synthesize } from '../support/synth';

describe('the L1', () => {
  test('are the children Resource and Permissions', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    role.allow(apiFor(stack, 'Orders'), ['a']);
    expect(role.resource).toBeInstanceOf(auth0.bindings.role.Role);
    expect(role.node.defaultChild).toBe(role.resource);
    expect(role.permissionsResource).toBeInstanceOf(auth0.bindings.rolePermissions.RolePermissions);
    expect(role.node.findChild('Permissions')).toBe(role.permissionsResource);
  });

  test('can be given other addresses, and references follow', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    const { roleId, fqn } = role;
    role.allow(apiFor(stack, 'Orders'), ['a']);
    new auth0.bindings.client.Client(stack, 'Client', { name: roleId, description: fqn, dependsOn: [role] });
    role.resource.overrideLogicalId('clerk');
    role.permissionsResource!.overrideLogicalId('clerk_permissions');
    const { auth0_client: clients, [PERMISSIONS]: permissions, [ROLE]: roles } = synthesize(stack).resource;
    expect(clients.Client).toMatchObject({
      name: '${auth0_role.clerk.id}',
      description: '${auth0_role.clerk}',
      depends_on: ['auth0_role_permissions.clerk_permissions'],
    });
    expect(permissions.clerk_permissions.role_id).toBe('${auth0_role.clerk.id}');
    expect(Object.keys(roles)).toEqual(['clerk']);
  });

  test('in dependsOn, a role without permissions stands for itself', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    new auth0.bindings.client.Client(stack, 'Client', { name: 'a', dependsOn: [role] });
    expect(resourcesOf(stack, 'auth0_client').Client.depends_on).toEqual(['auth0_role.Role_1ABCC5F0']);
  });

  test('take what this library does not know', () => {
    const stack = stackOf();
    roleIn(stack).resource.addOverride('type', 'galaxy');
    expect(resourceOf(stack, ROLE).type).toBe('galaxy');
  });

  test('roleId is the same token each time', () => {
    const role = roleIn(stackOf());
    expect(role.roleId).toBe(role.roleId);
    expect(Token.isUnresolved(role.roleId)).toBe(true);
  });
});

describe('importFrom', () => {
  const blocks = (build: (role: auth0.Role, stack: TerraformStack) => void, props: Partial<auth0.RoleProps> = {}) => {
    const stack = stackOf();
    build(roleIn(stack, props), stack);
    return synthesize(stack).import;
  };
  const both = [
    { id: 'rol_1', to: 'auth0_role.Role_1ABCC5F0' },
    { id: 'rol_1', to: 'auth0_role_permissions.Role_Permissions_A25BF51A' },
  ];

  test('imports the role, and no permissions where it has none', () => {
    expect(blocks((role) => role.importFrom('rol_1'))).toEqual([both[0]]);
  });

  test('imports both, whatever comes first', () => {
    const orders = (stack: TerraformStack) => apiFor(stack, 'Orders');
    expect(blocks((role, stack) => {
      role.allow(orders(stack), ['a']);
      role.importFrom('rol_1');
    })).toEqual(both);
    expect(blocks((role, stack) => {
      role.importFrom('rol_1');
      role.allow(orders(stack), ['a']);
      role.allow(apiFor(stack, 'Bills'), ['a']);
    })).toEqual(both);
  });

  test('uses the provider, and the last id that was given', () => {
    const stack = stackOf();
    const role = roleIn(stack, { provider: new auth0.Auth0Provider(stack, 'other', { alias: 'other' }) });
    role.allow(apiFor(stack, 'Orders'), ['a']);
    role.importFrom('rol_0');
    role.importFrom('rol_1');
    expect(synthesize(stack).import).toEqual(both.map((block) => ({ ...block, provider: 'auth0.other' })));
  });
});
