import type { Construct } from 'constructs';
import { uniqueChildId } from '../framework/child-id';
import { resolvedText } from '../framework/tokens';

/**
 * The id of a grant below its API. It is made of what tells grants apart, so that another order in the source, or one
 * grant more, does not give the others new addresses; one that is there already gets a number, for the rules to find.
 */
export function grantId(api: Construct, client: unknown, subjectType: string | undefined): string {
  return uniqueChildId(api, ['Grant', nameOf(api, client), subjectType].filter(Boolean).join('-'));
}

/** `${auth0_client.worker.client_id}` as `worker`, anything else as it is. */
function nameOf(api: Construct, client: unknown): string {
  const text = typeof client === 'string' ? resolvedText(client, api) : '';
  return /^\$\{auth0_client\.([\w-]+)\.(?:client_id|id)\}$/.exec(text)?.[1] ?? text.replace(/[${}]/g, '');
}
