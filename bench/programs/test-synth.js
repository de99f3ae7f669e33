// Synthesizes a stack for a test: node test-synth.js <ours|theirs> <construct|binding> <resources> <outfile>

const { writeFileSync } = require('node:fs');
const { TerraformStack, Testing: FrameworkTesting } = require('cdktf');
const { Auth0Provider, bindings, Role, Testing } = require('cdktf-auth0');

const [library, kind, resources, outfile] = process.argv.slice(2);
const Resource = kind === 'binding' ? bindings.role.Role : Role;
const stack = new TerraformStack(Testing.app(), 'stack');
new Auth0Provider(stack, 'auth0');
for (let index = 0; index < Number(resources); index++) {
  new Resource(stack, `Role${index}`, { name: `Role ${index}` });
}

const start = process.hrtime.bigint();
const json = library === 'ours' ? Testing.synth(stack).json : FrameworkTesting.synth(stack, true);
const ms = Number(process.hrtime.bigint() - start) / 1e6;
writeFileSync(outfile, json);
console.log(JSON.stringify({ ms }));
