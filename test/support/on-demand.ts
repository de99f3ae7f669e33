import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
/** The folders of packages: from `npm ci`, and those that are installed only on demand because they are large. */
const FOLDERS = ['node_modules', 'on-demand/node_modules'].map((folder) => join(ROOT, folder));

/** How to install the packages on demand. */
export const HINT = '`npm ci --prefix on-demand` installs it';

export interface Node {
  readonly version: string;
  readonly bin: string;
}

/** This version of Node, and the other versions that are installed. */
export const NODES: Node[] = [
  { version: process.versions.node, bin: process.execPath },
  ...['node-22', 'node-24'].flatMap((name) => {
    const folder = folderOf(name);
    return folder === undefined ? [] : [{ version: manifestOf(folder).version, bin: join(folder, 'bin/node') }];
  }),
];

/** The supported major versions of Node that are not installed. */
export const MISSING_NODES = ['20', '22', '24'].filter((major) => !NODES.some(({ version }) => version.startsWith(`${major}.`)));

/** A CLI that is installed and a version of Node that is new enough for it, or what is missing. */
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

/** A browser with the packages that drive it and that judge whether a page is accessible, or what is missing. */
export function browserOf(): { executablePath: string; chromium: any; axe: string } | { missing: string; hint?: string } {
  const [playwright, axe] = ['playwright-core', 'axe-core'].map(folderOf);
  if (playwright === undefined || axe === undefined) {
    return { missing: 'playwright-core or axe-core' };
  }
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  return executablePath === undefined
    ? { missing: 'Chromium', hint: '`apt-get install chromium` installs it' }
    : { executablePath, chromium: createRequire(__filename)(playwright).chromium, axe: readFileSync(join(axe, 'axe.min.js'), 'utf8') };
}

/** Returns the folder of a package with types, if it is installed. */
export function typesOf(name: string): string | undefined {
  return folderOf(`@types/${name}`);
}

/** Prints what is not tested. Jest only counts skipped tests. */
export function skipped(what: string, missing: string, hint = HINT): void {
  const title = `${what}: skipped, ${missing} is not there, ${hint}`;
  process.stderr.write(`${title}\n`);
  test.skip(title, () => {});
}

function folderOf(name: string): string | undefined {
  return FOLDERS.map((folder) => join(folder, name)).find(existsSync);
}

function manifestOf(folder: string): any {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
