/** One thing that is wrong with a configuration. */
export interface Violation {
  /** The id of the rule, which never changes; RULES.md lists them all. */
  readonly rule: string;

  /** The property in question, as it is written in code: `tokenEncryption.encryptionKey.kid`. */
  readonly path: string;

  /** What is wrong, the value received, and what is allowed. */
  readonly message: string;
}
