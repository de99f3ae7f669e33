import type { SourceResource } from './source';
import type { ResourceServerConfig } from '../schema/resource-server';
import type { SystemApi } from '../schema/system-apis';
import type { Value } from '../schema/value';

/** A part of a definition, with the resource that declares it. */
export interface Declaration {
  readonly resource: SourceResource;
  /** The name of its stack. */
  readonly stack: string;
  /** The name in messages: the path of its construct, or its address. */
  readonly title: string;
  /** The domain of its provider, as it is written. Undefined if it is not written, or not known to the source. */
  readonly domain: Value<string>;
  /** The resources that it waits for by `depends_on`, also through others. */
  readonly dependencies: readonly SourceResource[];
}

/** An API: defined, looked up by a data source, or imported by its attributes. */
export interface Api extends Declaration {
  readonly kind: 'defined' | 'looked up' | 'imported';
  /**
   * The identifier. If only Terraform knows it, the text of the reference: `${var.api}`.
   */
  readonly identifier: Value<string>;
  /** A key that is equal for everything that refers to the API: the identifier, if it is a literal. */
  readonly key: Value<string>;
  readonly name: Value<string>;
  /** The API of Auth0 itself, such as the Management API, if it is one. */
  readonly system?: SystemApi;
  readonly enforcePolicies: Value<boolean>;
  readonly authorizationDetails: ResourceServerConfig['authorization_details'];
  /**
   * The names of all its scopes; undefined if none are declared, or if only Terraform knows one of the names.
   */
  readonly scopes?: ReadonlySet<string>;
  /** The resources that its identifier refers to. */
  readonly through: readonly SourceResource[];
  /** Returns the policy for a subject; undefined if it is not set. */
  policyFor(subject: Subject): Value<string>;
}

/** The subject type of Auth0: tokens are for the application itself, for its users, or for anonymous users. */
export type Subject = 'client' | 'user' | 'anonymous_user';

/** A reference to an API. */
export interface ApiReference {
  /** A key that is equal for everything that refers to the API: its identifier, if that is known. */
  readonly key: Value<string>;
  /** The API, if the definition declares it. */
  readonly api?: Api;
  /** The API of Auth0's, if it is one of them. */
  readonly system?: SystemApi;
  /** True if the reference gives the id of the API by mistake: Auth0 needs its identifier. */
  readonly byId: boolean;
  /** The resources that it leads through, so that Terraform creates them first. */
  readonly through: readonly SourceResource[];
}

/** An `auth0_resource_server_scopes`. It owns all scopes of its API. */
export interface ScopeList extends Declaration {
  readonly api: ApiReference;
  readonly scopes: Value<ReadonlyArray<Scope>>;
}

/** An `auth0_resource_server_scope`. It adds one scope to its API. */
export interface SingleScope extends Declaration, Scope {
  readonly api: ApiReference;
}

/** A scope of an API. */
export interface Scope {
  readonly name: Value<string>;
  readonly description: Value<string>;
}

/** An application: an `auth0_client`, an `auth0_client_cimd`, or one that a data source looks up. */
export interface Client extends Declaration {
  readonly kind: 'defined' | 'cimd' | 'looked up';
  readonly name: Value<string>;
  readonly clientId: Value<string>;
  /** The URL of its client ID metadata document (CIMD), if it has one. */
  readonly externalId: Value<string>;
  readonly isFirstParty: Value<boolean>;
  readonly thirdPartySecurityMode: Value<string>;
  readonly appType: Value<string>;
  readonly grantTypes: Value<ReadonlyArray<Value<string>>>;
  /** The value of `organization_usage`: whether users log in with an organization. */
  readonly organizationUsage: Value<string>;
  /** The API that it is linked to by `resource_server_identifier`. */
  readonly linkedApi?: ApiReference;
  /** True if it can exchange a user's token for its linked API for a token for another API (on-behalf-of). */
  readonly exchangesOnBehalfOf: Value<boolean>;
}

/** A reference to an application. */
export interface ClientReference {
  /** A key that is equal for everything that refers to the application: its client id, if that is known. */
  readonly key: Value<string>;
  /** The application, if the definition declares it. */
  readonly client?: Client;
}

/** An `auth0_client_credentials`: how an application authenticates. */
export interface Credentials extends Declaration {
  readonly client: ClientReference;
  readonly authenticationMethod: Value<string>;
}

/** An `auth0_tenant`. */
export interface TenantSettings extends Declaration {
  /** The API for requests without an audience. */
  readonly defaultApi?: ApiReference;
  /** The flag with which applications can register themselves. */
  readonly hasDynamicRegistration: Value<boolean>;
}

/** An `auth0_client_grant`. */
export interface Grant extends Declaration {
  readonly api: ApiReference;
  /** The application; undefined for a default grant. */
  readonly client?: ClientReference;
  /** The value of `default_for`: the applications that the default grant is for. */
  readonly defaultFor: Value<string>;
  readonly subject: Value<string>;
  /** The names of the scopes; empty if they are not set. */
  readonly scopes: Value<ReadonlyArray<Value<string>>>;
  readonly allowAllScopes: Value<boolean>;
  readonly organizationUsage: Value<string>;
  readonly allowAnyOrganization: Value<boolean>;
  readonly authorizationDetailsTypes: Value<ReadonlyArray<Value<string>>>;
  /** A text of what the grant allows. Two grants with equal text allow the same. */
  readonly definition: string;
}

/** An `auth0_organization_client_grant`: an organization that a grant may be used with. */
export interface OrganizationGrant extends Declaration {
  /** The name of the organization in messages. */
  readonly organization: string;
  /** The grant, if the definition declares it. */
  readonly grant?: Grant;
}

/** An `auth0_organization_client` or `auth0_organization_clients`: the applications that an organization has. */
export interface OrganizationClient extends Declaration {
  /** The name of the organization in messages. */
  readonly organization: string;
  readonly clients: ReadonlyArray<{ readonly client: ClientReference; readonly isForMembers: Value<boolean> }>;
}

/** A role, defined or looked up by a data source. */
export interface Role extends Declaration {
  readonly kind: 'defined' | 'looked up';
  readonly name: Value<string>;
  readonly roleId: Value<string>;
  /** `tenant` if it is not written. */
  readonly type: Value<string>;
  /** The organization that owns it, '' if there is none. Equal for equal references. */
  readonly owner: Value<string>;
  /** The resources that its name refers to. */
  readonly through: readonly SourceResource[];
}

/** A reference to a role. */
export interface RoleReference {
  readonly key: Value<string>;
  readonly role?: Role;
}

/** An `auth0_role_permissions` or an `auth0_role_permission`. */
export interface Permissions extends Declaration {
  /** True for an `auth0_role_permissions`, which owns all permissions of its role. */
  readonly isComplete: boolean;
  readonly role: RoleReference;
  readonly permissions: Value<ReadonlyArray<Permission>>;
}

/** A scope of an API that a role has as a permission. */
export interface Permission {
  readonly name: Value<string>;
  readonly api: ApiReference;
}

/** What a user or a member of an organization gets. */
export interface Assignment extends Declaration {
  readonly roles: readonly RoleReference[];
  readonly permissions: readonly Permission[];
}

/** The parts of a definition that decide about access to APIs, from any kind of source. */
export interface Tenant {
  readonly apis: readonly Api[];
  readonly scopeLists: readonly ScopeList[];
  readonly singleScopes: readonly SingleScope[];
  readonly clients: readonly Client[];
  readonly credentials: readonly Credentials[];
  readonly tenantSettings: readonly TenantSettings[];
  readonly grants: readonly Grant[];
  readonly organizationGrants: readonly OrganizationGrant[];
  readonly organizationClients: readonly OrganizationClient[];
  readonly roles: readonly Role[];
  readonly permissionLists: readonly Permissions[];
  readonly singlePermissions: readonly Permissions[];
  readonly assignments: readonly Assignment[];
}
