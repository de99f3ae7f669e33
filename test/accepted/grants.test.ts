// A real tenant accepts every case here, or the provider's documentation contains it. Each case looks like a mistake,
// so a new rule could refuse it by accident. That would be worse than not finding a mistake.

import { TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { accepted, apiWith, only } from '../support/accepted';
import { GRANT, IDENTIFIER } from '../support/apis';

const { SubjectType } = auth0;

describe('a grant may name scopes that are declared elsewhere', () => {
  test('of an API that declares no scopes here', () => {
    const json = accepted((stack) => void apiWith(stack).grant('client', ['create:foo']));
    expect(only(json, GRANT).scopes).toEqual(['create:foo']);
  });

  test('of an API that is defined elsewhere', () => {
    const json = accepted((stack) => {
      auth0.ResourceServer.fromIdentifier(stack, 'Api', IDENTIFIER).grant('client', ['create:foo']);
    });
    expect(only(json, GRANT).scopes).toEqual(['create:foo']);
  });

  test('or no scopes, of an API without scopes', () => {
    const json = accepted((stack) => void apiWith(stack).grant('client', []));
    expect(only(json, GRANT).scopes).toEqual([]);
  });
});

describe('a grant may have no scopes', () => {
  test('of an API with scopes', () => {
    const json = accepted((stack) => void apiWith(stack, { 'read:orders': '' }).grant('client', []));
    expect(only(json, GRANT).scopes).toEqual([]);
  });

  test('where it allows all scopes', () => {
    const json = accepted((stack) => {
      const resourceServer = apiWith(stack);
      new auth0.ClientGrant(stack, 'Grant', { resourceServer, clientId: 'client', scopes: [], allowAllScopes: true });
    });
    expect(only(json, GRANT)).toMatchObject({ scopes: [], allow_all_scopes: true });
  });
});

describe('the types of authorization details that a grant names', () => {
  test.each([[['payment', 'shipping']], [['my custom type']], [['urn:example:payment']], [[]]])(
    '%j need not be registered on an API that is defined elsewhere',
    (authorizationDetailsTypes) => {
      const json = accepted((stack) => {
        const resourceServer = auth0.ResourceServer.fromIdentifier(stack, 'Api', IDENTIFIER);
        resourceServer.grant('client', [], { subjectType: SubjectType.USER, authorizationDetailsTypes });
      });
      expect(only(json, GRANT).authorization_details_types).toEqual(authorizationDetailsTypes);
    },
  );

  test('need not be registered on an API that is defined here, with a warning', () => {
    const authorizationDetails = auth0.AuthorizationDetails.types(['payment']);
    accepted(
      (stack) => {
        const resourceServer = apiWith(stack, {}, { authorizationDetails });
        resourceServer.grant('client', [], {
          subjectType: SubjectType.USER,
          authorizationDetailsTypes: ['payment', 'shipping'],
        });
      },
      [
        "'stack/Api/Grant-client-user' names the authorization details type 'shipping', " +
          "which 'stack/Api' has not registered (it has 'payment') [authz-types-registered]",
      ],
    );
  });
});

test('a grant for users may be made where users need none, because the API allows all', () => {
  const json = accepted((stack) => {
    const user = auth0.UserPolicy.ALLOW_ALL;
    const resourceServer = apiWith(stack, { 'read:orders': '' }, { subjectTypeAuthorization: { user } });
    resourceServer.grant('client', ['read:orders'], { subjectType: SubjectType.USER });
  });
  expect(only(json, GRANT)).toMatchObject({ subject_type: 'user', scopes: ['read:orders'] });
});

test('a grant for users may require organizations, with a warning: they are documented for clients only', () => {
  const json = accepted(
    (stack) => {
      const resourceServer = auth0.ResourceServer.fromMyOrganizationApi(stack, 'Api', 'tenant.eu.auth0.com');
      resourceServer.grant('client', ['read:my_org:details'], {
        subjectType: SubjectType.USER,
        organizationUsage: auth0.OrganizationUsage.REQUIRE,
      });
    },
    [
      "organizationUsage is documented for client credentials only, but the subject type is 'user': leave it out " +
        '[org-usage-user-subject]',
    ],
  );
  expect(only(json, GRANT)).toMatchObject({ subject_type: 'user', organization_usage: 'require' });
});

test('one application may have two grants for one API: one for itself, one for its users', () => {
  const json = accepted((stack) => {
    const resourceServer = apiWith(stack, { 'read:orders': '' });
    resourceServer.grant('client', ['read:orders'], { subjectType: SubjectType.CLIENT });
    resourceServer.grant('client', ['read:orders'], { subjectType: SubjectType.USER });
  });
  const grants = Object.values<any>(json.resource.auth0_client_grant);
  expect(grants.map(({ subject_type: subject }) => subject).sort()).toEqual(['client', 'user']);
});

describe('the API of a grant need not be defined here', () => {
  test('it may be one of Auth0\'s own', () => {
    const json = accepted((stack) => {
      auth0.ResourceServer.fromManagementApi(stack, 'Api', 'tenant.eu.auth0.com').grant('client', ['read:users']);
    });
    expect(only(json, GRANT)).toMatchObject({
      audience: 'https://tenant.eu.auth0.com/api/v2/',
      scopes: ['read:users'],
    });
  });

  test('it may be an API of another team', () => {
    const identifier = 'https://other.example.com';
    const json = accepted((stack) => {
      auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier }).grant('client', ['read:others']);
    });
    expect(only(json, GRANT).audience).toBe(identifier);
  });

  test('it may be a variable', () => {
    const json = accepted((stack) => {
      const identifier = new TerraformVariable(stack, 'audience', {}).stringValue;
      auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier }).grant('client', ['read:others']);
    });
    expect(only(json, GRANT).audience).toBe('${var.audience}');
  });

  test('it may be the text that a plain L1 has', () => {
    const json = accepted((stack) => {
      new auth0.bindings.clientGrant.ClientGrant(stack, 'Grant', {
        audience: 'https://tenant.eu.auth0.com/api/v2/',
        clientId: 'client',
        scopes: ['read:users'],
      });
      apiWith(stack);
    });
    expect(only(json, GRANT).audience).toBe('https://tenant.eu.auth0.com/api/v2/');
  });
});
