import type { SourceResource } from './source';
import type { Declaration } from './tenant';
import { UNKNOWN } from '../schema/value';

/**
 * Whether two declarations may exclude each other by `count` or `for_each`, so that only one of them exists.
 *
 * Two with the same condition exist together, and one without a condition always exists.
 */
export function mayExcludeEachOther({ resource: a }: Declaration, { resource: b }: Declaration): boolean {
  const condition = conditionOf(a);
  if (condition === NEVER) {
    return true;
  }
  const other = conditionOf(b);
  return other === NEVER || (condition !== ALWAYS && other !== ALWAYS && (condition !== other || condition === UNKNOWN));
}

const ALWAYS = 'always';
const NEVER = 'never';

/** When a resource exists. */
function conditionOf(resource: SourceResource): unknown {
  const count = resource.get('count');
  if (count !== undefined && count !== null) {
    return /^\d+$/.test(String(count)) ? (Number(count) > 0 ? ALWAYS : NEVER) : count;
  }
  const forEach = resource.get('for_each');
  if (typeof forEach === 'object' && forEach !== null) {
    return Object.keys(forEach).length > 0 ? ALWAYS : NEVER;
  }
  return forEach ?? ALWAYS;
}
