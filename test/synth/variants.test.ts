import { conditional, TerraformCount, TerraformStack, TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn, apiNamed, IDENTIFIER } from '../support/apis';
import { Found, foundIn, NOTHING } from '../support/checks';

const { clientGrant, resourceServer, resourceServerScope, resourceServerScopes, role, rolePermission, rolePermissions } = auth0.bindings;

/** A condition and its opposite, as `count`. */
interface Variants {
  readonly on: TerraformCount;
  readonly off: TerraformCount;
}

type Build = (stack: TerraformStack, variants: Variants) => void;

const countOf = (condition: string, one: number, other: number) =>
  TerraformCount.of(Token.asNumber(conditional(condition, one, other)));

/** What is found with variants that exclude each other, and with the same that exist on one condition. */
function foundWith(build: Build): { excluding: Found; together: Found } {
  const found = (isExcluding: boolean) => foundIn((stack) => {
    const condition = new TerraformVariable(stack, 'on', { type: 'bool' }).stringValue;
    const on = countOf(condition, 1, 0);
    build(stack, { on, off: isExcluding ? countOf(condition, 0, 1) : on });
  });
  return { excluding: found(true), together: found(false) };
}

const GRANT = { audience: IDENTIFIER, clientId: 'worker' };
const SCOPES = { resourceServerIdentifier: IDENTIFIER, scopes: [{ name: 'a' }] };
const PERMISSIONS = { roleId: 'rol_1', permissions: [{ name: 'a', resourceServerIdentifier: IDENTIFIER }] };
const PERMISSION = { roleId: 'rol_1', permission: 'a', resourceServerIdentifier: IDENTIFIER };

describe('variants of which one exists are no duplicates:', () => {
  test.each<[string, string, Build]>([
    ['APIs', 'identifier-unique', (stack, { on, off }) => {
      apiNamed(stack, 'A').resource.count = on;
      apiNamed(stack, 'B').resource.count = off;
    }],
    ['bindings of APIs', 'identifier-unique', (stack, { on, off }) => {
      new resourceServer.ResourceServer(stack, 'A', { identifier: IDENTIFIER, count: on });
      apiNamed(stack, 'B').resource.count = off;
    }],
    ['roles', 'role-name-unique', (stack, { on, off }) => {
      new auth0.Role(stack, 'A', { name: 'Clerk' }).resource.count = on;
      new role.Role(stack, 'B', { name: 'Clerk', count: off });
    }],
    ['grants', 'duplicate-tuple', (stack, { on, off }) => {
      const api = apiIn(stack);
      new auth0.ClientGrant(stack, 'A', { resourceServer: api, clientId: 'worker', scopes: ['a'] }).resource.count = on;
      new clientGrant.ClientGrant(stack, 'B', { ...GRANT, scopes: ['b'], count: off, dependsOn: [api] });
    }],
    ['default grants', 'default-for-duplicate', (stack, { on, off }) => {
      const props = { audience: IDENTIFIER, defaultFor: 'third_party_clients', scopes: ['a'] };
      new clientGrant.ClientGrant(stack, 'A', { ...props, count: on });
      new clientGrant.ClientGrant(stack, 'B', { ...props, count: off });
    }],
    ['lists of scopes', 'scopes-two-owners', (stack, { on, off }) => {
      new resourceServerScopes.ResourceServerScopes(stack, 'A', { ...SCOPES, count: on });
      new resourceServerScopes.ResourceServerScopes(stack, 'B', { ...SCOPES, count: off });
    }],
    ['a list of scopes and one scope', 'scopes-mixed-resources', (stack, { on, off }) => {
      new resourceServerScopes.ResourceServerScopes(stack, 'A', { ...SCOPES, count: on });
      new resourceServerScope.ResourceServerScope(stack, 'B', { resourceServerIdentifier: IDENTIFIER, scope: 'a', count: off });
    }],
    ['one scope with two descriptions', 'single-scope-duplicate', (stack, { on, off }) => {
      const props = { resourceServerIdentifier: IDENTIFIER, scope: 'a' };
      new resourceServerScope.ResourceServerScope(stack, 'A', { ...props, description: 'One', count: on });
      new resourceServerScope.ResourceServerScope(stack, 'B', { ...props, description: 'Other', count: off });
    }],
    ['lists of permissions', 'role-permissions-mixed', (stack, { on, off }) => {
      new rolePermissions.RolePermissions(stack, 'A', { ...PERMISSIONS, count: on });
      new rolePermissions.RolePermissions(stack, 'B', { ...PERMISSIONS, count: off });
    }],
    ['a list of permissions and one permission', 'role-permissions-mixed', (stack, { on, off }) => {
      new rolePermissions.RolePermissions(stack, 'A', { ...PERMISSIONS, count: on });
      new rolePermission.RolePermission(stack, 'B', { ...PERMISSION, count: off });
    }],
  ])('%s', (_, rule, build) => {
    const { excluding, together } = foundWith((stack, variants) => {
      auth0.Checks.of(stack).enforce();
      build(stack, variants);
    });
    expect(excluding).toEqual(NOTHING);
    expect(together.errors).toEqual([expect.stringContaining(`[${rule}]`)]);
  });
});

test('a grant by the identifier of two variants is not compared with the scopes of one', () => {
  const { excluding } = foundWith((stack, { on, off }) => {
    for (const [id, scope, count] of [['A', 'a', on], ['B', 'b', off]] as const) {
      new resourceServer.ResourceServer(stack, id, { identifier: IDENTIFIER, count });
      new resourceServerScopes.ResourceServerScopes(stack, `${id}-scopes`, { ...SCOPES, scopes: [{ name: scope }], count });
    }
    auth0.Checks.of(stack).enforce();
    new clientGrant.ClientGrant(stack, 'Grant', { ...GRANT, scopes: ['b'] });
  });
  expect(excluding).toEqual(NOTHING);
});
