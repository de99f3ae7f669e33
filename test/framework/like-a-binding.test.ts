import { Aspects, TerraformIterator, TerraformResource, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import * as auth0 from '../../lib';
import { withFastSynthesis } from '../../lib/framework/fast-synthesis';
import { API, GRANT, IDENTIFIER, PERMISSIONS, ROLE, SCOPES } from '../support/apis';
import { stackOf, synthesize } from '../support/synth';

const { resourceServer, resourceServerScopes, clientGrant, role, rolePermissions } = auth0.bindings;

/** A class of the bindings, with a configuration that has literals, tokens, blocks and meta-arguments. */
const CLASSES: ReadonlyArray<readonly [any, (token: string) => object]> = [
  [resourceServer.ResourceServer, (token) => ({
    identifier: IDENTIFIER,
    name: token,
    signingAlg: 'HS256',
    tokenLifetime: 60,
    authorizationDetails: [{ disable: true }],
    proofOfPossession: { mechanism: 'dpop', required: true },
    subjectTypeAuthorization: { user: { policy: token } },
    lifecycle: { preventDestroy: true },
  })],
  [resourceServerScopes.ResourceServerScopes, (token) => ({
    resourceServerIdentifier: token, scopes: [{ name: 'a', description: 'A' }, { name: token }],
  })],
  [clientGrant.ClientGrant, (token) => ({ audience: token, clientId: 'c', scopes: ['a', token] })],
  [role.Role, () => ({ name: 'r' })],
  [rolePermissions.RolePermissions, (token) => ({ roleId: token, permissions: [{ name: 'a', resourceServerIdentifier: token }] })],
];

/** What an Aspect sees of a resource. */
function seen(L1: any, config: (token: string) => object): unknown {
  const stack = stackOf();
  new L1(stack, 'It', config(new TerraformVariable(stack, 'token', { type: 'string' }).stringValue));
  let found: unknown;
  Aspects.of(stack).add({
    visit: (node: any) => {
      if (TerraformResource.isTerraformResource(node)) {
        const fragment: any = node.toTerraform();
        const [attributes] = Object.values<any>(Object.values<any>(fragment.resource)[0]);
        found = {
          className: node.constructor.name,
          type: (node.constructor as any).tfResourceType,
          // the number of a token differs
          fragment: JSON.parse(JSON.stringify(fragment).replace(/TfToken\[TOKEN\.\d+\]/g, 'token')),
          keys: Object.keys(attributes),
          prototype: Object.getPrototypeOf(attributes) === Object.prototype,
          synthesized: JSON.stringify(Object.keys((node as any).synthesizeAttributes())),
          signingAlg: (node as any).signingAlgInput,
        };
      }
    },
  });
  Testing.synth(stack);
  return found;
}

test.each(CLASSES.map(([L1, config]) => [L1.name, L1, config]))('an Aspect sees a %s as one of the bindings', (_, L1, config) => {
  expect(seen(withFastSynthesis(L1), config)).toEqual(seen(L1, config));
});

test('an Aspect sees scopes and permissions as lists', () => {
  const stack = stackOf();
  const api = new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, scopes: { 'write:a': 'W' } });
  const clerk = new auth0.Role(stack, 'Clerk', { name: 'clerk' });
  clerk.allow(api, ['write:a', 'read:a']);
  api.addScope('read:a');
  api.addScope('read:a', 'R');
  expect(api.scopesResource!.scopesInput).toEqual([{ name: 'read:a', description: 'R' }, { name: 'write:a', description: 'W' }]);
  expect(clerk.permissionsResource!.permissionsInput).toEqual(
    ['read:a', 'write:a'].map((name) => ({ name, resourceServerIdentifier: api.audience })),
  );
});

describe('an override on the stack', () => {
  const build = (stack: TerraformStack) => {
    const api = new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, scopes: { a: 'A' } });
    const clerk = new auth0.Role(stack, 'Clerk', { name: 'clerk' });
    clerk.allow(api, ['a']);
    for (const l1 of [api.resource, api.scopesResource!, api.grant('c', ['a']).node.defaultChild as any, clerk.resource, clerk.permissionsResource!]) {
      l1.overrideLogicalId('it');
    }
  };

  test.each([
    [API, 'token_lifetime_for_web', 60],
    [SCOPES, 'depends_on', ['auth0_tenant.t']],
    [GRANT, 'organization_usage', 'deny'],
    [ROLE, 'description', 'text'],
    [PERMISSIONS, 'lifecycle', { prevent_destroy: true }],
  ])('of an %s is written: %s', (type, attribute, value) => {
    const before = synthesize(stackOf(build)).resource;
    const stack = stackOf(build);
    stack.addOverride(`resource.${type}.it.${attribute}`, value);
    expect(synthesize(stack).resource).toEqual({ ...before, [type]: { it: { ...before[type].it, [attribute]: value } } });
  });

  test('of a resource with forEach leaves the references to its instances', () => {
    const stack = stackOf();
    const forEach = TerraformIterator.fromList(['a', 'b']);
    const api = new auth0.ResourceServer(stack, 'Api', { identifier: `https://${forEach.value}.example.com`, scopes: { a: 'A' } });
    api.resource.forEach = forEach;
    api.scopesResource!.overrideLogicalId('it');
    const { resource_server_identifier: before } = synthesize(stack).resource[SCOPES].it;
    expect(before).toContain('[each.key]');
    stack.addOverride(`resource.${SCOPES}.it.depends_on`, ['auth0_tenant.t']);
    expect(synthesize(stack).resource[SCOPES].it).toMatchObject({ resource_server_identifier: before, depends_on: ['auth0_tenant.t'] });
  });

  test('can take a resource out', () => {
    const stack = stackOf(build);
    stack.addOverride(`resource.${GRANT}`, undefined);
    expect(Object.keys(synthesize(stack).resource)).not.toContain(GRANT);
  });
});

test('HCL has texts of several lines, with quotation marks and backslashes, as one quoted text each', () => {
  const stack = stackOf();
  new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, name: 'a "b" \\"c\\d', scopes: { a: 'one\n\ttwo\r\n' } });
  const hcl = Testing.synthHcl(stack);
  expect(hcl).toContain('name = "a \\"b\\" \\\\\\"c\\\\d"\n');
  expect(hcl).toContain('scopes {\nname = "a"\ndescription = "one\\n\\ttwo\\r\\n"\n}');
});
