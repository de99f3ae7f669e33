import * as auth0 from '../../../lib';
import { RESOURCE_SERVER_RULES } from '../../../lib/rules/resource-server';
import { testRule } from '../../support/rules';

const { AnonymousUserPolicy, ClientPolicy, UserPolicy } = auth0;

testRule(RESOURCE_SERVER_RULES, 'sta-user-enum', {
  refuses: {
    'a policy that does not exist': {
      props: { subjectTypeAuthorization: { user: 'allow' as any } },
      path: 'subjectTypeAuthorization.user',
      message:
        "subjectTypeAuthorization.user must be 'allow_all', 'deny_all' or 'require_client_grant', " +
        "but 'allow' was given",
    },
  },
  accepts: {
    ALLOW_ALL: { props: { subjectTypeAuthorization: { user: UserPolicy.ALLOW_ALL } } },
    DENY_ALL: { props: { subjectTypeAuthorization: { user: UserPolicy.DENY_ALL } } },
    REQUIRE_CLIENT_GRANT: { props: { subjectTypeAuthorization: { user: UserPolicy.REQUIRE_CLIENT_GRANT } } },
  },
  tokens: { 'a token': ({ text }) => ({ subjectTypeAuthorization: { user: text as any } }) },
});

testRule(RESOURCE_SERVER_RULES, 'sta-client-enum', {
  refuses: {
    'the policy that only users have': {
      props: { subjectTypeAuthorization: { client: 'allow_all' as any } },
      path: 'subjectTypeAuthorization.client',
      message:
        "subjectTypeAuthorization.client must be 'deny_all' or 'require_client_grant', but 'allow_all' was given",
    },
  },
  accepts: {
    DENY_ALL: { props: { subjectTypeAuthorization: { client: ClientPolicy.DENY_ALL } } },
    REQUIRE_CLIENT_GRANT: { props: { subjectTypeAuthorization: { client: ClientPolicy.REQUIRE_CLIENT_GRANT } } },
  },
  tokens: { 'a token': ({ text }) => ({ subjectTypeAuthorization: { client: text as any } }) },
});

testRule(RESOURCE_SERVER_RULES, 'sta-anonymous-user', {
  refuses: {
    'the policy that only users have': {
      props: { subjectTypeAuthorization: { anonymousUser: 'allow_all' as any } },
      path: 'subjectTypeAuthorization.anonymousUser',
      message:
        "subjectTypeAuthorization.anonymousUser must be 'deny_all' or 'require_client_grant', " +
        "but 'allow_all' was given",
    },
  },
  accepts: {
    DENY_ALL: { props: { subjectTypeAuthorization: { anonymousUser: AnonymousUserPolicy.DENY_ALL } } },
    REQUIRE_CLIENT_GRANT: {
      props: { subjectTypeAuthorization: { anonymousUser: AnonymousUserPolicy.REQUIRE_CLIENT_GRANT } },
    },
  },
  tokens: { 'a token': ({ text }) => ({ subjectTypeAuthorization: { anonymousUser: text as any } }) },
});

testRule(RESOURCE_SERVER_RULES, 'authz-policy-id', {
  refuses: {
    '1025 characters': {
      props: { authorizationPolicyId: 'p'.repeat(1025) },
      path: 'authorizationPolicyId',
      message: 'authorizationPolicyId must be at most 1024 characters long, but 1025 were given',
    },
    'an empty text': {
      props: { authorizationPolicyId: '' },
      path: 'authorizationPolicyId',
      message: 'authorizationPolicyId must not be empty',
    },
    'a block without one': {
      config: { identifier: 'orders', authorization_policy: {} },
      path: 'authorizationPolicyId',
      message: 'authorizationPolicyId is required in its block, but was not given',
    },
  },
  accepts: {
    '1024 characters': { props: { authorizationPolicyId: 'p'.repeat(1024) } },
    'one character': { props: { authorizationPolicyId: 'p' } },
  },
  tokens: { 'a token': ({ text }) => ({ authorizationPolicyId: text }) },
});
