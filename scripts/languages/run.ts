// Makes the packages for Python, Java, Go and C#, installs them in projects beside the framework, and compares what the
// programs in examples/<language> synthesize with TypeScript's: `npm run languages`, `npm run languages -- python go`.

import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { frameworkFor, LANGUAGES, missingFor } from './all';
import type { Language } from './language';
import { run, step } from './shell';
import { pacmak, sourceOf, stage, WORK } from './stage';
import { CDKTF, CDKTN, Framework } from '../frameworks';

async function main(wanted: readonly string[]) {
  const unknown = wanted.filter((name) => !LANGUAGES.some((one) => one.name === name));
  if (unknown.length > 0) {
    throw new Error(`there is no language ${unknown.join(', ')}: name ${LANGUAGES.map(({ name }) => name).join(', ')}`);
  }
  const languages = LANGUAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const skipped = languages.map((language) => ({ title: language.title, missing: missingFor(language) })).filter(({ missing }) => missing.length > 0);
  skipped.forEach(({ title, missing }) => process.stdout.write(`${title}: skipped, it needs ${missing.join(' and ')}\n`));
  const there = languages.filter(({ title }) => !skipped.some((one) => one.title === title));
  if (there.length === 0) {
    return;
  }
  for (const framework of [CDKTF, CDKTN]) {
    const folder = projectOf(framework);
    const expected = await programsOfTypeScript(framework, folder);
    const frameworks = new Map<Language, string | undefined>();
    for (const language of there) {
      frameworks.set(language, await frameworkFor(language, framework, folder));
    }
    const results = await Promise.allSettled(there.map((language) =>
      tryLanguage(language, framework, folder, expected, frameworks.get(language))));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason?.message ?? result.reason)] : []));
    if (failures.length > 0) {
      throw new Error(failures.join('\n\n'));
    }
  }
  process.stdout.write(`languages: ${there.map(({ title }) => title).join(', ')} passed for both packages` +
    `${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}\n`);
}

/** Makes one package for a language, and uses it as a program would. */
async function tryLanguage(
  language: Language, framework: Framework, folder: string, expected: Programs, madeFramework: string | undefined,
): Promise<void> {
  const { name, title, target, options } = language;
  const called = `${framework.name}-auth0, ${title}`;
  const made = await step(`${called}: made`, async () => pacmak(await stage(framework, language), target, options));
  await language.use?.({
    framework,
    folder,
    made,
    madeFramework,
    async compare(program, start) {
      const outdir = path.join(folder, `out-${name}-${program}`);
      await step(`${called}: ${program} program`, () => start({ CDKTF_OUTDIR: outdir }));
      const found = filesIn(outdir);
      for (const file of Object.keys({ ...expected[program], ...found })) {
        if (found[file] !== expected[program][file]) {
          throw new Error(`${called}: ${file} of the ${program} program is not the same as in TypeScript: compare ${outdir} with ${outdirOf(folder, program)}`);
        }
      }
    },
    report: (output) => process.stdout.write(`${called}: ${closingLine(output)}\n`),
  });
}

/** The files that each program synthesizes, by their paths. */
type Programs = Readonly<Record<'first' | 'main', Readonly<Record<string, string>>>>;

/** Makes a folder with the examples of all languages, which are projects of their own. */
function projectOf(framework: Framework): string {
  const folder = path.join(WORK, framework.name);
  fs.rmSync(folder, { recursive: true, force: true });
  for (const { name } of LANGUAGES) {
    fs.cpSync(path.join(sourceOf(framework), 'examples', name), folder, { recursive: true });
  }
  return folder;
}

/** Runs the first program of the README and program.ts. */
async function programsOfTypeScript(framework: Framework, folder: string): Promise<Programs> {
  const source = sourceOf(framework);
  const [, first] = /^```ts\n([^]*?)^```$/m.exec(fs.readFileSync(path.join(source, 'README.md'), 'utf8'))!;
  const texts = { first: first.replace(/\bcdkt[fn](?=-auth0\b|')/g, framework.name), main: fs.readFileSync(path.join(source, 'scripts/languages/program.ts'), 'utf8') };
  const results = await Promise.all((['first', 'main'] as const).map(async (program) => {
    const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
    fs.writeFileSync(path.join(folder, `${program}.js`), ts.transpile(texts[program], options));
    const outdir = outdirOf(folder, program);
    await run(process.execPath, [`${program}.js`], { cwd: folder, env: { CDKTF_OUTDIR: outdir } });
    return [program, filesIn(outdir)];
  }));
  return Object.fromEntries(results);
}

function outdirOf(folder: string, program: string): string {
  return path.join(folder, `out-typescript-${program}`);
}

function filesIn(folder: string): Record<string, string> {
  const found = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Object.fromEntries(found.map(({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    return [path.relative(folder, file), fs.readFileSync(file, 'utf8')];
  }));
}

/** The last line with numbers of a test framework or a checker. */
function closingLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim()).filter((line) => /\d+ passed|Tests run: \d+|^ok\s|^Success: /.test(line));
  return lines.at(-1) ?? 'it printed no result';
}

main(process.argv.slice(2).filter((argument) => argument !== '--')).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
