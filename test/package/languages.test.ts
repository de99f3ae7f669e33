import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCS, snippets } from '../support/readme';

const ROOT = join(__dirname, '../..');

/** The first program of each language, which `npm run languages` runs, but for C#. */
const PROGRAMS: ReadonlyArray<readonly [language: string, file: string, comment: string]> = [
  ['python', 'examples/python/first.py', '#'],
  ['java', 'examples/java/src/main/java/orders/First.java', '//'],
  ['go', 'examples/go/first/main.go', '//'],
  ['csharp', 'examples/csharp/Program.cs', '//'],
];

test.each(PROGRAMS)('the page of %s shows the program that is run, and no TypeScript', (language, file, comment) => {
  const page = DOCS.find((one) => one.file === `docs/${language}.md`)!;
  const own = snippets(page);
  const lines = readFileSync(join(ROOT, file), 'utf8').split('\n');
  const program = lines.slice(lines.findIndex((line) => line !== '' && !line.startsWith(comment))).join('\n');
  expect(own.find(({ info }) => info === language)!.text).toBe(program);
  expect(own.filter(({ info }) => !['sh', 'xml', language].includes(info))).toEqual([]);
});
