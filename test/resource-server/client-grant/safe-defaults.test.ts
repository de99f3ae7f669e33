import { TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../../lib';
import { API_AUDIENCE, apiIn, GRANT } from '../../support/apis';
import { grantOf, GrantProps } from '../../support/grants';
import { resourceOf, stackOf, synthesizeOne, warningsOf } from '../../support/synth';

const { SubjectType } = auth0;
const OFF = { organization_usage: 'deny', allow_any_organization: false };

/** The options that are written for a grant with safe defaults. */
function optionsOf(props: GrantProps): object {
  const { audience: _a, client_id: _c, default_for: _d, scopes: _s, ...options } = grantOf({ scopes: [], safeDefaults: true, ...props });
  return options;
}

describe('an option of a grant that is left out', () => {
  test('is switched off for clients', () => {
    expect(optionsOf({ clientId: 'worker' })).toEqual({ subject_type: 'client', ...OFF });
    expect(optionsOf({ clientId: 'worker', subjectType: SubjectType.CLIENT })).toEqual({ subject_type: 'client', ...OFF });
  });

  test('is switched off for users, who have no organizations there', () => {
    expect(optionsOf({ clientId: 'worker', subjectType: SubjectType.USER })).toEqual({ subject_type: 'user', authorization_details_types: [] });
  });

  test('is not written where Auth0 does not have it', () => {
    expect(optionsOf({ clientId: 'worker', subjectType: SubjectType.ANONYMOUS_USER })).toEqual({ subject_type: 'anonymous_user' });
    expect(optionsOf({ defaultFor: auth0.DefaultFor.THIRD_PARTY_CLIENTS })).toEqual({ subject_type: 'client' });
    expect(optionsOf({ defaultFor: auth0.DefaultFor.THIRD_PARTY_CLIENTS, subjectType: SubjectType.USER })).toEqual({
      subject_type: 'user', authorization_details_types: [],
    });
  });

  test('is not written by an API without safe defaults, unless the grant says so', () => {
    const written = (options: auth0.ClientGrantOptions) => synthesizeOne(GRANT, (stack) => {
      apiIn(stack, { safeDefaults: false }).grant('worker', [], options);
    });
    expect(written({})).toEqual({ audience: API_AUDIENCE, client_id: 'worker', scopes: [] });
    expect(written({ safeDefaults: true })).toEqual({ audience: API_AUDIENCE, client_id: 'worker', scopes: [], subject_type: 'client', ...OFF });
  });

  test('is not written where only Terraform knows the subject', () => {
    const grant = synthesizeOne(GRANT, (stack) => {
      const subject = new TerraformVariable(stack, 'subject', {}).stringValue;
      apiIn(stack).grant('worker', [], { subjectType: subject as auth0.SubjectType });
    });
    expect(grant).toEqual({ audience: API_AUDIENCE, client_id: 'worker', scopes: [], subject_type: '${var.subject}' });
  });

  test("is not written for Auth0's own APIs", () => {
    const grant = synthesizeOne(GRANT, (stack) => auth0.ResourceServer.fromManagementApi(stack, 'Api', 'tenant.eu.auth0.com').grant('worker', []));
    expect(grant).toEqual({ audience: 'https://tenant.eu.auth0.com/api/v2/', client_id: 'worker', scopes: [], subject_type: 'client' });
  });

  test('is not written without safe defaults', () => {
    expect(optionsOf({ clientId: 'worker', safeDefaults: false })).toEqual({});
  });
});

test('an option that is set is written as it is', () => {
  const options = { organizationUsage: auth0.OrganizationUsage.REQUIRE, allowAnyOrganization: true };
  expect(optionsOf({ clientId: 'worker', ...options })).toEqual({
    subject_type: 'client', organization_usage: 'require', allow_any_organization: true,
  });
  expect(optionsOf({ clientId: 'worker', organizationUsage: Token.asString('${var.usage}') as auth0.OrganizationUsage })).toEqual({
    subject_type: 'client', organization_usage: '${var.usage}', allow_any_organization: false,
  });
  expect(optionsOf({ clientId: 'worker', organizationUsage: auth0.OrganizationUsage.DENY })).toEqual({
    subject_type: 'client', organization_usage: 'deny',
  });
  expect(optionsOf({ clientId: 'worker', subjectType: SubjectType.USER, authorizationDetailsTypes: ['payment'] })).toEqual({
    subject_type: 'user', authorization_details_types: ['payment'],
  });
});

describe('a grant that is imported', () => {
  const imported = (options: auth0.ClientGrantOptions) => stackOf((stack) => {
    (apiIn(stack, { safeDefaults: true }).grant('worker', [], options) as auth0.ClientGrant).importFrom('cgr_1');
  });

  test('leaves a warning with the options that are switched off', () => {
    expect(warningsOf(imported({}))).toEqual([
      'safeDefaults writes what the code leaves out, also where what is imported has another value (subject_type = client, ' +
        'organization_usage = deny, allow_any_organization = false): read the plan, then acknowledge this, or set safeDefaults to false [import-safe-defaults]',
    ]);
  });

  test('leaves the same warning where only the L1 is imported', () => {
    const stack = stackOf((own) => {
      (apiIn(own, { safeDefaults: true }).grant('worker', []) as auth0.ClientGrant).resource.importFrom('cgr_1');
    });
    expect(warningsOf(stack)).toEqual(warningsOf(imported({})));
  });

  test('leaves none without safe defaults', () => {
    const stack = imported({ safeDefaults: false });
    expect(resourceOf(stack, GRANT)).toEqual({ audience: API_AUDIENCE, client_id: 'worker', scopes: [] });
    expect(warningsOf(stack)).toEqual([]);
  });
});
