/** The ids that L1 constructs have within the constructs that make them. */
const CHILD_IDS = ['Resource', 'Default', 'Scopes', 'Permissions'];

/** The path of the construct that a user wrote: `orders/Orders` for its L1 `orders/Orders/Resource`. */
export function ownerPath(path: string): string {
  const parts = path.split('/');
  // directly below the stack, it is what the user wrote
  return parts.length > 2 && CHILD_IDS.includes(parts[parts.length - 1]) ? parts.slice(0, -1).join('/') : path;
}
