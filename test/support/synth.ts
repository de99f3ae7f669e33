import { App, TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { schemaProblems } from './schema';
import { Auth0Provider, Testing as OurTesting } from '../../lib';

/** Creates an app for tests with several stacks. It leaves no folder behind. */
export function appOf(): App {
  return OurTesting.app();
}

/** Creates a stack with a provider in a new app. */
export function stackOf(build: (stack: TerraformStack) => void = () => {}): TerraformStack {
  const stack = new TerraformStack(appOf(), 'stack');
  new Auth0Provider(stack, 'auth0');
  build(stack);
  return stack;
}

/** Creates an app that writes to a folder, with stacks of these names. Each has a provider. */
export function appWith(outdir: string, stacks: Record<string, (stack: TerraformStack) => void>, options: object = {}): App {
  const app = new App({ outdir, ...options });
  for (const [name, build] of Object.entries(stacks)) {
    const stack = new TerraformStack(app, name);
    new Auth0Provider(stack, 'auth0');
    build(stack);
  }
  return app;
}

/** Creates a second stack in the app of a stack, without a provider. */
export function stackBeside(stack: TerraformStack, name = 'other'): TerraformStack {
  return new TerraformStack(App.of(stack), name);
}

/** Validates a stack and returns its JSON. Expects that it conforms to the provider's schema. */
export function synthesize(stack: TerraformStack): any {
  const json = JSON.parse(Testing.synth(stack, true));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

/** The resources of a type in a stack, by their names in Terraform. */
export function resourcesOf(stack: TerraformStack, type: string): Record<string, any> {
  const resources = synthesize(stack).resource?.[type] ?? {};
  return Object.fromEntries(Object.entries<any>(resources).map(([name, { '//': _, ...resource }]) => [name, resource]));
}

/** The one resource of a type in a stack. */
export function resourceOf(stack: TerraformStack, type: string): any {
  const resources = Object.values(resourcesOf(stack, type));
  expect(resources).toHaveLength(1);
  return resources[0];
}

/** The one resource of a type in the stack that `build` creates. */
export function synthesizeOne(type: string, build: (stack: TerraformStack) => void): any {
  return resourceOf(stackOf(build), type);
}

/** The warnings of the constructs in a scope at synth, also if there are errors. */
export function warningsOf(scope: Construct): string[] {
  try {
    TerraformStack.of(scope).runAllValidations();
  } catch {
    // other tests check the errors
  }
  return scope.node.findAll().flatMap((construct) =>
    construct.node.metadata.filter(({ type }) => type === '@cdktf/warn').map(({ data }) => data as string),
  );
}
