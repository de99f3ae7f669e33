import type { IConstruct } from 'constructs';
import type { ClientGrantOptions } from './client-grant-options';
import type { IClientGrant } from './i-client-grant';

/** An API, defined here or elsewhere. */
export interface IResourceServer extends IConstruct {
  /** The identifier, the audience of its tokens. */
  readonly identifier: string;

  /** The id that Auth0 gave the API. */
  readonly resourceServerId: string;

  /** The identifier for what uses the API: a reference that is known once the API has its scopes. */
  readonly audience: string;

  /**
   * Lets an application ask for some scopes.
   *
   * The grant is made in the stack of the API: for an application in another stack, use `new ClientGrant` there.
   *
   * @param clientId the application
   * @param scopes the most that it can get; may be empty
   * @returns the grant, a child of this API
   * @throws ValidationError that lists everything that is wrong with the grant
   */
  grant(clientId: string, scopes: string[], options?: ClientGrantOptions): IClientGrant;

  /**
   * Lets an application ask for every scope, also those that are added later.
   *
   * Prefer `grant`: an application should get what it needs. Not for Auth0's own APIs. Early access in Auth0.
   *
   * @param clientId the application
   * @returns the grant, a child of this API
   * @throws ValidationError that lists everything that is wrong with the grant
   */
  grantAllScopes(clientId: string, options?: ClientGrantOptions): IClientGrant;

  /**
   * Lets every third-party application that has no grant of its own ask for some scopes, such as those that register
   * themselves. Most of those act for users: give `subjectType: SubjectType.USER`.
   *
   * Not for Auth0's own APIs.
   *
   * @param scopes the most that it can get; may be empty
   * @returns the grant, a child of this API
   * @throws ValidationError that lists everything that is wrong with the grant
   */
  grantThirdPartyClients(scopes: string[], options?: ClientGrantOptions): IClientGrant;
}
