import type { Construct } from 'constructs';
import { uniqueChildId } from '../framework/child-id';
import { resolvedText } from '../framework/tokens';
import { parseReference } from '../tenant/reference';

/**
 * The id of a grant below its API. It is made of what tells grants apart, so that another order in the source, or one
 * grant more, does not give the others new addresses; one that is there already gets a number, for the rules to find.
 */
export function grantId(api: Construct, client: unknown, subjectType: unknown): string {
  const subject = typeof subjectType === 'string' ? subjectType : '';
  return uniqueChildId(api, ['Grant', nameOf(api, client), subject].filter(Boolean).join('-'));
}

/** `${auth0_client.worker.client_id}` as `worker`, anything else as it is. */
function nameOf(api: Construct, client: unknown): string {
  const text = typeof client === 'string' ? resolvedText(client, api) : '';
  const { address = '', attribute = '' } = parseReference(text) ?? {};
  const [type, name] = address.split('.');
  return type === 'auth0_client' && ['client_id', 'id'].includes(attribute) ? name : text.replace(/[${}]/g, '');
}
