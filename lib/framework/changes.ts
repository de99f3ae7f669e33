import type { TerraformResource } from 'cdktf';
import { configOf } from './fast-synthesis';
import { inputsOf } from './inputs';
import { overridesOf } from './overrides';
import { isRecord } from '../util/text';

const NONE: ReadonlySet<string> = new Set();

/**
 * Returns the attributes of an L1 of ours that are written otherwise than this library wants, in Terraform's names:
 * changed by its setters (an Aspect, for example) or by `addOverride`.
 */
export function changedAttributes(l1: TerraformResource): ReadonlySet<string> {
  const overridden = overridesOf(l1);
  const changed = overridden ? Object.keys(overridden) : [];
  const config = configOf(l1);
  const inputs = l1 as unknown as Readonly<Record<string, unknown>>;
  for (const { name, key, attribute } of inputsOf(l1.constructor)) {
    if (!isSame(inputs[name], config[key])) {
      changed.push(attribute);
    }
  }
  return changed.length > 0 ? new Set(changed) : NONE;
}

/** Compares two values of an attribute. The bindings make a new object of a block each time, without undefined members. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b || !isRecord(a) || !isRecord(b)) {
    return (a ?? undefined) === (b ?? undefined);
  }
  return Object.keys(a).every((name) => isSame(a[name], b[name])) && Object.keys(b).every((name) => name in a || isSame(undefined, b[name]));
}
