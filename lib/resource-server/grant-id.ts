import type { Construct } from 'constructs';
import { uniqueChildId } from '../framework/child-id';
import { asText, misuseOf, resolvedText } from '../framework/tokens';
import { parseReference } from '../tenant/reference';

/** The end of an id that names the subject type, and what stands there instead for an application whose name ends so. */
const SUBJECT = /-(user|anonymous_user|as_client)$/;
const NO_SUBJECT = '-as_client';

/**
 * Returns the construct id of a grant below its API.
 *
 * The id consists of the application and the subject type, so a new grant or another order in the source does not
 * change the addresses of the other grants. The subject type 'client' is not written, because it is the default. A
 * duplicate gets a number; the rules report it at synth.
 */
export function grantId(api: Construct, client: unknown, subjectType: unknown): string {
  const name = ['Grant', nameOf(api, client)].filter(Boolean).join('-');
  const subject = plain(textOf(api, subjectType));
  if (subject && subject !== 'client') {
    return uniqueChildId(api, `${name}-${subject}`);
  }
  return uniqueChildId(api, SUBJECT.test(name) ? name + NO_SUBJECT : name);
}

/** Returns `worker` for `${auth0_client.worker.client_id}`, and any other text without `$`, `{` and `}`. */
function nameOf(api: Construct, client: unknown): string {
  const text = textOf(api, client);
  const reference = parseReference(text);
  const [type, name] = reference?.address.split('.') ?? [];
  return reference && type === 'auth0_client' && ['client_id', 'id'].includes(reference.attribute) ? name : plain(text);
}

/** What a text or a token becomes in Terraform: the number of a token would change with each change of the program. */
function textOf(api: Construct, value: unknown): string {
  const text: unknown = asText(value);
  return typeof text === 'string' && misuseOf(text) === undefined ? resolvedText(text, api) : '';
}

function plain(text: string): string {
  return text.replace(/[${}]/g, '');
}
