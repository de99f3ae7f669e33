import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** The API of an MCP server whose clients (assistants, editors) register themselves. */
export class McpServerStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    const mcpServer = new auth0.ResourceServer(this, 'McpServer', {
      // exactly the URL of the server: MCP clients use it to request an access token
      identifier: 'https://mcp.example.com/mcp',
      name: 'Example MCP server',
      scopes: {
        'tool:search': 'Search the catalog',
        'tool:order': 'Place an order',
      },

      // every MCP library can verify the IETF profile; its permissions tell the server which tools the user may call
      tokenDialect: auth0.TokenDialect.RFC9068_PROFILE_AUTHZ,
      enforcePolicies: true,

      subjectTypeAuthorization: {
        // anyone can register a client, so a client needs a grant to get an access token
        user: auth0.UserPolicy.REQUIRE_CLIENT_GRANT,
        // tools act for a user who has signed in: no access tokens for a client on its own behalf
        client: auth0.ClientPolicy.DENY_ALL,
      },
    });

    // a client that registers itself is a third-party application: this default grant applies to it
    mcpServer.grantThirdPartyClients(['tool:search', 'tool:order'], { subjectType: auth0.SubjectType.USER });

    // a user without this role cannot call a tool
    const customer = new auth0.Role(this, 'Customer', { name: 'MCP customer' });
    customer.allow(mcpServer, ['tool:search', 'tool:order']);
  }
}

if (require.main === module) {
  const app = new App();
  new McpServerStack(app, 'mcp-server');
  app.synth();
}
