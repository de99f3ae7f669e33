import type { IResolvable, ITerraformDependable, TerraformProvider, TerraformResourceLifecycle } from 'cdktf';
import type { AuthorizationDetails } from '../values/authorization-details';
import type { ConsentPolicy } from '../values/consent-policy';
import type { Duration } from '../values/duration';
import type { ProofOfPossession } from '../values/proof-of-possession';
import type { SigningAlg } from '../values/signing-alg';
import type { SigningSecret } from '../values/signing-secret';
import type { SubjectTypeAuthorization } from '../values/subject-type-authorization';
import type { TokenDialect } from '../values/token-dialect';
import type { TokenEncryption } from '../values/token-encryption';

/**
 * An API of Auth0's.
 *
 * The defaults are those of `safeDefaults: true`; without them, nothing is written that is not given.
 */
export interface ResourceServerProps {
  /**
   * The audience that tokens for this API carry: 1 to 600 characters, often a URL, which need not exist.
   *
   * It cannot be changed: another identifier replaces the API, its scopes and its grants. `https://a` and `https://a/`
   * are two APIs.
   */
  readonly identifier: string;

  /**
   * The name in Auth0's dashboard: 1 to 200 characters, no `<` or `>`.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * The permissions of this API, name to description; at most 1000, names of 1 to 280 characters, descriptions of at
   * most 500.
   *
   * They become one `auth0_resource_server_scopes`, which owns the whole list: scopes that are not in it are removed
   * from the API. Without any scopes there is no such resource, and the scopes of an API that exists stay.
   *
   * @default - none, and none are touched
   */
  readonly scopes?: Record<string, string>;

  /**
   * The algorithm that tokens are signed with.
   *
   * @default SigningAlg.RS256
   */
  readonly signingAlg?: SigningAlg;

  /**
   * The secret for HS256, at least 16 characters; without effect for other algorithms.
   *
   * @default - Auth0 makes one up for HS256
   */
  readonly signingSecret?: SigningSecret;

  /**
   * The shape of tokens.
   *
   * @default - TokenDialect.RFC9068_PROFILE_AUTHZ; TokenDialect.RFC9068_PROFILE where `enforcePolicies` is false; not
   * written where it is a token
   */
  readonly tokenDialect?: TokenDialect;

  /**
   * Whether roles and permissions are evaluated (RBAC): a user gets the scopes of their roles, and no others.
   *
   * Without it, an application can ask for every scope of this API on behalf of every user.
   *
   * @default true
   */
  readonly enforcePolicies?: boolean | IResolvable;

  /**
   * How long a token from the token endpoint is valid: whole seconds, at most 30 days.
   *
   * @default - 1 hour, or `tokenLifetimeForWeb` where that is longer; 10 minutes for the My Account API
   */
  readonly tokenLifetime?: Duration;

  /**
   * How long a token from the implicit or hybrid flow is valid: whole seconds, not longer than `tokenLifetime`.
   *
   * @default - the lesser of `tokenLifetime` and 1 hour; not written where `tokenLifetime` is a token
   */
  readonly tokenLifetimeForWeb?: Duration;

  /**
   * How long a token from an anonymous session is valid: whole seconds, 1 to 30 days.
   *
   * Needs provider 1.58 or newer; early access in Auth0.
   *
   * @default - not written
   */
  readonly tokenLifetimeForAnonymousAccessTokens?: Duration;

  /**
   * Whether applications can ask for refresh tokens (`offline_access`).
   *
   * @default false
   */
  readonly allowOfflineAccess?: boolean | IResolvable;

  /**
   * Whether applications can ask for refresh tokens that are bound to the session (`online_access`). Public
   * applications need DPoP for it.
   *
   * Early access in Auth0.
   *
   * @default - not written
   */
  readonly allowOnlineAccess?: boolean | IResolvable;

  /**
   * Whether those are issued in ephemeral sessions, too. Without effect unless `allowOnlineAccess` is true.
   *
   * Early access in Auth0.
   *
   * @default - not written
   */
  readonly allowOnlineAccessWithEphemeralSessions?: boolean | IResolvable;

  /**
   * Whether users of first-party applications are not asked for consent.
   *
   * @default false
   */
  readonly skipConsentForVerifiableFirstPartyClients?: boolean | IResolvable;

  /**
   * How users consent to a rich authorization request. Concerns APIs with `authorizationDetails` only.
   *
   * @default ConsentPolicy.NONE
   */
  readonly consentPolicy?: ConsentPolicy;

  /**
   * The URL of the keys that verify a JWT of this API's, for token introspection.
   *
   * `''` clears one that was set before; leaving it out then gives a plan that never settles.
   *
   * @default - not written
   */
  readonly verificationLocation?: string;

  /**
   * The types of rich authorization requests that this API understands.
   *
   * @default AuthorizationDetails.disabled()
   */
  readonly authorizationDetails?: AuthorizationDetails;

  /**
   * Encryption of tokens.
   *
   * @default TokenEncryption.disabled()
   */
  readonly tokenEncryption?: TokenEncryption;

  /**
   * Binding of tokens to the application that asked for them.
   *
   * @default ProofOfPossession.disabled()
   */
  readonly proofOfPossession?: ProofOfPossession;

  /**
   * Which applications may ask for tokens.
   *
   * @default - those with a client grant, on behalf of users and on their own
   */
  readonly subjectTypeAuthorization?: SubjectTypeAuthorization;

  /**
   * The id of an authorization policy: 1 to 1024 characters. Early access in Auth0, for the My Account API.
   *
   * The provider cannot take a policy away again.
   *
   * @default - not written
   */
  readonly authorizationPolicyId?: string;

  /**
   * Claims of tokens from anonymous sessions, claim name to expression (`anonymous_session.metadata.country`); at most
   * 20, each of 1 to 255 characters.
   *
   * Needs provider 1.58 or newer; early access in Auth0.
   *
   * @default - none
   */
  readonly customClaims?: Record<string, string>;

  /**
   * Whether what is left out is written in its safe form, or switched off.
   *
   * The provider keeps what is not written, so only a whole definition makes "deleted from the code" mean "off in
   * Auth0". With `false`, nothing is written but what is given here; validation is the same.
   *
   * @default true
   */
  readonly safeDefaults?: boolean;

  /**
   * The provider to use, for this API and its scopes.
   *
   * @default - the stack's only provider of Auth0
   */
  readonly provider?: TerraformProvider;

  /**
   * The lifecycle of the API.
   *
   * @default - Terraform's
   */
  readonly lifecycle?: TerraformResourceLifecycle;

  /**
   * What must exist before the API.
   *
   * @default - what its references say
   */
  readonly dependsOn?: ITerraformDependable[];
}
