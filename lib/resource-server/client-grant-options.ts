import type { IResolvable, ITerraformDependable, TerraformProvider, TerraformResourceLifecycle } from 'cdktf';

/** The applications that a default grant applies to. */
export enum DefaultFor {
  /** Every third-party application without its own grant. */
  THIRD_PARTY_CLIENTS = 'third_party_clients',
}

/** On whose behalf access tokens are issued. */
export enum SubjectType {
  /** On behalf of the application itself (client credentials). */
  CLIENT = 'client',

  /**
   * On behalf of a user. With `enforcePolicies`, a user gets only the scopes of their roles, and none without a role.
   */
  USER = 'user',

  /** In an anonymous session, before a user has signed in. Needs provider 1.58 or newer. Early access in Auth0. */
  ANONYMOUS_USER = 'anonymous_user',
}

/** Whether an application uses client credentials with an organization. */
export enum OrganizationUsage {
  /** The application can request access tokens with or without an organization. */
  ALLOW = 'allow',

  /** The application cannot request access tokens for an organization. Auth0's default. */
  DENY = 'deny',

  /** The application must name an organization in each request. */
  REQUIRE = 'require',
}

/** Options of a grant, in addition to the API, the application and the scopes. */
export interface ClientGrantOptions {
  /**
   * On whose behalf the access tokens are issued.
   *
   * It cannot be changed: a different type replaces the grant. An application can have one grant for each type.
   *
   * @default SubjectType.CLIENT; SubjectType.USER for grantThirdPartyClients
   */
  readonly subjectType?: SubjectType;

  /**
   * Whether the application uses client credentials with an organization. No effect for `SubjectType.USER`, according
   * to Auth0's documentation.
   *
   * @default - OrganizationUsage.DENY for clients; not written for users, default grants and Auth0's own APIs
   */
  readonly organizationUsage?: OrganizationUsage;

  /**
   * Whether the application can use every organization. Only for trusted applications, never for third-party ones.
   *
   * No effect unless `organizationUsage` is `ALLOW` or `REQUIRE`.
   *
   * @default - false for clients; not written for users, default grants and Auth0's own APIs
   */
  readonly allowAnyOrganization?: boolean | IResolvable;

  /**
   * The types of rich authorization requests that the application can make: each 1 to 255 characters.
   *
   * Only with `SubjectType.USER`.
   *
   * @default - none for users; not written for others and for Auth0's own APIs
   */
  readonly authorizationDetailsTypes?: string[];

  /**
   * Whether an option that you leave out is switched off.
   *
   * Auth0 keeps an option that is not written. With safe defaults, an option that you delete from the code is switched
   * off at the next apply. With `false`, only the options that you set are written.
   *
   * @default - that of the API that makes the grant; true for a ClientGrant of its own
   */
  readonly safeDefaults?: boolean;

  /**
   * The provider to use.
   *
   * @default - the provider of the API
   */
  readonly provider?: TerraformProvider;

  /**
   * The lifecycle settings of the grant.
   *
   * The names in `ignoreChanges` are those of Terraform: `organization_usage`.
   *
   * @default - Terraform's defaults
   */
  readonly lifecycle?: TerraformResourceLifecycle;

  /**
   * Resources that must exist before the grant, in addition to the API and its scopes.
   *
   * @default - the API and its scopes
   */
  readonly dependsOn?: ITerraformDependable[];
}
