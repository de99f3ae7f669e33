import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** Imports an API, a grant and a role that were created in the dashboard. Needs Terraform 1.5 or newer. */
export class AdoptExistingStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    // an existing application, which is not managed here
    const billingClientId = 'kVmT3hN0s8Qw5yLr2XcB7pJd9ZfGa1Ue';

    const orders = new auth0.ResourceServer(this, 'Orders', {
      identifier: 'https://api.example.com/orders',
      name: 'Orders',
      // list all scopes of the API: Terraform removes scopes that are not listed
      scopes: {
        'read:orders': 'Read orders',
        'write:orders': 'Create and change orders',
      },
    });
    // check the first plan: safe defaults can change settings; `safeDefaults: false` changes only what you set
    orders.importFrom('665f1c2a9b3e4d0012345678');

    // for the API and its grants
    auth0.Checks.of(orders).acknowledge({ id: 'import-safe-defaults', reason: 'the plan shows no change that applications notice' });

    const grant = orders.grant(billingClientId, ['read:orders', 'write:orders']);
    grant.importFrom('cgr_x7Kp2mQ9vT4wY1bN');

    const clerk = new auth0.Role(this, 'Clerk', { name: 'Orders clerk' });
    // list all permissions of the role, for every API: Terraform removes permissions that are not listed
    clerk.allow(orders, ['read:orders', 'write:orders']);
    clerk.importFrom('rol_4RtBz8LmYq2KdN6w');

    // a role that another team manages: this adds a permission and removes none
    auth0.Role.fromName(this, 'Auditor', 'Auditor').allow(orders, ['read:orders']);

    // an API that another team manages: Terraform looks it up and does not change it
    const ledger = auth0.ResourceServer.fromIdentifier(this, 'Ledger', 'https://api.example.com/ledger');
    ledger.grant(billingClientId, ['read:entries']);
  }
}

if (require.main === module) {
  const app = new App();
  new AdoptExistingStack(app, 'adopt-existing');
  app.synth();
}
