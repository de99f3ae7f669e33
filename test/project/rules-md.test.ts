import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entries, entriesOf } from '../../scripts/rules/entries';
import { GROUPS } from '../../scripts/rules/examples';
import { checkPages, rulesMd, slugOf } from '../../scripts/rules-md';
import { forCdktn } from '../../scripts/twin';

const ROOT = join(__dirname, '../..');
const CHECKS = 'docs/checks';

/** The generated pages, by their paths. */
const WRITTEN: Readonly<Record<string, string>> = {
  'RULES.md': rulesMd(),
  ...Object.fromEntries(Object.entries(checkPages()).map(([name, text]) => [join(CHECKS, name), text])),
};

/** A page without its code blocks. */
const proseOf = (text: string) => text.replace(/^```[^]*?^```$/gm, '');
const headingsOf = (text: string) => Array.from(proseOf(text).matchAll(/^#+ (.*)$/gm), ([, heading]) => heading);

/** The section of a page about a rule. */
function partOf(text: string, id: string): string {
  const [, level] = new RegExp(`^(#+) ${id}$`, 'm').exec(text)!;
  return text.split(new RegExp(`^#{1,${level.length}} `, 'm')).find((part) => part.startsWith(`${id}\n`))!;
}

test.each(Object.keys(WRITTEN))('%s is what the rules and their examples say (npm run docs)', (file) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toBe(WRITTEN[file]);
});

test('docs/checks has a page for each group and no other', () => {
  const pages = ['README.md', ...Object.keys(GROUPS).map((page) => `${page}.md`)];
  expect(readdirSync(join(ROOT, CHECKS)).sort()).toEqual(pages.sort());
});

test('RULES.md has for every rule its severity, what it asks for, its source, and a wrong and a right line', () => {
  for (const [id, { severity, summary, see = '' }] of entries()) {
    const part = partOf(WRITTEN['RULES.md'], id);
    expect(part).toContain(`\n\n**${summary}** ${severity === 'error' ? 'Error' : 'Warning'}`);
    expect(part).toContain(see);
    expect(part).toMatch(/(can|cannot) be acknowledged[.;]/);
    expect(part).toMatch(/\n```ts\n\/\/ wrong\n[^]+\n\/\/ right\n[^]+\n```\n/);
  }
});

test('the page of a group has for every rule its reason, both sides, and the message with its id', () => {
  for (const page of Object.keys(GROUPS)) {
    for (const [{ id }, { why }] of entriesOf(page)) {
      const part = partOf(WRITTEN[`${CHECKS}/${page}.md`], id);
      expect(part).toContain(why);
      expect(part).toMatch(new RegExp(`Wrong:[^]+\`\`\`text\n[^]*\\[${id}\\]\n\`\`\`\n[^]+Right:`));
    }
  }
});

test('the contents of RULES.md name every heading after them', () => {
  const [, contents] = WRITTEN['RULES.md'].split('## Contents');
  const linked = Array.from(contents.split('\n## ')[0].matchAll(/\]\(#([^)]+)\)/g), ([, slug]) => slug);
  expect(linked).toEqual(headingsOf(contents).map(slugOf));
});

test('every heading has an anchor of its own, and every link leads to one or to a file', () => {
  for (const [file, text] of Object.entries(WRITTEN)) {
    const slugs = headingsOf(text).map(slugOf);
    expect([file, slugs.filter((slug, index) => slugs.indexOf(slug) !== index)]).toEqual([file, []]);
    for (const [, link] of proseOf(text).matchAll(/\]\((?!https:)([^)]+)\)/g)) {
      const [path, slug] = link.split('#');
      const target = path === '' ? file : join(dirname(file), path);
      const isThere = existsSync(join(ROOT, target)) && (slug === undefined || headingsOf(WRITTEN[target]).map(slugOf).includes(slug));
      expect([file, link, isThere]).toEqual([file, link, true]);
    }
  }
});

test('the twin has the same pages with the name of its own framework', () => {
  for (const [file, text] of Object.entries(WRITTEN)) {
    expect([file, /cdktf|CDKTF/.exec(forCdktn(text))]).toEqual([file, null]);
  }
  expect(forCdktn(WRITTEN['RULES.md'])).toContain("import * as auth0 from 'cdktn-auth0';");
});

test('sentences begin with a capital letter and end with a full stop', () => {
  for (const { text, examples } of Object.values(GROUPS)) {
    for (const sentence of [text, ...Object.values(examples).map(({ why }) => why)]) {
      expect(sentence).toMatch(/^["A-Z`].*\.$/);
    }
  }
});
