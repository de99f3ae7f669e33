import type { TerraformResource } from 'cdktf';
import { configOf } from './fast-synthesis';
import { inputsOf, isSame } from './inputs';
import { overridesOf } from './overrides';

/**
 * Returns the attributes of an L1 of ours that are written otherwise than this library wants, in Terraform's names:
 * changed by its setters (an Aspect, for example) or by `addOverride`.
 */
export function changedAttributes(l1: TerraformResource): ReadonlySet<string> {
  const changed = new Set(Object.keys(overridesOf(l1) ?? {}));
  const config = configOf(l1);
  const inputs = l1 as unknown as Readonly<Record<string, unknown>>;
  for (const { name, key, attribute } of inputsOf(l1.constructor)) {
    if (!isSame(inputs[name], config[key])) {
      changed.add(attribute);
    }
  }
  return changed;
}
