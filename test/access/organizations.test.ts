import { TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { ClientGrant } from '../../lib/bindings/client-grant';
import { Organization } from '../../lib/bindings/organization';
import { OrganizationClient } from '../../lib/bindings/organization-client';
import { OrganizationClientGrant } from '../../lib/bindings/organization-client-grant';
import { ITSELF, Model, USER } from '../support/access';

const { ALLOW, DENY, REQUIRE } = auth0.OrganizationUsage;

describe('the conditions of a grant', () => {
  test.each<[string, auth0.ClientGrantOptions, string]>([
    ['deny', { organizationUsage: DENY }, 'only without an organization'],
    ['allow', { organizationUsage: ALLOW }, "without an organization, or with: 'stack/Acme'"],
    ['require', { organizationUsage: REQUIRE }, "only with an organization: 'stack/Acme'"],
    ['require any', { organizationUsage: REQUIRE, allowAnyOrganization: true }, 'only with an organization: any'],
  ])('with the usage %s', (_, options, condition) => {
    const model = new Model();
    const app = model.client('App');
    const { clientGrantId: grantId } = model.api.grant(app.clientId, ['read'], options);
    new OrganizationClientGrant(model.stack, 'Assigned', { organizationId: new Organization(model.stack, 'Acme', { name: 'acme' }).id, grantId });
    expect(model.ask(app, 'read', ITSELF)).toMatchObject({ isAllowed: true, unless: [condition] });
  });

  test('say so if only Terraform knows the usage, or if no organization is assigned', () => {
    const model = new Model();
    const app = model.client('App');
    const organizationUsage = new TerraformVariable(model.stack, 'usage', {}).stringValue;
    new ClientGrant(model.stack, 'Grant', { clientId: app.clientId, audience: model.api.identifier, scopes: ['read'], organizationUsage });
    expect(model.ask(app, 'read', ITSELF).unless).toEqual([
      "organization_usage of 'stack/Grant' is known only to Terraform: it may need an organization",
    ]);
    const other = model.client('Other');
    model.api.grant(other.clientId, ['read'], { organizationUsage: REQUIRE });
    expect(model.ask(other, 'read', ITSELF).unless).toEqual(['only with an organization: none is in the definition']);
  });
});

test('the conditions for users of an application name its usage and its organizations', () => {
  const model = new Model();
  const app = model.client('App', { organizationUsage: 'require' });
  const organizationId = new Organization(model.stack, 'Acme', { name: 'acme' }).id;
  new OrganizationClient(model.stack, 'Open', { clientId: app.clientId, organizationId, useForMemberAccess: true });
  new OrganizationClient(model.stack, 'Closed', { clientId: app.clientId, organizationId: 'org_1' });
  expect(model.ask(app, 'read', USER).unless).toEqual([
    'only for users with an organization',
    "with the organization 'stack/Acme': its members may use the application",
    "with the organization 'org_1': use_for_member_access is not true, so its members may be refused",
  ]);
});
