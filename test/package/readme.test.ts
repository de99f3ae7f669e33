import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerraformStack, Testing } from 'cdktf';
import * as ts from 'typescript';
import { README, snippets } from '../support/readme';
import { schemaProblems } from '../support/schema';

const ROOT = join(__dirname, '../..');

/** What the snippets after the first take for granted. */
const IMPORTS = `
import { join } from 'node:path';
import { TerraformVariable } from 'cdktf';
`;

/**
 * The README read from the top as one program: what a snippet declares, those below it use. A mistake that a snippet
 * is about is caught, for the test to look at.
 */
function wholeProgram(): string {
  const [first, ...others] = snippets().filter(({ info }) => /^ts( error)?$/.test(info));
  const parts = others.map(({ info, text }) => (info === 'ts' ? text : `try {\n${text}} catch (error) { caught(error); }\n`));
  return [IMPORTS, 'declare function caught(error: unknown): void;', first.text.replace('app.synth();\n', ''), ...parts, 'export { stack };'].join('\n');
}

test('every snippet compiles', () => {
  const file = join(ROOT, 'README.ts');
  const text = wholeProgram();
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, references: [], include: [], files: [] }, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? text : readFile(name));
  const program = ts.createProgram([file], options, host);
  const problems = ts.getPreEmitDiagnostics(program).filter(({ file: source }) => source?.fileName === file);
  expect(ts.formatDiagnostics(problems, { ...host, getNewLine: () => '\n' })).toBe('');
}, 60_000);

test('every snippet runs, in the order of the page, and the error is the one that is shown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  try {
    cpSync(join(ROOT, 'examples/financial-grade/encryption-key.pem'), join(folder, 'encryption-key.pem'));
    const { outputText } = ts.transpileModule(wholeProgram(), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    });
    const errors: string[] = [];
    const exported: { stack?: TerraformStack } = {};
    const tests: string[] = [];
    new Function('exports', 'require', '__dirname', 'test', 'expect', 'caught', outputText)(
      exported,
      require,
      folder,
      (name: string, run: () => void) => (run(), tests.push(name)),
      (value: unknown) => Object.assign(expect(value), { toMatchSnapshot: () => {} }),
      (error: unknown) => errors.push(`${String(error)}\n`),
    );
    expect(tests).toEqual(['the worker reads orders, and no more']);

    expect(errors).toEqual(snippets().filter(({ info }) => info === 'text').map(({ text }) => text));
    expect(schemaProblems(JSON.parse(Testing.synth(exported.stack!, true)))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every command is run by a test', () => {
  const commands = snippets().filter(({ info }) => info === 'sh').flatMap(({ text }) => text.trim().split('\n'));
  expect(commands).toEqual([
    'npm install cdktf-auth0', // test/packed.test.ts, which unpacks the tarball
    'npx cdktf synth', // test/packed.test.ts
    'npm ci && npm run synth', // npm ci: .ci/run; the rest: test/examples.test.ts
    'npm cit', // .ci/run
    'npm run bench', // its comparison: test/bench.test.ts
  ]);
});

test('every file and heading that it links to is there', () => {
  const headings = Array.from(README.matchAll(/^#+ (.*)$/gm), ([, title]) =>
    `#${title.toLowerCase().replace(/[^\w\s-]/g, '').replace(/\s/g, '-')}`,
  );
  const links = Array.from(README.matchAll(/\]\(([^)]+)\)/g), ([, target]) => target);
  for (const link of links.filter((target) => !target.startsWith('https://'))) {
    const isThere = link.startsWith('#') ? headings.includes(link) : existsSync(join(ROOT, link));
    expect([link, isThere]).toEqual([link, true]);
  }
});

test('every example is named', () => {
  const [, table] = README.split('## Examples');
  const main = readFileSync(join(ROOT, 'examples/main.ts'), 'utf8');
  const examples = Array.from(main.matchAll(/from '\.\/([\w-]+)\/main'/g), ([, name]) => `examples/${name}/main.ts`);
  expect(Array.from(table.matchAll(/\((examples\/[\w-]+\/main\.ts)\)/g), ([, file]) => file).sort()).toEqual(examples.sort());
});
