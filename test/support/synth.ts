import { App, TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { schemaProblems } from './schema';
import { Auth0Provider } from '../../lib';

/** A stack with a provider, in an app of its own. */
export function stackOf(build: (stack: TerraformStack) => void = () => {}): TerraformStack {
  const stack = new TerraformStack(Testing.app(), 'stack');
  new Auth0Provider(stack, 'auth0');
  build(stack);
  return stack;
}

/** The JSON of a stack; it has passed its validations, and conforms to the provider's schema. */
export function synthesize(stack: TerraformStack): any {
  const json = JSON.parse(Testing.synth(stack, true));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

/** The one resource of a type in the stack that `build` makes. */
export function synthesizeOne(type: string, build: (stack: TerraformStack) => void): any {
  const resources = synthesize(stackOf(build)).resource[type] ?? {};
  expect(Object.keys(resources)).toHaveLength(1);
  const [{ '//': _, ...resource }] = Object.values<any>(resources);
  return resource;
}

/** The warnings that the constructs of a stack have left. */
export function warningsOf(scope: Construct): string[] {
  return scope.node.findAll().flatMap((construct) =>
    construct.node.metadata.filter(({ type }) => type === '@cdktf/warn').map(({ data }) => data as string),
  );
}

/** A new app with a stack in it, for tests of several stacks. */
export function appOf(): App {
  return Testing.app();
}
