import type { ResourceServerProps } from './resource-server-props';
import type { ResourceServerConfig } from '../bindings/resource-server';
import { isUnknown } from '../framework/tokens';
import { Finding, runRules } from '../rules/rule';
import { UNDEFINED_POLICY_RULES } from '../rules/undefined-policies';
import { propNames } from '../schema/names';
import { RESOURCE_SERVER } from '../schema/resource-server';
import { isRecord } from '../util/text';
import {
  below, byMethod, Conversion, Converted, convertProps, isPresent, mapToBlocks, namedValue, noRecord, Options,
} from '../validation/convert';
import { optionNames, readOptions } from '../validation/options';
import { propsOf, readProps } from '../validation/props';
import { neverPlain } from '../values/signing-secret';

/** The conversions of properties to attributes. The key is the value class in the attribute table, or the attribute. */
const CONVERSIONS: Readonly<Record<string, Conversion>> = {
  SigningAlg: namedValue('SigningAlg.RS256'),
  SigningSecret: toSecret,
  TokenDialect: namedValue('TokenDialect.RFC9068_PROFILE_AUTHZ'),
  Duration: byMethod('_toSeconds', 'a Duration, such as Duration.hours(1)'),
  ConsentPolicy: namedValue('ConsentPolicy.NONE'),
  AuthorizationDetails: byMethod('_toAuthorizationDetails', "an AuthorizationDetails, such as AuthorizationDetails.types(['payment'])"),
  TokenEncryption: byMethod('_toTokenEncryption', 'a TokenEncryption, such as TokenEncryption.compactNestedJwe(key)'),
  ProofOfPossession: byMethod('_toProofOfPossession', 'a ProofOfPossession, such as ProofOfPossession.dpop()'),
  subject_type_authorization: toPolicies,
  authorization_policy: (policyId) => ({ value: { policyId } }),
  access_token: toCustomClaims,
};

const PROPS = propsOf(RESOURCE_SERVER, 'scopes', 'safeDefaults');

/**
 * Converts the props to the configuration of the binding, and returns the problems in them.
 *
 * @param name the name of the API in messages
 */
export function toBinding(name: string, props: ResourceServerProps): Options & { readonly config: ResourceServerConfig } {
  const { values, problems } = readProps(name, RESOURCE_SERVER, props, PROPS);
  return { values, ...convertProps(RESOURCE_SERVER, { values, problems }, CONVERSIONS) };
}

function toSecret(secret: unknown): Converted<unknown> {
  const { value, problems } = byMethod('_toSigningSecret', 'a SigningSecret, such as SigningSecret.fromVariable(variable)')(secret);
  // plain JavaScript can pass a token instead of a SigningSecret
  return { value: value === secret ? neverPlain(value) : value, problems };
}

const SUBJECTS = optionNames('user', 'client', 'anonymousUser');

function toPolicies(access: unknown): Converted<unknown> {
  if (isUnknown(access)) {
    return { value: access };
  }
  if (!isRecord(access)) {
    return noRecord(access, '{ user: UserPolicy.DENY_ALL }');
  }
  const { values, problems } = readOptions(access, SUBJECTS);
  const policies: Record<string, object> = {};
  for (const subject of Object.keys(values)) {
    if (isPresent(values[subject])) {
      policies[subject] = { policy: values[subject] };
    }
  }
  return { value: policies, problems };
}

/** Finds the policies that are given as undefined, as `UserPolicy.DENY` is, which does not exist. */
export function findUndefinedPolicies({ subjectTypeAuthorization: access }: Options['values'], now: Date): Finding[] {
  const subjects = isRecord(access) ? SUBJECTS.list.filter((subject) => access[subject] === undefined && Object.hasOwn(access, subject)) : [];
  return subjects.length === 0 ? [] : runRules(UNDEFINED_POLICY_RULES, { subjects }, propNames(RESOURCE_SERVER), now);
}

function toCustomClaims(claims: unknown): Converted<unknown> {
  const { value, problems } = mapToBlocks('name', 'expression', true, "{ country: 'anonymous_session.metadata.country' }")(claims);
  return {
    value: isPresent(value) ? { claimsMapping: { customClaims: value } } : undefined,
    problems: below(['claims_mapping', 'custom_claims'], problems),
  };
}
