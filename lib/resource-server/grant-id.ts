import type { Construct } from 'constructs';
import { uniqueChildId } from '../framework/child-id';
import { resolvedText } from '../framework/tokens';
import { parseReference } from '../tenant/reference';

/**
 * Returns the construct id of a grant below its API.
 *
 * The id consists of the application and the subject type, so a new grant or another order in the source does not
 * change the addresses of the other grants. A duplicate gets a number; the rules report it at synth.
 */
export function grantId(api: Construct, client: unknown, subjectType: unknown): string {
  const subject = typeof subjectType === 'string' ? subjectType : '';
  return uniqueChildId(api, ['Grant', nameOf(api, client), subject].filter(Boolean).join('-'));
}

/** Returns `worker` for `${auth0_client.worker.client_id}`, and any other text without `$`, `{` and `}`. */
function nameOf(api: Construct, client: unknown): string {
  const text = typeof client === 'string' ? resolvedText(client, api) : '';
  const { address = '', attribute = '' } = parseReference(text) ?? {};
  const [type, name] = address.split('.');
  return type === 'auth0_client' && ['client_id', 'id'].includes(attribute) ? name : text.replace(/[${}]/g, '');
}
