import type { IConstruct } from 'constructs';
import type { ClientGrantOptions } from './client-grant-options';
import type { IClientGrant } from './i-client-grant';

/** An API that is defined in this app or elsewhere. */
export interface IResourceServer extends IConstruct {
  /** The identifier of the API: the audience of its access tokens. */
  readonly identifier: string;

  /** The id that Auth0 gave the API. */
  readonly resourceServerId: string;

  /** The identifier, for resources that use the API. The reference makes Terraform create the scopes first. */
  readonly audience: string;

  /**
   * Lets an application request some scopes.
   *
   * The grant is created in the stack of the API. For an application in another stack, create a ClientGrant there.
   *
   * @param clientId the client ID of the application
   * @param scopes the scopes that the application can get; can be empty
   * @returns the grant, a child of this API
   * @throws ValidationError that lists every error in the grant
   */
  grant(clientId: string, scopes: string[], options?: ClientGrantOptions): IClientGrant;

  /**
   * Lets an application request every scope, also those that are added later.
   *
   * Prefer `grant`: an application should get only what it needs. Not possible for Auth0's own APIs. Early access in
   * Auth0.
   *
   * @param clientId the client ID of the application
   * @returns the grant, a child of this API
   * @throws ValidationError that lists every error in the grant
   */
  grantAllScopes(clientId: string, options?: ClientGrantOptions): IClientGrant;

  /**
   * Lets every third-party application without its own grant request some scopes, for example applications that
   * register themselves.
   *
   * Most of these applications act for users, so `subjectType` is `SubjectType.USER` unless you set it. Not possible for
   * Auth0's own APIs.
   *
   * @param scopes the scopes that each application can get; can be empty
   * @returns the grant, a child of this API
   * @throws ValidationError that lists every error in the grant
   */
  grantThirdPartyClients(scopes: string[], options?: ClientGrantOptions): IClientGrant;

  /**
   * Keeps the resources of this API when its construct id has changed: writes `moved` blocks for all its parts.
   *
   * Terraform would destroy and create them otherwise. After the apply, the call can be deleted. Call it once more for
   * an older id, after the newer one.
   *
   * @param oldId the id in the same scope; or, with a slash, the path below the stack: `Shop/Orders`, `/Orders`
   */
  movedFrom(oldId: string): void;
}
