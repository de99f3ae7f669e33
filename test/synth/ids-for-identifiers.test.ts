import * as auth0 from '../../lib';
import { apiIn, IDENTIFIER } from '../support/apis';
import { errors, foundIn, NOTHING } from '../support/checks';

const { clientGrant, rolePermission, rolePermissions, resourceServerScope, resourceServerScopes } = auth0.bindings;

describe('the id where the identifier is wanted', () => {
  const byId = (rule: string) =>
    errors(`'stack/Raw' must refer to its API by the identifier, but the id was given [${rule}]`);

  test.each<[string, (api: auth0.ResourceServer) => string]>([
    ['of the construct', (api) => api.resourceServerId],
    ['of the L1', (api) => api.resource.id],
  ])('is refused: %s', (_, idOf) => {
    expect(foundIn((stack) => {
      new resourceServerScopes.ResourceServerScopes(stack, 'Raw', {
        resourceServerIdentifier: idOf(apiIn(stack)), scopes: [{ name: 'a' }],
      });
    })).toEqual(byId('scopes-by-id-not-identifier'));
    expect(foundIn((stack) => {
      new clientGrant.ClientGrant(stack, 'Raw', { audience: idOf(apiIn(stack)), clientId: 'worker', scopes: [] });
    })).toEqual(byId('audience-by-id'));
    expect(foundIn((stack) => {
      new rolePermissions.RolePermissions(stack, 'Raw', {
        roleId: 'rol_1', permissions: [{ name: 'a', resourceServerIdentifier: idOf(apiIn(stack)) }],
      });
    })).toEqual(byId('role-permission-by-id'));
    expect(foundIn((stack) => {
      new rolePermission.RolePermission(stack, 'Raw', {
        roleId: 'rol_1', permission: 'a', resourceServerIdentifier: idOf(apiIn(stack)),
      });
    })).toEqual(byId('role-permission-by-id'));
  });

  test('is refused: of an API that is looked up', () => {
    expect(foundIn((stack) => {
      const api = auth0.ResourceServer.fromIdentifier(stack, 'Api', IDENTIFIER);
      new clientGrant.ClientGrant(stack, 'Raw', { audience: api.resourceServerId, clientId: 'worker', scopes: [] });
      new auth0.Role(stack, 'Role', { name: 'a' });
    })).toEqual(byId('audience-by-id'));
  });

  test('is refused: in the attributes of an API', () => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      auth0.ResourceServer.fromAttributes(stack, 'Same', { identifier: api.resourceServerId }).grant('worker', []);
    })).toEqual(errors(
      "'stack/Same/Grant-worker' must refer to its API by the identifier, but the id was given [audience-by-id]",
    ));
  });

  test('is accepted for a single scope, which belongs to the API then', () => {
    const single = (api: auth0.ResourceServer, scope: string) =>
      new resourceServerScope.ResourceServerScope(api.resource.cdktfStack, 'Raw', { resourceServerIdentifier: api.resourceServerId, scope });
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      single(api, 'a');
      api.grant('worker', ['a']);
    })).toEqual(NOTHING);
    expect(foundIn((stack) => {
      const api = apiIn(stack, { scopes: { a: 'A' } });
      single(api, 'b');
    })).toEqual(errors(
      "'stack/Raw' manages one scope of an API whose scopes 'stack/Api' manages as a whole: put it there [scopes-mixed-resources]",
    ));
  });

  test('is not the identifier', () => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      new clientGrant.ClientGrant(stack, 'Raw', { audience: api.resource.identifier, clientId: 'worker', scopes: [] });
    })).toEqual(NOTHING);
  });
});
