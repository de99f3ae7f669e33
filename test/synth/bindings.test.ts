import { Testing, TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn, IDENTIFIER } from '../support/apis';
import { atSynth, foundAtSynth } from '../support/errors';
import { stackOf, synthesize, warningsOf } from '../support/synth';

const { clientGrant, resourceServer, resourceServerScopes, role, rolePermissions } = auth0.bindings;

describe('the rules on one resource run on bindings at synth', () => {
  test.each<[string, (stack: TerraformStack) => unknown, string]>([
    [
      'an API',
      (stack) => new resourceServer.ResourceServer(stack, 'Raw', { identifier: 'a', tokenLifetime: -1 }),
      'auth0_resource_server.Raw (stack/Raw): token_lifetime must be a whole number of seconds from 0 to 2592000 (30 days), ' +
        'but -1 was given [token-lifetime-range]',
    ],
    [
      'a block of an API',
      (stack) => new resourceServer.ResourceServer(stack, 'Raw', { identifier: 'a', proofOfPossession: { mechanism: 'dpop' } }),
      'auth0_resource_server.Raw (stack/Raw): proof_of_possession.required is required where proof_of_possession.mechanism is given, ' +
        'but was not given [pop-mechanism-and-required]',
    ],
    [
      'scopes',
      (stack) => new resourceServerScopes.ResourceServerScopes(stack, 'Raw', { resourceServerIdentifier: 'a', scopes: [{ name: '' }] }),
      "auth0_resource_server_scopes.Raw (stack/Raw): scope '' must have a name [scope-name-empty]",
    ],
    [
      'a grant',
      (stack) => new clientGrant.ClientGrant(stack, 'Raw', { audience: 'a', clientId: 'c', scopes: [], subjectType: 'users' }),
      "auth0_client_grant.Raw (stack/Raw): subject_type must be 'client', 'user' or 'anonymous_user', but 'users' was given [subject-type-enum]",
    ],
    [
      'a role',
      (stack) => new role.Role(stack, 'Raw', { name: '' }),
      'auth0_role.Raw (stack/Raw): name must not be empty [role-name-required]',
    ],
    [
      'permissions',
      (stack) => new rolePermissions.RolePermissions(stack, 'Raw', { roleId: 'rol_1', permissions: [] }),
      'auth0_role_permissions.Raw (stack/Raw): permissions must have at least one entry, but none was given [role-permissions-at-least-one]',
    ],
  ])('%s', (_, define, line) => {
    const stack = stackOf((own) => {
      apiIn(own);
      define(own);
    });
    expect(foundAtSynth(stack)).toBe(atSynth(line));
  });

  test('with their overrides', () => {
    const stack = stackOf((own) => {
      apiIn(own);
      new resourceServer.ResourceServer(own, 'Raw', { identifier: 'a', tokenLifetime: -1 }).addOverride('token_lifetime', 60);
      new resourceServer.ResourceServer(own, 'Other', { identifier: 'b' }).addOverride('token_lifetime', -1);
    });
    expect(foundAtSynth(stack)).toBe(atSynth(
      'auth0_resource_server.Other (stack/Other): token_lifetime must be a whole number of seconds from 0 to 2592000 (30 days), ' +
        'but -1 was given [token-lifetime-range]',
    ));
  });

  test('warnings are left on the binding', () => {
    const stack = stackOf((own) => {
      apiIn(own);
      new resourceServer.ResourceServer(own, 'Raw', { identifier: 'a', tokenLifetime: 0 });
    });
    expect(warningsOf(stack.node.findChild('Raw') as any)).toEqual([
      'token_lifetime is 0 seconds, whose effect Auth0 does not document: set the lifetime you want [token-lifetime-zero]',
    ]);
  });

  test('an error becomes a warning where it depends on a default that is not written', () => {
    const types = { audience: 'a', clientId: 'c', scopes: [], authorizationDetailsTypes: ['payment'] };
    const stack = stackOf((own) => {
      apiIn(own);
      new clientGrant.ClientGrant(own, 'Raw', types);
    });
    synthesize(stack);
    expect(warningsOf(stack)).toEqual([
      "authorization_details_types must be left out unless subject_type is 'user', but it was not given and defaults to 'client' [authz-types-user-only]",
    ]);
    new clientGrant.ClientGrant(stack, 'Certain', { ...types, clientId: 'd', subjectType: 'client' });
    expect(foundAtSynth(stack)).toBe(atSynth(
      "auth0_client_grant.Certain (stack/Certain): authorization_details_types must be left out unless subject_type is 'user', " +
        "but it is 'client' [authz-types-user-only]",
    ));
  });

  test('tokens are not judged, in whatever place', () => {
    const stack = stackOf((own) => {
      apiIn(own);
      const variable = new TerraformVariable(own, 'v', {});
      new resourceServer.ResourceServer(own, 'Raw', {
        identifier: variable.stringValue,
        tokenLifetime: variable.numberValue,
        enforcePolicies: variable.booleanValue,
        signingAlg: `${variable.stringValue}`,
        subjectTypeAuthorization: { user: { policy: variable.stringValue } },
      });
    });
    synthesize(stack);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('nothing is said of resources of other types', () => {
    const stack = stackOf((own) => {
      apiIn(own);
      new auth0.bindings.client.Client(own, 'Client', { name: '' });
    });
    synthesize(stack);
  });
});

describe('a stack of bindings alone', () => {
  const wrong = (stack: TerraformStack) => new resourceServer.ResourceServer(stack, 'Raw', { identifier: '' });

  test('is checked when it asks for it', () => {
    const stack = stackOf((own) => {
      auth0.Checks.of(own).enforce();
      wrong(own);
    });
    expect(foundAtSynth(stack)).toBe(atSynth(
      'auth0_resource_server.Raw (stack/Raw): identifier must not be empty [identifier-empty]',
    ));
  });

  test('is checked between its resources, too', () => {
    const stack = stackOf((own) => {
      new resourceServer.ResourceServer(own, 'A', { identifier: IDENTIFIER });
      new resourceServer.ResourceServer(own, 'B', { identifier: IDENTIFIER });
      auth0.Checks.of(own.node.findChild('A')).enforce();
    });
    expect(foundAtSynth(stack)).toBe(atSynth(
      `'stack/B' has the same identifier as 'stack/A': '${IDENTIFIER}' [identifier-unique]`,
    ));
  });

  test('is not checked otherwise', () => {
    expect(() => Testing.synth(stackOf(wrong), true)).not.toThrow();
  });
});
