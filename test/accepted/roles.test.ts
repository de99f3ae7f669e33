// A real tenant accepts every case here, or the provider's documentation contains it. Each case looks like a mistake,
// so a new rule could refuse it by accident. That would be worse than not finding a mistake.

import * as auth0 from '../../lib';
import { accepted, apiWith, only } from '../support/accepted';
import { PERMISSIONS, ROLE } from '../support/apis';

describe('a role', () => {
  test.each(['https://x40.link/roles/api-user', 'Orders clerk', 'r'])(
    'may have any name, and no description: %s',
    (name) => {
      const json = accepted((stack) => void new auth0.Role(stack, 'Role', { name }));
      expect(only(json, ROLE)).toMatchObject({ name });
    },
  );

  test('may have permissions of several APIs, also of Auth0\'s own', () => {
    const json = accepted((stack) => {
      const role = new auth0.Role(stack, 'Role', { name: 'Clerk' });
      role.allow(apiWith(stack, { 'read:orders': '' }), ['read:orders']);
      role.allow(
        auth0.ResourceServer.fromMyOrganizationApi(stack, 'MyOrg', 'tenant.eu.auth0.com'),
        ['read:my_org:details'],
      );
    });
    const { permissions } = only(json, PERMISSIONS);
    expect(permissions.map(({ name }: any) => name).sort()).toEqual(['read:my_org:details', 'read:orders']);
  });
});
