import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** The API. Its team deploys this stack. */
export class SeveralStacksApiStack extends TerraformStack {
  readonly orders: auth0.IResourceServer;

  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    this.orders = new auth0.ResourceServer(this, 'Orders', {
      identifier: 'https://api.example.com/orders',
      name: 'Orders',
      scopes: {
        'read:orders': 'Read orders',
        'write:orders': 'Create and change orders',
      },
    });
  }
}

/** The access to the API. Deploy it after the other stack: it reads the API from the state of that stack. */
export class SeveralStacksAccessStack extends TerraformStack {
  constructor(scope: Construct, id: string, orders: auth0.IResourceServer) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    const shipping = new auth0.bindings.client.Client(this, 'Shipping', {
      name: 'Shipping',
      appType: 'non_interactive',
      grantTypes: ['client_credentials'],
    });
    // not `orders.grant`: that creates the grant in the stack of the API
    new auth0.ClientGrant(this, 'ShippingOrders', {
      resourceServer: orders,
      clientId: shipping.clientId,
      scopes: ['read:orders', 'write:orders'],
    });

    const auditor = new auth0.Role(this, 'Auditor', { name: 'Orders auditor' });
    auditor.allow(orders, ['read:orders']);
  }
}

if (require.main === module) {
  const app = new App();
  const { orders } = new SeveralStacksApiStack(app, 'several-stacks-api');
  new SeveralStacksAccessStack(app, 'several-stacks-access', orders);
  app.synth();
}
