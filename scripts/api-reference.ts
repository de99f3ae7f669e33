// Writes the API reference of the root module to the file in the first argument (`npm run docs`: API.md).
// It leaves out the bindings: they would add 100,000 lines, and the provider has its own reference.

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Documentation, Language } from 'jsii-docgen';

const root = path.join(__dirname, '..');

async function write(file: string) {
  const { name, peerDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

  // jsii-docgen searches all folders below the given one. Give it a small folder instead of node_modules.
  const assemblies = fs.mkdtempSync(path.join(os.tmpdir(), 'assemblies-'));
  for (const dependency of [name, ...Object.keys(peerDependencies)]) {
    fs.mkdirSync(path.join(assemblies, dependency));
    for (const assembly of ['package.json', '.jsii', '.jsii.gz']) {
      const source = path.join(root, 'node_modules', dependency, assembly);
      if (fs.existsSync(source)) {
        fs.copyFileSync(source, path.join(assemblies, dependency, assembly));
      }
    }
  }

  const documentation = await Documentation.forAssembly(name, assemblies);
  const markdown = await documentation.toMarkdown({ language: Language.TYPESCRIPT });
  fs.writeFileSync(file, withContents(markdown.render()));
  fs.rmSync(assemblies, { recursive: true });
}

/** Adds a table of contents after the title. It lists each type with the first sentence of its docstring. */
function withContents(reference: string): string {
  const [title, ...groups] = reference.split(/^(?=## )/m);
  const contents = groups.map((group) => {
    const [head, ...types] = group.split(/^(?=### )/m);
    const [, name] = /^## (\w+)/.exec(head)!;
    return `**${name}**\n\n${types.map(entryOf).join('')}`;
  });
  return `${title}${contents.join('\n')}\n${groups.join('')}`;
}

/** Returns the line of a type in the contents. A list of interfaces can stand before the docstring; it is skipped. */
function entryOf(type: string): string {
  const [heading, ...lines] = type.split('\n');
  const [, name, id] = /^### (\w+) .*id="([^"]+)"/.exec(heading)!;
  const about = lines.find((line) => line !== '' && !line.startsWith('- *')) ?? '';
  const [sentence] = about.startsWith('#') ? [''] : about.split(/(?<=\.) /);
  return `- [${name}](#${id})${sentence && `: ${sentence}`}\n`;
}

void write(process.argv[2]);
