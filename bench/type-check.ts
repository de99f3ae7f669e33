import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const MODULES = join(ROOT, 'node_modules');

const PEERS = join(__dirname, 'peers', 'node_modules');

const PROGRAMS = {
  'cdktf-auth0': `import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';

const app = new App();
const stack = new TerraformStack(app, 'orders');
new auth0.Auth0Provider(stack, 'auth0');
const orders = new auth0.ResourceServer(stack, 'Orders', {
  identifier: 'https://api.example.com/orders',
  name: 'Orders',
  scopes: { 'read:orders': 'Read orders' },
  tokenLifetime: auth0.Duration.hours(1),
});
orders.grant('client', ['read:orders']);
app.synth();
`,
  '@cdktf/provider-okta': `import { App, TerraformStack } from 'cdktf';
import * as okta from '@cdktf/provider-okta';

const app = new App();
const stack = new TerraformStack(app, 'orders');
new okta.provider.OktaProvider(stack, 'okta');
const orders = new okta.authServer.AuthServer(stack, 'Orders', {
  audiences: ['https://api.example.com/orders'],
  name: 'Orders',
});
new okta.authServerScope.AuthServerScope(stack, 'Read', {
  authServerId: orders.id,
  name: 'read:orders',
  description: 'Read orders',
});
app.synth();
`,
  '@pulumi/auth0': `import * as auth0 from '@pulumi/auth0';

const orders = new auth0.ResourceServer('Orders', {
  identifier: 'https://api.example.com/orders',
  name: 'Orders',
  tokenLifetime: 3600,
});
const scopes = new auth0.ResourceServerScopes('Scopes', {
  resourceServerIdentifier: orders.identifier,
  scopes: [{ name: 'read:orders', description: 'Read orders' }],
});
new auth0.ClientGrant('Grant', {
  audience: scopes.resourceServerIdentifier,
  clientId: 'client',
  scopes: ['read:orders'],
});
`,
};

/** Type-checks the same program with the packed library and with its peers, all with the TypeScript settings of CDKTF. */
export function typeCheckPrograms(folder: string) {
  const modules = join(folder, 'node_modules');
  const installed = join(modules, 'cdktf-auth0');
  ['@cdktf', '@pulumi'].forEach((name) => mkdirSync(join(modules, name), { recursive: true }));
  mkdirSync(installed);
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8' }));
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components', '1']);
  ['cdktf', 'constructs', '@types'].forEach((name) => symlinkSync(join(MODULES, name), join(modules, name)));
  // copied, so that they find the same CDKTF
  cpSync(join(PEERS, '@cdktf/provider-okta'), join(modules, '@cdktf/provider-okta'), { recursive: true });
  ['auth0', 'pulumi'].forEach((name) => symlinkSync(join(PEERS, '@pulumi', name), join(modules, '@pulumi', name)));
  const { compilerOptions } = JSON.parse(readFileSync(join(MODULES, 'cdktf-cli/bundle/templates/typescript/tsconfig.json'), 'utf8'));
  Object.assign(compilerOptions, { moduleResolution: 'node', ignoreDeprecations: '6.0', noEmit: true, skipLibCheck: true });

  const check = (name: keyof typeof PROGRAMS) => {
    const file = name.replace(/\W/g, '-');
    writeFileSync(join(folder, `${file}.ts`), PROGRAMS[name]);
    const project = join(folder, `tsconfig.${file}.json`);
    writeFileSync(project, JSON.stringify({ compilerOptions, files: [`${file}.ts`] }));
    return () => {
      const start = process.hrtime.bigint();
      execFileSync(process.execPath, [join(MODULES, 'typescript/bin/tsc'), '--project', project], { stdio: 'inherit' });
      return { ms: Number(process.hrtime.bigint() - start) / 1e6 };
    };
  };
  const [ours, okta, pulumi] = [check('cdktf-auth0'), check('@cdktf/provider-okta'), check('@pulumi/auth0')];
  return { ours, peer: () => ({ ms: Math.min(okta().ms, pulumi().ms) }) };
}
