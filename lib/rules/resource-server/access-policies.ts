import { ResourceServerConfig } from '../../schema/resource-server';
import { knownOrUndefined, isSet } from '../../schema/value';
import { EnumAttribute, enumRule } from '../enums';
import { checkLength } from '../limits';
import { Rule } from '../rule';

const SEE = 'https://auth0.com/docs/get-started/apis/api-access-policies-for-applications';

function place(id: string, subject: 'user' | 'client' | 'anonymous_user', values: readonly string[]): EnumAttribute<ResourceServerConfig> {
  return {
    id,
    path: ['subject_type_authorization', subject, 'policy'],
    values,
    see: SEE,
    read: (config) => knownOrUndefined(knownOrUndefined(config.subject_type_authorization)?.[subject])?.policy,
  };
}

export const USER_POLICY = place('sta-user-enum', 'user', ['allow_all', 'deny_all', 'require_client_grant']);
export const CLIENT_POLICY = place('sta-client-enum', 'client', ['deny_all', 'require_client_grant']);
export const ANONYMOUS_USER_POLICY = place('sta-anonymous-user', 'anonymous_user', ['deny_all', 'require_client_grant']);

export const ACCESS_POLICY_RULES: ReadonlyArray<Rule<ResourceServerConfig>> = [
  enumRule(USER_POLICY),
  enumRule(CLIENT_POLICY),
  enumRule(ANONYMOUS_USER_POLICY),
  {
    id: 'authz-policy-id',
    severity: 'error',
    attributes: 'authorization_policy.policy_id',
    summary: 'Must be 1 to 1024 characters long.',
    see: 'https://auth0.com/docs/api/management/v2/resource-servers/post-resource-servers',
    check: ({ authorization_policy: policy }, context) => {
      const block = knownOrUndefined(policy);
      if (block && !isSet(block.policy_id)) {
        context.report(['authorization_policy', 'policy_id'], 'is required in its block, but was not given');
      }
      checkLength(block?.policy_id, 1024, ['authorization_policy', 'policy_id'], context);
    },
  },
];
