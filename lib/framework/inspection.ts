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

/** Private properties of CDKTF. */
interface Private {
  readonly rawOverrides: object;
  readonly _imported?: object;
}

/** Whether an L1 is imported, or has meta-arguments other than `provider` and `depends_on`. */
function isSpecial(l1: TerraformResource): boolean {
  return l1.count !== undefined || l1.forEach !== undefined || l1.lifecycle !== undefined || l1.connection !== undefined ||
    l1.provisioners !== undefined || (l1 as unknown as Private)._imported !== undefined;
}

/** Whether an L1 has nothing but attributes, and perhaps a provider. */
export function hasOnlyAttributes(l1: TerraformResource): boolean {
  return !isSpecial(l1) && l1.dependsOn === undefined && !l1.hasResourceMove() && Object.keys((l1 as unknown as Private).rawOverrides).length === 0;
}

/**
 * Looks at all values of an L1, once for all questions: there are many, and nearly all are simple and never change.
 *
 * @param config the configuration that this library has given to it, if it has
 */
export function inspect(l1: TerraformResource, config?: Readonly<Record<string, unknown>>): Inspection {
  if (isSpecial(l1)) {
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
  return hasNoTokens(l1.dependsOn, l1) && hasNoTokens((l1 as unknown as Private).rawOverrides, l1) ? { isSimple: true, isUnchanged } : NOTHING;
}
