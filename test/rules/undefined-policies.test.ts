import { UNDEFINED_POLICY_RULES } from '../../lib/rules/undefined-policies';
import { testRule } from '../support/rules';

const message = (path: string) =>
  `${path} is undefined, so the default is written: is it a member that the enum does not have? Give a policy, or leave the property out`;

testRule(UNDEFINED_POLICY_RULES, 'policy-undefined', {
  refuses: {
    policies: {
      config: { subjects: ['user', 'anonymousUser'] },
      finds: ['subjectTypeAuthorization.user', 'subjectTypeAuthorization.anonymousUser'].map((path) => ({ path, message: message(path) })),
    },
  },
  accepts: { none: { config: { subjects: [] } } },
});
