const { existsSync } = require('node:fs');
const { join } = require('node:path');

const peers = join(__dirname, '..', 'peers', 'node_modules');
const load = (name) => require(existsSync(peers) ? join(peers, name) : name);

const pulumi = load('@pulumi/pulumi');
const auth0 = load('@pulumi/auth0');
// load the classes before the measurement starts: the SDK loads each one in a getter
const { ClientGrant, ResourceServer, ResourceServerScopes } = auth0;

module.exports = async (apis, names) => {
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),
    call: ({ inputs }) => inputs,
  });
  const outputs = [];
  for (let index = 0; index < apis; index++) {
    const api = new ResourceServer(`api-${index}`, {
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
    const scopes = new ResourceServerScopes(`api-${index}-scopes`, {
      resourceServerIdentifier: api.identifier,
      scopes: names.map((name) => ({ name, description: `May ${name}` })),
    });
    const grant = new ClientGrant(`api-${index}-grant`, {
      audience: scopes.resourceServerIdentifier,
      clientId: `client-${index}`,
      scopes: names.slice(0, 2),
    });
    outputs.push(api.urn, scopes.urn, grant.urn);
  }
  await Promise.all(outputs.map((output) => new Promise((resolve) => output.apply(resolve))));
};
