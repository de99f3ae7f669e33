// Writes the API reference of the root module to the file that is named (`npm run docs`: API.md).
// The bindings are left out: their reference is the provider's, and would be 100,000 lines.

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Documentation, Language } from 'jsii-docgen';

const root = path.join(__dirname, '..');

async function write(file: string) {
  const { name, peerDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

  // It searches all folders below the one it is given, so it gets one with what it needs and not node_modules.
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

/** The reference with a table of contents after its title: each type with the first sentence about it. */
function withContents(reference: string): string {
  const [title, ...groups] = reference.split(/^(?=## )/m);
  const contents = groups.map((group) => {
    const [head, ...types] = group.split(/^(?=### )/m);
    const [, name] = /^## (\w+)/.exec(head)!;
    return `**${name}**\n\n${types.map(entryOf).join('')}`;
  });
  return `${title}${contents.join('\n')}\n${groups.join('')}`;
}

/** The line of a type in the contents. Before the text about it, there can be a list of the interfaces that it has. */
function entryOf(type: string): string {
  const [heading, ...lines] = type.split('\n');
  const [, name, id] = /^### (\w+) .*id="([^"]+)"/.exec(heading)!;
  const about = lines.find((line) => line !== '' && !line.startsWith('- *')) ?? '';
  const [sentence] = about.startsWith('#') ? [''] : about.split(/(?<=\.) /);
  return `- [${name}](#${id})${sentence && `: ${sentence}`}\n`;
}

void write(process.argv[2]);
