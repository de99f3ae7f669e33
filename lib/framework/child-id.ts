import type { Construct } from 'constructs';

/** Makes a unique child id from a text: replaces white space, which CDKTF refuses, and adds a number if the id exists. */
export function uniqueChildId(parent: Construct, text: string): string {
  const id = text.replace(/\s/g, '_');
  let free = id;
  for (let count = 2; parent.node.tryFindChild(free); count++) {
    free = `${id}-${count}`;
  }
  return free;
}
