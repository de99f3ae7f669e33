import type { SourceResource } from './source';
import type { Declaration } from './tenant';
import { UNKNOWN } from '../schema/value';
import { Expression, parseTemplate } from '../util/hcl';

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

/** Whether a declaration exists: yes, no, or UNKNOWN if `count` or `for_each` is known only to Terraform. */
export function exists({ resource }: Declaration): boolean | typeof UNKNOWN {
  const condition = conditionOf(resource);
  return condition === ALWAYS || (condition === NEVER ? false : UNKNOWN);
}

/** When a resource exists. */
function conditionOf(resource: SourceResource): unknown {
  const count = resource.get('count');
  if (count !== undefined && count !== null) {
    return /^\d+$/.test(String(count)) ? existing(Number(count)) : count;
  }
  const forEach = resource.get('for_each');
  if (typeof forEach === 'object' && forEach !== null) {
    return existing(Object.keys(forEach).length);
  }
  const instances = typeof forEach === 'string' ? sizeOf(parseTemplate(forEach)) : undefined;
  return instances === undefined ? forEach ?? ALWAYS : existing(instances);
}

function existing(instances: number): string {
  return instances > 0 ? ALWAYS : NEVER;
}

/** Returns the number of entries that an expression writes out: `${toset(["a", "b"])}`. Undefined for any other. */
function sizeOf(expression: Expression | undefined): number | undefined {
  switch (expression?.kind) {
    case 'call':
      return ['toset', 'tomap', 'tolist'].includes(expression.name) ? sizeOf(expression.args[0]) : undefined;
    case 'list':
      return expression.items.length;
    case 'object':
      return expression.entries.length;
    default:
      return undefined;
  }
}
