import * as fs from 'node:fs';
import * as path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Language } from './language';
import { run } from './shell';
import { spelled } from '../../lib/util/spelling';
import type { Framework } from '../frameworks';

export const ROOT = path.join(__dirname, '../..');
/** Everything that is made here. */
export const WORK = path.join(ROOT, 'dist/languages');
const REPOSITORY = 'https://github.com/cdktf-auth0/cdktf-auth0/blob/main';

/** The folder that our package for a framework is built in. */
export function sourceOf({ name }: Framework): string {
  return name === 'cdktf' ? ROOT : path.join(ROOT, 'dist', `${name}-auth0`);
}

/** Packs what npm would publish. */
export async function packNpm(framework: Framework, folder: string): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: sourceOf(framework) });
}

/** Copies what npm would publish to a folder for one language, with the page of that language for its README. */
export async function stage(framework: Framework, { name: language, title, target }: Language): Promise<string> {
  const folder = path.join(WORK, `${framework.name}-auth0`, language);
  fs.rmSync(folder, { recursive: true, force: true });
  await packNpm(framework, folder);
  const [tarball] = fs.readdirSync(folder);
  await run('tar', ['xf', tarball], { cwd: folder });
  fs.rmSync(path.join(folder, tarball));
  const staged = path.join(folder, 'package');
  const readme = readmeFor(framework, language, title);
  fs.writeFileSync(path.join(staged, 'README.md'), readme);
  changeJson(path.join(staged, 'package.json'), ({ devDependencies, overrides, scripts, ...published }) => published);
  const assembly = path.join(staged, '.jsii.gz');
  const content = JSON.parse(gunzipSync(fs.readFileSync(assembly)).toString());
  const types = Object.fromEntries(Object.entries<any>(content.types).map(([name, type]) =>
    [name, type.namespace?.startsWith('bindings') ? type : withDocsFor(target, type)]));
  fs.writeFileSync(assembly, gzipSync(JSON.stringify({ ...content, types, readme: { markdown: readme } })));
  return staged;
}

/** Returns a type whose documentation names properties as a language does, and no class of errors: there are none. */
export function withDocsFor(target: string, type: any): any {
  return JSON.parse(JSON.stringify(type), (key, value) => (key === 'docs' ? textsFor(target, value) : value));
}

function textsFor(target: string, docs: any): any {
  const inCode = (code: string) => spelled(code, target);
  return JSON.parse(JSON.stringify(docs), (_, text) => (typeof text === 'string'
    ? text.replace(/\bValidationError\b/g, 'Error').replace(/`[^`]*`/g, inCode)
    : text));
}

/** Copies the package of a framework, so that its package for another language can be made. */
export function stageFramework({ name }: Framework): string {
  const staged = path.join(WORK, 'node_modules', name);
  if (!fs.existsSync(staged)) {
    fs.cpSync(path.join(ROOT, 'node_modules', name), staged, { recursive: true, dereference: true });
  }
  return staged;
}

/**
 * Makes the package for a language of what is in a folder: in `dist` there.
 *
 * @param hasDocs whether Java gets its javadoc, which takes a minute
 */
export async function pacmak(folder: string, target: string, options: readonly string[] = [], hasDocs = false): Promise<string> {
  const bin = path.join(ROOT, 'node_modules/jsii-pacmak/bin/jsii-pacmak');
  const args = ['--no-npmignore', '--rosetta-unknown-snippets', 'verbatim', '--target', target, '--outdir', 'dist', ...options];
  await run(process.execPath, [bin, ...args], { cwd: folder, env: hasDocs ? {} : { MAVEN_OPTS: '-Dmaven.javadoc.skip=true' } });
  return path.join(folder, 'dist', target);
}

/** The page of a language in docs, whose links work anywhere. */
export function readmeFor(framework: Framework, language: string, title: string): string {
  const page = fs.readFileSync(path.join(sourceOf(framework), 'docs', `${language}.md`), 'utf8');
  return page
    .replace(/^# .*/, `# ${framework.name}-auth0 for ${title}`)
    .replace(/\]\((?!https:)([^)]+)\)/g, (_, link: string) => `](${REPOSITORY}/${path.posix.join('docs', link)})`);
}

function changeJson(file: string, change: (content: any) => object) {
  fs.writeFileSync(file, JSON.stringify(change(JSON.parse(fs.readFileSync(file, 'utf8'))), undefined, 2));
}
