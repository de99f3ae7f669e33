/** Where a finding lies, in Terraform's terms: attribute and block names, indexes, scope names. */
export type Path = ReadonlyArray<string | number>;

/** How the author of a configuration calls the places in it. */
export interface Naming {
  /** The place as it would be written in code, `tokenEncryption.encryptionKey.kid`. */
  path(path: Path): string;
  /** The place as the subject of a sentence, `scope 'read:orders'`. */
  subject(path: Path): string;
}
