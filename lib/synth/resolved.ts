import type { IConstruct } from 'constructs';
import { resolveValue } from '../framework/resolve';
import { hasNoTokens } from '../framework/resolve-tokens';
import { UNKNOWN } from '../schema/value';

/** Resolves a value to what Terraform reads; a reference to another stack becomes a ForeignValue. UNKNOWN if CDKTF cannot resolve it; CDKTF reports that itself at synth. */
export function resolved(value: unknown, scope: IConstruct): unknown {
  // most values are literals, and the search of CDKTF for tokens in them is slow
  if (hasNoTokens(value)) {
    return value;
  }
  try {
    return resolveValue(value, scope);
  } catch {
    return UNKNOWN;
  }
}
