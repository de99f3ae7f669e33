import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const MODULES = join(ROOT, 'node_modules');

const COMMON = `import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';

const app = new App();
const stack = new TerraformStack(app, 'orders');
const variable = new TerraformVariable(stack, 'audience', { type: 'string' });
new TerraformOutput(stack, 'out', { value: variable.stringValue });
`;

const PROGRAM = `${COMMON}
import * as auth0 from 'cdktf-auth0';

new auth0.Auth0Provider(stack, 'auth0');
const orders = new auth0.ResourceServer(stack, 'Orders', {
  identifier: 'https://api.example.com/orders',
  scopes: { 'read:orders': 'Read orders' },
  tokenLifetime: auth0.Duration.hours(1),
  proofOfPossession: auth0.ProofOfPossession.dpop(),
});
orders.grant('client', ['read:orders']);
app.synth();
`;

/** Type-checks two programs: one with the packed library, and the same without it, with CDKTF alone. */
export function typeCheckPrograms(folder: string) {
  const modules = join(folder, 'node_modules');
  const installed = join(modules, 'cdktf-auth0');
  mkdirSync(installed, { recursive: true });
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8' }));
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components', '1']);
  ['cdktf', 'constructs', '@types'].forEach((name) => symlinkSync(join(MODULES, name), join(modules, name)));
  const { compilerOptions } = JSON.parse(readFileSync(join(MODULES, 'cdktf-cli/bundle/templates/typescript/tsconfig.json'), 'utf8'));
  Object.assign(compilerOptions, { moduleResolution: 'node', ignoreDeprecations: '6.0', noEmit: true });

  const check = (name: string, program: string) => {
    writeFileSync(join(folder, `${name}.ts`), program);
    const project = join(folder, `tsconfig.${name}.json`);
    writeFileSync(project, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
    return () => {
      const start = process.hrtime.bigint();
      execFileSync(process.execPath, [join(MODULES, 'typescript/bin/tsc'), '--project', project], { stdio: 'inherit' });
      return { ms: Number(process.hrtime.bigint() - start) / 1e6 };
    };
  };
  return { ours: check('ours', PROGRAM), peer: check('peer', `${COMMON}app.synth();\n`) };
}
