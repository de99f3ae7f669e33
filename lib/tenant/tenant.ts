import type { SourceResource } from './source';
import type { ResourceServerConfig } from '../schema/resource-server';
import type { SystemApi } from '../schema/system-apis';
import type { Value } from '../schema/value';

/** Something that a definition says, and where it says so. */
export interface Declaration {
  readonly resource: SourceResource;
  /** The name of its stack. */
  readonly stack: string;
  /** What it is called in messages: the path of its construct, or its address. */
  readonly title: string;
}

/** An API: defined, looked up or only described. */
export interface Api extends Declaration {
  readonly kind: 'defined' | 'looked up' | 'described';
  /**
   * The identifier. Where it is a reference, its text: `${var.api}`, which is the same for everything that refers to
   * the API.
   */
  readonly identifier: Value<string>;
  /** The same for everything that refers to the API; the identifier where that is a literal. */
  readonly key: Value<string>;
  readonly name: Value<string>;
  /** Which of Auth0's own APIs it is, where it is one. */
  readonly system?: SystemApi;
  readonly enforcePolicies: Value<boolean>;
  readonly authorizationDetails: ResourceServerConfig['authorization_details'];
  /**
   * The names of all its scopes; nothing where they are not known, or where none are declared. A scope whose name is
   * not known makes the whole list unknown.
   */
  readonly scopes?: ReadonlySet<string>;
  /** The policy for a subject, as it is written. */
  policyFor(subject: Subject): Value<string>;
}

/** For whom tokens are issued. */
export type Subject = 'client' | 'user' | 'anonymous_user';

/** How something refers to an API. */
export interface ApiReference {
  /** The same for everything that refers to the API; its identifier where that is known. */
  readonly key: Value<string>;
  /** The API, where it is in the definition. */
  readonly api?: Api;
  /** Whether the id of the API was given, where its identifier is wanted. */
  readonly byId: boolean;
}

/** One `auth0_resource_server_scopes`, which owns all scopes of its API. */
export interface ScopeList extends Declaration {
  readonly api: ApiReference;
  readonly scopes: Value<ReadonlyArray<Scope>>;
}

/** One `auth0_resource_server_scope`. */
export interface SingleScope extends Declaration, Scope {
  readonly api: ApiReference;
}

export interface Scope {
  readonly name: Value<string>;
  readonly description: Value<string>;
}

/** An application: `auth0_client`, `auth0_client_cimd`, or one that is looked up. */
export interface Client extends Declaration {
  readonly kind: 'defined' | 'cimd' | 'looked up';
  readonly name: Value<string>;
  readonly clientId: Value<string>;
  /** The address of its metadata, where it describes itself there (CIMD). */
  readonly externalId: Value<string>;
  readonly isFirstParty: Value<boolean>;
  readonly thirdPartySecurityMode: Value<string>;
  readonly appType: Value<string>;
  readonly grantTypes: Value<ReadonlyArray<Value<string>>>;
  /** Whether its users come with an organization. */
  readonly organizationUsage: Value<string>;
  /** The API that it stands for, where it is the application of an API. */
  readonly ownApi?: ApiReference;
  /** Whether it can exchange a user's token for its API into one for another API. */
  readonly exchangesOnBehalfOf: Value<boolean>;
}

/** How something refers to an application. */
export interface ClientReference {
  /** The same for everything that refers to the application; its client id where that is known. */
  readonly key: Value<string>;
  /** The application, where it is in the definition. */
  readonly client?: Client;
}

/** One `auth0_client_credentials`: how an application proves who it is. */
export interface Credentials extends Declaration {
  readonly client: ClientReference;
  readonly authenticationMethod: Value<string>;
}

/** One `auth0_client_grant`. */
export interface Grant extends Declaration {
  readonly api: ApiReference;
  /** The application; nothing for a default grant. */
  readonly client?: ClientReference;
  /** The applications that it is the default for. */
  readonly defaultFor: Value<string>;
  readonly subject: Value<string>;
  /** The names of the scopes; not known where the list is not, empty where there is none. */
  readonly scopes: Value<ReadonlyArray<Value<string>>>;
  readonly allowAllScopes: Value<boolean>;
  readonly organizationUsage: Value<string>;
  readonly allowAnyOrganization: Value<boolean>;
  readonly authorizationDetailsTypes: Value<ReadonlyArray<Value<string>>>;
  /** Everything beyond whom it is for: two grants say the same where this is equal. */
  readonly definition: string;
}

/** An organization with which a grant may be used. */
export interface OrganizationGrant extends Declaration {
  /** What the organization is called in messages. */
  readonly organization: string;
  /** The grant, where it is in the definition. */
  readonly grant?: Grant;
}

/** The applications that an organization has. */
export interface OrganizationClient extends Declaration {
  /** What the organization is called in messages. */
  readonly organization: string;
  readonly clients: ReadonlyArray<{ readonly client: ClientReference; readonly isForMembers: Value<boolean> }>;
}

/** A role, defined or looked up. */
export interface Role extends Declaration {
  readonly kind: 'defined' | 'looked up';
  readonly name: Value<string>;
  readonly roleId: Value<string>;
}

/** How something refers to a role. */
export interface RoleReference {
  readonly key: Value<string>;
  readonly role?: Role;
}

/** One `auth0_role_permissions`, which owns all permissions of its role, or one `auth0_role_permission`. */
export interface Permissions extends Declaration {
  readonly isWhole: boolean;
  readonly role: RoleReference;
  /** Not known where the list is not. */
  readonly permissions: Value<ReadonlyArray<Permission>>;
}

/** A scope of an API that a role has. */
export interface Permission {
  readonly name: Value<string>;
  readonly api: ApiReference;
}

/** What a definition says about access to APIs, from whatever source. */
export interface Tenant {
  readonly apis: readonly Api[];
  readonly scopeLists: readonly ScopeList[];
  readonly singleScopes: readonly SingleScope[];
  readonly clients: readonly Client[];
  readonly credentials: readonly Credentials[];
  readonly grants: readonly Grant[];
  readonly organizationGrants: readonly OrganizationGrant[];
  readonly organizationClients: readonly OrganizationClient[];
  readonly roles: readonly Role[];
  readonly permissionLists: readonly Permissions[];
  readonly singlePermissions: readonly Permissions[];
}
