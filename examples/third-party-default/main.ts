import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** An API for the apps of other companies. All of them get the same scopes, and one partner gets more. */
export class ThirdPartyDefaultStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    const calendar = new auth0.ResourceServer(this, 'Calendar', {
      identifier: 'https://api.example.com/calendar',
      name: 'Calendar',
      scopes: {
        'read:events': 'See your events',
        'write:events': 'Create and change your events',
      },

      // users only share their own events, so their consent is enough: no roles
      enforcePolicies: false,
    });

    // every third-party app can read the events of a user who has consented
    calendar.grantThirdPartyClients(['read:events'], { subjectType: auth0.SubjectType.USER });

    const partner = new auth0.bindings.client.Client(this, 'Partner', {
      name: 'Travel planner by Example Partner',
      isFirstParty: false,
      appType: 'regular_web',
      grantTypes: ['authorization_code'],
      callbacks: ['https://planner.example.net/callback'],
      oidcConformant: true,
      jwtConfiguration: { alg: 'RS256' },
    });
    // the partner's own grant replaces the default grant, so list all scopes that the partner can get
    calendar.grant(partner.clientId, ['read:events', 'write:events'], { subjectType: auth0.SubjectType.USER });
  }
}

if (require.main === module) {
  const app = new App();
  new ThirdPartyDefaultStack(app, 'third-party-default');
  app.synth();
}
