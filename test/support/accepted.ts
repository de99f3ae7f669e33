import { TerraformStack } from 'cdktf';
import { API, apiIn, ApiProps, IDENTIFIER } from './apis';
import { stackOf, synthesize, warningsOf } from './synth';
import * as auth0 from '../../lib';

/** Synthesizes a stack without errors and with exactly these warnings, and returns its JSON. */
export function accepted(build: (stack: TerraformStack) => void, warnings: string[] = []): any {
  const stack = stackOf(build);
  const json = synthesize(stack);
  expect(warningsOf(stack)).toEqual(warnings);
  return json;
}

/** Does the same for one API, with and without safe defaults. Returns the API without safe defaults. */
export function acceptedApi(props: ApiProps, warnings: string[] = []): any {
  const build = (more: ApiProps) => only(accepted((stack) => apiIn(stack, { ...more, ...props }), warnings), API);
  const written = build({ safeDefaults: false });
  expect(build({ safeDefaults: true })).toMatchObject(written);
  return written;
}

/** An API with these scopes, and with safe defaults. */
export function apiWith(stack: TerraformStack, scopes: Record<string, string> = {}, props: ApiProps = {}): auth0.ResourceServer {
  return new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, scopes, ...props });
}

/** The one resource of a type. */
export function only(json: any, type: string): any {
  const resources = Object.values<any>(json.resource[type]);
  expect(resources).toHaveLength(1);
  const [{ '//': _, ...resource }] = resources;
  return resource;
}
