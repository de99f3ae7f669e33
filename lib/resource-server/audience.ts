import type { IResourceServer } from './i-resource-server';
import { isUnknown } from '../framework/tokens';
import { Converted, wrongType } from '../validation/convert';

/** Returns the audience of an API, or a problem if the value is not an API. */
export function toAudience(api: IResourceServer): Converted<string> {
  const audience: unknown = api?.audience;
  return typeof audience === 'string' || isUnknown(audience) ? { value: api.audience } : wrongType('a ResourceServer or an imported one', api);
}
