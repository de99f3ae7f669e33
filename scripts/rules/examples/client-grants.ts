import { grant, Group, rawGrant } from './example';

const MANAGEMENT = "auth0.ResourceServer.fromManagementApi(stack, 'Management', 'tenant.eu.auth0.com')";

const CLIENT = 'clientId: worker.clientId';
const SCOPES = "scopes: ['read:orders']";
const RIGHT = "orders.grant(worker.clientId, ['read:orders']);";
const raw = (...members: string[]) => rawGrant('audience: orders.audience', ...members);
const grantWith = (options: string) => `orders.grant(worker.clientId, ['read:orders'], { ${options} });`;

export const CLIENT_GRANTS: Group = {
  title: 'Client grants',
  text: 'A grant says which scopes of an API an application can ask for. `grant`, `grantAllScopes` and `grantThirdPartyClients` make one.',
  examples: {
    'client-xor-default': {
      why: 'A grant is for one application, or for all third-party applications that have no grant of their own.',
      wrong: grant(SCOPES),
      right: grant(CLIENT, SCOPES),
    },
    'default-for-enum': {
      why: 'Auth0 has default grants for third-party applications only.',
      wrong: raw("defaultFor: 'everybody'", SCOPES),
      right: "orders.grantThirdPartyClients(['read:orders']);",
    },
    'default-for-system-api': {
      why: 'Auth0 has no default grants for its own APIs. Grant the application that needs it.',
      wrong: `${MANAGEMENT}.grantThirdPartyClients(['read:users']);`,
      right: `${MANAGEMENT}.grant(worker.clientId, ['read:users']);`,
    },
    'scopes-or-all': {
      why: 'A grant says which scopes it is for. An empty list is allowed: the application then gets tokens without scopes.',
      wrong: grant(CLIENT),
      right: grant(CLIENT, SCOPES),
    },
    'all-scopes-and-scopes': {
      why: 'The two contradict each other.',
      wrong: grant(CLIENT, SCOPES, 'allowAllScopes: true'),
      right: grant(CLIENT, SCOPES),
    },
    'all-scopes-unknown-scopes': {
      why: 'The provider compares the two while it plans. If Terraform does not know the scopes yet, the provider crashes.',
      wrong: grant(CLIENT, 'scopes: variable.listValue', 'allowAllScopes: true'),
      right: grant(CLIENT, 'scopes: variable.listValue'),
    },
    'all-scopes-system-api': {
      why: 'Auth0 refuses it. An application with all scopes of the Management API could do everything in the tenant.',
      wrong: `${MANAGEMENT}.grantAllScopes(worker.clientId);`,
      right: `${MANAGEMENT}.grant(worker.clientId, ['read:users']);`,
    },
    'scope-item-length': {
      why: 'Auth0 refuses other lengths.',
      wrong: "orders.grant(worker.clientId, ['']);",
      right: RIGHT,
    },
    'audience-empty': {
      why: 'A grant without an API means nothing, and Auth0 refuses it.',
      wrong: rawGrant("audience: ''", CLIENT, SCOPES),
      right: RIGHT,
    },
    'audience-not-id': {
      why: 'Auth0 looks for an API with this identifier, and finds none.',
      wrong: rawGrant("audience: '665f1c2a9b3e4d0012345678'", CLIENT, SCOPES),
      right: rawGrant('audience: orders.audience', CLIENT, SCOPES),
    },
    'subject-type-enum': {
      why: 'Auth0 issues tokens on behalf of these subjects only.',
      wrong: raw(CLIENT, SCOPES, "subjectType: 'machine'"),
      right: grantWith('subjectType: auth0.SubjectType.USER'),
    },
    'org-usage-enum': {
      why: 'Auth0 knows these values only.',
      wrong: raw(CLIENT, SCOPES, "organizationUsage: 'optional'"),
      right: grantWith('organizationUsage: auth0.OrganizationUsage.ALLOW'),
    },
    'org-usage-user-subject': {
      why: 'The organization of a user comes from the login, and not from the grant.',
      wrong: grantWith('subjectType: auth0.SubjectType.USER, organizationUsage: auth0.OrganizationUsage.REQUIRE'),
      right: grantWith('organizationUsage: auth0.OrganizationUsage.REQUIRE'),
    },
    'any-org-without-usage': {
      why: 'By default a grant denies organizations. "Any organization" then allows nothing.',
      wrong: grantWith('allowAnyOrganization: true'),
      right: grantWith('allowAnyOrganization: true, organizationUsage: auth0.OrganizationUsage.REQUIRE'),
    },
    'any-org-third-party': {
      why: 'Auth0 allows it for trusted applications only. A third-party application could otherwise act for every organization.',
      wrong: "orders.grantThirdPartyClients(['read:orders'], { allowAnyOrganization: true });",
      right: "orders.grantThirdPartyClients(['read:orders']);",
    },
    'authz-types-user-only': {
      why: 'A user approves an authorization request. Without a user there is nobody to approve it.',
      wrong: grantWith("authorizationDetailsTypes: ['order']"),
      right: grantWith("subjectType: auth0.SubjectType.USER, authorizationDetailsTypes: ['order']"),
    },
    'authz-types-length': {
      why: 'Auth0 refuses other lengths.',
      wrong: grantWith("subjectType: auth0.SubjectType.USER, authorizationDetailsTypes: ['']"),
      right: grantWith("subjectType: auth0.SubjectType.USER, authorizationDetailsTypes: ['order']"),
    },
    'grant-enum-letter-case': {
      why: 'The provider ignores the spelling, but Auth0 refuses the request.',
      wrong: raw(CLIENT, SCOPES, "subjectType: 'User'"),
      right: grantWith('subjectType: auth0.SubjectType.USER'),
    },
  },
};
