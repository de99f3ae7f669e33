// Generates lib/bindings, the L1s of the whole provider, from provider-schema/auth0.json.
// Needs neither terraform nor a network. Does nothing if nothing has changed.

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { skipIfUpToDate } from './up-to-date';

const root = path.join(__dirname, '..');
const bindings = path.join(root, 'lib', 'bindings');

const schema = read('provider-schema', 'auth0.json');
const provider: string = JSON.parse(read('cdktf.json')).terraformProviders[0];
const { version } = JSON.parse(read('node_modules', '@cdktf/provider-generator', 'package.json'));

void skipIfUpToDate(path.join(bindings, '.stamp'), [schema, provider, version, read('scripts', 'generate-bindings.ts')], async () => {
  // Imported here because loading them is slow, and usually there is nothing to do.
  const { CodeMaker, TerraformProviderGenerator } = await import('@cdktf/provider-generator');
  const { ConstructsMakerProviderTarget, Language, TerraformProviderConstraint } = await import('@cdktf/commons');

  const constraint = new TerraformProviderConstraint(provider);
  const generator = new TerraformProviderGenerator(new CodeMaker(), JSON.parse(schema));
  generator.generate(new ConstructsMakerProviderTarget(constraint, Language.TYPESCRIPT));

  const output = fs.mkdtempSync(path.join(os.tmpdir(), 'bindings-'));
  await generator.save(output);
  fs.rmSync(bindings, { recursive: true, force: true });
  fs.cpSync(path.join(output, 'providers', constraint.name), bindings, { recursive: true });
  fs.rmSync(output, { recursive: true });
});

function read(...segments: string[]): string {
  return fs.readFileSync(path.join(root, ...segments), 'utf8');
}
