const { App, TerraformStack } = require('cdktf');

/** A program that uses bindings of this folder, without our constructs. */
module.exports = (folder) => {
  const { Auth0Provider } = require(`${folder}/provider`);
  const { ClientGrant } = require(`${folder}/client-grant`);
  const { ResourceServer } = require(`${folder}/resource-server`);
  const { ResourceServerScopes } = require(`${folder}/resource-server-scopes`);

  return (apis, names, outdir) => {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, 'bench');
    new Auth0Provider(stack, 'auth0');
    for (let index = 0; index < apis; index++) {
      const api = new ResourceServer(stack, `Api${index}`, {
        identifier: `https://api.example.com/${index}`,
        name: `Api ${index}`,
        signingAlg: 'RS256',
        enforcePolicies: true,
        tokenDialect: 'rfc9068_profile_authz',
        tokenLifetime: 3600,
        proofOfPossession: { mechanism: 'dpop', required: true },
        authorizationDetails: [{ type: 'payment' }],
        subjectTypeAuthorization: {
          user: { policy: 'require_client_grant' },
          client: { policy: 'require_client_grant' },
        },
      });
      const scopes = new ResourceServerScopes(stack, `Api${index}Scopes`, {
        resourceServerIdentifier: api.identifier,
        scopes: names.map((name) => ({ name, description: `May ${name}` })),
      });
      new ClientGrant(stack, `Api${index}Grant`, {
        audience: scopes.resourceServerIdentifier,
        clientId: `client-${index}`,
        scopes: names.slice(0, 2),
      });
    }
    app.synth();
  };
};
