/** One error in a configuration. */
export interface Violation {
  /** The id of the rule. It never changes. RULES.md lists all ids. */
  readonly rule: string;

  /** The property, as it is written in code: `tokenEncryption.encryptionKey.kid`. */
  readonly path: string;

  /** What is wrong, the value received, and what is allowed. */
  readonly message: string;
}
