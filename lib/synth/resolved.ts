import type { IConstruct } from 'constructs';
import { resolveValue } from '../framework/resolve';
import { isUnknown } from '../framework/tokens';
import { UNKNOWN } from '../schema/value';

/** Resolves a value to what Terraform reads; a reference to another stack becomes a ForeignValue. UNKNOWN if CDKTF cannot resolve it; CDKTF reports that itself at synth. */
export function resolved(value: unknown, scope: IConstruct): unknown {
  if (!mayHoldToken(value)) {
    return value;
  }
  try {
    return resolveValue(value, scope);
  } catch {
    return UNKNOWN;
  }
}

/** Checks whether a value must be resolved. Most values are literals, and the search of CDKTF for tokens in them is slow. */
function mayHoldToken(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || isUnknown(value)) {
    return isUnknown(value);
  }
  if (Array.isArray(value)) {
    return value.some(mayHoldToken);
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    return true;
  }
  for (const key in value) {
    if (isUnknown(key) || mayHoldToken((value as Record<string, unknown>)[key])) {
      return true;
    }
  }
  return false;
}
