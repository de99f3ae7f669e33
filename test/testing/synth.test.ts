import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Aspects, IAspect, TerraformElement, TerraformOutput, TerraformStack, Testing as FrameworkTesting } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import * as fc from 'fast-check';
import { Auth0Provider, bindings, ResourceServer, Role, Testing } from '../../lib';

function stackWithProvider(): TerraformStack {
  const stack = Testing.stack();
  new Auth0Provider(stack, 'auth0');
  return stack;
}

describe('synth', () => {
  test('gives the text that Testing.synth gives', () => {
    const stack = stackWithProvider();
    const api = new ResourceServer(stack, 'Api', { identifier: 'https://api.example.com', scopes: { read: 'Read' } });
    api.grant('client', ['read']);
    new Role(stack, 'Role', { name: 'Role' }).allow(api, ['read']);
    new bindings.resourceServer.ResourceServer(stack, 'Raw', { identifier: 'raw', authorizationDetails: [] });
    new TerraformOutput(stack, 'audience', { value: api.audience });
    stack.addOverride('terraform.required_version', '>= 1.5');
    expect(Testing.synth(stack).json).toBe(FrameworkTesting.synth(stack, true));
  });

  test('gives that text for any value in an override', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const stack = stackWithProvider();
        new ResourceServer(stack, 'Api', { identifier: 'https://api.example.com' }).resource.addOverride('x', value);
        expect(Testing.synth(stack).json).toBe(FrameworkTesting.synth(stack, true));
      }),
      { numRuns: 50 },
    );
  });

  test('runs validations', () => {
    const stack = stackWithProvider();
    const api = new ResourceServer(stack, 'Api', { identifier: 'https://api.example.com', scopes: { read: 'Read' } });
    api.grant('client', ['raed']);
    expect(() => Testing.synth(stack)).toThrow("did you mean 'read'? [scope-not-on-api]");
  });

  test('lets aspects visit each construct once, parents first', () => {
    const stack = stackWithProvider();
    new Construct(new Construct(stack, 'Outer'), 'Inner');
    const visited: string[] = [];
    const aspect: IAspect = { visit: (construct: IConstruct) => visited.push(construct.node.path) };
    Aspects.of(stack).add(aspect);
    Aspects.of(stack.node.findChild('Outer')).add(aspect);
    Testing.synth(stack);
    expect(visited).toEqual(['stack', 'stack/auth0', 'stack/Outer', 'stack/Outer/Inner']);
  });

  test('leaves no folder behind', () => {
    const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('cdktf.outdir.'));
    const before = folders();
    Testing.synth(stackWithProvider());
    // other tests that run at the same time create and remove folders, too
    const app = Testing.app();
    expect(folders().filter((name) => app.outdir.endsWith(name))).toEqual([]);
    expect(before).not.toContain(app.outdir);
  });
});

describe('a synthesized stack', () => {
  const stack = stackWithProvider();
  const api = new ResourceServer(stack, 'Api', { identifier: 'https://api.example.com', safeDefaults: false });
  const client = new bindings.client.Client(stack, 'Worker', { name: 'Worker' });
  const data = new bindings.dataAuth0Role.DataAuth0Role(stack, 'Clerk', { name: 'Clerk' });
  const synthesized = Testing.synth(stack);

  test('is found by type', () => {
    expect(synthesized.resources('auth0_client')).toEqual({ Worker: { name: 'Worker' } });
    expect(synthesized.dataSources('auth0_role')).toEqual({ Clerk: { name: 'Clerk' } });
    expect(synthesized.resources('auth0_role')).toEqual({});
  });

  test('is found by construct, L1 or not', () => {
    const expected = { identifier: 'https://api.example.com' };
    expect(synthesized.resource(api)).toEqual(expected);
    expect(synthesized.resource(api.resource)).toEqual(expected);
    expect(synthesized.resource(client)).toEqual({ name: 'Worker' });
    expect(synthesized.resource(data)).toEqual({ name: 'Clerk' });
  });

  test.each<[string, () => IConstruct]>([
    ['a construct without a resource', () => new Construct(Testing.stack('other'), 'Nothing')],
    ['a resource of another stack', () => new bindings.role.Role(Testing.stack('other'), 'Other', { name: 'Other' })],
  ])('has no resource for %s', (_, constructOf) => {
    const construct = constructOf();
    expect(() => synthesized.resource(construct)).toThrow(
      new Error(`'${construct.node.path}' has no resource in the synthesized stack: give an L1 or a construct of this stack that has one`),
    );
    expect(TerraformElement.isTerraformElement(stack)).toBe(false);
  });
});
