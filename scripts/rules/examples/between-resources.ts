import { api, apiOf, grant, Group, lines, rawGrant, rawPermission, rawPermissions, rawScopes, role } from './example';

const STAGING = "const staging = new auth0.Auth0Provider(stack, 'staging', { alias: 'staging', domain: 'staging.eu.auth0.com' });";
const OTHER_API = apiOf("identifier: 'https://api.example.com/payments'");
const ADD_SCOPE = "orders.addScope('delete:orders', 'Delete orders');";
const ALLOWED = "clerk.allow(orders, ['read:orders', 'write:orders']);";
const USER = 'subjectType: auth0.SubjectType.USER';

const singleScope = (id: string, ...members: string[]) =>
  `new auth0.bindings.resourceServerScope.ResourceServerScope(stack, '${id}', {\n${members.map((member) => `  ${member},\n`).join('')}});`;
const denying = (policy: string) => lines(
  `const payments = ${api("scopes: { 'read:payments': 'Read payments' }", `subjectTypeAuthorization: { client: auth0.ClientPolicy.${policy} }`)}`,
  "payments.grant(worker.clientId, ['read:payments']);",
);
const scopesOfPayments = (reference: string) => lines(
  `const payments = ${api()}`,
  rawScopes(`resourceServerIdentifier: payments.${reference}`, "scopes: [{ name: 'read:payments' }]"),
);
const permissionBy = (reference: string) => rawPermissions(
  'roleId: clerk.roleId',
  `permissions: [{ name: 'read:orders', resourceServerIdentifier: orders.${reference} }]`,
);
const grantBy = (reference: string) => rawGrant(`audience: orders.${reference}`, 'clientId: worker.clientId', "scopes: ['read:orders']");

const STRICT = "const partner = new auth0.bindings.client.Client(stack, 'Partner', { name: 'Partner', isFirstParty: false, thirdPartySecurityMode: 'strict' });";
const MANAGEMENT = "const management = auth0.ResourceServer.fromManagementApi(stack, 'Management', 'tenant.eu.auth0.com');";
const MAYBE = "const management = auth0.ResourceServer.fromAttributes(stack, 'Management', { identifier: `https://${variable.stringValue}/api/v2/` });";
const SHOP = "const shop = new auth0.bindings.client.Client(stack, 'Shop', { name: 'Shop', appType: 'spa' });";
const TENANT = "new auth0.bindings.tenant.Tenant(stack, 'Tenant', { flags: { enableDynamicClientRegistration: true } });";

export const BETWEEN_RESOURCES: Group = {
  title: 'Between resources',
  text: 'Resources that contradict each other. These rules run at synth, and look at bindings as well.',
  examples: {
    'provider-mismatch': {
      why: 'What the resource refers to does not exist in its tenant. At worst there is something else of the same name.',
      wrong: lines(STAGING, `const admin = ${role("name: 'Orders admin'", 'provider: staging')}`, "admin.allow(orders, ['read:orders']);"),
      right: lines(
        STAGING,
        `const admin = ${role("name: 'Orders admin'", 'provider: staging')}`,
        `const payments = ${api("scopes: { 'read:payments': 'Read payments' }", 'provider: staging')}`,
        "admin.allow(payments, ['read:payments']);",
      ),
    },
    'identifier-unique': {
      why: 'Auth0 refuses a second API with the same identifier, in the middle of an apply.',
      wrong: apiOf("identifier: 'https://api.example.com/orders'"),
      right: OTHER_API,
    },
    'identifier-slash-twins': {
      why: 'An API refuses the tokens of the other one. Most often the slash is a typing error.',
      wrong: apiOf("identifier: 'https://api.example.com/orders/'"),
      right: OTHER_API,
    },
    'lookup-of-own': {
      why: 'Terraform looks it up before the first apply has created it, and Auth0 answers with 404.',
      wrong: "auth0.ResourceServer.fromIdentifier(stack, 'Same', 'https://api.example.com/orders').grant(worker.clientId, ['read:orders']);",
      right: "orders.grant(worker.clientId, ['read:orders']);",
      also: [{
        title: 'An API that is only described works, but the construct says more:',
        severity: 'warning',
        wrong: lines(
          "const same = auth0.ResourceServer.fromAttributes(stack, 'Same', { identifier: 'https://api.example.com/orders' });",
          "same.grant(worker.clientId, ['read:orders']);",
        ),
        right: "orders.grant(worker.clientId, ['read:orders']);",
      }],
    },
    'missing-dependency': {
      why: 'Without a reference, Terraform creates both at the same time. Most first applies fail then, and the second one passes.',
      wrong: rawPermissions('roleId: clerk.roleId', "permissions: [{ name: 'read:orders', resourceServerIdentifier: 'https://api.example.com/orders' }]"),
      right: permissionBy('audience'),
    },
    'scopes-two-owners': {
      why: 'Each resource writes its own list and removes the scopes of the other, at every apply.',
      wrong: rawScopes('resourceServerIdentifier: orders.identifier', "scopes: [{ name: 'delete:orders' }]"),
      right: ADD_SCOPE,
    },
    'scopes-mixed-resources': {
      why: 'The resource with the whole list removes the single scope, and the next apply adds it again.',
      wrong: singleScope('Delete', 'resourceServerIdentifier: orders.identifier', "scope: 'delete:orders'"),
      right: ADD_SCOPE,
    },
    'single-scope-duplicate': {
      why: 'Auth0 keeps one description for a scope, and each apply would write the other one.',
      wrong: lines(
        singleScope('Read', 'resourceServerIdentifier: identifier', "scope: 'read:payments'", "description: 'Read payments'"),
        singleScope('See', 'resourceServerIdentifier: identifier', "scope: 'read:payments'", "description: 'See payments'"),
      ),
      right: singleScope('Read', 'resourceServerIdentifier: identifier', "scope: 'read:payments'", "description: 'Read payments'"),
    },
    'scopes-by-id-not-identifier': {
      why: 'The provider reads the identifier back from Auth0. It differs from the id, so Terraform sees a change every time.',
      wrong: scopesOfPayments('resourceServerId'),
      right: scopesOfPayments('identifier'),
    },
    'audience-by-id': {
      why: 'Auth0 looks for an API with this identifier, and finds none.',
      wrong: grantBy('resourceServerId'),
      right: grantBy('audience'),
    },
    'duplicate-tuple': {
      why: 'An application has one grant for an API and a subject type. Name all its scopes in this grant.',
      wrong: lines("orders.grant(worker.clientId, ['read:orders']);", "orders.grant(worker.clientId, ['write:orders']);"),
      right: "orders.grant(worker.clientId, ['read:orders', 'write:orders']);",
      also: [{
        title: 'The same grant twice is harmless, but it is probably not meant:',
        severity: 'warning',
        wrong: lines("orders.grant(worker.clientId, ['read:orders']);", "orders.grant(worker.clientId, ['read:orders']);"),
        right: "orders.grant(worker.clientId, ['read:orders']);",
      }],
    },
    'default-for-duplicate': {
      why: 'Auth0 keeps one default grant for an API and a subject type. Name all scopes in this grant.',
      wrong: lines("orders.grantThirdPartyClients(['read:orders']);", "orders.grantThirdPartyClients(['write:orders']);"),
      right: "orders.grantThirdPartyClients(['read:orders', 'write:orders']);",
    },
    'any-org-strict-client': {
      why: 'A strict third-party application cannot act for any organization.',
      wrong: lines(STRICT, "orders.grant(partner.clientId, ['read:orders'], { organizationUsage: auth0.OrganizationUsage.ALLOW, allowAnyOrganization: true });"),
      right: lines(STRICT, "orders.grant(partner.clientId, ['read:orders'], { organizationUsage: auth0.OrganizationUsage.ALLOW });"),
    },
    'third-party-system-api': {
      why: "Auth0's security controls keep third-party applications away from its own APIs.",
      wrong: lines(MANAGEMENT, "management.grant('tpc_4kXw8vQz1', ['read:current_user'], { subjectType: auth0.SubjectType.USER });"),
      right: lines(MANAGEMENT, "management.grant(worker.clientId, ['read:users']);"),
      also: [{
        title: 'Where only Terraform knows the host, the API may be another one:',
        severity: 'warning',
        wrong: lines(MAYBE, "management.grant('tpc_4kXw8vQz1', ['read:current_user'], { subjectType: auth0.SubjectType.USER });"),
        right: lines(MAYBE, "management.grant(worker.clientId, ['read:users']);"),
      }],
    },
    'self-registered-client-credentials': {
      why: 'An application that registers itself has the authorization code flow and refresh tokens only.',
      wrong: "orders.grant('tpc_4kXw8vQz1', ['read:orders']);",
      right: "orders.grant('tpc_4kXw8vQz1', ['read:orders'], { subjectType: auth0.SubjectType.USER });",
    },
    'public-client-m2m': {
      why: 'A single-page or native application cannot keep a secret, so it cannot use client credentials.',
      wrong: lines(SHOP, "orders.grant(shop.clientId, ['read:orders']);"),
      right: lines(SHOP, "orders.grant(shop.clientId, ['read:orders'], { subjectType: auth0.SubjectType.USER });"),
    },
    'dcr-without-default-grant': {
      why: 'Applications that register themselves are third-party ones: they have the scopes of a default grant, and no others.',
      wrong: TENANT,
      right: lines(TENANT, "orders.grantThirdPartyClients(['read:orders']);"),
    },
    'grant-under-deny-all': {
      why: 'The policy of the API is stronger than the grant. The application gets no token.',
      wrong: denying('DENY_ALL'),
      right: denying('REQUIRE_CLIENT_GRANT'),
    },
    'authz-types-registered': {
      why: 'Auth0 refuses a request with a type that the API has not registered.',
      wrong: `orders.grant(worker.clientId, ['read:orders'], { ${USER}, authorizationDetailsTypes: ['refund'] });`,
      right: `orders.grant(worker.clientId, ['read:orders'], { ${USER}, authorizationDetailsTypes: ['order'] });`,
    },
    'role-name-unique': {
      why: 'Auth0 refuses a second role with the same name, in the middle of an apply.',
      wrong: role("name: 'Orders clerk'"),
      right: role("name: 'Orders admin'"),
    },
    'role-permissions-mixed': {
      why: 'The resource with the whole list removes the single permission, and the next apply adds it again.',
      wrong: lines(
        "clerk.allow(orders, ['read:orders']);",
        rawPermission('roleId: clerk.roleId', "permission: 'write:orders'", 'resourceServerIdentifier: orders.audience'),
      ),
      right: ALLOWED,
    },
    'role-permission-by-id': {
      why: 'Auth0 looks for an API with this identifier, and finds none.',
      wrong: permissionBy('resourceServerId'),
      right: permissionBy('audience'),
    },
    'scope-not-on-api': {
      why: 'Auth0 stores the grant, but no token ever carries the scope. Most often it is a typing error.',
      wrong: "orders.grant(worker.clientId, ['raed:orders']);",
      right: "orders.grant(worker.clientId, ['read:orders']);",
    },
    'role-permission-not-on-api': {
      why: 'Auth0 refuses the permission, in the middle of an apply. Most often it is a typing error.',
      wrong: "clerk.allow(orders, ['raed:orders']);",
      right: "clerk.allow(orders, ['read:orders']);",
    },
    'lifecycle-ignore-unknown': {
      why: 'Names are those of Terraform, as in HCL. The scopes of an API and the permissions of a role are resources with a lifecycle of their own.',
      wrong: api("lifecycle: { ignoreChanges: ['tokenLifetime'] }"),
      right: api("lifecycle: { ignoreChanges: ['token_lifetime'] }"),
    },
    'lifecycle-ignore-block-off': {
      why: 'The safe defaults switch off the blocks that are left out. To ignore a block, Terraform hands the provider what is in the state, where an empty setting stands beside `disable`, and the provider refuses that.',
      wrong: api("lifecycle: { ignoreChanges: ['proof_of_possession'] }"),
      right: api('proofOfPossession: auth0.ProofOfPossession.dpop()', "lifecycle: { ignoreChanges: ['proof_of_possession'] }"),
      also: [{
        title: 'With `all`, it is a warning:',
        severity: 'warning',
        wrong: api("lifecycle: { ignoreChanges: 'all' }"),
        right: api("lifecycle: { ignoreChanges: ['name', 'token_lifetime'] }"),
      }],
    },
    'instance-not-named': {
      why: 'What `orders.grant` and `role.allow` write follows `forEach` and `count` of the API or the role. Others must name an instance, or have the same `forEach` or `count`.',
      wrong: lines('orders.resource.count = 1;', grant('clientId: worker.clientId', "scopes: ['read:orders']")),
      right: lines('orders.resource.count = 1;', "orders.grant(worker.clientId, ['read:orders']);"),
    },
    'instances-missing': {
      why: 'Terraform knows `each` only in a resource with `for_each`, and `count.index` only in one with `count`. Set it on the L1; scopes, grants and permissions follow.',
      wrong: lines(
        "const names = TerraformIterator.fromList(['north', 'south']);",
        "new auth0.Role(stack, 'Region', { name: names.value });",
      ),
      right: lines(
        "const names = TerraformIterator.fromList(['north', 'south']);",
        "new auth0.Role(stack, 'Region', { name: names.value }).resource.forEach = names;",
      ),
    },
    'instance-import': {
      why: 'Each instance has an address of its own, and is imported by itself.',
      wrong: lines('clerk.resource.count = 1;', "clerk.importFrom('rol_4RtBz8LmYq2KdN6w');"),
      right: lines(
        "clerk.resource.overrideLogicalId('clerk');",
        'clerk.resource.count = 1;',
        "stack.addOverride('import', [{ to: 'auth0_role.clerk[0]', id: 'rol_4RtBz8LmYq2KdN6w' }]);",
      ),
    },
  },
};
