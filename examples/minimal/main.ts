import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** An API with three scopes. All other properties have safe defaults: docs/safe-defaults.md lists them. */
export class MinimalStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    // reads AUTH0_DOMAIN, AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET from the environment
    new auth0.Auth0Provider(this, 'auth0');

    new auth0.ResourceServer(this, 'Orders', {
      identifier: 'https://api.example.com/orders',
      name: 'Orders',
      scopes: {
        'read:orders': 'Read orders',
        'write:orders': 'Create and change orders',
        'delete:orders': 'Delete orders',
      },
    });
  }
}

if (require.main === module) {
  const app = new App();
  new MinimalStack(app, 'minimal');
  app.synth();
}
