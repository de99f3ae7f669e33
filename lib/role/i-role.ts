import type { IConstruct } from 'constructs';
import type { IResourceServer } from '../resource-server/i-resource-server';

/** A role, defined here or elsewhere. */
export interface IRole extends IConstruct {
  /** The id that Auth0 gave the role. */
  readonly roleId: string;

  /**
   * Gives the role permissions of an API.
   *
   * A permission that the API does not declare is refused at synth, where the API declares its scopes in the same app.
   *
   * @throws ValidationError that lists everything that is wrong with the permissions
   */
  allow(resourceServer: IResourceServer, ...scopes: string[]): void;
}
