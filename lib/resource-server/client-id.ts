import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { quote } from '../util/text';
import { Converted, problem } from '../validation/convert';

/**
 * Returns the client ID of an application, or a problem if it is the construct of the application.
 *
 * @param scope the construct in which the grant is created
 */
export function toClientId(client: unknown, scope: Construct): Converted<unknown> {
  if (!Construct.isConstruct(client)) {
    return { value: client };
  }
  const elsewhere = TerraformStack.of(client).node.path;
  const hint = elsewhere === TerraformStack.of(scope).node.path ? '' : `. The application is in the stack ${quote(elsewhere)}: use new ClientGrant there`;
  return problem('wrong-type', `must be a string, but a construct was given: give the client ID, client.clientId${hint}`);
}
