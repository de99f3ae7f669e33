import { TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from '../../../lib';
import { apiIn, GRANT, SCOPES_AUDIENCE } from '../../support/apis';
import { errorOf } from '../../support/errors';
import { grantMessage } from '../../support/grants';
import { resourcesOf, stackOf, warningsOf } from '../../support/synth';

describe('tokens are not judged, and not printed', () => {
  const tokens = (stack: TerraformStack) => {
    const variable = new TerraformVariable(stack, 'token', {});
    return {
      text: variable.stringValue,
      flag: variable.booleanValue,
      list: variable.listValue,
    };
  };

  test('all of a grant', () => {
    const stack = stackOf();
    const { text, flag, list } = tokens(stack);
    new auth0.ClientGrant(stack, 'Grant', {
      resourceServer: apiIn(stack, { scopes: { a: 'A' } }),
      clientId: text,
      scopes: list,
      allowAllScopes: flag,
      subjectType: text as auth0.SubjectType,
      organizationUsage: text as auth0.OrganizationUsage,
      allowAnyOrganization: flag,
      authorizationDetailsTypes: list,
    });
    expect(warningsOf(stack)).toEqual([]);
    expect(Object.values(resourcesOf(stack, GRANT))).toEqual([{
      audience: SCOPES_AUDIENCE,
      client_id: '${var.token}',
      scopes: '${var.token}',
      allow_all_scopes: '${var.token}',
      subject_type: '${var.token}',
      organization_usage: '${var.token}',
      allow_any_organization: '${var.token}',
      authorization_details_types: '${var.token}',
    }]);
  });

  test('beside a mistake', () => {
    const stack = stackOf();
    const { text, list } = tokens(stack);
    const error = errorOf(() => new auth0.ClientGrant(stack, 'Grant', {
      resourceServer: apiIn(stack),
      clientId: text,
      defaultFor: text as auth0.DefaultFor,
      allowAllScopes: true,
      scopes: list,
      subjectType: text as auth0.SubjectType,
    }));
    expect(error.message).toBe(grantMessage(
      'clientId or defaultFor must be given, but not both: both were given [client-xor-default]',
      'scopes must be left out where allowAllScopes is true, but a token was given: ' +
        'the provider crashes on a token here [all-scopes-unknown-scopes]',
    ));
    expect(error.stack).not.toMatch(/TfToken|var\.token/);
  });
});
