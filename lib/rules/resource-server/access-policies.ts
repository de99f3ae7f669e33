import { RESOURCE_SERVER, ResourceServerConfig } from '../../schema/resource-server';
import { isSet, knownOrUndefined } from '../../schema/value';
import { EnumAttribute, enumRule } from '../enums';
import { checkLength } from '../limits';
import { defineRules } from '../rule';

const SEE = 'https://auth0.com/docs/get-started/apis/api-access-policies-for-applications';

/** The policy of a subject. */
function policy(id: string, subject: 'user' | 'client' | 'anonymous_user'): EnumAttribute<typeof RESOURCE_SERVER> {
  return { resource: RESOURCE_SERVER, path: ['subject_type_authorization', subject, 'policy'], id, see: SEE };
}

export const ACCESS_POLICY_RULES = defineRules<ResourceServerConfig>([
  enumRule(policy('sta-user-enum', 'user')),
  enumRule(policy('sta-client-enum', 'client')),
  enumRule(policy('sta-anonymous-user', 'anonymous_user')),
  {
    id: 'authz-policy-id',
    severity: 'error',
    attributes: 'authorization_policy.policy_id',
    summary: 'Must be 1 to 1024 characters long.',
    see: 'https://auth0.com/docs/api/management/v2/resource-servers/post-resource-servers',
    check: (config, context) => {
      const block = knownOrUndefined(config.authorization_policy);
      if (block && !isSet(block.policy_id)) {
        context.report(['authorization_policy', 'policy_id'], 'is required in its block, but was not given');
      }
      checkLength(block?.policy_id, 1024, ['authorization_policy', 'policy_id'], context);
    },
  },
]);
