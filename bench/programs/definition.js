// What an API, its scopes and its grant are in the programs without our constructs. Pulumi has the names of the bindings.

exports.apiOf = (index) => ({
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

exports.scopesOf = (api, names) => ({
  resourceServerIdentifier: api.identifier,
  scopes: names.map((name) => ({ name, description: `May ${name}` })),
});

exports.grantOf = (index, scopes, names) => ({
  audience: scopes.resourceServerIdentifier,
  clientId: `client-${index}`,
  scopes: names.slice(0, 2),
});
