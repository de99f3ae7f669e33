/**
 * Which applications may ask for tokens on behalf of a user.
 *
 * @see https://auth0.com/docs/get-started/apis/api-access-policies-for-applications
 */
export enum UserPolicy {
  /** Any first-party application of the tenant; what Auth0 does without a policy, but does not recommend. */
  ALLOW_ALL = 'allow_all',

  /** None, whatever their grants. */
  DENY_ALL = 'deny_all',

  /** Those that have a client grant for this API. */
  REQUIRE_CLIENT_GRANT = 'require_client_grant',
}

/**
 * Which applications may ask for tokens on their own behalf.
 *
 * @see https://auth0.com/docs/get-started/apis/api-access-policies-for-applications
 */
export enum ClientPolicy {
  /** None, whatever their grants. */
  DENY_ALL = 'deny_all',

  /** Those that have a client grant for this API. */
  REQUIRE_CLIENT_GRANT = 'require_client_grant',
}

/**
 * Which applications may ask for tokens in an anonymous session, before anyone has signed in.
 *
 * Needs provider 1.58 or newer; early access in Auth0.
 *
 * @see https://auth0.com/docs/manage-users/sessions/anonymous-sessions/configure-anonymous-sessions
 */
export enum AnonymousUserPolicy {
  /** None, whatever their grants. */
  DENY_ALL = 'deny_all',

  /** Those that have a client grant for this API. */
  REQUIRE_CLIENT_GRANT = 'require_client_grant',
}

/** Who may ask for tokens for an API. */
export interface SubjectTypeAuthorization {
  /**
   * On behalf of a user.
   *
   * @default UserPolicy.REQUIRE_CLIENT_GRANT
   */
  readonly user?: UserPolicy;

  /**
   * On an application's own behalf, with client credentials.
   *
   * @default ClientPolicy.REQUIRE_CLIENT_GRANT
   */
  readonly client?: ClientPolicy;

  /**
   * In an anonymous session. Needs provider 1.58 or newer; early access in Auth0.
   *
   * @default - not written: Auth0 keeps what it has, and denies all on a new API
   */
  readonly anonymousUser?: AnonymousUserPolicy;
}
