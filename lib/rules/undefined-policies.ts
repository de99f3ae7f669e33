import { defineRules } from './rule';

/** The access policies that are given as undefined. */
export interface UndefinedPolicies {
  /** The subject types, with the names of our properties. */
  readonly subjects?: readonly string[];
}

/** The rules on access policies that are given, but undefined. Only our props can have such a value. */
export const UNDEFINED_POLICY_RULES = defineRules<UndefinedPolicies>([
  {
    id: 'policy-undefined',
    // a wrapper may hand on a policy that it did not get, so it is no error
    severity: 'warning',
    attributes: 'subject_type_authorization',
    summary: 'Should not be given as undefined, as with a member that the enum does not have: the default is written then.',
    see: 'https://auth0.com/docs/get-started/apis/api-access-policies-for-applications',
    check: ({ subjects }, { report }) => {
      for (const subject of subjects ?? []) {
        report(
          ['subject_type_authorization', subject],
          'is undefined, so the default is written: is it a member that the enum does not have? Give a policy, or leave the property out',
        );
      }
    },
  },
]);
