import { TerraformDataSource, TerraformElement, TerraformStack } from 'cdktf';
import { isRecord } from '../util/text';

type Attributes = Readonly<Record<string, unknown>>;
type L1 = TerraformElement & { readonly terraformResourceType: string };

/** Returns what `addOverride` of a stack or an L1 sets: a private property of CDKTF. */
function overrides(of: TerraformStack | TerraformElement): Attributes {
  return (of as unknown as { readonly rawOverrides: Attributes }).rawOverrides;
}

/** Returns what `addOverride` of its stack sets for an L1. If that is undefined, CDKTF does not write the resource. */
function overrideOfStack(l1: L1): { readonly value: unknown } | undefined {
  const whole = memberOf(overrides(l1.cdktfStack), TerraformDataSource.isTerraformDataSource(l1) ? 'data' : 'resource');
  const ofType = whole && memberOf(whole.value, l1.terraformResourceType);
  // the logical id comes last: asking for it fixes it
  return ofType && memberOf(ofType.value, () => l1.friendlyUniqueId);
}

/** Returns a member of an override. An undefined override has undefined members. */
function memberOf(of: unknown, name: string | (() => string)): { readonly value: unknown } | undefined {
  if (of === undefined) {
    return { value: undefined };
  }
  const key = isRecord(of) ? typeof name === 'string' ? name : name() : '';
  return isRecord(of) && key in of ? { value: of[key] } : undefined;
}

/** Whether `addOverride` of its stack says something of an L1. */
export function isOverriddenByStack(l1: L1): boolean {
  return overrideOfStack(l1) !== undefined;
}

/** Returns the attributes that `addOverride` of an L1 or of its stack sets, in Terraform's names. Undefined for none. */
export function overridesOf(l1: L1): Attributes | undefined {
  const ofStack = overrideOfStack(l1)?.value;
  const own = overrides(l1);
  return isRecord(ofStack) ? { ...own, ...ofStack } : hasOverrides(l1) ? own : undefined;
}

/** Whether `addOverride` of an L1 sets attributes. */
export function hasOverrides(l1: TerraformElement): boolean {
  for (const name in overrides(l1)) {
    // the acknowledgements in `//` are no attributes
    if (name !== '//') {
      return true;
    }
  }
  return false;
}

/** Whether `addOverride` of its stack takes an L1 out: with undefined for the resource, its type, or all resources. */
export function isTakenOut(l1: L1): boolean {
  const ofStack = overrideOfStack(l1);
  return ofStack !== undefined && ofStack.value === undefined;
}

/** Merges attributes with what `addOverride` of the stack sets, as CDKTF does. */
export function withOverridesOfStack(l1: L1, attributes: Attributes): Attributes {
  const ofStack = overrideOfStack(l1)?.value;
  return isRecord(ofStack) ? merged(attributes, ofStack) : attributes;
}

/** Undefined deletes an attribute, and lists are joined. */
function merged(target: Attributes, source: Attributes): Attributes {
  const result: Record<string, unknown> = { ...target };
  for (const [name, value] of Object.entries(source)) {
    const before = result[name];
    if (value === undefined) {
      delete result[name];
    } else if (isRecord(value)) {
      result[name] = merged(isRecord(before) ? before : {}, value);
    } else {
      result[name] = Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value;
    }
  }
  return result;
}
