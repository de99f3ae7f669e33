const { App, TerraformStack } = require('cdktf');
// loads all modules of the lazy index now: the peers also load theirs before the measurement starts
const auth0 = { ...require('cdktf-auth0') };

module.exports = (apis, names, outdir) => {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, 'bench');
  new auth0.Auth0Provider(stack, 'auth0');
  for (let index = 0; index < apis; index++) {
    const api = new auth0.ResourceServer(stack, `Api${index}`, {
      identifier: `https://api.example.com/${index}`,
      name: `Api ${index}`,
      scopes: Object.fromEntries(names.map((name) => [name, `May ${name}`])),
      signingAlg: auth0.SigningAlg.RS256,
      enforcePolicies: true,
      tokenDialect: auth0.TokenDialect.RFC9068_PROFILE_AUTHZ,
      tokenLifetime: auth0.Duration.hours(1),
      proofOfPossession: auth0.ProofOfPossession.dpop(),
      authorizationDetails: auth0.AuthorizationDetails.types(['payment']),
      subjectTypeAuthorization: {
        user: auth0.UserPolicy.REQUIRE_CLIENT_GRANT,
        client: auth0.ClientPolicy.REQUIRE_CLIENT_GRANT,
      },
      safeDefaults: false,
    });
    api.grant(`client-${index}`, names.slice(0, 2));
  }
  app.synth();
};
