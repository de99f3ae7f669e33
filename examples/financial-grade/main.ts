import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** An API for payments. Needs Highly Regulated Identity in Auth0, and its add-on for PS256. */
export class FinancialGradeStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    // the public key; the API keeps the private key and decrypts access tokens with it
    const key = auth0.EncryptionKey.fromPemFile(join(__dirname, 'encryption-key.pem'));

    new auth0.ResourceServer(this, 'Payments', {
      identifier: 'https://api.example.com/payments',
      name: 'Payments',
      scopes: {
        'read:accounts': 'Read accounts and balances',
        'create:payments': 'Create payments',
      },

      // a stolen access token is useless: it expires soon, works only for its application, and cannot be read
      signingAlg: auth0.SigningAlg.PS256,
      tokenLifetime: auth0.Duration.minutes(5),
      proofOfPossession: auth0.ProofOfPossession.dpop({ required: true }),
      // the API finds the key by its id; with the thumbprint as the id, a new key gets a new id
      tokenEncryption: auth0.TokenEncryption.compactNestedJwe(key, { kid: key.thumbprint }),

      // the user approves each payment with a second factor
      authorizationDetails: auth0.AuthorizationDetails.types(['payment', 'standing_order']),
      consentPolicy: auth0.ConsentPolicy.TRANSACTIONAL_AUTHORIZATION_WITH_MFA,
    });
  }
}

if (require.main === module) {
  const app = new App();
  new FinancialGradeStack(app, 'financial-grade');
  app.synth();
}
