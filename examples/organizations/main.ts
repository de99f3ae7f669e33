import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** A service that acts for one customer at a time. Each customer is an organization, which can allow the service. */
export class OrganizationsStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    const invoices = new auth0.ResourceServer(this, 'Invoices', {
      identifier: 'https://api.example.com/invoices',
      name: 'Invoices',
      scopes: {
        'read:invoices': 'Read invoices',
      },
    });

    const bookkeeping = new auth0.bindings.client.Client(this, 'Bookkeeping', {
      name: 'Bookkeeping',
      appType: 'non_interactive',
      grantTypes: ['client_credentials'],
    });

    // each access token is for one organization: the API reads the customer from the claim org_id
    const grant = invoices.grant(bookkeeping.clientId, ['read:invoices'], {
      organizationUsage: auth0.OrganizationUsage.REQUIRE,
    });

    const acme = new auth0.bindings.organization.Organization(this, 'Acme', {
      name: 'acme',
      displayName: 'Acme Inc.',
    });
    // add one for each customer that uses the service
    new auth0.bindings.organizationClientGrant.OrganizationClientGrant(this, 'AcmeBookkeeping', {
      organizationId: acme.id,
      grantId: grant.clientGrantId,
    });
  }
}

if (require.main === module) {
  const app = new App();
  new OrganizationsStack(app, 'organizations');
  app.synth();
}
