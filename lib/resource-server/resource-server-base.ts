import { Construct } from 'constructs';
import { ClientGrant } from './client-grant';
import { ClientGrantOptions, DefaultFor } from './client-grant-options';
import { grantId } from './grant-id';
import type { IClientGrant } from './i-client-grant';
import type { IResourceServer } from './i-resource-server';

/**
 * What every API can do, wherever it is defined.
 * @internal
 */
export abstract class ResourceServerBase extends Construct implements IResourceServer {
  public abstract readonly identifier: string;
  public abstract readonly resourceServerId: string;
  public abstract readonly audience: string;

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
  public grant(clientId: string, scopes: string[], options: ClientGrantOptions = {}): IClientGrant {
    const id = grantId(this, clientId, options?.subjectType);
    return new ClientGrant(this, id, { ...options, resourceServer: this, clientId, scopes });
  }

  /**
   * Lets an application ask for every scope, also those that are added later.
   *
   * Prefer `grant`: an application should get what it needs. Not for Auth0's own APIs. Early access in Auth0.
   *
   * @param clientId the application
   * @returns the grant, a child of this API
   * @throws ValidationError that lists everything that is wrong with the grant
   */
  public grantAllScopes(clientId: string, options: ClientGrantOptions = {}): IClientGrant {
    const id = grantId(this, clientId, options?.subjectType);
    return new ClientGrant(this, id, { ...options, resourceServer: this, clientId, allowAllScopes: true });
  }

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
  public grantThirdPartyClients(scopes: string[], options: ClientGrantOptions = {}): IClientGrant {
    const defaultFor = DefaultFor.THIRD_PARTY_CLIENTS;
    const id = grantId(this, defaultFor, options?.subjectType);
    return new ClientGrant(this, id, { ...options, resourceServer: this, defaultFor, scopes });
  }
}
