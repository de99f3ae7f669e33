import type { ITerraformDependable } from 'cdktf';
import type { IConstruct } from 'constructs';
import type * as binding from '../bindings/client-grant';

/** What lets an application ask for tokens for an API. */
export interface IClientGrant extends IConstruct, ITerraformDependable {
  /** The id that Auth0 gave the grant. */
  readonly clientGrantId: string;

  /** The L1. */
  readonly resource: binding.ClientGrant;

  /**
   * Lets Terraform take over a grant that exists, by an `import` block (Terraform 1.5 or newer).
   *
   * @param clientGrantId the id of the grant, `cgr_...`
   */
  importFrom(clientGrantId: string): void;
}
