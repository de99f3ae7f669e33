import * as auth0 from '../../../lib';
import { API_AUDIENCE, GRANT } from '../../support/apis';
import { grantOf, GrantProps } from '../../support/grants';
import { settablePaths } from '../../support/schema';

describe('every attribute of the schema can be set', () => {
  const forUsers: GrantProps = {
    clientId: 'worker',
    scopes: ['read:orders'],
    subjectType: auth0.SubjectType.USER,
    authorizationDetailsTypes: ['payment', 'my custom type'],
  };
  const forClients: GrantProps = {
    clientId: 'worker',
    allowAllScopes: true,
    subjectType: auth0.SubjectType.CLIENT,
    organizationUsage: auth0.OrganizationUsage.REQUIRE,
    allowAnyOrganization: true,
  };
  const byDefault: GrantProps = { defaultFor: auth0.DefaultFor.THIRD_PARTY_CLIENTS, scopes: [] };

  test('of the grant', () => {
    const written = [forUsers, forClients, byDefault].flatMap((options) => Object.keys(grantOf(options)));
    expect(Array.from(new Set(written)).sort()).toEqual(settablePaths(GRANT));
  });

  test('and is written as it was given', () => {
    expect(grantOf(forUsers)).toStrictEqual({
      audience: API_AUDIENCE,
      client_id: 'worker',
      scopes: ['read:orders'],
      subject_type: 'user',
      authorization_details_types: ['payment', 'my custom type'],
    });
    expect(grantOf(forClients)).toStrictEqual({
      audience: API_AUDIENCE,
      client_id: 'worker',
      allow_all_scopes: true,
      subject_type: 'client',
      organization_usage: 'require',
      allow_any_organization: true,
    });
    expect(grantOf(byDefault)).toStrictEqual(
      { audience: API_AUDIENCE, default_for: 'third_party_clients', scopes: [] },
    );
  });

  test('what is switched off is written', () => {
    expect(
      grantOf({ clientId: 'worker', scopes: ['a'], allowAllScopes: false, allowAnyOrganization: false }),
    ).toStrictEqual({
      audience: API_AUDIENCE,
      client_id: 'worker',
      scopes: ['a'],
      allow_all_scopes: false,
      allow_any_organization: false,
    });
  });

  test('the enums hold what Auth0 knows', () => {
    expect(Object.entries(auth0.SubjectType)).toEqual([
      ['CLIENT', 'client'], ['USER', 'user'], ['ANONYMOUS_USER', 'anonymous_user'],
    ]);
    expect(Object.entries(auth0.OrganizationUsage)).toEqual(
      [['ALLOW', 'allow'], ['DENY', 'deny'], ['REQUIRE', 'require']],
    );
    expect(Object.entries(auth0.DefaultFor)).toEqual([['THIRD_PARTY_CLIENTS', 'third_party_clients']]);
    expect(grantOf({ clientId: 'a', scopes: [], subjectType: auth0.SubjectType.ANONYMOUS_USER }).subject_type).toBe(
      'anonymous_user',
    );
  });
});
