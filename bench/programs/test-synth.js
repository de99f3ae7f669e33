// Synthesizes a stack for a test: node test-synth.js <ours|theirs> <resources> <outfile>

const { writeFileSync } = require('node:fs');
const { TerraformStack, Testing } = require('cdktf');
const { Auth0Provider, Role, testing } = require('cdktf-auth0');

const [library, resources, outfile] = process.argv.slice(2);
const stack = new TerraformStack(testing.app(), 'stack');
new Auth0Provider(stack, 'auth0');
for (let index = 0; index < Number(resources); index++) {
  new Role(stack, `Role${index}`, { name: `Role ${index}` });
}

const start = process.hrtime.bigint();
const json = library === 'ours' ? testing.synth(stack).json : Testing.synth(stack, true);
const ms = Number(process.hrtime.bigint() - start) / 1e6;
writeFileSync(outfile, json);
console.log(JSON.stringify({ ms }));
