import { TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { GRANT, PERMISSIONS } from '../support/apis';
import { errorOf, framesOf, messageFor } from '../support/errors';
import { resourceOf, stackOf, synthesize, warningsOf } from '../support/synth';

const DOMAIN = 'tenant.eu.auth0.com';

const message = messageFor("ResourceServer 'stack/Api'");

describe.each<[string, 'fromManagementApi' | 'fromMyAccountApi' | 'fromMyOrganizationApi', string]>([
  ['Management API', 'fromManagementApi', 'api/v2/'],
  ['My Account API', 'fromMyAccountApi', 'me/'],
  ['My Organization API', 'fromMyOrganizationApi', 'my-org/'],
])("Auth0's %s", (title, method, path) => {
  const make = (stack: TerraformStack, domain = DOMAIN) => auth0.ResourceServer[method](stack, 'Api', domain);
  const forUsers = { subjectType: auth0.SubjectType.USER };

  test('is named by its domain', () => {
    const api = make(stackOf());
    expect([api.identifier, api.audience]).toEqual(Array(2).fill(`https://${DOMAIN}/${path}`));
  });

  test('is granted in one line', () => {
    const stack = stackOf();
    make(stack).grant('worker', ['read'], forUsers);
    const { resource, data } = synthesize(stack);
    expect(Object.values(resource[GRANT])).toEqual([
      { audience: `https://${DOMAIN}/${path}`, client_id: 'worker', scopes: ['read'], subject_type: 'user' },
    ]);
    expect(data).toBeUndefined();
    expect(warningsOf(stack)).toEqual([]);
  });

  test('is granted where the domain is a token', () => {
    const stack = stackOf();
    make(stack, new TerraformVariable(stack, 'domain', {}).stringValue).grant('worker', ['read'], forUsers);
    expect(resourceOf(stack, GRANT).audience).toBe(`https://\${var.domain}/${path}`);
  });

  test('may be used by a role', () => {
    const stack = stackOf();
    new auth0.Role(stack, 'Role', { name: 'a' }).allow(make(stack), ['read']);
    expect(resourceOf(stack, PERMISSIONS).permissions).toEqual([
      { name: 'read', resource_server_identifier: `https://${DOMAIN}/${path}` },
    ]);
  });

  test.each<[string, (stack: TerraformStack) => string]>([
    ['a domain of the tenant', () => DOMAIN],
    ['a custom domain', () => 'login.example.com'],
    ['a domain that is a token', (stack) => new TerraformVariable(stack, 'domain', {}).stringValue],
  ])('has no grant of all scopes and no default grant, for %s', (_, domain) => {
    const stack = stackOf();
    const api = make(stack, domain(stack));
    expect(errorOf(() => api.grantAllScopes('worker', forUsers)).message).toBe(
      messageFor("ClientGrant 'stack/Api/Grant-worker-user'")(
        `allowAllScopes cannot be given for Auth0's ${title}: name the scopes [all-scopes-system-api]`,
      ),
    );
    expect(errorOf(() => api.grantThirdPartyClients(['read'], forUsers)).message).toBe(
      messageFor("ClientGrant 'stack/Api/Grant-third_party_clients-user'")(
        `defaultFor cannot be given for Auth0's ${title}, which has no default grants [default-for-system-api]`,
      ),
    );
    expect(api.node.children).toEqual([]);
  });

  test.each<[any, string]>([
    [undefined, "domain is required, such as 'tenant.eu.auth0.com', but was not given [tenant-domain]"],
    ['', "domain must be a bare domain, such as 'tenant.eu.auth0.com', but '' was given [tenant-domain]"],
    [
      'https://tenant.eu.auth0.com',
      "domain must be a bare domain, such as 'tenant.eu.auth0.com', but 'https://tenant.eu.auth0.com' was given [tenant-domain]",
    ],
    [
      'tenant.eu.auth0.com/',
      "domain must be a bare domain, such as 'tenant.eu.auth0.com', but 'tenant.eu.auth0.com/' was given [tenant-domain]",
    ],
    [7, 'domain must be a string, but a number was given [wrong-type]'],
  ])('refuses the domain %j', (domain, text) => {
    const stack = stackOf();
    const error = errorOf(() => auth0.ResourceServer[method](stack, 'Api', domain));
    expect(error.message).toBe(message(text));
    expect(framesOf(error)[0]).toContain(__filename);
    expect(stack.node.tryFindChild('Api')).toBeUndefined();
  });
});

describe('clients', () => {
  const warnings = (method: 'fromManagementApi' | 'fromMyAccountApi' | 'fromMyOrganizationApi', domain: string) => {
    const stack = stackOf();
    auth0.ResourceServer[method](stack, 'Api', domain).grant('worker', ['read']);
    return warningsOf(stack);
  };

  test.each([DOMAIN, 'login.example.com', '${var.domain}'])('get nothing of the My Account API of %s', (domain) => {
    expect(warnings('fromMyAccountApi', domain)).toEqual([
      "'stack/Api/Grant-worker' is for the subject type 'client', for which 'stack/Api' denies all tokens: remove the grant, or change the policy " +
        '[grant-under-deny-all]',
    ]);
  });

  test('may get something of the others', () => {
    expect(warnings('fromManagementApi', DOMAIN)).toEqual([]);
    expect(warnings('fromMyOrganizationApi', DOMAIN)).toEqual([]);
  });
});
