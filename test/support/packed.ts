import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PACKAGE = 'cdktf-auth0';
const TEMPLATE = 'cdktf-cli/bundle/templates/typescript'; // both CLIs have the same

/** Where packages are that a user's program may load. */
export const MODULES = join(ROOT, 'node_modules');

/** A project of a user, into which the packed package is installed. */
export interface Installation {
  readonly folder: string;
  /** The folder of the package in it. */
  readonly installed: string;
  /** What npm packed. */
  readonly size: number;
  readonly files: string[];
  remove(): void;
}

/** Packs the package, and installs it as npm would, without a registry: it is unpacked, its peers lie beside it. */
export function installPacked(): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const installed = join(folder, 'node_modules', PACKAGE);
  mkdirSync(installed, { recursive: true });

  const output = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8' });
  const [{ filename, size, files }] = JSON.parse(output);
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components', '1']);
  // The rest is what the template of the CDKTF CLI brings.
  for (const module of ['cdktf', 'constructs', 'typescript', 'ts-node', '@types', '.bin']) {
    symlinkSync(join(MODULES, module), join(folder, 'node_modules', module));
  }
  return {
    folder,
    installed,
    size,
    files: files.map((file: { path: string }) => file.path),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The `tsconfig.json` that the template of the CDKTF CLI has. */
export function templateSettings(): { compilerOptions: Record<string, unknown> } {
  const { compilerOptions, ...template } = JSON.parse(readFileSync(join(MODULES, TEMPLATE, 'tsconfig.json'), 'utf8'));
  expect(compilerOptions).toMatchObject({ module: 'CommonJS', strict: true, target: 'ES2018' });
  // Spelled out: the compiler of the template's day took this for granted, today's calls it deprecated.
  return { compilerOptions: { ...compilerOptions, moduleResolution: 'node', ignoreDeprecations: '6.0' }, ...template };
}

/** What the compiler says of the project in the folder. */
export function compile(folder: string): string {
  try {
    return execFileSync(process.execPath, [join(MODULES, 'typescript/bin/tsc')], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
