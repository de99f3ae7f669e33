// Generates lib/bindings, the L1s of the whole provider, from provider-schema/auth0.json, and makes them lean.
// Needs neither terraform nor a network. Does nothing if nothing has changed.
// `dist/bindings-as-generated` gets them compiled without the change, for the test and the benchmark that compare them.

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as ts from 'typescript';
import { makeLean } from './lean-bindings';
import { skipIfUpToDate } from './up-to-date';

const root = path.join(__dirname, '..');
const bindings = path.join(root, 'lib', 'bindings');
const asGenerated = path.join(root, 'dist', 'bindings-as-generated');

const schema = read('provider-schema', 'auth0.json');
const provider: string = JSON.parse(read('cdktf.json')).terraformProviders[0];
const { version } = JSON.parse(read('node_modules', '@cdktf/provider-generator', 'package.json'));

const scripts = ['generate-bindings.ts', 'lean-bindings.ts'].map((script) => read('scripts', script));

void skipIfUpToDate(path.join(bindings, '.stamp'), [schema, provider, version, ...scripts], async () => {
  // Imported here because loading them is slow, and usually there is nothing to do.
  const { CodeMaker, TerraformProviderGenerator } = await import('@cdktf/provider-generator');
  const { ConstructsMakerProviderTarget, Language, TerraformProviderConstraint } = await import('@cdktf/commons');

  const constraint = new TerraformProviderConstraint(provider);
  const generator = new TerraformProviderGenerator(new CodeMaker(), JSON.parse(schema));
  generator.generate(new ConstructsMakerProviderTarget(constraint, Language.TYPESCRIPT));

  const output = fs.mkdtempSync(path.join(os.tmpdir(), 'bindings-'));
  await generator.save(output);
  for (const folder of [bindings, asGenerated]) {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  const generated = path.join(output, 'providers', constraint.name);
  for (const file of fs.readdirSync(generated, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    const source = fs.readFileSync(path.join(generated, file), 'utf8');
    write(path.join(bindings, file), makeLean(source, file));
    write(path.join(asGenerated, file.replace(/ts$/, 'js')), compiled(source));
  }
  fs.rmSync(output, { recursive: true });
});

function compiled(source: string): string {
  const { outputText } = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS } });
  return outputText;
}

function write(file: string, content: string) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

function read(...segments: string[]): string {
  return fs.readFileSync(path.join(root, ...segments), 'utf8');
}
