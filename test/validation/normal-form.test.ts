import * as auth0 from '../../lib';
import { API, apiIn, apiNamed, GRANT, PERMISSION, PERMISSIONS, SCOPES } from '../support/apis';
import { errorOf } from '../support/errors';
import { resourceOf, resourcesOf, stackOf, synthesize, warningsOf } from '../support/synth';

// Terraform compares and writes texts in Unicode NFC: these two are the same text to it.
const COMPOSED = 'lire:caf\u00e9';
const DECOMPOSED = 'lire:cafe\u0301';

describe('two forms of an accent are one text', () => {
  test('in the scopes of an API: one of them is written, and two descriptions are an error', () => {
    const stack = stackOf((to) => apiIn(to, { scopes: { [DECOMPOSED]: 'A', [COMPOSED]: 'A' } }).addScope(COMPOSED, 'A'));
    expect(resourceOf(stack, SCOPES).scopes).toEqual([{ name: DECOMPOSED, description: 'A' }]);
    expect(errorOf(() => apiIn(stackOf(), { scopes: { [DECOMPOSED]: 'A', [COMPOSED]: 'B' } })).violations)
      .toMatchObject([{ rule: 'scope-name-duplicate' }]);
    expect(errorOf(() => apiIn(stackOf(), { scopes: { [DECOMPOSED]: 'A' } }).addScope(COMPOSED, 'B')).violations)
      .toMatchObject([{ rule: 'scope-name-duplicate' }]);
  });

  test('in the scopes of a grant, which the API declares in the other form', () => {
    const stack = stackOf((to) => apiIn(to, { scopes: { [COMPOSED]: '' } }).grant('worker', [DECOMPOSED, COMPOSED]));
    expect(resourceOf(stack, GRANT).scopes).toEqual([DECOMPOSED]);
  });

  test('in the permissions of a role', () => {
    const stack = stackOf((to) => {
      const role = new auth0.Role(to, 'Role', { name: 'clerk' });
      role.allow(apiIn(to, { scopes: { [COMPOSED]: '' } }), [DECOMPOSED, COMPOSED]);
      role.allow(to.node.findChild('Api') as auth0.ResourceServer, [COMPOSED]);
    });
    expect(resourceOf(stack, PERMISSIONS).permissions.map(({ name }: any) => name)).toEqual([DECOMPOSED]);
  });

  test('in the permissions of a role that exists', () => {
    const stack = stackOf((to) => auth0.Role.fromRoleId(to, 'Role', 'rol_1').allow(apiIn(to), [DECOMPOSED, COMPOSED]));
    expect(Object.keys(resourcesOf(stack, PERMISSION))).toHaveLength(1);
  });

  test('in the types of authorization details', () => {
    const authorizationDetails = auth0.AuthorizationDetails.types([COMPOSED, DECOMPOSED]);
    expect(warningsOf(stackOf((to) => apiIn(to, { authorizationDetails })))).toEqual([expect.stringContaining('[authz-details-dup]')]);
  });

  test('in identifiers', () => {
    const stack = stackOf((to) => {
      apiNamed(to, 'A', { identifier: COMPOSED });
      apiNamed(to, 'B', { identifier: DECOMPOSED });
    });
    expect(errorOf(() => synthesize(stack)).message).toContain('[identifier-unique]');
  });

  test('in bindings', () => {
    const stack = stackOf((to) => {
      new auth0.bindings.resourceServer.ResourceServer(to, 'A', { identifier: 'a' });
      new auth0.bindings.resourceServerScopes.ResourceServerScopes(to, 'S', {
        resourceServerIdentifier: 'a', scopes: [{ name: COMPOSED, description: 'A' }, { name: DECOMPOSED, description: 'B' }],
      });
      auth0.Checks.of(to).enforce();
    });
    expect(errorOf(() => synthesize(stack)).message).toContain('[scope-name-duplicate]');
  });
});

test('a text is written as it was given', () => {
  expect(resourceOf(stackOf((to) => apiIn(to, { identifier: DECOMPOSED })), API).identifier).toBe(DECOMPOSED);
});
