const { App, TerraformStack } = require('cdktf');
const { apiOf, grantOf, scopesOf } = require('./definition');

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
      const api = new ResourceServer(stack, `Api${index}`, apiOf(index));
      const scopes = new ResourceServerScopes(stack, `Api${index}Scopes`, scopesOf(api, names));
      new ClientGrant(stack, `Api${index}Grant`, grantOf(index, scopes, names));
    }
    app.synth();
  };
};
