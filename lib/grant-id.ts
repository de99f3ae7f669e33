import type { Construct } from 'constructs';
import { resolvedText } from './tokens';

/**
 * The id of a grant below its API. It is made of what tells grants apart, so that another order in the source, or one
 * grant more, does not give the others new addresses; one that is there already gets a number, for the rules to find.
 */
export function grantId(api: Construct, client: unknown, subjectType: string | undefined): string {
  const id = ['Grant', nameOf(api, client), subjectType].filter(Boolean).join('-').replace(/\s/g, '_');
  let unique = id;
  for (let count = 2; api.node.tryFindChild(unique); count++) {
    unique = `${id}-${count}`;
  }
  return unique;
}

/** `${auth0_client.worker.client_id}` as `worker`, anything else as it is. */
function nameOf(api: Construct, client: unknown): string {
  const text = typeof client === 'string' ? resolvedText(client, api) : '';
  return /^\$\{auth0_client\.([\w-]+)\.(?:client_id|id)\}$/.exec(text)?.[1] ?? text.replace(/[${}]/g, '');
}
