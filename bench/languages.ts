import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

const DIST = join(__dirname, '../dist');
/** The projects that `npm run languages` leaves behind. */
const PROJECT = join(DIST, 'languages/cdktf');
/** What is made for the raw bindings: our package, with bindings as the generator makes them. */
const RAW = join(DIST, 'languages/bench');

/** A program in another language: the commands, without their arguments. */
export interface Program {
  readonly language: string;
  /** The maximum of ours / raw bindings. */
  readonly limit: number;
  readonly ours: Command;
  readonly raw: Command;
}

interface Command {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program that creates and synthesizes APIs, and returns the time of the whole process. */
export function timeOf(program: Program, library: 'ours' | 'raw', apis: number, outdir: string): number {
  const { command: [command, ...args], env } = program[library];
  const start = process.hrtime.bigint();
  execFileSync(command, [...args, library, String(apis)], { env: { ...process.env, ...env, CDKTF_OUTDIR: outdir }, stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Builds the programs in each language that `npm run languages` has installed the library for. */
export function programs(): Program[] {
  rmSync(RAW, { recursive: true, force: true });
  const built = [python, go, java].flatMap((build) => build() ?? []);
  if (built.length < 3) {
    process.stderr.write('other languages: `npm run languages` installs what is not there\n');
  }
  return built;
}

function python(): Program | undefined {
  const interpreter = join(PROJECT, '.venv/bin/python');
  if (!existsSync(interpreter)) {
    return undefined;
  }
  const library = join(PROJECT, '.venv/lib');
  const [version] = readdirSync(library);
  const raw = join(RAW, 'python');
  cpSync(join(library, version, 'site-packages/cdktf_auth0'), join(raw, 'cdktf_auth0'), { recursive: true, preserveTimestamps: true });
  replaceBindings(join(raw, 'cdktf_auth0/_jsii/cdktf-auth0@0.1.0.jsii.tgz'));
  const command = [interpreter, join(__dirname, 'languages/python/apis.py')];
  return { language: 'Python', limit: 0.75, ours: { command }, raw: { command, env: { PYTHONPATH: raw } } };
}

function go(): Program | undefined {
  const module = join(DIST, 'languages/cdktf-auth0/go/package/dist/go/auth0');
  if (!existsSync(join(PROJECT, 'go.sum'))) {
    return undefined;
  }
  cpSync(join(__dirname, 'languages/go'), join(PROJECT, 'bench'), { recursive: true });
  cpSync(module, join(RAW, 'go'), { recursive: true });
  replaceBindings(join(RAW, 'go/jsii/cdktf-auth0-0.1.0.tgz'));
  const build = (name: string, ...options: string[]): Command => {
    const program = join(RAW, name);
    execFileSync('go', ['build', ...options, '-o', program, './bench'], { cwd: PROJECT, env: { ...process.env, GOFLAGS: '-mod=mod' } });
    return { command: [program] };
  };
  const modules = readFileSync(join(PROJECT, 'go.mod'), 'utf8');
  writeFileSync(join(RAW, 'raw.mod'), modules.replace(module, join(RAW, 'go')));
  cpSync(join(PROJECT, 'go.sum'), join(RAW, 'raw.sum'));
  return { language: 'Go', limit: 0.85, ours: build('apis'), raw: build('raw-apis', `-modfile=${join(RAW, 'raw.mod')}`) };
}

function java(): Program | undefined {
  if (!existsSync(join(PROJECT, 'target/classes'))) {
    return undefined;
  }
  cpSync(join(__dirname, 'languages/java'), PROJECT, { recursive: true });
  const goals = ['compile', 'dependency:build-classpath', '-Dmdep.outputFile=target/classpath'];
  const repository = join(DIST, 'languages/maven');
  execFileSync('mvn', ['-q', '-B', '-s', 'settings.xml', `-Dmaven.repo.local=${repository}`, ...goals], { cwd: PROJECT });
  const jars = readFileSync(join(PROJECT, 'target/classpath'), 'utf8').trim().split(delimiter);
  const [ours] = jars.filter((jar) => basename(jar).startsWith('cdktf-auth0-'));
  const [raw, tarball] = [join(RAW, 'java/raw.jar'), 'io/github/cdktfauth0/cdktf-auth0@0.1.0.jsii.tgz'];
  mkdirSync(dirname(raw), { recursive: true });
  cpSync(ours, raw);
  execFileSync('jar', ['xf', raw, tarball], { cwd: dirname(raw) });
  replaceBindings(join(dirname(raw), tarball));
  execFileSync('jar', ['uf', raw, tarball], { cwd: dirname(raw) });
  const command = (library: string): Command => {
    const path = [join(PROJECT, 'target/classes'), ...jars.map((jar) => (jar === ours ? library : jar))];
    return { command: ['java', '-cp', path.join(delimiter), 'bench.Apis'] };
  };
  return { language: 'Java', limit: 0.95, ours: command(ours), raw: command(raw) };
}

/** Puts bindings as generated into a package of npm, which the packages for other languages contain. */
function replaceBindings(tarball: string): void {
  const folder = join(dirname(tarball), 'unpacked');
  mkdirSync(folder);
  execFileSync('tar', ['xzf', tarball, '-C', folder]);
  const generated = join(DIST, 'bindings-as-generated');
  for (const name of readdirSync(generated)) {
    const file = join(generated, name, 'index.js');
    const to = join(folder, 'package/lib/bindings', name, 'index.js');
    if (existsSync(file) && existsSync(to)) {
      cpSync(file, to);
    }
  }
  execFileSync('tar', ['czf', tarball, '-C', folder, 'package']);
  rmSync(folder, { recursive: true });
}
