import { TerraformStack } from 'cdktf';
import { errorOf } from './errors';
import { resourceOf, stackOf, synthesizeOne, warningsOf } from './synth';
import * as auth0 from '../../lib';

/** An identifier without findings. */
export const IDENTIFIER = 'https://api.example.com';

// The resource types of our constructs.
export const API = 'auth0_resource_server';
export const SCOPES = 'auth0_resource_server_scopes';
export const GRANT = 'auth0_client_grant';
export const ROLE = 'auth0_role';
export const PERMISSIONS = 'auth0_role_permissions';
export const PERMISSION = 'auth0_role_permission';

/** References to the API of `apiIn` and to its scopes. */
export const API_AUDIENCE = '${auth0_resource_server.Api_F70053CD.identifier}';
export const SCOPES_AUDIENCE = '${auth0_resource_server_scopes.Api_Scopes_8D348A6D.resource_server_identifier}';

/** Props of an API. All are optional. */
export type ApiProps = Partial<auth0.ResourceServerProps>;

/** Creates an API with an identifier and without safe defaults. */
export function apiIn(stack: TerraformStack, props?: ApiProps): auth0.ResourceServer {
  return apiNamed(stack, 'Api', props);
}

/** Does the same with another construct id, for stacks with several APIs. */
export function apiNamed(stack: TerraformStack, id: string, props: ApiProps = {}): auth0.ResourceServer {
  return new auth0.ResourceServer(stack, id, { identifier: IDENTIFIER, safeDefaults: false, ...props });
}

/** The `auth0_resource_server` for these props. */
export function apiOf(props: ApiProps): any {
  return synthesizeOne(API, (stack) => apiIn(stack, props));
}

/** The error for an API with these props. */
export function refusalOf(props: any): auth0.ValidationError {
  return errorOf(() => apiIn(stackOf(), props));
}

/** This number of scopes, named `scope:0` and so on, with empty descriptions. */
export function manyScopes(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`scope:${index}`, '']));
}

/** The `auth0_resource_server` for these props, and the warnings. */
export function writtenOf(stack: TerraformStack, props: ApiProps): { api: any; warnings: string[] } {
  apiIn(stack, props);
  return { api: resourceOf(stack, API), warnings: warningsOf(stack) };
}
