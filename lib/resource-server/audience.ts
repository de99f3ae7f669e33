import { TerraformElement } from 'cdktf';
import type { IResourceServer } from './i-resource-server';
import { isUnknown } from '../framework/tokens';
import { Converted, problem, wrongType } from '../validation/convert';

/** What to give for an API of which only the identifier is known. */
export const INSTEAD_OF_TEXT =
  'use ResourceServer.fromAttributes(scope, id, { identifier }), or ResourceServer.fromIdentifier to look the API up';

const EXPECTED = 'a ResourceServer or an imported one';

/** Returns the audience of an API, or a problem if the value is not an API. */
export function toAudience(api: IResourceServer): Converted<string> {
  if (TerraformElement.isTerraformElement(api)) {
    return problem('wrong-type', `must be ${EXPECTED}, but a binding was given: give the ResourceServer whose .resource it is, ` +
      'or ResourceServer.fromAttributes(scope, id, { identifier: binding.identifier })');
  }
  if (typeof api === 'string') {
    return problem('wrong-type', `must be ${EXPECTED}, but a string was given: ${INSTEAD_OF_TEXT}`);
  }
  const audience: unknown = api?.audience;
  return typeof audience === 'string' || isUnknown(audience) ? { value: api.audience } : wrongType(EXPECTED, api);
}
