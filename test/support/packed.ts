import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PACKAGE = 'cdktf-auth0';
const TEMPLATE = 'cdktf-cli/bundle/templates/typescript'; // both CLIs have the same template

/** The folder of the packages that a user's program can load. */
export const MODULES = join(ROOT, 'node_modules');

/** A project of a user with the packed package. */
export interface Installation {
  readonly folder: string;
  /** The folder of the package in the project. */
  readonly installed: string;
  /** The size in bytes and the files of the package, as npm reports them. */
  readonly size: number;
  readonly files: string[];
  remove(): void;
}

/** Packs the package, and installs it without a registry: unpacks it, and links its peers beside it. */
export function installPacked(): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const installed = join(folder, 'node_modules', PACKAGE);
  mkdirSync(installed, { recursive: true });

  const { file, size, files } = pack(folder);
  execFileSync('tar', ['-xzf', file, '-C', installed, '--strip-components', '1']);
  // The rest is what the template of the CDKTF CLI brings.
  for (const module of ['cdktf', 'constructs', 'typescript', 'ts-node', '@types', '.bin']) {
    symlinkSync(join(MODULES, module), join(folder, 'node_modules', module));
  }
  return {
    folder,
    installed,
    size,
    files,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Packs the package into a folder. */
export function pack(folder: string): { file: string; size: number; files: string[] } {
  const output = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8' });
  const [{ filename, size, files }] = JSON.parse(output);
  return { file: join(folder, filename), size, files: files.map(({ path }: { path: string }) => path) };
}

/** The `tsconfig.json` of the template of the CDKTF CLI. */
export function templateSettings(): { compilerOptions: Record<string, unknown> } {
  const { compilerOptions, ...template } = JSON.parse(readFileSync(join(MODULES, TEMPLATE, 'tsconfig.json'), 'utf8'));
  expect(compilerOptions).toMatchObject({ module: 'CommonJS', strict: true, target: 'ES2018' });
  // The compiler of the template's time had these as defaults; the current compiler calls them deprecated.
  return { compilerOptions: { ...compilerOptions, moduleResolution: 'node', ignoreDeprecations: '6.0' }, ...template };
}

/** Returns the output of the compiler for the project in a folder. */
export function compile(folder: string): string {
  try {
    return execFileSync(process.execPath, [join(MODULES, 'typescript/bin/tsc')], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
