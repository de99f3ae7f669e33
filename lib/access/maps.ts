/** The list under a key; empty where there is none. */
export function listIn<K, V>(lists: ReadonlyMap<K, readonly V[]>, key: K): readonly V[] {
  return lists.get(key) ?? [];
}

/** Adds to the list under a key. */
export function push<K, V>(lists: Map<K, V[]>, key: K, value: V): Map<K, V[]> {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
  return lists;
}
