// The generated bindings use these functions (see scripts/lean-bindings.ts). A reference to a nested block captures a
// stack trace when it is made, and most references are never used. So a field of a binding first has an object with the
// class of the reference, made without its constructor: it keeps the value of the block, and can do nothing else.

import type { ComplexObject } from 'cdktf';

/** A reference to a block, a list of blocks or a map. */
type Reference = Pick<ComplexObject, 'creationStack'> & { internalValue?: unknown };

/** Sets the value of a block, and returns the object that keeps it. */
export function withValue<R extends Reference>(
  block: R | undefined,
  type: { readonly prototype: R },
  value: R['internalValue'],
): R | undefined {
  if (!block && value === undefined) {
    return undefined;
  }
  const keeper: R = block ?? Object.create(type.prototype);
  keeper.internalValue = value;
  return keeper;
}

/** Returns the reference to a block. Makes it if it does not exist yet. */
export function reference<R extends Reference>(block: R | undefined, make: () => R): R {
  if (block?.creationStack) {
    return block;
  }
  const made = make();
  if (block) {
    made.internalValue = block.internalValue;
  }
  return made;
}
