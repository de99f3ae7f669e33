import { TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import type { Scalar } from '../../lib/schema/attributes';
import { ROLE as ROLE_TABLE } from '../../lib/schema/role';
import { PERMISSIONS, ROLE } from '../support/apis';
import { errorOf, framesOf } from '../support/errors';
import { apiFor, roleIn, roleMessage } from '../support/roles';
import { settablePaths } from '../support/schema';
import { resourcesOf, stackOf, synthesize, synthesizeOne, warningsOf } from '../support/synth';

/** A value for each attribute: the last one of an enum, otherwise the name of the attribute. */
const WRITTEN: Record<string, any> = Object.fromEntries(
  ROLE_TABLE.members.map(({ name, attribute }) => [name, (attribute as Scalar).values?.at(-1) ?? name]),
);

/** The same as props. */
const EVERYTHING: any = Object.fromEntries(ROLE_TABLE.members.map(({ name, key }) => [key, WRITTEN[name]]));

/** The same keys, all with one value. */
function mapValues(object: object, value: any): any {
  return Object.fromEntries(Object.keys(object).map((key) => [key, value]));
}

describe('a role', () => {

  test('needs a name, and nothing else', () => {
    expect(synthesizeOne(ROLE, (stack) => roleIn(stack))).toStrictEqual({ name: 'Clerk' });
  });

  test('can set every attribute of the schema', () => {
    const written = synthesizeOne(ROLE, (stack) => roleIn(stack, EVERYTHING));
    expect(Object.keys(written).sort()).toEqual(settablePaths(ROLE));
    expect(written).toStrictEqual(WRITTEN);
  });

  test('has the types that Auth0 knows', () => {
    expect(Object.entries(auth0.RoleType)).toEqual([['TENANT', 'tenant'], ['ORGANIZATION', 'organization']]);
  });

  test('has no permissions resource where nothing is allowed', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    role.allow(apiFor(stack, 'Orders'), []);
    expect(role.permissionsResource).toBeUndefined();
    expect(Object.keys(synthesize(stack).resource)).toEqual(['auth0_resource_server', ROLE]);
  });

  test('may be made of tokens', () => {
    const stack = stackOf();
    const text = new TerraformVariable(stack, 'token', {}).stringValue;
    roleIn(stack, mapValues(EVERYTHING, text));
    expect(warningsOf(stack)).toEqual([]);
    expect(Object.values(resourcesOf(stack, ROLE))).toEqual([mapValues(WRITTEN, '${var.token}')]);
  });

  test('is refused with everything that is wrong, and leaves nothing behind', () => {
    const stack = stackOf();
    const error = errorOf(() => roleIn(stack, { name: '', description: '', type: 'Tenant' as auth0.RoleType }));
    expect(error.message).toBe(roleMessage(
      `name must not be empty [role-name-required]`,
      `description must not be empty: leave it out (Auth0 cannot clear a description) [role-description-empty]`,
      `type must be spelled 'tenant', but 'Tenant' was given [role-enum-letter-case]`,
    ));
    expect(error.violations[0]).toStrictEqual({
      rule: 'role-name-required', path: 'name', message: `name must not be empty`,
    });
    expect(stack.node.tryFindChild('Role')).toBeUndefined();
  });

  test.each<[any, string]>([
    [undefined, 'name is required, but was not given [role-name-required]'],
    [null, 'name is required, but was not given [role-name-required]'],
    [{ name: 7 }, 'name must be a string, but a number was given [wrong-type]'],
    [{ name: 'a', description: [] }, 'description must be a string, but a list was given [wrong-type]'],
  ])('%j for all props is refused', (props, text) => {
    expect(errorOf(() => new auth0.Role(stackOf(), 'Role', props)).message).toBe(roleMessage(text));
  });

  test.each([undefined, null])('treats %s as left out', (nothing: any) => {
    const { name: _, ...rest } = EVERYTHING;
    const props = { ...mapValues(rest, nothing), provider: nothing, lifecycle: nothing, dependsOn: nothing };
    expect(synthesizeOne(ROLE, (stack) => roleIn(stack, props))).toStrictEqual({ name: 'Clerk' });
  });

  test('is refused with a stack trace that begins at the line of the user', () => {
    const error = errorOf(() => new auth0.Role(stackOf(), 'Role', { name: '' }));
    expect(framesOf(error)[0]).toContain(__filename);
  });
});

describe('meta-arguments', () => {
  test('provider is that of the role and of its permissions; lifecycle and dependsOn are the role\'s', () => {
    const stack = stackOf();
    const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
    const first = new auth0.bindings.client.Client(stack, 'First', { name: 'first' });
    const role = roleIn(stack, { provider, lifecycle: { preventDestroy: true }, dependsOn: [first] });
    role.allow(apiFor(stack, 'Orders'), ['a']);
    const { [ROLE]: roles, [PERMISSIONS]: permissions } = synthesize(stack).resource;
    expect(Object.values(roles)).toEqual([{
      name: 'Clerk', provider: 'auth0.other', lifecycle: { prevent_destroy: true }, depends_on: ['auth0_client.First'],
    }]);
    const [written] = Object.values<any>(permissions);
    expect(written.provider).toBe('auth0.other');
    expect(Object.keys(written).sort()).toEqual(['permissions', 'provider', 'role_id']);
  });
});
