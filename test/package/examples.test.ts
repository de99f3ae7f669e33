import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemaProblems } from '../support/schema';

const ROOT = join(__dirname, '../..');
const EXAMPLES = join(ROOT, 'examples');
const TS_NODE = join(ROOT, 'node_modules/ts-node/dist/bin.js');
const NAMES = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(EXAMPLES, entry.name, 'main.ts')))
  .map(({ name }) => name);

/** The result of a program: the JSON and the warnings of each stack. */
type Stacks = Record<string, { json: any; warnings: string[] }>;

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'examples-')));
const runs: Record<string, { output: string; stacks: Stacks }> = {};
let main: Stacks;

beforeAll(async () => {
  const programs = Promise.all(NAMES.map(async (name) => (runs[name] = await run(name))));
  process.env.CDKTF_OUTDIR = join(folder, 'main');
  jest.requireActual('../../examples/main');
  main = stacksIn(process.env.CDKTF_OUTDIR, process.cwd());
  await programs;
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

test('examples/main.ts holds the stacks of every example, and no others', () => {
  expect(Object.keys(main).sort()).toEqual(NAMES.flatMap((name) => Object.keys(runs[name].stacks)).sort());
});

describe.each(NAMES)('%s', (name) => {
  const own = () => runs[name].stacks;
  const inMain = () => Object.fromEntries(Object.keys(own()).map((stack) => [stack, main[stack]]));

  test('runs as a program of its own, from any folder', () => {
    expect(runs[name].output).toBe('');
    expect(Object.keys(own())).not.toEqual([]);
  });

  test('gives the same by itself and in examples/main.ts', () => {
    expect(own()).toEqual(inMain());
  });

  test('gives this', () => {
    const contents = Object.entries(inMain()).map(([stack, { json: { terraform, ...content } }]) => [stack, content]);
    expect(Object.fromEntries(contents)).toMatchSnapshot();
  });

  test(`conforms to the provider's schema`, () => {
    expect(Object.values(inMain()).flatMap(({ json }) => schemaProblems(json))).toEqual([]);
  });

  test('leaves no warnings', () => {
    expect(Object.values(inMain()).flatMap(({ warnings }) => warnings)).toEqual([]);
  });
});

/** Runs an example with the compiled library, from a folder outside the project. */
function run(name: string): Promise<{ output: string; stacks: Stacks }> {
  const outdir = join(folder, name);
  const args = [TS_NODE, '--transpile-only', join(EXAMPLES, name, 'main.ts')];
  const options = { cwd: folder, env: { ...process.env, CDKTF_OUTDIR: outdir } };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (_, stdout, stderr) =>
      resolve({ output: stdout + stderr, stacks: stacksIn(outdir, folder) }));
  });
}

/**
 * Replaces the working directory, which CDKTF writes into the paths of states, by a dot. Removes the metadata of CDKTF.
 */
function stacksIn(outdir: string, cwd: string): Stacks {
  const manifest = join(outdir, 'manifest.json');
  if (!existsSync(manifest)) {
    return {};
  }
  const stacks = Object.values<any>(JSON.parse(readFileSync(manifest, 'utf8')).stacks);
  return Object.fromEntries(stacks.map(({ name, synthesizedStackPath, annotations }) => {
    const text = readFileSync(join(outdir, synthesizedStackPath), 'utf8').replaceAll(cwd, '.');
    const json = JSON.parse(text, (key, value) => (key === '//' ? undefined : value));
    return [name, { json, warnings: annotations.map(({ message }: { message: string }) => message) }];
  }));
}
