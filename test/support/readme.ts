import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '../..');
const FRAMEWORK = 'cdktf'; // of this package: the other one in the copied tests

/** A page of the documentation. */
export interface Page {
  /** Its path in the project. */
  readonly file: string;
  readonly text: string;
}

/** A code block of a page. */
export interface Snippet {
  /** The text after the three backticks, for example `ts error`. */
  readonly info: string;
  readonly text: string;
}

export function pageOf(file: string): Page {
  return { file, text: readFileSync(join(ROOT, file), 'utf8') };
}

/** The README. */
export const README = pageOf('README.md');

/** The pages in docs. */
export const DOCS: readonly Page[] = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map((file) => pageOf(`docs/${file}`));

/** The code blocks of a page, in order. */
export function snippets({ text }: Page): Snippet[] {
  return Array.from(text.matchAll(/^```(.*)\n([^]*?)^```$/gm), ([, info, block]) => ({ info, text: block }));
}

/** The first program of the README, for the framework of this package. */
export function firstProgram(): string {
  return forThisPackage(snippets(README).find(({ info }) => info === 'ts')!.text);
}

/** Returns the snippet of a page that is about both packages, with the names of this package and its framework. */
export function forThisPackage(text: string): string {
  return text.replace(/\bcdkt[fn](?=-auth0\b|')/g, FRAMEWORK);
}

/** The command lines of a page. */
export function commands(page: Page): string[] {
  return snippets(page).filter(({ info }) => info === 'sh').flatMap(({ text }) => text.trim().split('\n'));
}

/** Returns the broken links of a page: the file or the heading does not exist. */
export function brokenLinks({ file, text }: Page): string[] {
  const targets = Array.from(withoutCode(text).matchAll(/\]\(([^)]+)\)/g), ([, target]) => target);
  return targets.filter((target) => !target.startsWith('https://')).filter((target) => {
    const [path, anchor] = target.split('#');
    const found = path === '' ? file : relative(ROOT, join(ROOT, dirname(file), path));
    return !existsSync(join(ROOT, found)) || (anchor !== undefined && !anchors(pageOf(found)).includes(anchor));
  });
}

/** Returns the anchors of a page: its headings, as GitHub names them, and elements with an id. */
function anchors({ text }: Page): string[] {
  const headings = Array.from(withoutCode(text).matchAll(/^#+ (.*)$/gm), ([, title]) =>
    title.toLowerCase().replace(/[^\w\s-]/g, '').replace(/\s/g, '-'));
  return [...headings, ...Array.from(text.matchAll(/ id="([^"]+)"/g), ([, id]) => id)];
}

function withoutCode(text: string): string {
  return text.replace(/^```[^]*?^```$/gm, '');
}
