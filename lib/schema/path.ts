/** A place in a resource, in Terraform's terms: attribute and block names, indexes, names of list items. */
export type Path = ReadonlyArray<string | number>;

/** How the author of a configuration writes the places in it. */
export interface Naming<Place = Path> {
  /** The place as it is written in code, `tokenEncryption.encryptionKey.kid`. */
  path(place: Place): string;
  /** The place as the subject of a sentence, `scope 'read:orders'`. */
  subject(place: Place): string;
}

/** The path of a list item: by its name, or by its index where the name is not known. */
export function itemPath(list: Path, name: unknown, index: number): Path {
  return [...list, typeof name === 'string' ? name : index];
}
