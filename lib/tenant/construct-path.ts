/** The ids of L1 constructs within the L2 constructs that create them. */
const CHILD_IDS = ['Resource', 'Default', 'Scopes', 'Permissions'];

/** Returns the path of the construct in the user's code: `orders/Orders` for the L1 `orders/Orders/Resource`. */
export function ownerPath(path: string): string {
  const parts = path.split('/');
  // a construct directly below the stack is in the user's code, whatever its id is
  return parts.length > 2 && CHILD_IDS.includes(parts[parts.length - 1]) ? parts.slice(0, -1).join('/') : path;
}
