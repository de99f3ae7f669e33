// Adds 10,000 scopes one by one, and synthesizes: node scopes.js <scopes of each API> <outdir>

const { App, TerraformStack } = require('cdktf');
const { Auth0Provider, ResourceServer } = require('cdktf-auth0');

const [scopes, outdir] = process.argv.slice(2);
const start = process.hrtime.bigint();
const app = new App({ outdir });
const stack = new TerraformStack(app, 'bench');
new Auth0Provider(stack, 'auth0');
// the total number of scopes is always the same, so that the time for the app itself is, too
for (let api = 0; api < 10_000 / Number(scopes); api++) {
  const server = new ResourceServer(stack, `Api${api}`, { identifier: `https://api.example.com/${api}` });
  for (let index = 0; index < Number(scopes); index++) {
    server.addScope(`read:thing-${index}`, `Read thing ${index}`);
  }
}
app.synth();
console.log(JSON.stringify({ ms: Number(process.hrtime.bigint() - start) / 1e6 }));
