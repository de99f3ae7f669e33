import type { TerraformResource } from 'cdktf';
import { inputsOf, isSame } from './inputs';
import { hasOverrides } from './overrides';
import { hasNoTokens } from './resolve-tokens';

/** What is certain of an L1. */
export interface Inspection {
  /** Whether it has only simple values, and references of this library within its stack. */
  readonly isSimple: boolean;
  /** Whether these are the values that this library has given to it. What its stack overrides is not looked at. */
  readonly isUnchanged: boolean;
}

const NOTHING: Inspection = { isSimple: false, isUnchanged: false };

/** A private property of CDKTF. */
interface Private {
  readonly rawOverrides: object;
  readonly _imported?: object;
}

/**
 * Looks at all values of an L1, once for all questions: there are many, and nearly all are simple and never change.
 *
 * @param config the configuration that this library has given to it, if it has
 */
export function inspect(l1: TerraformResource, config?: Readonly<Record<string, unknown>>): Inspection {
  const { rawOverrides, _imported: imported } = l1 as unknown as Private;
  if (l1.count !== undefined || l1.forEach !== undefined || l1.lifecycle !== undefined || l1.connection !== undefined ||
    l1.provisioners !== undefined || imported !== undefined) {
    return NOTHING;
  }
  const values = l1 as unknown as Readonly<Record<string, unknown>>;
  let isUnchanged = config !== undefined && !hasOverrides(l1);
  for (const { name, key } of inputsOf(l1.constructor)) {
    const value = values[name];
    if (!hasNoTokens(value, l1)) {
      return NOTHING;
    }
    isUnchanged &&= isSame(value, config?.[key]);
  }
  return hasNoTokens(l1.dependsOn, l1) && hasNoTokens(rawOverrides, l1) ? { isSimple: true, isUnchanged } : NOTHING;
}
