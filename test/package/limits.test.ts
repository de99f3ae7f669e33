import * as auth0 from '../../lib';
import { cycles, dependencyGraph, orderProblems } from '../support/graph';
import { stackOf, synthesize, warningsOf } from '../support/synth';

const SCOPES = Array.from({ length: 1000 }, (_, index) => `scope:${String(index).padStart(3, '0')}`);

test('an API with 1000 scopes, 200 grants and 50 roles', () => {
  const stack = stackOf();
  const api = new auth0.ResourceServer(stack, 'Api', { identifier: 'https://api.example.com' });
  SCOPES.forEach((scope) => api.addScope(scope, `May ${scope}`));
  for (let index = 0; index < 200; index++) {
    api.grant(`client-${index}`, SCOPES.slice(index, index + 50));
  }
  for (let index = 0; index < 50; index++) {
    new auth0.Role(stack, `Role${index}`, { name: `Role ${index}` }).allow(
      api, SCOPES.slice(0, index === 0 ? 1000 : 100),
    );
  }

  const json = synthesize(stack);
  const { auth0_resource_server_scopes: lists, auth0_client_grant: grants } = json.resource;
  const { auth0_role_permissions: roles } = json.resource;
  expect(Object.values<any>(lists).map(({ scopes }) => scopes.map(({ name }: any) => name))).toEqual([SCOPES]);
  expect(Object.values<any>(grants).map((grant) => grant.scopes.length)).toEqual(Array(200).fill(50));
  expect(
    Object.values<any>(roles).map(({ permissions }) => permissions.length),
  ).toEqual([1000, ...Array(49).fill(100)]);
  expect(warningsOf(stack)).toEqual([]);
  expect(orderProblems(json)).toEqual([]);
  expect(cycles(dependencyGraph(json))).toEqual([]);
});
