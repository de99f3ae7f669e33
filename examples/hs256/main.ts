import { App, TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** An API that cannot verify access tokens with a public key. It shares a secret with Auth0. */
export class Hs256Stack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    // set TF_VAR_signing_secret for the apply; `sensitive` keeps the secret out of the plan
    const signingSecret = new TerraformVariable(this, 'signing_secret', {
      type: 'string',
      description: 'The secret that tokens for the inventory are signed with, at least 16 characters',
      sensitive: true,
    });

    new auth0.ResourceServer(this, 'Inventory', {
      identifier: 'https://api.example.com/inventory',
      name: 'Inventory',
      signingAlg: auth0.SigningAlg.HS256,
      signingSecret: auth0.SigningSecret.fromVariable(signingSecret),
    });
  }
}

if (require.main === module) {
  const app = new App();
  new Hs256Stack(app, 'hs256');
  app.synth();
}
