import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** Grants for Auth0's own APIs: the Management API for all users, and the My Account API for the user's own account. */
export class Auth0ApisStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    // the domain of the tenant, not a custom domain
    const domain = 'tenant.eu.auth0.com';

    const userSync = new auth0.bindings.client.Client(this, 'UserSync', {
      name: 'User sync',
      appType: 'non_interactive',
      grantTypes: ['client_credentials'],
    });
    const managementApi = auth0.ResourceServer.fromManagementApi(this, 'ManagementApi', domain);
    managementApi.grant(userSync.clientId, ['read:users', 'update:users']);

    const profile = new auth0.bindings.client.Client(this, 'Profile', {
      name: 'Profile',
      appType: 'regular_web',
      grantTypes: ['authorization_code'],
      callbacks: ['https://profile.example.com/callback'],
      oidcConformant: true,
      jwtConfiguration: { alg: 'RS256' },
    });
    // activate the My Account API in the dashboard first; it only accepts access tokens of users
    const myAccountApi = auth0.ResourceServer.fromMyAccountApi(this, 'MyAccountApi', domain);
    myAccountApi.grant(profile.clientId, ['read:me:authentication_methods'], { subjectType: auth0.SubjectType.USER });
  }
}

if (require.main === module) {
  const app = new App();
  new Auth0ApisStack(app, 'auth0-apis');
  app.synth();
}
