import { TerraformResource, TerraformStack } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn, IDENTIFIER } from '../support/apis';
import { atSynthOf, errorOf } from '../support/errors';
import { stackOf, synthesize } from '../support/synth';

const { clientGrant, resourceServer, resourceServerScopes, role, rolePermissions } = auth0.bindings;

/** Moves a resource as the documentation of CDKTF says. */
function move(from: TerraformResource, to: TerraformResource): void {
  to.addMoveTarget('target');
  from.moveTo('target');
}

/** A resource from the time before, and the one of this library that takes its place. */
type Moved = (stack: TerraformStack) => [from: TerraformResource, to: TerraformResource];

describe('what moves to a construct of this library is not judged beside it', () => {
  test.each<[string, string, Moved]>([
    ['an API', 'identifier-unique', (stack) => [
      new resourceServer.ResourceServer(stack, 'Old', { identifier: IDENTIFIER }), apiIn(stack).resource,
    ]],
    ['its scopes', 'scopes-two-owners', (stack) => {
      const api = apiIn(stack, { scopes: { a: 'A' } });
      const old = { resourceServerIdentifier: api.identifier, scopes: [{ name: 'a' }] };
      return [new resourceServerScopes.ResourceServerScopes(stack, 'Old', old), api.scopesResource!];
    }],
    ['a grant', 'duplicate-tuple', (stack) => {
      const api = apiIn(stack);
      const old = { audience: api.audience, clientId: 'worker', scopes: ['a'] };
      return [new clientGrant.ClientGrant(stack, 'Old', old), (api.grant('worker', []) as auth0.ClientGrant).resource];
    }],
    ['a role', 'role-name-unique', (stack) => [
      new role.Role(stack, 'Old', { name: 'Clerk' }), new auth0.Role(stack, 'Role', { name: 'Clerk' }).resource,
    ]],
    ['its permissions', 'role-permissions-mixed', (stack) => {
      const clerk = new auth0.Role(stack, 'Role', { name: 'Clerk' });
      clerk.allow(apiIn(stack), ['a']);
      const old = { roleId: clerk.roleId, permissions: [] };
      return [new rolePermissions.RolePermissions(stack, 'Old', old), clerk.permissionsResource!];
    }],
  ])('%s', (_, rule, build) => {
    const beside = stackOf((stack) => { build(stack); });
    expect(errorOf(() => synthesize(beside)).message).toContain(`[${rule}]`);

    const stack = stackOf();
    const [from, to] = build(stack);
    move(from, to);
    const { moved, resource } = synthesize(stack);
    const addressOf = ({ terraformResourceType: type, friendlyUniqueId: name }: TerraformResource) => `${type}.${name}`;
    expect(moved).toEqual([{ from: addressOf(from), to: addressOf(to) }]);
    expect(Object.keys(resource[from.terraformResourceType])).toEqual([to.friendlyUniqueId]);
  });
});

test('what moves away is not judged, with what its construct found', () => {
  const stack = stackOf();
  const api = apiIn(stack, { name: 'Old', scopes: undefined, verificationLocation: 'no url' });
  const fresh = new resourceServer.ResourceServer(stack, 'New', { identifier: IDENTIFIER });
  move(api.resource, fresh);
  expect(synthesize(stack).moved).toHaveLength(1);
  expect(api.node.metadata.filter(({ type }) => type === '@cdktf/warn')).toEqual([]);
});

test('what comes from an address in the state is judged', () => {
  const stack = stackOf();
  const api = apiIn(stack);
  api.resource.moveFromId('module.apis["eu"].auth0_resource_server.this[0]');
  new resourceServer.ResourceServer(stack, 'Raw', { identifier: IDENTIFIER });
  expect(() => synthesize(stack)).toThrow(new Error(atSynthOf(
    'stack', `'stack/Raw' has the same identifier as 'stack/Api': '${IDENTIFIER}' [identifier-unique]`,
  )));
});
