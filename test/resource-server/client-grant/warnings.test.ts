import * as auth0 from '../../../lib';
import { apiIn, IDENTIFIER } from '../../support/apis';
import { GrantProps } from '../../support/grants';
import { stackOf, warningsOf } from '../../support/synth';

describe('warnings are left on the grant', () => {
  const ON_API = auth0.AuthorizationDetails.types(['payment']);

  test.each<[string, Partial<auth0.ResourceServerProps>, GrantProps, string]>([
    [
      'of clients where the API denies them',
      { subjectTypeAuthorization: { client: auth0.ClientPolicy.DENY_ALL } },
      { scopes: [] },
      "'stack/Grant' is for the subject type 'client', for which 'stack/Api' denies all tokens: remove the grant, or change the policy [grant-under-deny-all]",
    ],
    [
      'of types that the API does not have',
      { authorizationDetails: ON_API },
      { scopes: [], subjectType: auth0.SubjectType.USER, authorizationDetailsTypes: ['payments'] },
      "'stack/Grant' names the authorization details type 'payments', " +
        "which 'stack/Api' has not registered (it has 'payment') [authz-types-registered]",
    ],
    [
      'of any organization where none is allowed',
      {},
      { scopes: [], allowAnyOrganization: true },
      `allowAnyOrganization has no effect unless organizationUsage is 'allow' or 'require' [any-org-without-usage]`,
    ],
    [
      'of organizations for users',
      {},
      { scopes: [], subjectType: auth0.SubjectType.USER, organizationUsage: auth0.OrganizationUsage.REQUIRE },
      `organizationUsage is documented for client credentials only, but the subject type is 'user': leave it out [org-usage-user-subject]`,
    ],
  ])('%s', (_, props, options, warning) => {
    const stack = stackOf();
    const grant = new auth0.ClientGrant(stack, 'Grant', {
      resourceServer: apiIn(stack, props), clientId: 'worker', ...options,
    });
    expect(warningsOf(grant)).toEqual([warning]);
    expect(warningsOf(stack)).toEqual([warning]);
  });

  test('of an API whose identifier looks like an id', () => {
    const stack = stackOf();
    const grant = apiIn(stack, { identifier: '0123456789abcdef01234567' }).grant('worker', []);
    expect(warningsOf(grant)).toEqual(
      ['resourceServer looks like the id of an API, but must be its identifier [audience-not-id]'],
    );
  });

  test('are none where the API has safe defaults', () => {
    const stack = stackOf();
    new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER }).grant('worker', []);
    expect(warningsOf(stack)).toEqual([]);
  });
});
