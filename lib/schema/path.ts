import { camelCase } from '../util/text';

/** A place in a resource: names of attributes and blocks in Terraform, indexes, and names of list items. */
export type Path = ReadonlyArray<string | number>;

/** Returns the value at a place of a configuration, with the names of Terraform or of the bindings. */
export function valueAt(config: unknown, path: Path): unknown {
  return path.reduce<any>((value, name) => value?.[name] ?? value?.[camelCase(String(name))], config);
}

/** Names places in messages. */
export interface Naming<Place = Path> {
  /** The place as it is written in code: `tokenEncryption.encryptionKey.kid`. */
  path(place: Place): string;
  /** The place as the subject of a sentence: `scope 'read:orders'`. */
  subject(place: Place): string;
}

/** Returns the path of a list item: its name, or its index if the name is not known. */
export function itemPath(list: Path, name: unknown, index: number): Path {
  return [...list, typeof name === 'string' ? name : index];
}
