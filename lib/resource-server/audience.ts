import type { IResourceServer } from './i-resource-server';
import { Misfit } from '../schema/shape';
import { describeType } from '../util/text';

/** The audience of an API, or a misfit where something else was given for the API. */
export function audienceOf(api: IResourceServer): string {
  return typeof api?.audience === 'string'
    ? api.audience
    : (new Misfit('wrong-type', `must be a ResourceServer or an imported one, but ${describeType(api)} was given`) as never);
}
