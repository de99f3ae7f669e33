import type { IResolvable, ITerraformDependable, TerraformProvider, TerraformResourceLifecycle } from 'cdktf';

/** Whom a grant concerns that names no application. */
export enum DefaultFor {
  /** Every third-party application that has no grant of its own. */
  THIRD_PARTY_CLIENTS = 'third_party_clients',
}

/** On whose behalf tokens are issued. */
export enum SubjectType {
  /** An application's own (client credentials). */
  CLIENT = 'client',

  /** A user's. With `enforcePolicies`, they get the scopes of their roles, and none without a role. */
  USER = 'user',

  /** Nobody's yet: an anonymous session. Needs provider 1.58 or newer; early access in Auth0. */
  ANONYMOUS_USER = 'anonymous_user',
}

/** Whether client credentials are used with an organization. */
export enum OrganizationUsage {
  /** They may be. */
  ALLOW = 'allow',

  /** They must not be; what Auth0 does where nothing is said. */
  DENY = 'deny',

  /** They must be. */
  REQUIRE = 'require',
}

/** What a grant says beyond the API, the application and the scopes. */
export interface ClientGrantOptions {
  /**
   * On whose behalf the tokens are issued. It cannot be changed: another one replaces the grant. An application can
   * have one grant of each.
   *
   * @default - not written: SubjectType.CLIENT for a new grant
   */
  readonly subjectType?: SubjectType;

  /**
   * Whether client credentials are used with an organization; documented to have no effect for users.
   *
   * @default - not written: OrganizationUsage.DENY for a new grant
   */
  readonly organizationUsage?: OrganizationUsage;

  /**
   * Whether any organization will do. For trusted applications only; not for third-party ones. Without effect unless
   * `organizationUsage` allows or requires organizations.
   *
   * @default - not written: false for a new grant
   */
  readonly allowAnyOrganization?: boolean | IResolvable;

  /**
   * The types of rich authorization requests that the application may make, each 1 to 255 characters. Only with
   * `SubjectType.USER`.
   *
   * @default - not written
   */
  readonly authorizationDetailsTypes?: string[];

  /**
   * The provider to use.
   *
   * @default - the stack's only provider of Auth0
   */
  readonly provider?: TerraformProvider;

  /**
   * The lifecycle of the grant.
   *
   * @default - Terraform's
   */
  readonly lifecycle?: TerraformResourceLifecycle;

  /**
   * What must exist before the grant. The API and its scopes do anyway.
   *
   * @default - the API and its scopes
   */
  readonly dependsOn?: ITerraformDependable[];
}
