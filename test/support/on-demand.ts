import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
/** Where packages are: those that `npm ci` brings, and those that are too large to be there unasked. */
const FOLDERS = ['node_modules', 'on-demand/node_modules'].map((folder) => join(ROOT, folder));

/** How to get what is not there. */
export const HINT = '`npm ci --prefix on-demand` installs it';

export interface Node {
  readonly version: string;
  readonly bin: string;
}

/** This Node, and the others that are installed. */
export const NODES: Node[] = [
  { version: process.versions.node, bin: process.execPath },
  ...['node-22', 'node-24'].flatMap((name) => {
    const folder = folderOf(name);
    return folder === undefined ? [] : [{ version: manifestOf(folder).version, bin: join(folder, 'bin/node') }];
  }),
];

/** The major versions that the library is for, and nothing here can run. */
export const MISSING_NODES = ['20', '22', '24'].filter((major) => !NODES.some(({ version }) => version.startsWith(`${major}.`)));

/** A CLI that is installed, with a Node that is new enough for it; else what is missing. */
export function cliOf(framework: string): { bin: string; node: Node } | { missing: string } {
  const folder = folderOf(`${framework}-cli`);
  if (folder === undefined) {
    return { missing: `${framework}-cli` };
  }
  const { bin, engines } = manifestOf(folder);
  const oldest = engines?.node.replace('>=', '') ?? '0';
  const node = NODES.find(({ version }) => version.localeCompare(oldest, undefined, { numeric: true }) >= 0);
  return node ? { bin: join(folder, bin[framework]), node } : { missing: `Node ${oldest}` };
}

/** Says what is not tested, which jest only counts. */
export function skipped(what: string, missing: string): void {
  const title = `${what}: skipped, ${missing} is not there, ${HINT}`;
  process.stderr.write(`${title}\n`);
  test.skip(title, () => {});
}

function folderOf(name: string): string | undefined {
  return FOLDERS.map((folder) => join(folder, name)).find(existsSync);
}

function manifestOf(folder: string): any {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
