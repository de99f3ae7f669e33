import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** The example from the provider's page on `auth0_resource_server`, with the same attributes. */
export class CompleteStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    const api = new auth0.ResourceServer(this, 'MyResourceServer', {
      // write only the attributes below; use this to convert existing HCL
      safeDefaults: false,

      name: 'Example Resource Server (Managed by Terraform)',
      identifier: 'https://api.example.com',
      signingAlg: auth0.SigningAlg.RS256,
      allowOfflineAccess: true,
      tokenLifetime: auth0.Duration.seconds(8600),
      skipConsentForVerifiableFirstPartyClients: true,
      consentPolicy: auth0.ConsentPolicy.TRANSACTIONAL_AUTHORIZATION_WITH_MFA,
      tokenEncryption: auth0.TokenEncryption.compactNestedJwe(
        auth0.EncryptionKey.fromPemFile(join(__dirname, 'encryption-certificate.pem'), {
          name: 'keyname',
          algorithm: auth0.EncryptionAlg.RSA_OAEP_256,
        }),
      ),
      authorizationDetails: auth0.AuthorizationDetails.types(['payment', 'non-payment']),
      proofOfPossession: auth0.ProofOfPossession.mtls({ required: true }),
      subjectTypeAuthorization: {
        user: auth0.UserPolicy.ALLOW_ALL,
        client: auth0.ClientPolicy.REQUIRE_CLIENT_GRANT,
      },
    });

    // the address from the HCL, so that Terraform keeps the API that is in the state
    api.resource.overrideLogicalId('my_resource_server');
  }
}

if (require.main === module) {
  const app = new App();
  new CompleteStack(app, 'complete');
  app.synth();
}
