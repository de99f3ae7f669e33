import { TerraformStack } from 'cdktf';
import { apiIn, GRANT } from './apis';
import { errorOf, messageFor } from './errors';
import { stackOf, synthesizeOne } from './synth';
import * as auth0 from '../../lib';

/** Props of a grant on the API of `apiIn`. */
export type GrantProps = Partial<Omit<auth0.ClientGrantProps, 'resourceServer'>>;

/** A grant on an API without scopes; `props` may name another API. */
export function grantIn(stack: TerraformStack, props: any = {}): auth0.ClientGrant {
  return new auth0.ClientGrant(stack, 'Grant', { resourceServer: apiIn(stack), ...props });
}

/** The `auth0_client_grant` that these props become. */
export function grantOf(props: GrantProps): any {
  return synthesizeOne(GRANT, (stack) => grantIn(stack, props));
}

/** The error that a grant of these props is refused with. */
export function grantRefusalOf(props: any): auth0.ValidationError {
  return errorOf(() => grantIn(stackOf(), props));
}

/** The message of that error, from what is wrong with the grant. */
export const grantMessage = messageFor("ClientGrant 'stack/Grant'");
