import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CDKTF, CDKTN } from '../../scripts/frameworks';
import { pageForCdktn } from '../../scripts/twin';
import { brokenLinks, commands, pageOf, README } from '../support/readme';

const ROOT = join(__dirname, '../..');
const CONTRIBUTING = pageOf('CONTRIBUTING.md');
const { scripts, jest: settings, version } = JSON.parse(pageOf('package.json').text);

test('every command is there: a script, or a run of some tests', () => {
  const unknown = commands(CONTRIBUTING).filter((command) => {
    const [, script] = /^npm (?:run )?([\w:]+)(?: -- --\w+)?$/.exec(command) ?? [];
    const [, project, tests] = /^npx jest --ci --selectProjects (\w+) -- (\S+)$/.exec(command) ?? [];
    const [, installed] = /^npm ci(?: --prefix (\S+))?$/.exec(command) ?? [];
    return !(script in scripts || (project === settings.displayName && existsSync(join(ROOT, tests))) ||
      /^npm ci/.test(command) && existsSync(join(ROOT, installed ?? '', 'package-lock.json')));
  });
  expect(unknown).toEqual([]);
});

test('the map names every folder of lib, in the order of the layers', () => {
  const { rules } = JSON.parse(pageOf('.eslintrc.json').text.replace(/^\/\/.*$/m, ''));
  const layers: string[] = rules['import/no-restricted-paths'][1].zones.map(({ target }: { target: string }) => target.replace('./', ''));
  const rows = Array.from(CONTRIBUTING.text.matchAll(/^\| `(lib\/[\w-]+)` \|/gm), ([, folder]) => folder);
  expect(rows).toEqual(Array.from(new Set(layers)));
  const folders = readdirSync(join(ROOT, 'lib'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => `lib/${name}`).sort()).toEqual([...rows, 'lib/bindings', 'lib/bundle'].sort());
});

test('the files that it names are there', () => {
  const files = Array.from(CONTRIBUTING.text.matchAll(/`((?:lib|test|docs|examples|scripts|bench|provider-schema)(?:\/[\w.-]+)*)`/g), ([, file]) => file);
  expect(files.length).toBeGreaterThan(30);
  // generated files may not exist yet
  expect(files.filter((file) => file !== 'lib/bindings' && !existsSync(join(ROOT, file)))).toEqual([]);
});

test.each(['API.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'])('%s links to nothing that is not there', (file) => {
  expect(brokenLinks(pageOf(file))).toEqual([]);
});

test('the changelog has the version in development, or what is not yet released', () => {
  const [first] = /(?<=^## \[)[^\]]+/m.exec(pageOf('CHANGELOG.md').text)!;
  expect(['Unreleased', version]).toContain(first);
});

test('the README names the versions that are tested', () => {
  const [, section] = README.text.split('## Versions\n');
  const { dependencies, optionalDependencies } = JSON.parse(pageOf('on-demand/package.json').text);
  const [provider] = JSON.parse(pageOf('cdktf.json').text).terraformProviders;
  expect(dependencies['cdktn-cli']).toBe(CDKTN.version);
  for (const { title, name, version: tested } of [CDKTF, CDKTN]) {
    const [minor] = /^\d+\.\d+/.exec(tested)!;
    expect(section).toContain(`| ${title} (\`${name}-auth0\`) | \`${name}\` ${minor} | ${tested} |`);
  }
  const nodes = ['20', ...Object.keys(optionalDependencies).map((name) => name.replace('node-', ''))];
  expect(section).toContain(`| Node | 20 or newer | ${nodes.join(', ')} |`);
  expect(section).toContain(`| \`${provider.replace('auth0/auth0@', '')}\` |`);
});

test('the pages of the twin keep the sections that are about both packages', () => {
  const sectionIn = (text: string) => text.split(/^(?=## )/m).find((section) => section.startsWith('## Figures\n'));
  const { text } = pageOf('docs/speed.md');
  expect(sectionIn(text)).toContain('cdktf');
  expect(sectionIn(pageForCdktn(text))).toBe(sectionIn(text));
});
