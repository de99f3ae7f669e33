import { isRecord } from '../util/text';

/** A getter of an L1 that returns an attribute as it was set. */
export interface Input {
  readonly name: string;
  /** The name of the attribute in the bindings. */
  readonly key: string;
  /** The name of the attribute in Terraform. */
  readonly attribute: string;
}

const known = new Map<Function, readonly Input[]>();

/** Returns the getters of the inputs of an L1 class. */
export function inputsOf(type: Function): readonly Input[] {
  let inputs = known.get(type);
  if (!inputs) {
    const names = new Set<string>();
    for (let { prototype } = type; prototype; prototype = Object.getPrototypeOf(prototype)) {
      Object.getOwnPropertyNames(prototype).filter((name) => name.endsWith('Input')).forEach((name) => names.add(name));
    }
    inputs = Array.from(names, (name) => {
      const key = name.slice(0, -'Input'.length);
      return { name, key, attribute: key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) };
    });
    known.set(type, inputs);
  }
  return inputs;
}

/** Compares two values of an attribute. The bindings make a new object of a block each time, without undefined members. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || !isRecord(a) || !isRecord(b)) {
    return (a ?? undefined) === (b ?? undefined);
  }
  return Object.keys(a).every((name) => isSame(a[name], b[name])) && Object.keys(b).every((name) => name in a || isSame(undefined, b[name]));
}
