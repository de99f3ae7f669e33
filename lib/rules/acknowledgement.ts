/** The acknowledgement of a finding: an exception to a rule, with its reason. */
export interface Acknowledgement {
  /** The id of the rule: it is in brackets after the message. Example: `jwe-certificate-expiry`. */
  readonly id: string;

  /** Why the finding is accepted. It is written to the Terraform JSON. */
  readonly reason: string;

  /**
   * The last day on which the acknowledgement is valid, in UTC: `2027-03-31`. After that day, the finding is reported
   * again.
   *
   * @default - no end
   */
  readonly until?: string;

  /**
   * The person or team that decided it.
   *
   * @default - not written
   */
  readonly by?: string;
}
