import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** Two services that call an API on their own behalf. Each gets only the scopes that it needs. */
export class MachineToMachineStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    const orders = new auth0.ResourceServer(this, 'Orders', {
      identifier: 'https://api.example.com/orders',
      name: 'Orders',
      scopes: {
        'read:orders': 'Read orders',
        'write:orders': 'Create and change orders',
      },
    });

    const report = new auth0.bindings.client.Client(this, 'SalesReport', {
      name: 'Sales report',
      appType: 'non_interactive',
      grantTypes: ['client_credentials'],
    });
    const shipping = new auth0.bindings.client.Client(this, 'Shipping', {
      name: 'Shipping',
      appType: 'non_interactive',
      grantTypes: ['client_credentials'],
    });

    // the scopes that each service can get: the report can never change an order
    orders.grant(report.clientId, ['read:orders']);
    orders.grant(shipping.clientId, ['read:orders', 'write:orders']);
  }
}

if (require.main === module) {
  const app = new App();
  new MachineToMachineStack(app, 'machine-to-machine');
  app.synth();
}
