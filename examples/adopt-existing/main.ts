import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** What was made by hand in the dashboard is taken over, not made anew. Needs Terraform 1.5 or newer. */
export class AdoptExistingStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    // an application that stays as it is
    const billingClientId = 'kVmT3hN0s8Qw5yLr2XcB7pJd9ZfGa1Ue';

    const orders = new auth0.ResourceServer(this, 'Orders', {
      identifier: 'https://api.example.com/orders',
      name: 'Orders',
      // all that the API has: those that are missing here are taken away
      scopes: {
        'read:orders': 'Read orders',
        'write:orders': 'Create and change orders',
      },
    });
    // look at the first plan: the safe defaults may change something; `safeDefaults: false` leaves the rest as it is
    orders.importFrom('665f1c2a9b3e4d0012345678');

    const grant = orders.grant(billingClientId, ['read:orders', 'write:orders']);
    grant.importFrom('cgr_x7Kp2mQ9vT4wY1bN');

    const clerk = new auth0.Role(this, 'Clerk', { name: 'Orders clerk' });
    // all its permissions, for every API: those that are missing here are taken away
    clerk.allow(orders, 'read:orders', 'write:orders');
    clerk.importFrom('rol_4RtBz8LmYq2KdN6w');

    // a role that others own: this is added to its permissions, and nothing is taken away
    auth0.Role.fromName(this, 'Auditor', 'Auditor').allow(orders, 'read:orders');

    // an API that others own: looked up, and left as it is
    const ledger = auth0.ResourceServer.fromIdentifier(this, 'Ledger', 'https://api.example.com/ledger');
    ledger.grant(billingClientId, ['read:entries']);
  }
}

if (require.main === module) {
  const app = new App();
  new AdoptExistingStack(app, 'adopt-existing');
  app.synth();
}
