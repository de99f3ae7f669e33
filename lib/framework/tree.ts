import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/** Returns the first construct of a kind in a tree, in the order in which CDKTF synthesizes. */
export function firstIn(construct: IConstruct, is: (one: IConstruct) => boolean): IConstruct | undefined {
  if (is(construct)) {
    return construct;
  }
  for (const child of construct.node.children) {
    const first = firstIn(child, is);
    if (first) {
      return first;
    }
  }
  return undefined;
}

/** Returns the stack of a construct. Undefined if it is in none: `TerraformStack.of` would throw an error. */
export function stackAbove(construct: IConstruct): TerraformStack | undefined {
  let scope: IConstruct | undefined = construct;
  while (scope && !TerraformStack.isStack(scope)) {
    scope = scope.node.scope;
  }
  return scope;
}
