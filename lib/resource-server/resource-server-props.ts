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
 * The props of an API.
 *
 * The defaults below apply with `safeDefaults: true`. With `false`, properties that you leave out are not written.
 */
export interface ResourceServerProps {
  /**
   * The identifier, which is the audience of the API's access tokens: 1 to 600 characters. Often a URL, which does not
   * have to exist.
   *
   * It cannot be changed: a different identifier replaces the API, its scopes and its grants. `https://a` and
   * `https://a/` are two different APIs.
   */
  readonly identifier: string;

  /**
   * The name in Auth0's dashboard: 1 to 200 characters, no `<` or `>`.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * The scopes (permissions) of the API, as a map from name to description: at most 1000. A name has 1 to 280
   * characters, a description at most 500.
   *
   * They are written as one `auth0_resource_server_scopes`, which manages the whole list: Terraform removes scopes of
   * the API that are not in it. If you declare no scopes, this resource is not written, and an existing API keeps its
   * scopes.
   *
   * A map that only Terraform knows can be given as a token, and so can a list of names or of objects with `name` and
   * `description`: `variable.value`.
   *
   * @default - none; the scopes of an existing API are not changed
   */
  readonly scopes?: Record<string, string>;

  /**
   * The algorithm that signs access tokens.
   *
   * @default SigningAlg.RS256
   */
  readonly signingAlg?: SigningAlg;

  /**
   * The secret for HS256: at least 16 characters. No effect with other algorithms.
   *
   * @default - Auth0 generates a secret for HS256
   */
  readonly signingSecret?: SigningSecret;

  /**
   * The format of access tokens.
   *
   * @default - TokenDialect.RFC9068_PROFILE_AUTHZ; TokenDialect.RFC9068_PROFILE if `enforcePolicies` is false; not
   * written if `enforcePolicies` is a Terraform token
   */
  readonly tokenDialect?: TokenDialect;

  /**
   * Whether role-based access control (RBAC) is on: a user gets only the scopes of their roles.
   *
   * If it is off, an application can request every scope of this API on behalf of every user.
   *
   * @default true
   */
  readonly enforcePolicies?: boolean | IResolvable;

  /**
   * How long an access token from the token endpoint is valid: whole seconds, at most 30 days.
   *
   * @default - 1 hour, or `tokenLifetimeForWeb` if that is longer; 10 minutes for the My Account API
   */
  readonly tokenLifetime?: Duration;

  /**
   * How long an access token from the implicit or hybrid flow is valid: whole seconds, at most `tokenLifetime`.
   *
   * @default - the shorter of `tokenLifetime` and 1 hour; not written if `tokenLifetime` is a Terraform token
   */
  readonly tokenLifetimeForWeb?: Duration;

  /**
   * How long an access token from an anonymous session is valid: whole seconds, 1 to 30 days.
   *
   * Needs provider 1.58 or newer. Early access in Auth0.
   *
   * @default - not written
   */
  readonly tokenLifetimeForAnonymousAccessTokens?: Duration;

  /**
   * Whether applications can request refresh tokens (`offline_access`).
   *
   * @default false
   */
  readonly allowOfflineAccess?: boolean | IResolvable;

  /**
   * Whether applications can request refresh tokens that are bound to the session (`online_access`).
   *
   * Public applications need DPoP for it. Early access in Auth0.
   *
   * @default - not written
   */
  readonly allowOnlineAccess?: boolean | IResolvable;

  /**
   * Whether refresh tokens that are bound to the session are also issued in ephemeral sessions.
   *
   * No effect unless `allowOnlineAccess` is true. Early access in Auth0.
   *
   * @default - not written
   */
  readonly allowOnlineAccessWithEphemeralSessions?: boolean | IResolvable;

  /**
   * Whether Auth0 skips the consent of the user for first-party applications.
   *
   * @default false
   */
  readonly skipConsentForVerifiableFirstPartyClients?: boolean | IResolvable;

  /**
   * How a user consents to a rich authorization request. Applies only to APIs with `authorizationDetails`.
   *
   * @default ConsentPolicy.NONE
   */
  readonly consentPolicy?: ConsentPolicy;

  /**
   * The URL of the keys that verify a JWT of this API, for token introspection.
   *
   * To clear a URL that was set before, use `''`. If you only leave it out, every plan shows the same change again.
   *
   * @default - not written
   */
  readonly verificationLocation?: string;

  /**
   * The types of rich authorization requests that this API accepts.
   *
   * @default AuthorizationDetails.disabled()
   */
  readonly authorizationDetails?: AuthorizationDetails;

  /**
   * The encryption of access tokens.
   *
   * @default TokenEncryption.disabled()
   */
  readonly tokenEncryption?: TokenEncryption;

  /**
   * Sender constraining: binds access tokens to the application that requested them.
   *
   * @default ProofOfPossession.disabled()
   */
  readonly proofOfPossession?: ProofOfPossession;

  /**
   * Which applications can request access tokens, and on whose behalf.
   *
   * @default - applications with a client grant, on behalf of users and on their own behalf
   */
  readonly subjectTypeAuthorization?: SubjectTypeAuthorization;

  /**
   * The id of an authorization policy: 1 to 1024 characters.
   *
   * The provider cannot remove a policy again. Early access in Auth0, for the My Account API.
   *
   * @default - not written
   */
  readonly authorizationPolicyId?: string;

  /**
   * Claims of access tokens from anonymous sessions, as a map from claim name to expression
   * (`anonymous_session.metadata.country`): at most 20, each 1 to 255 characters.
   *
   * Needs provider 1.58 or newer. Early access in Auth0.
   *
   * @default - none
   */
  readonly customClaims?: Record<string, string>;

  /**
   * Whether a property that you leave out is written with its safe default.
   *
   * The Auth0 provider keeps a setting that is not written. With safe defaults, a property that you delete from the
   * code goes back to its default in Auth0 at the next apply. With `false`, only the properties that you set are
   * written. Validation is the same in both cases.
   *
   * @default true
   */
  readonly safeDefaults?: boolean;

  /**
   * The provider to use, for this API and its scopes.
   *
   * @default - the only Auth0 provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * The lifecycle settings of the API.
   *
   * The names in `ignoreChanges` are those of Terraform: `token_lifetime`. The scopes have a lifecycle of their own:
   * `scopesResource.lifecycle`.
   *
   * @default - Terraform's defaults
   */
  readonly lifecycle?: TerraformResourceLifecycle;

  /**
   * Resources that must exist before the API.
   *
   * @default - the resources that its properties refer to
   */
  readonly dependsOn?: ITerraformDependable[];
}
