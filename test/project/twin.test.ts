import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CDKTF, CDKTN } from '../../scripts/frameworks';
import { forCdktn, pageForCdktn } from '../../scripts/twin';
import { withFolder } from '../support/folders';

const ROOT = join(__dirname, '../..');
const TWIN = join(ROOT, 'dist', 'cdktn-auth0');

/**
 * The JSON of each stack of the examples. It is indented again, because the frameworks print empty lists differently.
 */
function examplesOf(project: string): Record<string, string> {
  return withFolder((folder) => {
    const args = [join(ROOT, 'node_modules/ts-node/dist/bin.js'), '--transpile-only', join(project, 'examples/main.ts')];
    execFileSync(process.execPath, args, { cwd: tmpdir(), env: { ...process.env, CDKTF_OUTDIR: folder } });
    const stacks = readdirSync(join(folder, 'stacks'));
    const jsonOf = (stack: string) => JSON.parse(readFileSync(join(folder, 'stacks', stack, 'cdk.tf.json'), 'utf8'));
    return Object.fromEntries(stacks.map((stack) => [stack, JSON.stringify(jsonOf(stack), undefined, 2)]));
  });
}

test('the JSON of the examples is the same on both, but for the version of the framework', () => {
  const [ours, theirs] = [examplesOf(ROOT), examplesOf(TWIN)];
  expect(Object.keys(ours).length).toBeGreaterThan(10);
  for (const json of Object.values(ours)) {
    expect(json).toContain(`"version": "${CDKTF.version}"`);
  }
  const alike = Object.entries(ours).map(([stack, json]) =>
    [stack, json.replace(`"version": "${CDKTF.version}"`, `"version": "${CDKTN.version}"`)]);
  expect(theirs).toEqual(Object.fromEntries(alike));
}, 60_000);

test.each([CDKTF, CDKTN])('the names of $name in other languages are its own', ({ name, names }) => {
  const { targets } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).jsii;
  const { java, go, dotnet } = targets;
  expect(names).toEqual({ java: java.package, maven: java.maven, go: go.moduleName, goPackage: go.packageName, dotnet: dotnet.namespace });
});

test('the twin asks for its own framework and nothing else', () => {
  const { name, peerDependencies, dependencies } = JSON.parse(readFileSync(join(TWIN, 'package.json'), 'utf8'));
  expect({ name, peerDependencies, dependencies }).toEqual({
    name: 'cdktn-auth0',
    peerDependencies: { cdktn: '^0.24.0', constructs: '>=10.6.0 <10.8.0' },
  });
});

test('what the twin publishes loads nothing of the other framework', () => {
  const files = readdirSync(join(TWIN, 'lib'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|d\.ts)$/.test(file));
  expect(files.length).toBeGreaterThan(200);
  const loads = (file: string) => /(from|require\(|import\() ?['"]@?cdktf/.test(readFileSync(join(TWIN, 'lib', file), 'utf8'));
  expect(files.filter(loads)).toEqual([]);
});

test('the README names the versions that each package asks for', () => {
  const [, table] = readFileSync(join(ROOT, 'README.md'), 'utf8').split('## Which package');
  for (const { name, title, version, constructs } of [CDKTF, CDKTN]) {
    const [minor] = /^\d+\.\d+/.exec(version)!;
    const line = table.split('\n').find((row) => row.startsWith(`| [${title}](https://www.npmjs.com/package/${name}) ${minor}`));
    expect(line).toContain(`| \`${name}-auth0\` | \`${constructs}\` |`);
  }
});

test('packages change their names, what both frameworks share does not', () => {
  expect(forCdktn(`import { App } from 'cdktf';`)).toBe(`import { App } from 'cdktn';`);
  expect(forCdktn(`import 'cdktf-auth0/lib/typed'; import('@cdktf/commons');`)).toBe(`import 'cdktn-auth0/lib/typed'; import('@cdktn/commons');`);
  expect(forCdktn('npx cdktf synth # as cdktn does.')).toBe('npx cdktn synth # as cdktf does.');
  expect(forCdktn('from cdktf import App\nimport cdktf_auth0 as auth0')).toBe('from cdktn import App\nimport cdktn_auth0 as auth0');
  expect(forCdktn('import com.hashicorp.cdktf.App; import io.github.cdktfauth0.Role;')).toBe('import io.cdktn.cdktn.App; import io.github.cdktnauth0.Role;');
  expect(forCdktn('<groupId>com.hashicorp</groupId><artifactId>cdktf</artifactId> io.github.cdktf-auth0:cdktf-auth0'))
    .toBe('<groupId>io.cdktn</groupId><artifactId>cdktn</artifactId> io.github.cdktf-auth0:cdktn-auth0');
  expect(forCdktn('"github.com/cdktf-auth0/cdktf-auth0-go/auth0" "github.com/hashicorp/terraform-cdk-go/cdktf"'))
    .toBe('"github.com/cdktf-auth0/cdktn-auth0-go/auth0" "github.com/open-constructs/cdk-terrain-go/cdktn"');
  expect(forCdktn('app := cdktf.NewApp(nil)')).toBe('app := cdktn.NewApp(nil)');
  expect(forCdktn('using HashiCorp.Cdktf; using CdktfAuth0;')).toBe('using Io.Cdktn; using CdktnAuth0;');
  const shared = `https://github.com/cdktf-auth0/ cdktf.json cdktf.out '@cdktf/warn' Symbol.for('cdktf/Resource') resource.cdktfStack CDKTF_OUTDIR cdktf-cli`;
  expect(forCdktn(shared)).toBe(shared);
});

test('a page of the twin is its own, but for the sections about both', () => {
  const both = '## Figures\n\n`cdktf-auth0` for cdktf\n\n';
  expect(pageForCdktn(`# cdktf-auth0\n\nFor CDK for Terraform.\n\n${both}## Limits\n\ncdktf-auth0\n`)).toBe(
    `# cdktn-auth0\n\nFor CDK Terrain.\n\n${both}## Limits\n\ncdktn-auth0\n`,
  );
});

test.each(['README.md', 'docs/start.md'])('%s is about both, and CDK Terrain comes first', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  expect(readFileSync(join(TWIN, file), 'utf8')).toBe(text);
  expect(text.indexOf('npx cdktn ')).toBeGreaterThan(0);
  expect(`${text}npx cdktf `.indexOf('npx cdktf ')).toBeGreaterThan(text.indexOf('npx cdktn '));
});
