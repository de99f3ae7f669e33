import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** A program to start from: an API, a single-page app for its users, a service, and two roles. */
export class StarterStack extends TerraformStack {
  public readonly orders: auth0.ResourceServer;

  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    this.orders = new auth0.ResourceServer(this, 'Orders', {
      identifier: 'https://api.example.com/orders',
      name: 'Orders',
      scopes: {
        'read:orders': 'Read orders',
        'write:orders': 'Create and change orders',
        'delete:orders': 'Delete orders',
      },
    });

    const shop = new auth0.bindings.client.Client(this, 'Shop', {
      name: 'Shop',
      appType: 'spa',
      grantTypes: ['authorization_code', 'refresh_token'],
      callbacks: ['https://shop.example.com'],
      allowedLogoutUrls: ['https://shop.example.com'],
      webOrigins: ['https://shop.example.com'],
      oidcConformant: true,
      jwtConfiguration: { alg: 'RS256' },
    });
    // no client secret, because a browser cannot keep one
    new auth0.bindings.clientCredentials.ClientCredentials(this, 'ShopCredentials', {
      clientId: shop.clientId,
      authenticationMethod: 'none',
    });
    // the most that the app can do for any user; what a user can do of it depends on the user's roles
    this.orders.grant(shop.clientId, ['read:orders', 'write:orders', 'delete:orders'], { subjectType: auth0.SubjectType.USER });

    const worker = new auth0.bindings.client.Client(this, 'Worker', { name: 'Worker', appType: 'non_interactive' });
    this.orders.grant(worker.clientId, ['read:orders']);

    new auth0.Role(this, 'Clerk', { name: 'Orders clerk' }).allow(this.orders, ['read:orders', 'write:orders']);
    new auth0.Role(this, 'Manager', { name: 'Orders manager' }).allow(this.orders, ['read:orders', 'write:orders', 'delete:orders']);
  }
}

if (require.main === module) {
  const app = new App();
  new StarterStack(app, 'starter');
  app.synth();
}
