const { App, TerraformStack } = require('cdktf');
// loads what the program uses now: the peers also load theirs before the measurement starts
const {
  Auth0Provider, AuthorizationDetails, ClientPolicy, Duration, ProofOfPossession, ResourceServer, SigningAlg, TokenDialect, UserPolicy,
} = require('cdktf-auth0');

module.exports = (apis, names, outdir) => {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, 'bench');
  new Auth0Provider(stack, 'auth0');
  for (let index = 0; index < apis; index++) {
    const api = new ResourceServer(stack, `Api${index}`, {
      identifier: `https://api.example.com/${index}`,
      name: `Api ${index}`,
      scopes: Object.fromEntries(names.map((name) => [name, `May ${name}`])),
      signingAlg: SigningAlg.RS256,
      enforcePolicies: true,
      tokenDialect: TokenDialect.RFC9068_PROFILE_AUTHZ,
      tokenLifetime: Duration.hours(1),
      proofOfPossession: ProofOfPossession.dpop(),
      authorizationDetails: AuthorizationDetails.types(['payment']),
      subjectTypeAuthorization: {
        user: UserPolicy.REQUIRE_CLIENT_GRANT,
        client: ClientPolicy.REQUIRE_CLIENT_GRANT,
      },
      safeDefaults: false,
    });
    api.grant(`client-${index}`, names.slice(0, 2));
  }
  app.synth();
};
