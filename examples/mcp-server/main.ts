import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';
import { Construct } from 'constructs';

/** The API of an MCP server whose clients (assistants, editors) register themselves. */
export class McpServerStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new auth0.Auth0Provider(this, 'auth0');

    const mcpServer = new auth0.ResourceServer(this, 'McpServer', {
      // the URL of the server, letter by letter: MCP clients ask for a token by it
      identifier: 'https://mcp.example.com/mcp',
      name: 'Example MCP server',
      scopes: {
        'tool:search': 'Search the catalog',
        'tool:order': 'Place an order',
      },

      // any MCP library can verify the IETF's profile; the permissions in it say which tools the user may call
      tokenDialect: auth0.TokenDialect.RFC9068_PROFILE_AUTHZ,
      enforcePolicies: true,

      subjectTypeAuthorization: {
        // anyone can register a client, so none gets a token for being registered: only what a grant names
        user: auth0.UserPolicy.REQUIRE_CLIENT_GRANT,
        // a tool acts for the user who signed in: a client has no business here on its own behalf
        client: auth0.ClientPolicy.DENY_ALL,
      },
    });

    // a client that registers itself is a third-party one, and nobody is there to grant it anything
    mcpServer.grantThirdPartyClients(['tool:search', 'tool:order'], { subjectType: auth0.SubjectType.USER });

    // whoever has no role may call no tool
    const customer = new auth0.Role(this, 'Customer', { name: 'MCP customer' });
    customer.allow(mcpServer, 'tool:search', 'tool:order');
  }
}

if (require.main === module) {
  const app = new App();
  new McpServerStack(app, 'mcp-server');
  app.synth();
}
