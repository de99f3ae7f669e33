import type { ResourceServerProps } from './resource-server-props';
import type * as binding from '../bindings/resource-server';
import { isUnknown } from '../framework/tokens';
import { Misfit } from '../schema/shape';
import { describeType } from '../util/text';
import { withoutNullish, isPresent, mapToBlocks, rendered, renderedValue } from '../validation/convert';
import { neverPlain, SigningSecret } from '../values/signing-secret';
import type { SubjectTypeAuthorization } from '../values/subject-type-authorization';

const DURATION = 'a Duration, such as Duration.hours(1)';
const NO_EXPRESSION = new Misfit('wrong-type', 'must be a string, but nothing was given');

/** The props as the binding takes them: nothing is added, and what is left out stays out. */
export function configOf(props: ResourceServerProps): binding.ResourceServerConfig {
  return withoutNullish({
    identifier: props.identifier,
    name: props.name,
    signingAlg: renderedValue(props.signingAlg, 'SigningAlg.RS256'),
    signingSecret: secretOf(props.signingSecret),
    tokenDialect: renderedValue(props.tokenDialect, 'TokenDialect.RFC9068_PROFILE_AUTHZ'),
    enforcePolicies: props.enforcePolicies,
    tokenLifetime: rendered(props.tokenLifetime, 'toSeconds', DURATION),
    tokenLifetimeForWeb: rendered(props.tokenLifetimeForWeb, 'toSeconds', DURATION),
    tokenLifetimeForAnonymousAccessTokens: rendered(props.tokenLifetimeForAnonymousAccessTokens, 'toSeconds', DURATION),
    allowOfflineAccess: props.allowOfflineAccess,
    allowOnlineAccess: props.allowOnlineAccess,
    allowOnlineAccessWithEphemeralSessions: props.allowOnlineAccessWithEphemeralSessions,
    skipConsentForVerifiableFirstPartyClients: props.skipConsentForVerifiableFirstPartyClients,
    consentPolicy: renderedValue(props.consentPolicy, 'ConsentPolicy.NONE'),
    verificationLocation: props.verificationLocation,
    authorizationDetails: rendered(
      props.authorizationDetails,
      '_toAuthorizationDetails',
      "an AuthorizationDetails, such as AuthorizationDetails.types('payment')",
    ),
    tokenEncryption: rendered(
      props.tokenEncryption,
      '_toTokenEncryption',
      'a TokenEncryption, such as TokenEncryption.compactNestedJwe(key)',
    ),
    proofOfPossession: rendered(
      props.proofOfPossession,
      '_toProofOfPossession',
      'a ProofOfPossession, such as ProofOfPossession.dpop()',
    ),
    subjectTypeAuthorization: subjectTypes(props.subjectTypeAuthorization),
    authorizationPolicy: isPresent(props.authorizationPolicyId) ? { policyId: props.authorizationPolicyId } : undefined,
    accessToken: isPresent(props.customClaims)
      ? { claimsMapping: { customClaims: mapToBlocks(props.customClaims, 'name', 'expression', NO_EXPRESSION) } }
      : undefined,
    provider: props.provider,
    lifecycle: props.lifecycle,
    dependsOn: props.dependsOn,
  });
}

function secretOf(secret: SigningSecret | undefined): string | undefined {
  const value = rendered(secret, '_toSigningSecret', 'a SigningSecret, such as SigningSecret.fromVariable(variable)');
  // a program without types may hand over a token itself
  return value === (secret as unknown) && isPresent(value) ? neverPlain(value) : value;
}

function subjectTypes(access: SubjectTypeAuthorization | undefined): binding.ResourceServerSubjectTypeAuthorization | undefined {
  if (!isPresent(access) || isUnknown(access)) {
    return access as undefined;
  }
  if (typeof access !== 'object' || Array.isArray(access)) {
    return new Misfit('wrong-type', `must be an object, but ${describeType(access)} was given`) as never;
  }
  const policies = { user: access.user, client: access.client, anonymousUser: access.anonymousUser };
  return Object.fromEntries(
    Object.entries(policies)
      .filter(([, policy]) => isPresent(policy))
      .map(([subject, policy]) => [subject, { policy }]),
  );
}
