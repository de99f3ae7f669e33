import type { IConstruct } from 'constructs';
import type { IResourceServer } from '../resource-server/i-resource-server';

/** A role that is defined in this app or elsewhere. */
export interface IRole extends IConstruct {
  /** The id that Auth0 gave the role. */
  readonly roleId: string;

  /**
   * Gives the role permissions of an API.
   *
   * If the API declares its scopes in the same app, synth refuses a permission that the API does not declare.
   *
   * @throws ValidationError that lists every error in the permissions
   */
  allow(resourceServer: IResourceServer, scopes: string[]): void;

  /**
   * Keeps the resources of this role when its construct id has changed: writes `moved` blocks for all its parts.
   *
   * Terraform would destroy and create them otherwise. After the apply, the call can be deleted. Call it once more for
   * an older id, after the newer one.
   *
   * @param oldId the id in the same scope; or, with a slash, the path below the stack: `Shop/Orders`, `/Orders`
   */
  movedFrom(oldId: string): void;
}
