import { DeclaredResource, titleOf } from './declarations';
import type { ApiReference, Client, ClientReference, Credentials, Grant, OrganizationClient, OrganizationGrant, TenantSettings } from './tenant';
import { blockOf, blocksOf, flagOf, isMissing, literals, memberOf } from './values';
import { UNKNOWN, Value } from '../schema/value';

/** An `auth0_client`, an `auth0_client_cimd` or a data source for one. */
export class DeclaredClient extends DeclaredResource implements Client {
  public get kind(): Client['kind'] {
    const { type } = this.resource;
    return type === 'auth0_client_cimd' ? 'cimd' : type.startsWith('data.') ? 'looked up' : 'defined';
  }

  public get name(): Value<string> {
    return this.literal('name');
  }

  public get clientId(): Value<string> {
    return this.literal('client_id');
  }

  public get externalId(): Value<string> {
    return this.literal('external_client_id');
  }

  public get isFirstParty(): Value<boolean> {
    return this.flag('is_first_party');
  }

  public get thirdPartySecurityMode(): Value<string> {
    return this.literal('third_party_security_mode');
  }

  public get appType(): Value<string> {
    return this.literal('app_type');
  }

  public get grantTypes(): Value<ReadonlyArray<Value<string>>> {
    return literals(this.resource.get('grant_types'));
  }

  public get organizationUsage(): Value<string> {
    return this.literal('organization_usage');
  }

  public get linkedApi(): ApiReference | undefined {
    const identifier = this.resource.get('resource_server_identifier');
    return isMissing(identifier) ? undefined : this.lookup.apiReference(identifier, this);
  }

  public get exchangesOnBehalfOf(): Value<boolean> {
    const exchange = blockOf(this.resource.get('token_exchange'));
    const profiles = literals(memberOf(exchange, 'allow_any_profile_of_type'));
    return exchange === UNKNOWN || profiles === UNKNOWN ? UNKNOWN : !!profiles?.includes('on_behalf_of_token_exchange');
  }
}

/** An `auth0_client_credentials`: how an application authenticates. */
export class DeclaredCredentials extends DeclaredResource implements Credentials {
  private reference?: ClientReference;

  public get client(): ClientReference {
    return (this.reference ??= this.lookup.clientReference(this.resource.get('client_id'), this));
  }

  public get authenticationMethod(): Value<string> {
    return this.literal('authentication_method');
  }
}

/** An `auth0_tenant`. */
export class DeclaredTenantSettings extends DeclaredResource implements TenantSettings {
  public get defaultApi(): ApiReference | undefined {
    const identifier = this.resource.get('default_audience');
    return isMissing(identifier) ? undefined : this.lookup.apiReference(identifier, this);
  }

  public get hasDynamicRegistration(): Value<boolean> {
    const flags = blockOf(this.resource.get('flags'));
    return flags === UNKNOWN ? UNKNOWN : flagOf(memberOf(flags, 'enable_dynamic_client_registration'));
  }
}

/** A resource that belongs to an organization. */
abstract class ResourceOfOrganization extends DeclaredResource {
  /** The name of the organization in messages: the path of its construct, its address or its id. */
  public get organization(): string {
    const { text, steps } = this.followed('organization_id');
    const found = steps.find(({ resource }) => resource.type.endsWith('auth0_organization'));
    return found ? titleOf(found.resource) : typeof text === 'string' ? text : 'an organization that only Terraform knows';
  }
}

/** An `auth0_organization_client_grant`: an organization that a grant may be used with. */
export class DeclaredOrganizationGrant extends ResourceOfOrganization implements OrganizationGrant {
  public get grant(): Grant | undefined {
    return this.lookup.grantReference(this.resource.get('grant_id'), this);
  }
}

/** An `auth0_organization_client`, or an `auth0_organization_clients` with several applications. */
export class DeclaredOrganizationClients extends ResourceOfOrganization implements OrganizationClient {
  public get clients(): OrganizationClient['clients'] {
    const one = (id: unknown, isForMembers: unknown): OrganizationClient['clients'][number] => ({ client: this.lookup.clientReference(id, this), isForMembers: flagOf(isForMembers) });
    if (this.resource.type === 'auth0_organization_client') {
      return [one(this.resource.get('client_id'), this.resource.get('use_for_member_access'))];
    }
    const blocks = blocksOf(this.resource.get('clients'));
    return blocks === undefined || blocks === UNKNOWN
      ? []
      : blocks.map((block) => one(memberOf(block, 'client_id'), memberOf(block, 'use_for_member_access')));
  }
}
