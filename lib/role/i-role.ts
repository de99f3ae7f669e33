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
  allow(resourceServer: IResourceServer, ...scopes: string[]): void;
}
