import type { ITerraformDependable } from 'cdktf';
import type { IConstruct } from 'constructs';
import type * as binding from '../bindings/client-grant';

/** A grant: lets an application request access tokens for an API. */
export interface IClientGrant extends IConstruct, ITerraformDependable {
  /** The id that Auth0 gave the grant. */
  readonly clientGrantId: string;

  /** The L1, an `auth0_client_grant`. */
  readonly resource: binding.ClientGrant;

  /**
   * Imports an existing grant with an `import` block (Terraform 1.5 or newer).
   *
   * @param clientGrantId the id of the grant, `cgr_...`
   */
  importFrom(clientGrantId: string): void;

  /**
   * Keeps the resources of this grant when its construct id has changed: writes `moved` blocks for all its parts.
   *
   * Terraform would destroy and create them otherwise. After the apply, the call can be deleted. Call it once more for
   * an older id, after the newer one.
   *
   * @param oldId the id in the same scope; or, with a slash, the path below the stack: `Shop/Orders`, `/Orders`
   */
  movedFrom(oldId: string): void;
}
