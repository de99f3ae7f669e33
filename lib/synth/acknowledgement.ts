/** An exception to a rule, with its reason. */
export interface Acknowledgement {
  /** The id of the rule, which stands in brackets after its message: `jwe-certificate-expiry`. */
  readonly id: string;

  /** Why the finding is accepted. It is written to the Terraform JSON. */
  readonly reason: string;

  /**
   * The last day on which it counts, in UTC: `2027-03-31`. After it, the finding is reported again.
   *
   * @default - it counts without an end
   */
  readonly until?: string;

  /**
   * Who has decided it.
   *
   * @default - not written
   */
  readonly by?: string;
}
