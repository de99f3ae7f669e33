import type { ResourceServerProps } from './resource-server-props';
import type { ResourceServerConfig } from '../bindings/resource-server';
import { isUnknown } from '../framework/tokens';
import { RESOURCE_SERVER } from '../schema/resource-server';
import { isRecord } from '../util/text';
import {
  below, byMethod, Conversion, Converted, convertProps, isPresent, mapToBlocks, namedValue, noRecord, Problem,
} from '../validation/convert';
import { neverPlain } from '../values/signing-secret';

/** The conversions of properties to attributes. The key is the value class in the attribute table, or the attribute. */
const CONVERSIONS: Readonly<Record<string, Conversion>> = {
  SigningAlg: namedValue('SigningAlg.RS256'),
  SigningSecret: toSecret,
  TokenDialect: namedValue('TokenDialect.RFC9068_PROFILE_AUTHZ'),
  Duration: byMethod('_toSeconds', 'a Duration, such as Duration.hours(1)'),
  ConsentPolicy: namedValue('ConsentPolicy.NONE'),
  AuthorizationDetails: byMethod('_toAuthorizationDetails', "an AuthorizationDetails, such as AuthorizationDetails.types('payment')"),
  TokenEncryption: byMethod('_toTokenEncryption', 'a TokenEncryption, such as TokenEncryption.compactNestedJwe(key)'),
  ProofOfPossession: byMethod('_toProofOfPossession', 'a ProofOfPossession, such as ProofOfPossession.dpop()'),
  subject_type_authorization: toPolicies,
  authorization_policy: (policyId) => ({ value: { policyId } }),
  access_token: toCustomClaims,
};

/** Converts the props to the configuration of the binding, and returns the problems in them. */
export function toBinding(props: ResourceServerProps): { config: ResourceServerConfig; problems: readonly Problem[] } {
  return convertProps(RESOURCE_SERVER, props, CONVERSIONS);
}

function toSecret(secret: unknown): Converted<unknown> {
  const { value, problems } = byMethod('_toSigningSecret', 'a SigningSecret, such as SigningSecret.fromVariable(variable)')(secret);
  // plain JavaScript can pass a token instead of a SigningSecret
  return { value: value === secret ? neverPlain(value) : value, problems };
}

function toPolicies(access: any): Converted<unknown> {
  if (isUnknown(access)) {
    return { value: access };
  }
  if (!isRecord(access)) {
    return noRecord(access);
  }
  const policies = Object.entries({ user: access.user, client: access.client, anonymousUser: access.anonymousUser });
  return { value: Object.fromEntries(policies.filter(([, policy]) => isPresent(policy)).map(([subject, policy]) => [subject, { policy }])) };
}

function toCustomClaims(claims: unknown): Converted<unknown> {
  const { value, problems } = mapToBlocks('name', 'expression', true)(claims);
  return {
    value: isPresent(value) ? { claimsMapping: { customClaims: value } } : undefined,
    problems: below(['claims_mapping', 'custom_claims'], problems),
  };
}
