import { api, Group, rawApi } from './example';

const access = (member: string) => api(`subjectTypeAuthorization: { ${member} }`);
const rawAccess = (member: string) => rawApi(`subjectTypeAuthorization: { ${member} }`);

export const ACCESS_POLICIES: Group = {
  title: 'Who may ask',
  text: 'The access policies of an API say which applications can ask for a token at all.',
  examples: {
    'sta-user-enum': {
      why: 'For tokens on behalf of a user, Auth0 knows these three policies.',
      wrong: rawAccess("user: { policy: 'everybody' }"),
      right: access('user: auth0.UserPolicy.REQUIRE_CLIENT_GRANT'),
    },
    'sta-client-enum': {
      why: 'An application that asks on its own behalf always needs a grant, so there is no `allow_all`.',
      wrong: rawAccess("client: { policy: 'allow_all' }"),
      right: access('client: auth0.ClientPolicy.REQUIRE_CLIENT_GRANT'),
    },
    'sta-anonymous-user': {
      why: 'An application that asks in an anonymous session always needs a grant, so there is no `allow_all`.',
      wrong: rawAccess("anonymousUser: { policy: 'allow_all' }"),
      right: access('anonymousUser: auth0.AnonymousUserPolicy.REQUIRE_CLIENT_GRANT'),
    },
    'policy-undefined': {
      why: 'JavaScript does not check the names of enum members: `UserPolicy.DENY` is undefined, and the default is less strict than the policy that was meant.',
      wrong: access('user: (auth0.UserPolicy as any).DENY'),
      right: access('user: auth0.UserPolicy.DENY_ALL'),
    },
    'authz-policy-id': {
      why: 'Auth0 refuses other lengths. An API without a policy leaves the property out.',
      wrong: api("authorizationPolicyId: ''"),
      right: api("authorizationPolicyId: 'pol_5f1c2a9b3e4d0012'"),
    },
  },
};
