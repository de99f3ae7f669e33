const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { apiOf, grantOf, scopesOf } = require('./definition');

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
    const api = new ResourceServer(`api-${index}`, apiOf(index));
    const scopes = new ResourceServerScopes(`api-${index}-scopes`, scopesOf(api, names));
    const grant = new ClientGrant(`api-${index}-grant`, grantOf(index, scopes, names));
    outputs.push(api.urn, scopes.urn, grant.urn);
  }
  await Promise.all(outputs.map((output) => new Promise((resolve) => output.apply(resolve))));
};
