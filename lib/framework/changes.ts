import type { TerraformResource } from 'cdktf';
import { configOf } from './fast-synthesis';
import { overridesOf } from './overrides';
import { isRecord } from '../util/text';

/**
 * Returns the attributes of an L1 of ours that are written otherwise than this library wants, in Terraform's names:
 * changed by its setters (an Aspect, for example) or by `addOverride`.
 */
export function changedAttributes(l1: TerraformResource): ReadonlySet<string> {
  const changed = new Set(Object.keys(overridesOf(l1) ?? {}));
  const config = configOf(l1);
  const inputs = l1 as unknown as Readonly<Record<string, unknown>>;
  for (const [input, key, attribute] of inputsOf(l1.constructor)) {
    if (!isSame(inputs[input], config[key])) {
      changed.add(attribute);
    }
  }
  return changed;
}

/** The getters that return attributes as they were set, with the names of the attributes in the bindings and in Terraform. */
type Inputs = ReadonlyArray<readonly [input: string, key: string, attribute: string]>;

const known = new Map<Function, Inputs>();

function inputsOf(type: Function): Inputs {
  let inputs = known.get(type);
  if (!inputs) {
    const names = new Set<string>();
    for (let { prototype } = type; prototype; prototype = Object.getPrototypeOf(prototype)) {
      Object.getOwnPropertyNames(prototype).filter((name) => name.endsWith('Input')).forEach((name) => names.add(name));
    }
    inputs = Array.from(names, (input) => {
      const key = input.slice(0, -'Input'.length);
      return [input, key, key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] as const;
    });
    known.set(type, inputs);
  }
  return inputs;
}

/** Compares two values of an attribute. The bindings make a new object of a block each time, without undefined members. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b || !isRecord(a) || !isRecord(b)) {
    return (a ?? undefined) === (b ?? undefined);
  }
  return Object.keys({ ...a, ...b }).every((name) => isSame(a[name], b[name]));
}
