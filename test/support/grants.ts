import { TerraformStack } from 'cdktf';
import { apiIn, GRANT } from './apis';
import { errorOf, messageFor } from './errors';
import { stackOf, synthesizeOne } from './synth';
import * as auth0 from '../../lib';

/** Props of a grant for the API of `apiIn`. */
export type GrantProps = Partial<Omit<auth0.ClientGrantProps, 'resourceServer'>>;

/** Creates a grant for an API without scopes, without safe defaults. `props` can set another API. */
export function grantIn(stack: TerraformStack, props: any = {}): auth0.ClientGrant {
  return new auth0.ClientGrant(stack, 'Grant', { resourceServer: apiIn(stack), safeDefaults: false, ...props });
}

/** The `auth0_client_grant` for these props. */
export function grantOf(props: GrantProps): any {
  return synthesizeOne(GRANT, (stack) => grantIn(stack, props));
}

/** The error for a grant with these props. */
export function grantRefusalOf(props: any): auth0.ValidationError {
  return errorOf(() => grantIn(stackOf(), props));
}

/** The message of that error, from its lines. */
export const grantMessage = messageFor("ClientGrant 'stack/Grant'");
