import type { Construct } from 'constructs';

/** Returns a unique child id: white space, which CDKTF refuses, is replaced, and a number is added if the id exists. */
export function uniqueChildId(parent: Construct, text: string): string {
  const id = text.replace(/\s/g, '_');
  let free = id;
  for (let count = 2; parent.node.tryFindChild(free); count++) {
    free = `${id}-${count}`;
  }
  return free;
}
