// Compares the speed of the library with its peers: npm run bench [-- --short] [-- --json]
// Each figure is the median of runs in new processes; the two sides alternate. A ratio below 1 means that we are
// faster.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { programs, timeOf } from './languages';
import { sameConfiguration } from './same-configuration';
import { typeCheckPrograms } from './type-check';

const ROOT = join(__dirname, '..');
const PROGRAMS = join(__dirname, 'programs');
const TWIN_PROGRAMS = join(ROOT, 'dist', 'cdktn-auth0', 'bench', 'programs');
const short = process.argv.includes('--short');
const asJson = process.argv.includes('--json');
const RUNS = short ? 1 : 5;
const folder = mkdtempSync(join(tmpdir(), 'bench-'));

interface Sample {
  readonly ms: number;
  readonly peakKb?: number;
  /** The time of the synthesis, where that is not what is measured. */
  readonly synthesis?: number;
}

/** One side of a comparison. */
type Side = (output: string) => Sample;

interface Row {
  readonly what: string;
  /** The maximum of the ratio. */
  readonly limit: number;
  readonly ours: Side;
  readonly peer: Side;
  readonly of?: (sample: Sample) => number;
  /** Whether the two outputs are the same. Undefined if they cannot be compared. */
  readonly same?: (ours: string, peer: string) => boolean;
  readonly compare?: (ours: number, peer: number) => number;
}

function run(program: string, ...args: Array<string | number>): Sample {
  const output = execFileSync(process.execPath, [resolve(PROGRAMS, program), ...args.map(String)], { encoding: 'utf8', cwd: ROOT });
  return JSON.parse(output.trim().split('\n').pop()!);
}

const apis = (library: string, count: number, scopes: number): Side => (output) => run('apis.js', library, count, scopes, output);
const twinApis = (library: string, count: number, scopes: number): Side => (output) => run(join(TWIN_PROGRAMS, 'apis.js'), library, count, scopes, output);
const wholeProcess = (library: string): Side => (output) => {
  const start = process.hrtime.bigint();
  run('apis.js', library, 1, 10, output);
  return { ms: Number(process.hrtime.bigint() - start) / 1e6 };
};
/** The time of a process of Node, from its start to its end. */
function processTime(...args: string[]): Sample {
  const start = process.hrtime.bigint();
  execFileSync(process.execPath, args, { cwd: ROOT });
  return { ms: Number(process.hrtime.bigint() - start) / 1e6 };
}

const perItem = (count: number) => (side: Side): Side => (output) => {
  const { ms, ...rest } = side(output);
  return { ms: ms / count, ...rest };
};
const sameStack = (ours: string, peer: string) =>
  sameConfiguration(join(ours, 'stacks', 'bench', 'cdk.tf.json'), join(peer, 'stacks', 'bench', 'cdk.tf.json'));
const sameText = (ours: string, peer: string) => readFileSync(ours, 'utf8') === readFileSync(peer, 'utf8');

// in the short mode, large comparisons are smaller, and other packages are left out
const [many, large, tests] = short ? [2_000, 1_000, 2_000] : [10_000, 5_000, 5_000];
const count = (value: number) => value.toLocaleString('en');

const ROWS: Row[] = [
  ...[{ name: 'cdktf-auth0', of: apis }, { name: 'cdktn-auth0', of: twinApis }].flatMap(({ name, of }): Row[] => [
    {
      what: `${name}, 1,000 APIs x (10 scopes, 3 blocks, 1 grant), ours / raw bindings`,
      limit: 0.55,
      ours: of('ours', 1000, 10),
      peer: of('raw', 1000, 10),
      same: sameStack,
    },
    {
      what: `${name}, 100 APIs x 200 scopes, ours / raw bindings`,
      limit: 0.4,
      ours: of('ours', 100, 200),
      peer: of('raw', 100, 200),
      same: sameStack,
    },
  ]),
  {
    what: 'bindings of this package / as generated, 1,000 APIs',
    limit: 0.8,
    ours: apis('our-bindings', 1000, 10),
    peer: apis('raw', 1000, 10),
    same: sameStack,
  },
  {
    what: 'a program of one API, from its start to its end, ours / raw bindings',
    limit: 1.05,
    ours: wholeProcess('ours'),
    peer: wholeProcess('raw'),
    same: sameStack,
  },
  ...(short ? [] : peers()),
  ...(short ? [] : languages()),
  {
    what: `time per API, ${count(many)} / 1,000 APIs`,
    limit: 1.15,
    ours: perItem(many)(apis('ours', many, 10)),
    peer: perItem(1000)(apis('ours', 1000, 10)),
  },
  {
    what: `peak memory (kB), ${count(large)} APIs, ours / raw bindings`,
    limit: 0.85,
    ours: apis('ours', large, 10),
    peer: apis('raw', large, 10),
    of: ({ peakKb }) => peakKb!,
    same: sameStack,
  },
  {
    what: 'require of cdktf and the package / of cdktf',
    limit: 1.05,
    ours: () => run('require.js', 'cdktf', 'cdktf-auth0'),
    peer: () => run('require.js', 'cdktf'),
  },
  ...[{ kind: 'construct', limit: 0.1 }, { kind: 'binding', limit: 0.15 }].map(({ kind, limit }): Row => ({
    what: `synthesis in tests, ${count(tests)} resources made by a ${kind}, ours / Testing.synth`,
    limit,
    ours: (output) => run('test-synth.js', 'ours', kind, tests, output),
    peer: (output) => run('test-synth.js', 'theirs', kind, tests, output),
    same: sameText,
  })),
  {
    what: 'time for 10,000 scopes, on APIs of 1,000 / of 100',
    limit: 1.1,
    ours: (output) => run('scopes.js', 1000, output),
    peer: (output) => run('scopes.js', 100, output),
  },
  {
    what: 'start of the command (--help) / of node alone',
    limit: 2.5,
    ours: () => processTime('lib/cli/main.js', '--help'),
    peer: () => processTime('--eval', '0'),
  },
  access(),
  {
    what: 'access report and diff (seconds, of at most 2): 1,000 APIs x 10 scopes, 1,000 applications, 200 roles',
    limit: 1,
    ours: () => run('access-report.js', 1000, 1000, 200),
    peer: () => ({ ms: 2000 }),
  },
  {
    what: 'peak memory (kB, of at most 500,000) of that',
    limit: 1,
    ours: () => run('access-report.js', 1000, 1000, 200),
    peer: () => ({ ms: 0, peakKb: 500_000 }),
    of: ({ peakKb }) => peakKb!,
  },
  ...[
    { shape: 'one-api', name: 'one API of 900 scopes, 900 grants of all of them' },
    { shape: 'ids', name: 'grants of 900 APIs to 900 client ids, nothing else' },
  ].map(({ shape, name }): Row => ({
    what: `access report and diff (ms, of at most 2,000): ${name}`,
    limit: 1,
    ours: () => run('access-shapes.js', shape, 900),
    peer: () => ({ ms: 2000 }),
  })),
  {
    what: 'time per API of an access report and diff, 1,000 / 250 APIs, applications and roles',
    limit: 1.5,
    ours: perItem(1000)(() => run('access-report.js', 1000, 1000, 200)),
    peer: perItem(250)(() => run('access-report.js', 250, 250, 50)),
  },
];

/** Questions about access are asked in the process that has just synthesized the same stack. */
function access(): Row {
  let synthesis = 0;
  return {
    what: 'access: 10,000 questions, 1,000 applications and APIs (seconds), beside the synthesis',
    limit: 1,
    ours: (output) => {
      const sample = run('access.js', 1000, 10_000, output);
      synthesis = sample.synthesis!;
      return sample;
    },
    peer: () => ({ ms: synthesis }),
    compare: (ours) => ours / 1000,
  };
}

/** Whole processes in other languages, where `npm run languages` has installed what they need. */
function languages(): Row[] {
  return programs().map((program): Row => ({
    what: `${program.language}, 1,000 APIs with safe defaults, ours / raw bindings in ${program.language}`,
    limit: program.limit,
    ours: (output) => ({ ms: timeOf(program, 'ours', 1000, output) }),
    peer: (output) => ({ ms: timeOf(program, 'raw', 1000, output) }),
    same: sameStack,
  }));
}

/** Comparisons with other packages. They are installed on demand in their own folder. */
function peers(): Row[] {
  const cwd = join(__dirname, 'peers');
  if (!existsSync(join(cwd, 'node_modules/@cdktf'))) {
    const flags = ['--legacy-peer-deps', '--silent', '--no-audit', '--no-fund'];
    execFileSync('npm', ['ci', ...flags], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return [
    {
      what: '1,000 APIs, ours / Pulumi under mocks',
      limit: 0.15,
      ours: apis('ours', 1000, 10),
      peer: apis('pulumi', 1000, 10),
    },
    {
      what: 'type-check of 20 lines, ours / the faster of @cdktf/provider-okta and @pulumi/auth0',
      limit: 1,
      ...typeCheckPrograms(join(folder, 'types')),
    },
  ];
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function measure({ what, limit, ours, peer, same, of = ({ ms }) => ms, compare = (a, b) => a / b }: Row) {
  const values: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let index = 0; index <= RUNS; index++) {
    const [left, right] = [join(folder, 'ours'), join(folder, 'peer')];
    const [mine, theirs] = [of(ours(left)), of(peer(right))];
    if (same && !same(left, right)) {
      throw new Error(`${what}: the two sides wrote different configurations, so their times cannot be compared`);
    }
    if (index > 0) { // the first run only fills the caches
      values.ours.push(mine);
      values.peer.push(theirs);
    }
    [left, right].forEach((output) => rmSync(output, { recursive: true, force: true }));
  }
  const [left, right] = [median(values.ours), median(values.peer)];
  const result = compare(left, right);
  return { what, ours: left, peer: right, result, limit, ok: result <= limit };
}

try {
  const machine = `${cpus().length} x ${cpus()[0].model.trim()}, Node ${process.version}`;
  const results = ROWS.map(measure);
  if (asJson) {
    console.log(JSON.stringify({ machine, date: new Date().toISOString().slice(0, 10), runs: RUNS, results }, undefined, 2));
  } else {
    console.log(`${machine}, median of ${RUNS} runs\n`);
    console.log('| what | ours | peer | ratio | at most |\n|---|---|---|---|---|');
    const number = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2));
    for (const { what, ours, peer, result, limit, ok } of results) {
      console.log(`| ${what} | ${number(ours)} | ${number(peer)} | ${result.toFixed(2)}${ok ? '' : ' (!)'} | ${limit} |`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
