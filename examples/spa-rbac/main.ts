import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** A single-page app in which roles decide what a user can do. */
export class SpaRbacStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    const tickets = new auth0.ResourceServer(this, 'Tickets', {
      identifier: 'https://api.example.com/tickets',
      name: 'Tickets',
      scopes: {
        'read:tickets': 'Read tickets',
        'answer:tickets': 'Answer tickets',
        'delete:tickets': 'Delete tickets',
      },

      // a user gets only the scopes of their roles; without this, every user gets all scopes granted to the app
      enforcePolicies: true,

      // the app belongs to the same company: users need not consent
      skipConsentForVerifiableFirstPartyClients: true,
    });

    const helpDesk = new auth0.bindings.client.Client(this, 'HelpDesk', {
      name: 'Help desk',
      appType: 'spa',
      grantTypes: ['authorization_code'],
      callbacks: ['https://helpdesk.example.com'],
      allowedLogoutUrls: ['https://helpdesk.example.com'],
      webOrigins: ['https://helpdesk.example.com'],
      oidcConformant: true,
      jwtConfiguration: { alg: 'RS256' },
    });
    // no client secret, because a browser cannot keep one secret
    new auth0.bindings.clientCredentials.ClientCredentials(this, 'HelpDeskCredentials', {
      clientId: helpDesk.clientId,
      authenticationMethod: 'none',
    });

    // the scopes that the app can get for any user: no role can add a scope that is missing here
    tickets.grant(helpDesk.clientId, ['read:tickets', 'answer:tickets', 'delete:tickets'], {
      subjectType: auth0.SubjectType.USER,
    });

    const agent = new auth0.Role(this, 'Agent', { name: 'Help desk agent' });
    agent.allow(tickets, ['read:tickets', 'answer:tickets']);

    const lead = new auth0.Role(this, 'Lead', { name: 'Help desk lead' });
    lead.allow(tickets, ['read:tickets', 'answer:tickets', 'delete:tickets']);
  }
}

if (require.main === module) {
  const app = new App();
  new SpaRbacStack(app, 'spa-rbac');
  app.synth();
}
