import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import * as ts from 'typescript';
import * as auth0 from '../../lib';
import { apiNamed } from '../support/apis';
import { folderForEachTest, withFolder, withOutdir } from '../support/folders';
import { pageOf, snippets } from '../support/readme';

/** Adds a stack with an API, an application and its grant. */
function stackWith(app: App, id: string, identifier: string, ...scopes: string[]): TerraformStack {
  const stack = new TerraformStack(app, id);
  new auth0.Auth0Provider(stack, 'auth0');
  const api = apiNamed(stack, 'Api', { identifier, scopes: { read: 'Read', write: 'Write' } });
  api.grant(new auth0.bindings.client.Client(stack, 'App', { name: 'App', appType: 'non_interactive' }).clientId, scopes);
  return stack;
}

const clientsIn = (report: auth0.AccessReport) => JSON.parse(report.toJson()).statements.filter(({ subject }: any) => subject === 'client')
  .map(({ clients, scopes }: any) => [...clients, ...scopes].join(' '));

test('the report of a stack has what is connected with it; the report of an app has all stacks', () => {
  const app = auth0.Testing.app();
  const one = stackWith(app, 'one', 'https://one.example.com', 'read');
  const other = stackWith(app, 'other', 'https://other.example.com', 'write');
  expect(clientsIn(auth0.AccessReport.of(one))).toEqual(['one/App read']);
  expect(clientsIn(auth0.AccessReport.of(other.node.findChild('Api')))).toEqual(['other/App write']);
  expect(clientsIn(auth0.AccessReport.of(app))).toEqual(['one/App read', 'other/App write']);
});

test('an app with several tenants is refused', () => {
  const app = auth0.Testing.app();
  stackWith(app, 'test', 'https://api.example.com', 'read');
  stackWith(app, 'prod', 'https://api.example.com', 'read');
  expect(() => auth0.AccessReport.of(app)).toThrow(
    "'test/Api' and 'prod/Api' define the same API, so they are in different tenants: give one of their stacks",
  );
});

test('every format is that of the same report', () => {
  const report = auth0.AccessReport.of(stackWith(auth0.Testing.app(), 'one', 'https://one.example.com', 'read'));
  const texts = [report.toText(), report.toMarkdown(), report.toMermaid(), report.toHtml(), report.toCsv(), report.toJson()];
  const starts = texts.map((text) => text.slice(0, 16));
  expect(starts).toEqual(['Who can do what:', '# Who can do wha', 'flowchart LR\n  b', '<!DOCTYPE html>\n', '"api","identifie', '{\n  "version": 1']);
});

describe('at synth', () => {
  const folder = folderForEachTest();

  test.each(['md', 'txt', 'json', 'csv', 'mmd', 'html'])('a file that ends in .%s has the report as it is when the stacks are written', (ending) => {
    const app = new App({ outdir: join(folder(), 'out') });
    const file = join(folder(), 'new', `access.${ending}`);
    auth0.AccessReport.atSynth(app, { file: relative(process.cwd(), file) });
    const stack = stackWith(app, 'one', 'https://one.example.com', 'read');
    expect(existsSync(file)).toBe(false);
    app.synth();
    const report = auth0.AccessReport.of(stack);
    const expected = {
      md: report.toMarkdown(), txt: report.toText(), json: report.toJson(), csv: report.toCsv(), mmd: report.toMermaid(), html: report.toHtml(),
    };
    expect(readFileSync(file, 'utf8')).toBe(expected[ending as keyof typeof expected]);
  });

  test('nothing is written if the synth fails', () => {
    const app = new App({ outdir: join(folder(), 'out') });
    const file = join(folder(), 'access.md');
    auth0.AccessReport.atSynth(app, { file });
    stackWith(app, 'one', 'https://one.example.com', 'raed');
    expect(() => app.synth()).toThrow('raed');
    expect(existsSync(file)).toBe(false);
  });

  test('a file with another ending is refused', () => {
    expect(() => auth0.AccessReport.atSynth(auth0.Testing.app(), { file: 'docs/access.pdf' })).toThrow(
      "file must end in '.md', '.txt', '.json', '.csv', '.mmd' or '.html', but 'docs/access.pdf' was given",
    );
  });
});

test('the documentation shows what its program prints', () => {
  const [program, output] = snippets(pageOf('docs/access-report.md'));
  const exported: { markdown?: string } = {};
  const { outputText } = ts.transpileModule(program.text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  withFolder((outdir) => withOutdir(outdir, () => new Function('exports', 'require', outputText)(exported, require)));
  expect(output).toEqual({ info: 'md', text: exported.markdown });
});
