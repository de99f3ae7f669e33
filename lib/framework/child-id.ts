import type { Construct } from 'constructs';

/** An id for a child, without white space, which CDKTF refuses; where it is taken, with a number. */
export function uniqueChildId(parent: Construct, text: string): string {
  const id = text.replace(/\s/g, '_');
  let free = id;
  for (let count = 2; parent.node.tryFindChild(free); count++) {
    free = `${id}-${count}`;
  }
  return free;
}
