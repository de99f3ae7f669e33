import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { ClientGrant, ClientGrantProps, NO_SCOPES } from './client-grant';
import { ClientGrantOptions, DefaultFor, SubjectType } from './client-grant-options';
import { grantId } from './grant-id';
import type { IClientGrant } from './i-client-grant';
import type { IResourceServer } from './i-resource-server';
import { followInstances } from '../framework/instances';
import { rejectAfterSynth } from '../framework/synthesis';
import { apiInfoOf } from '../synth/api-info';
import { META_ARGUMENTS } from '../validation/convert';
import { guarded } from '../validation/guarded';
import { moveFrom } from '../validation/moved-from';
import { optionNames, optionsOf } from '../validation/options';
import { displayName } from '../validation/validate';

const GRANT_OPTIONS = optionNames(
  'subjectType', 'organizationUsage', 'allowAnyOrganization', 'authorizationDetailsTypes', 'safeDefaults', ...META_ARGUMENTS,
);

/**
 * The base class of all APIs, defined here or elsewhere.
 * @internal
 */
export abstract class ResourceServerBase extends Construct implements IResourceServer {
  public abstract readonly identifier: string;
  public abstract readonly resourceServerId: string;
  public abstract readonly audience: string;

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
  public grant(clientId: string, scopes: string[], options: ClientGrantOptions = {}): IClientGrant {
    rejectAfterSynth(this, 'grant');
    return this.#createGrant(clientId, options, { clientId, scopes: scopes ?? NO_SCOPES });
  }

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
  public grantAllScopes(clientId: string, options: ClientGrantOptions = {}): IClientGrant {
    rejectAfterSynth(this, 'grantAllScopes');
    return this.#createGrant(clientId, options, { clientId, allowAllScopes: true });
  }

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
  public grantThirdPartyClients(scopes: string[], options: ClientGrantOptions = {}): IClientGrant {
    rejectAfterSynth(this, 'grantThirdPartyClients');
    const defaultFor = DefaultFor.THIRD_PARTY_CLIENTS;
    return this.#createGrant(defaultFor, options, { defaultFor, scopes: scopes ?? NO_SCOPES }, SubjectType.USER);
  }

  /**
   * Keeps the resources of this API when its construct id has changed: writes `moved` blocks for all its parts.
   *
   * Terraform would destroy and create them otherwise. After the apply, the call can be deleted. Call it once more for
   * an older id, after the newer one.
   *
   * @param oldId the id in the same scope; or, with a slash, the path below the stack: `Shop/Orders`, `/Orders`
   */
  public movedFrom(oldId: string): void {
    moveFrom(this, 'ResourceServer', oldId);
  }

  #createGrant(application: string, options: ClientGrantOptions, own: Partial<ClientGrantProps>, usual?: SubjectType): IClientGrant {
    const name = displayName('ResourceServer', this.node.scope!, this.node.id);
    const given = optionsOf(name, options, GRANT_OPTIONS);
    const subjectType = given.subjectType ?? usual;
    const id = guarded(name, 'clientId', () => grantId(this, application, subjectType));
    const safeDefaults = given.safeDefaults ?? apiInfoOf(this)?.safeDefaults;
    return grantBelow(this, id, { ...given, ...own, subjectType, safeDefaults, resourceServer: this });
  }
}

/** Creates a grant below its API. It has the instances of the API, if the API is defined here and has any. */
function grantBelow(api: IResourceServer, id: string, props: ClientGrantProps): IClientGrant {
  const grant = new ClientGrant(api, id, props);
  const l1 = api.node.defaultChild;
  if (TerraformResource.isTerraformResource(l1)) {
    followInstances(grant.resource, l1);
  }
  return grant;
}
