/**
 * Which applications can request access tokens on behalf of a user.
 *
 * @see https://auth0.com/docs/get-started/apis/api-access-policies-for-applications
 */
export enum UserPolicy {
  /** Every first-party application of the tenant. Auth0's default without a policy; Auth0 does not recommend it. */
  ALLOW_ALL = 'allow_all',

  /** No application, even with a client grant. */
  DENY_ALL = 'deny_all',

  /** Applications that have a client grant for this API. */
  REQUIRE_CLIENT_GRANT = 'require_client_grant',
}

/**
 * Which applications can request access tokens on their own behalf.
 *
 * @see https://auth0.com/docs/get-started/apis/api-access-policies-for-applications
 */
export enum ClientPolicy {
  /** No application, even with a client grant. */
  DENY_ALL = 'deny_all',

  /** Applications that have a client grant for this API. */
  REQUIRE_CLIENT_GRANT = 'require_client_grant',
}

/**
 * Which applications can request access tokens in an anonymous session, before a user has signed in.
 *
 * Needs provider 1.58 or newer. Early access in Auth0.
 *
 * @see https://auth0.com/docs/manage-users/sessions/anonymous-sessions/configure-anonymous-sessions
 */
export enum AnonymousUserPolicy {
  /** No application, even with a client grant. */
  DENY_ALL = 'deny_all',

  /** Applications that have a client grant for this API. */
  REQUIRE_CLIENT_GRANT = 'require_client_grant',
}

/** The access policies of an API: which applications can request access tokens for it. */
export interface SubjectTypeAuthorization {
  /**
   * The policy for access tokens on behalf of a user.
   *
   * @default UserPolicy.REQUIRE_CLIENT_GRANT
   */
  readonly user?: UserPolicy;

  /**
   * The policy for access tokens on an application's own behalf (client credentials).
   *
   * @default ClientPolicy.REQUIRE_CLIENT_GRANT
   */
  readonly client?: ClientPolicy;

  /**
   * The policy for access tokens in an anonymous session. Needs provider 1.58 or newer. Early access in Auth0.
   *
   * @default - not written: Auth0 keeps the policy of an existing API, and denies all on a new API
   */
  readonly anonymousUser?: AnonymousUserPolicy;
}
