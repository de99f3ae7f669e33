/** The getters of an L1 that return attributes as they were set, with the names of the attributes in the bindings and in Terraform. */
export type Inputs = ReadonlyArray<readonly [input: string, key: string, attribute: string]>;

const known = new Map<Function, Inputs>();

/** Returns the getters of the inputs of an L1 class. */
export function inputsOf(type: Function): Inputs {
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
