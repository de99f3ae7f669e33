// The first steps of a newcomer, word for word as the README and docs/start.md say, in an empty folder, with the packed
// package and the registry. They need a network, so they only run in CI.

import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { folderForAllTests } from '../support/folders';
import { cliOf, Node, NODES } from '../support/on-demand';
import { pack } from '../support/packed';
import { commands, firstProgram, pageOf, README, snippets } from '../support/readme';

const FRAMEWORK = 'cdktf';
const PACKAGE = 'cdktf-auth0';
const START = pageOf('docs/start.md');
const DEPLOY = ['diff', 'deploy', 'destroy'];

const blocks = snippets(README).filter(({ info }) => info === 'sh').map(({ text }) => text.trim().split('\n'));
const own = blocks.find((lines) => lines.includes(`npx ${FRAMEWORK} synth`))!;

test('the README has three commands for each framework, and no others', () => {
  const withoutVersions = (lines: string[]) => lines.map((line) => line.replace(/(?<=cdkt[fn](-cli)?)@\S+/g, '').replace(/cdkt[fn]/g, 'cdkt_'));
  expect(blocks.map((lines) => lines.length)).toEqual([3, 3]);
  expect(withoutVersions(blocks[0])).toEqual(withoutVersions(blocks[1]));
});

test('docs/start.md has the commands to deploy, and no others', () => {
  const named = commands(START).map((line) => line.replace(/^(export \w+)=.*$/, '$1'));
  expect(named.map((line) => line.replace(/cdkt[fn]/, FRAMEWORK))).toEqual([
    ...['DOMAIN', 'CLIENT_ID', 'CLIENT_SECRET'].map((name) => `export AUTH0_${name}`),
    ...DEPLOY.map((command) => `npx ${FRAMEWORK} ${command} orders`),
  ]);
});

const found = cliOf(FRAMEWORK);
const cli = 'missing' in found ? undefined : found;
if (!process.env.CI || !cli) {
  process.stderr.write(`the first steps with ${PACKAGE}: skipped, they run in CI, where there is a registry\n`);
} else {
  firstSteps(cli.node);
}

function firstSteps({ version: nodeVersion, bin: node }: Node) {
  describe(`with ${FRAMEWORK} on Node ${nodeVersion}, in an empty folder`, () => {
    const folder = folderForAllTests();
    const read = (outdir: string) => JSON.parse(fs.readFileSync(path.join(folder(), outdir, 'stacks/orders/cdk.tf.json'), 'utf8'));
    const write = (file: string, text: string) => fs.writeFileSync(path.join(folder(), file), text);

    function run(line: string, env: NodeJS.ProcessEnv = {}): string {
      const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!config_(registry|cafile|.*proxy)$)/i.test(name)));
      fs.mkdirSync(path.join(folder(), 'tmp'), { recursive: true });
      return execFileSync('sh', ['-c', line], {
        cwd: folder(),
        encoding: 'utf8',
        stdio: 'pipe',
        env: { ...inherited, CHECKPOINT_DISABLE: '1', TMPDIR: path.join(folder(), 'tmp'), PATH: [path.dirname(node), process.env.PATH].join(path.delimiter), ...env },
      });
    }
    const synth = (app: string, outdir: string) => run(`npx ${FRAMEWORK} synth --app '${app}' --output ${outdir}`);

    test('the three commands of the README give Terraform JSON', () => {
      const tarball = pack(folder()).file;
      write('main.ts', firstProgram());
      write('cdktf.json', snippets(README).find(({ info }) => info === 'json')!.text);
      const printed = own.map((line) => run(line.replace(` ${PACKAGE} `, ` ${tarball} `)));
      expect(printed[2]).toContain('Generated Terraform code for the stacks: orders');
      expect(Object.keys(read('cdktf.out').resource)).toEqual(['auth0_client', 'auth0_client_grant', 'auth0_resource_server', 'auth0_resource_server_scopes']);
    }, 300_000);

    test('types are checked', () => {
      run('npx tsc --noEmit --strict --skipLibCheck --module nodenext --target es2022 --ignoreConfig main.ts');
    }, 60_000);

    test('in JavaScript', () => {
      write('main.js', firstProgram().replace(/^import (.+) from ('.+');/gm, (_, names, from) => `const ${names.replace('* as ', '')} = require(${from});`));
      synth('node main.js', 'out-js');
      expect(read('out-js')).toEqual(read('cdktf.out'));
    }, 60_000);

    test('as an ECMAScript module', () => {
      write('main.mjs', firstProgram());
      synth('node main.mjs', 'out-mjs');
      run('npm pkg set type=module');
      synth('npx tsx main.ts', 'out-module');
      run('npm pkg set type=commonjs');
      expect([read('out-mjs'), read('out-module')]).toEqual([read('cdktf.out'), read('cdktf.out')]);
    }, 60_000);

    const newer = NODES.find(({ version }) => !version.startsWith('20.'));
    (newer ? test : test.skip)('in TypeScript that Node runs itself', () => {
      fs.mkdirSync(path.join(folder(), 'native'), { recursive: true });
      write('native/package.json', '{ "type": "module" }');
      write('native/main.ts', firstProgram());
      synth(`${newer!.bin} native/main.ts`, 'out-native');
      expect(read('out-native')).toEqual(read('cdktf.out'));
    }, 60_000);

    test('diff, deploy and destroy run Terraform in the folder of the stack, with the credentials', () => {
      const log = path.join(folder(), 'terraform.log');
      write('terraform', `#!/bin/sh
echo "$(basename "$PWD") $1 $AUTH0_DOMAIN" >> ${log}
case "$1" in
  version) echo '{ "terraform_version": "1.11.4" }' ;;
  -v) echo 'Terraform v1.11.4' ;;
  plan) touch plan ;;
  output) echo '{}' ;;
esac
`);
      fs.chmodSync(path.join(folder(), 'terraform'), 0o755);
      const lines = commands(START).map((line) => line.replace(/cdktn/, FRAMEWORK).replace(/^npx.*(deploy|destroy).*$/, '$& --auto-approve'));
      const calls = (commandLines: string[]) => {
        run(commandLines.join(' && '), { TERRAFORM_BINARY_NAME: path.join(folder(), 'terraform') });
        const logged = fs.readFileSync(log, 'utf8').trim().split('\n').filter((line) => line.startsWith('orders '));
        fs.rmSync(log);
        return logged;
      };
      const expected = ['plan', 'apply', 'destroy'].map((command) => `orders ${command} tenant.eu.auth0.com`);
      expect(calls(lines).filter((line) => / (plan|apply|destroy) /.test(line))).toEqual(expected);
      expect(calls(lines.map((line) => line.replace(/^npx.*$/, '$& --skip-provider-lock'))).filter((line) => line.includes('providers'))).toEqual([]);
    }, 120_000);

    test('with the matchers in vitest, and the runner of Node', () => {
      const [vitest, runner] = snippets(pageOf('docs/testing.md')).filter(({ info }) => info === 'js').map(({ text }) => text);
      const stack = firstProgram().replace('const app = new App();', 'const app = auth0.Testing.app();').replace('app.synth();\n', '');
      fs.mkdirSync(path.join(folder(), 'tests'), { recursive: true });
      write('tests/vitest.test.ts', `${vitest}import { test } from 'vitest';\n${stack}
        test('it', () => expect(auth0.Access.of(stack).client('Worker')).toHaveScope('read:orders', orders));`);
      write('tests/runner.test.ts', `${stack}${runner}`);
      run('npm install --no-audit --no-fund vitest@3');
      expect(run('npx vitest run tests/vitest.test.ts')).toMatch(/1 passed/);
      expect(run('npx tsx --test tests/runner.test.ts')).toMatch(/pass 1\n/);
    }, 300_000);

    test('with pnpm', () => {
      const project = path.join(folder(), 'with-pnpm');
      fs.mkdirSync(project);
      fs.copyFileSync(path.join(folder(), 'main.ts'), path.join(project, 'main.ts'));
      fs.copyFileSync(path.join(folder(), 'cdktf.json'), path.join(project, 'cdktf.json'));
      fs.writeFileSync(path.join(project, 'package.json'), '{}');
      const [tarball] = fs.readdirSync(folder()).filter((file) => file.endsWith('.tgz'));
      const pnpm = `cd with-pnpm && npx --yes pnpm@10`;
      run(`${pnpm} add --store-dir ../store ${own[1].replace('npm install ', '').replace(` ${PACKAGE} `, ` ../${tarball} `)}`);
      run(`${pnpm} exec ${FRAMEWORK} synth`);
      expect(read('with-pnpm/cdktf.out').resource).toEqual(read('cdktf.out').resource);
    }, 300_000);
  });
}
