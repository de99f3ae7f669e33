import * as auth0 from '../../lib';
import { apiIn } from '../support/apis';
import { errors, foundIn, NOTHING } from '../support/checks';

const { organization, role, rolePermission, rolePermissions } = auth0.bindings;

describe('roles', () => {
  test('with one name are refused, L1 included', () => {
    expect(foundIn((stack) => {
      new auth0.Role(stack, 'A', { name: 'Clerk' });
      new auth0.Role(stack, 'B', { name: 'clerk' });
      new role.Role(stack, 'Raw', { name: 'Clerk' });
    })).toEqual(errors("'stack/Raw' has the same name as 'stack/A': 'Clerk' [role-name-unique]"));
  });

  test('with one name are accepted if several organizations own them', () => {
    expect(foundIn((stack) => {
      new auth0.Role(stack, 'Tenant', { name: 'Admin' });
      for (const name of ['a', 'b']) {
        const { id: ownerId } = new organization.Organization(stack, name, { name });
        new auth0.Role(stack, `Role-${name}`, { name: 'Admin', type: auth0.RoleType.ORGANIZATION, ownerId });
      }
    })).toEqual(NOTHING);
  });

  test('with a list of permissions and single permissions are refused', () => {
    let single = '';
    const { errors: lines } = foundIn((stack) => {
      const api = apiIn(stack);
      const clerk = new auth0.Role(stack, 'Clerk', { name: 'Clerk' });
      clerk.allow(api, ['a']);
      new rolePermission.RolePermission(stack, 'Raw', {
        roleId: clerk.roleId, permission: 'b', resourceServerIdentifier: api.identifier,
      });
      const same = auth0.Role.fromRoleId(stack, 'Same', clerk.resource.id);
      same.allow(api, ['c']);
      single = same.node.children[0].node.path;
    });
    expect(lines).toEqual([
      "'stack/Raw' manages one permission of a role whose permissions 'stack/Clerk' manages as a whole: put it there " +
        '[role-permissions-mixed]',
      `'${single}' manages one permission of a role whose permissions 'stack/Clerk' manages as a whole: put it there ` +
        '[role-permissions-mixed]',
    ]);
  });

  test('with two lists of permissions are refused', () => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      const clerk = new auth0.Role(stack, 'Clerk', { name: 'Clerk' });
      clerk.allow(api, ['a']);
      new rolePermissions.RolePermissions(stack, 'Raw', {
        roleId: clerk.roleId, permissions: [{ name: 'b', resourceServerIdentifier: api.identifier }],
      });
    })).toEqual(errors(
      "'stack/Raw' manages the permissions of the same role as 'stack/Clerk': " +
        'keep one auth0_role_permissions for each role [role-permissions-mixed]',
    ));
  });

  test('with single permissions from two places are accepted', () => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      auth0.Role.fromRoleId(stack, 'A', 'rol_1').allow(api, ['a']);
      auth0.Role.fromRoleId(stack, 'B', 'rol_1').allow(api, ['b']);
    })).toEqual(NOTHING);
  });
});
