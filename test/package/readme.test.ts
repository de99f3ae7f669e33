import { cpSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TerraformStack, Testing } from 'cdktf';
import * as ts from 'typescript';
import * as auth0 from '../../lib';
import { withFolder, withOutdir } from '../support/folders';
import { brokenLinks, commands, DOCS, firstProgram, forThisPackage, Page, pageOf, README, snippets } from '../support/readme';
import { schemaProblems } from '../support/schema';

const ROOT = join(__dirname, '../..');

/**
 * The pages with TypeScript. Each is read from the top as one program: what a snippet declares, those below it use. Not
 * the pages of the rules, whose examples test/project/rule-examples.test.ts runs one by one.
 */
const PROGRAMS = [README, ...DOCS.filter(({ file }) => dirname(file) === 'docs')].filter((page) =>
  snippets(page).some(({ info }) => /^ts( error)?$/.test(info)),
);

/** The pages about both packages. test/package/first-steps.test.ts runs the commands there. */
const ABOUT_BOTH = ['README.md', 'docs/start.md'];

/** How a test runs each command line of the other pages. */
const COMMANDS: Record<string, string> = {
  'npm ci && npm run synth': 'npm ci: .ci/run; the rest: test/package/examples.test.ts',
  'npx cdktf-auth0 check cdktf.out': 'test/package/command-line.test.ts, with all that follow',
  'npx cdktf-auth0 access cdktf.out': 'likewise',
  'npx cdktf-auth0 access --format markdown --out access.md cdktf.out': 'likewise',
  'npx cdktf-auth0 access --format html --out access.html cdktf.out': 'likewise',
  'npx cdktf-auth0 diff main.out cdktf.out': 'likewise',
  'npx cdktf-auth0 diff --fail-on broader plan.json': 'likewise',
  'npx cdktf-auth0 access cdktf.out --baseline access.json --update': 'likewise',
  'npx cdktf-auth0 access cdktf.out --baseline access.json': 'likewise',
  'npx cdktf-auth0 access cdktf.out --invariants auth0-invariants.json': 'likewise',
  'npx cdktf-auth0 check --strict plan.json': 'likewise',
  'terraform show -json plan.out | npx cdktf-auth0 check -': 'likewise',
  'npx cdktf-auth0 check --format sarif --out auth0.sarif cdktf.out': 'likewise',
  'pip install cdktf-auth0': 'npm run languages, with the wheel',
  'go get github.com/cdktf-auth0/cdktf-auth0-go/auth0': 'npm run languages, with the module in a folder',
  'dotnet add package CdktfAuth0': 'nothing: there is no .NET, and the page says so',
  'npm run bench': 'its comparison: test/project/bench.test.ts',
  'npm run bench -- --short': 'likewise',
};

/**
 * The program of a page. It continues the first program of the README, unless it imports the library itself. If a
 * snippet shows an error, the program catches it, so that the test can check it.
 */
function programOf(page: Page): string {
  const own = snippets(page).filter(({ info }) => /^ts( error)?$/.test(info));
  const parts = own.map(({ info, text }) => ({ info, text: forThisPackage(text) })).map(({ info, text }) => (info === 'ts' ? text : `try {\n${text}} catch (error) { caught(error); }\n`));
  const program = [...(parts[0].includes(`from 'cdktf-auth0'`) ? [] : [firstProgram()]), ...parts].join('\n');
  return `declare function caught(error: unknown): void;\n${program.replace('app.synth();\n', '')}\nexport { stack };\n`;
}

test('every snippet compiles', () => {
  const programs = new Map(PROGRAMS.map((page) => [join(ROOT, page.file.replace(/\.md$/, '.ts')), programOf(page)]));
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, references: [], include: [], files: [] }, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => programs.has(name) || fileExists(name);
  host.readFile = (name) => programs.get(name) ?? readFile(name);
  const program = ts.createProgram(Array.from(programs.keys()), options, host);
  const problems = ts.getPreEmitDiagnostics(program).filter(({ file }) => file && programs.has(file.fileName));
  expect(ts.formatDiagnostics(problems, { ...host, getNewLine: () => '\n' })).toBe('');
}, 60_000);

describe.each(PROGRAMS.map((page) => [page.file, page] as const))('%s', (_, page) => {
  test('every snippet runs, in the order of the page, and the errors are those that are shown', () => {
    withFolder((folder) => {
      cpSync(join(ROOT, 'examples/financial-grade/encryption-key.pem'), join(folder, 'encryption-key.pem'));
      const { outputText } = ts.transpileModule(programOf(page), {
        compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
      });
      const errors: string[] = [];
      const exported: { stack?: TerraformStack } = {};
      const tests: string[] = [];
      withOutdir(join(folder, 'out'), () => new Function('exports', 'require', '__dirname', 'test', 'expect', 'caught', outputText)(
        exported,
        require,
        folder,
        (name: string, run: () => void) => (run(), tests.push(name)),
        Object.assign((value: unknown) => Object.assign(expect(value), { toMatchSnapshot: () => {} }), expect),
        // after the empty line, CDKTF tells how to skip its validations
        (error: unknown) => errors.push(`${String(error).split('\n\n')[0]}\n`),
      ));
      expect(tests).toHaveLength(programOf(page).split(/^test\(/m).length - 1);
      expect(errors).toEqual(snippets(page).filter(({ info }) => info === 'text').map(({ text }) => text));
      expect(schemaProblems(JSON.parse(Testing.synth(exported.stack!, true)))).toEqual([]);
    });
  });
});

test('every command is run by a test', () => {
  const found = new Set(DOCS.filter(({ file }) => !ABOUT_BOTH.includes(file)).flatMap(commands));
  expect(Array.from(found).sort()).toEqual(Object.keys(COMMANDS).sort());
});

test.each([README, ...DOCS].map((page) => [page.file, page] as const))('%s links to nothing that is not there', (_, page) => {
  expect(brokenLinks(page)).toEqual([]);
});

describe('a reader', () => {
  const linked = (page: Page) => Array.from(page.text.matchAll(/\]\(([^)#]+\.md)/g), ([, target]) => join(dirname(page.file), target));
  const index = pageOf('docs/README.md');

  test('gets from the README to the index of the pages, and from there to each page', () => {
    expect(linked(README)).toContain(index.file);
    const pages = DOCS.filter(({ file }) => dirname(file) === 'docs' && file !== index.file).map(({ file }) => file);
    expect(linked(index)).toEqual(expect.arrayContaining(pages));
  });

  test('finds every example, with the file that is its program', () => {
    const main = readFileSync(join(ROOT, 'examples/main.ts'), 'utf8');
    const examples = Array.from(main.matchAll(/from '\.\/([\w-]+)\/main'/g), ([, name]) => `../examples/${name}/main.ts`);
    const { text } = pageOf('docs/examples.md');
    expect(Array.from(text.matchAll(/\((\.\.\/examples\/[\w-]+\/main\.ts)\)/g), ([, file]) => file).sort()).toEqual(examples.sort());
  });
});

test('the table of safe defaults has every attribute that is written when it is left out', () => {
  const stack = auth0.Testing.stack();
  new auth0.Auth0Provider(stack, 'auth0');
  const api = new auth0.ResourceServer(stack, 'Api', { identifier: 'https://api.example.com' });
  const { identifier: _, ...written } = auth0.Testing.synth(stack).resource(api);
  const rows = Array.from(pageOf('docs/safe-defaults.md').text.matchAll(/^\| `(\w+)` \|/gm), ([, attribute]) => attribute);
  expect(rows.sort()).toEqual(Object.keys(written).sort());
});
