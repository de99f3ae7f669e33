// Asks who can do what, after a synthesis: node access.js <applications> <questions> <outdir>
// Prints the time of the questions, with the reading of what is there, and the time of the synthesis.

const { App, TerraformStack } = require('cdktf');
const { Access, Auth0Provider, bindings, ResourceServer, Role, SubjectType } = require('cdktf-auth0');

const [count, questions, outdir] = process.argv.slice(2);
const { Client } = bindings.client;
const SCOPES = ['delete', 'list', 'read', 'write'];
const time = (what) => {
  const start = process.hrtime.bigint();
  what();
  return Number(process.hrtime.bigint() - start) / 1e6;
};

const clients = [];
const apis = [];
const roles = [];
let stack;

const synthesis = time(() => {
  const app = new App({ outdir });
  stack = new TerraformStack(app, 'bench');
  new Auth0Provider(stack, 'auth0');
  for (let index = 0; index < Number(count); index++) {
    const api = new ResourceServer(stack, `Api${index}`, {
      identifier: `https://api.example.com/${index}`,
      scopes: Object.fromEntries(SCOPES.map((name) => [`${name}:${index}`, `May ${name}`])),
      safeDefaults: false,
    });
    const client = new Client(stack, `Client${index}`, { name: `Client ${index}` });
    api.grant(client.clientId, [`read:${index}`]);
    if (index % 5 === 0) {
      const role = new Role(stack, `Role${index}`, { name: `Role ${index}` });
      role.allow(api, [`read:${index}`]);
      roles.push(role);
    }
    apis.push(api);
    clients.push(client);
  }
  app.synth();
});

let allowed = 0;
const ms = time(() => {
  const access = Access.of(stack);
  for (let index = 0; index < Number(questions); index++) {
    const at = index % apis.length;
    const [api, scope] = [apis[at], `${SCOPES[index % SCOPES.length]}:${at}`];
    const answer = index % 3 === 0
      ? access.role(roles[index % roles.length]).can(scope, api)
      : access.client(clients[(at + (index % 2)) % clients.length], index % 3 === 1 ? SubjectType.CLIENT : SubjectType.USER).can(scope, api);
    allowed += answer.isAllowed ? 1 : 0;
  }
});
if (allowed === 0 || allowed === Number(questions)) {
  throw new Error(`${allowed} of ${questions} questions were answered with yes, which cannot be right`);
}
console.log(JSON.stringify({ ms, synthesis }));
