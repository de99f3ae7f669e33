// Writes the sources of the twin package `cdktn-auth0` to dist: our sources with the names of the two frameworks
// swapped. They are compiled and tested there. Do not edit them; they are not in git.

import * as fs from 'node:fs';
import * as path from 'node:path';
import { CDKTF, CDKTN, Names, ourNames, OWNER, targetsOf } from './frameworks';

const root = path.join(__dirname, '..');
const twin = path.join(root, 'dist', `${CDKTN.name}-auth0`);

const COPIED = [
  'lib', 'test', 'examples', 'docs', 'provider-schema', 'bench/programs',
  ...['generate-bindings', 'lean-bindings', 'compile', 'bundle', 'lazy-index', 'lean-declarations', 'up-to-date'].map((script) => `scripts/${script}.ts`),
  'scripts/languages/program.ts',
  'README.md', 'API.md', 'RULES.md', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md',
  'cdktf.json', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.lib.json',
];

/** Tests that run only once: of the project, of the benchmark, and of both packages together. */
const NOT_COPIED = 'test/project/';

/**
 * Swaps the names of the two frameworks in the names of their packages and of ours. Names that both frameworks use do
 * not change: `cdktf.json`, `cdktf.out`, and keys such as `@cdktf/warn`.
 */
export function forCdktn(text: string): string {
  return text.replace(ALL_NAMES, (found) => IN_OTHER_LANGUAGES.get(found) ?? (found === CDKTF.name ? CDKTN.name : CDKTF.name));
}

/** Names in other languages that are not those of npm, longer ones first. The owner of both our packages is the same. */
const IN_OTHER_LANGUAGES = new Map([
  ...namesIn(ourNames(CDKTF)).map((name, index) => [name, namesIn(ourNames(CDKTN))[index]] as const),
  ...namesIn(CDKTF.names).map((name, index) => [name, namesIn(CDKTN.names)[index]] as const),
  [`${CDKTF.name}_auth0`, `${CDKTN.name}_auth0`],
  [`github.com/${OWNER}/`, `github.com/${OWNER}/`],
]);

function namesIn({ java, maven, go, goPackage, dotnet }: Names): string[] {
  return [java, maven.groupId, `${go}/${goPackage}`, dotnet];
}

const NPM_NAMES = /(?<![\w-])cdkt[fn](?=-auth0\b|\/(?:commons|provider-generator)\b|\.(?=[A-Z])|(?!\.?\w|[/-]))/;
const ALL_NAMES = new RegExp([...Array.from(IN_OTHER_LANGUAGES.keys(), (name) => name.replaceAll('.', '\\.')), NPM_NAMES.source].join('|'), 'g');

/** What is about both packages, and is not changed. */
const ABOUT_BOTH = ['README.md', 'docs/start.md', 'docs/comparison.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'];
/** The sections of the other pages in docs that are about both packages. */
const SECTIONS_ABOUT_BOTH = /^## (Figures)\n/;

/** Converts a page, except for the sections that are about both packages. */
export function pageForCdktn(text: string): string {
  return text
    .split(/^(?=## )/m)
    .map((section) => SECTIONS_ABOUT_BOTH.test(section)
      ? section
      : forCdktn(section).replace(/CDK for Terraform|CDKTF/g, CDKTN.title))
    .join('');
}

function packageForCdktn(text: string): string {
  const { description, keywords, bin, scripts, overrides, devDependencies, jest, '//': _, ...same } = JSON.parse(text);
  const { projects, globalSetup, globalTeardown, ...project } = JSON.parse(forCdktn(JSON.stringify(jest)));
  return JSON.stringify({
    ...same,
    name: `${CDKTN.name}-auth0`,
    description: description.replace(CDKTF.title, CDKTN.title),
    keywords: keywords.map(forCdktn),
    bin: JSON.parse(forCdktn(JSON.stringify(bin))),
    jsii: { ...same.jsii, targets: targetsOf(CDKTN) },
    peerDependencies: { [CDKTN.name]: `^${CDKTN.version}`, constructs: CDKTN.constructs },
    devDependencies: { [CDKTN.name]: CDKTN.version, constructs: devDependencies.constructs },
    jest: project,
  }, undefined, 2);
}

function contentOf(file: string): string | Buffer {
  const source = path.join(root, file);
  const content = fs.readFileSync(source);
  if (ABOUT_BOTH.includes(file)) {
    return content;
  }
  if (file === 'package.json') {
    return packageForCdktn(content.toString());
  }
  if (/^docs\/.*\.md$/.test(file)) {
    return pageForCdktn(content.toString());
  }
  if (/\.(txt|xml|mod)$/.test(file)) {
    return forCdktn(content.toString()).replaceAll(CDKTF.version, CDKTN.version);
  }
  return /\.(ts|js|snap|md|py|java|go|cs|yml)$/.test(file) ? forCdktn(content.toString()) : content;
}

/** The files in a folder that are copied to the twin. */
function sourcesIn(folder: string): string[] {
  const isGenerated = (file: string) => /^lib\/(bindings\/|.*\.js$|.*\.d\.ts$|\.stamp$)/.test(file);
  return COPIED
    .filter((entry) => fs.existsSync(path.join(folder, entry)))
    .flatMap((entry) => fs.statSync(path.join(folder, entry)).isFile()
      ? [entry]
      : fs.readdirSync(path.join(folder, entry), { recursive: true, withFileTypes: true })
        .filter((found) => found.isFile())
        .map((found) => path.relative(folder, path.join(found.parentPath, found.name))))
    .filter((file) => !isGenerated(file));
}

function link(to: string, from: string) {
  fs.rmSync(from, { force: true });
  fs.symlinkSync(path.relative(path.dirname(from), to), from);
}

/** Writes only files that have changed, so that the incremental build of the twin sees no other changes. */
export default function writeTwin() {
  const sources = sourcesIn(root).filter((file) => !file.startsWith(NOT_COPIED));
  for (const file of sources) {
    const target = path.join(twin, file);
    const content = Buffer.from(contentOf(file));
    if (!fs.existsSync(target) || !fs.readFileSync(target).equals(content)) {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, content);
    }
  }
  for (const file of sourcesIn(twin).filter((found) => !sources.includes(found))) {
    fs.rmSync(path.join(twin, file));
  }
  link(path.join(root, 'node_modules'), path.join(twin, 'node_modules'));
  link(path.join(root, 'on-demand'), path.join(twin, 'on-demand'));
  // so that `import "cdktn-auth0"` works, as in a program of a user
  link(twin, path.join(root, 'node_modules', `${CDKTN.name}-auth0`));
}

if (require.main === module) {
  writeTwin();
}
