import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** An API for the apps of other companies: all of them get the same, and one partner more. */
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

      // the events are the user's own: consent is enough, and roles have no say
      enforcePolicies: false,
    });

    // whoever made it, an app reads events, and for a user who has consented
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
    // a grant of its own takes the place of the default: it names everything that the partner can get
    calendar.grant(partner.clientId, ['read:events', 'write:events'], { subjectType: auth0.SubjectType.USER });
  }
}

if (require.main === module) {
  const app = new App();
  new ThirdPartyDefaultStack(app, 'third-party-default');
  app.synth();
}
