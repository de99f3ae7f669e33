/** Returns the list of a key; an empty one if the map does not have the key. */
export function listIn<K, V>(lists: ReadonlyMap<K, readonly V[]>, key: K): readonly V[] {
  return lists.get(key) ?? [];
}

/** Adds a value to the list of a key. */
export function push<K, V>(lists: Map<K, V[]>, key: K, value: V): Map<K, V[]> {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
  return lists;
}
