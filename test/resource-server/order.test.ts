import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fn, TerraformStack, TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { withFolder, withOutdir } from '../support/folders';
import { comesAfter, cycles, dependencyGraph, orderProblems } from '../support/graph';
import { stackOf, synthesize } from '../support/synth';

/** The stacks of all examples. test/package/examples.test.ts checks that examples/main.ts has all of them. */
function examples(): Record<string, any> {
  return withFolder((outdir) => {
    withOutdir(outdir, () => jest.requireActual('../../examples/main'));
    const { stacks } = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8'));
    return Object.fromEntries(Object.values<any>(stacks).map(({ name, synthesizedStackPath }) =>
      [name, JSON.parse(readFileSync(join(outdir, synthesizedStackPath), 'utf8'))]));
  });
}

const EXAMPLES = examples();

/** The number of grants and permissions in the stacks. */
function usesIn(stack: any): number {
  return ['auth0_client_grant', 'auth0_role_permissions', 'auth0_role_permission'].reduce(
    (sum, type) => sum + Object.keys(stack.resource?.[type] ?? {}).length, 0,
  );
}

describe.each(Object.keys(EXAMPLES))('the example %s', (name) => {
  test('creates grants and permissions after the scopes that they name', () => {
    expect(orderProblems(EXAMPLES[name])).toEqual([]);
  });

  test('has no cycle', () => {
    expect(cycles(dependencyGraph(EXAMPLES[name]))).toEqual([]);
  });
});

test('the examples have grants and permissions', () => {
  expect(Object.values(EXAMPLES).filter((stack) => usesIn(stack) > 0)).not.toEqual([]);
});

describe('whatever is used of an API comes after its scopes', () => {
  type Use = (api: auth0.ResourceServer, stack: TerraformStack) => unknown;

  const WAYS: Array<[string, Use]> = [
    ['grant', (api) => api.grant('worker', ['a'])],
    ['grantAllScopes', (api) => api.grantAllScopes('worker')],
    ['grantThirdPartyClients', (api) => api.grantThirdPartyClients(['a'])],
    ['ClientGrant', (api, stack) =>
      new auth0.ClientGrant(stack, 'Grant', { resourceServer: api, clientId: 'worker', scopes: ['a'] })],
    ['Role', (api, stack) => new auth0.Role(stack, 'Role', { name: 'Clerk' }).allow(api, ['a'])],
    ['Role.fromRoleId', (api, stack) => auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(api, ['a'])],
    ['Role.fromName', (api, stack) => auth0.Role.fromName(stack, 'Role', 'Clerk').allow(api, ['a'])],
    ['an L1, by the audience', ({ audience }, stack) =>
      new auth0.bindings.clientGrant.ClientGrant(stack, 'Raw', { audience, clientId: 'worker', scopes: ['a'] })],
    ['an L1, by dependsOn', (api, stack) =>
      new auth0.bindings.clientGrant.ClientGrant(stack, 'Raw', {
        audience: api.identifier, clientId: 'worker', scopes: ['a'], dependsOn: [api],
      })],
  ];

  test.each(WAYS)('%s', (_, use) => {
    const scopes = (stack: TerraformStack) => Token.asStringMap(new TerraformVariable(stack, 'scopes', {}).value);
    const inMap = (stack: TerraformStack) =>
      Token.asStringMap(Fn.merge([{ a: 'A' }, new TerraformVariable(stack, 'm', {}).value]));
    for (const declared of [() => ({ a: 'A' }), () => undefined, scopes, inMap]) {
      const json = synthesize(stackOf((stack) => {
        const api = new auth0.ResourceServer(stack, 'Api', { identifier: 'api', scopes: declared(stack) });
        use(api, stack);
        api.addScope('a');
      }));
      expect(usesIn(json)).toBe(1);
      expect(Object.keys(json.resource.auth0_resource_server_scopes)).toHaveLength(1);
      expect(orderProblems(json)).toEqual([]);
      expect(cycles(dependencyGraph(json))).toEqual([]);
    }
  });

  test('also all of it together, of several APIs, and an API after another', () => {
    const json = synthesize(stackOf((stack) => {
      const first = new auth0.ResourceServer(stack, 'First', { identifier: 'first', scopes: { a: 'A' } });
      const second = new auth0.ResourceServer(stack, 'Second', { identifier: 'second', dependsOn: [first] });
      const role = new auth0.Role(stack, 'Clerk', { name: 'Other clerk', dependsOn: [second] });
      for (const api of [first, second]) {
        role.allow(api, ['a']);
        api.grant('worker', ['a']);
      }
      second.addScope('a');
    }));
    expect(usesIn(json)).toBe(3);
    expect(orderProblems(json)).toEqual([]);
    const graph = dependencyGraph(json);
    expect(cycles(graph)).toEqual([]);
    const address = (type: string, id: string) =>
      `${type}.${Object.keys(json.resource[type]).find((name) => name.startsWith(id))}`;
    const [api, scopes] = [address('auth0_resource_server', 'Second'), address('auth0_resource_server_scopes', 'First')];
    expect(comesAfter(graph, api, scopes)).toBe(true);
  });

  test('unlike an L1 by the identifier: this is what the audience is for', () => {
    const json = synthesize(stackOf((stack) => {
      const api = new auth0.ResourceServer(stack, 'Api', { identifier: 'api', scopes: { a: 'A' } });
      new auth0.bindings.clientGrant.ClientGrant(
        stack, 'Raw', { audience: api.identifier, clientId: 'worker', scopes: ['a'] },
      );
    }));
    expect(orderProblems(json)).toEqual([
      'auth0_client_grant.Raw does not come after auth0_resource_server_scopes.Api_Scopes_8D348A6D',
    ]);
  });
});
