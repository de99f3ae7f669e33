import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { commandLine, synthesized } from '../support/cli';
import { pageOf, snippets } from '../support/readme';

const { at, write, read } = commandLine();

const MAIN = join(__dirname, '../../lib/cli/main.js');
const { load } = createRequire(__filename)('js-yaml'); // it has no types
const [github, gitlab] = snippets(pageOf('docs/pull-requests.md')).filter(({ info }) => info === 'yaml').map(({ text }) => load(text));

const API = 'https://api.example.com/orders';
const stack = (...scopes: string[]) => synthesized('orders', {
  'auth0_resource_server.a': { identifier: API },
  'auth0_resource_server_scopes.s': { resource_server_identifier: API, scopes: [{ name: 'read:orders' }, { name: 'write:orders' }] },
  'auth0_client.worker': { name: 'Worker', app_type: 'non_interactive', grant_types: ['client_credentials'] },
  'auth0_client_grant.g': { client_id: '${auth0_client.worker.client_id}', audience: API, subject_type: 'client', scopes },
});
const [LESS, MORE] = [stack('read:orders'), stack('read:orders', 'write:orders')];

/**
 * What takes the place of the programs of the pipeline. `npx cdktf synth` copies a stack, `npx cdktf-auth0` is the compiled
 * command, and `gh` and `curl` keep the comments of the pull request in a file.
 */
const PROGRAMS: Record<string, string> = {
  npm: 'process.exitCode = args.join() === "ci" ? 0 : 1;',
  npx: `const side = path.basename(process.cwd()) === 'before' ? 'before' : 'after';
    if (args.join(' ') === 'cdktf synth') { fs.cpSync(path.join(root, 'stacks', side), 'cdktf.out', { recursive: true }); }
    else { run(process.execPath, [${JSON.stringify(MAIN)}, ...args.slice(args.indexOf('cdktf-auth0') + 1)]); }`,
  git: "if (args.slice(0, 3).join(' ') !== 'worktree add --detach' || args[4] !== 'base-sha') { process.exit(1); } fs.mkdirSync(args[3]);",
  gh: `const method = after('--method') ?? 'GET';
    if (method === 'GET') { console.log(comments().filter(({ body }) => body.startsWith(/startswith\\("(.*?)"\\)/.exec(after('--jq'))[1])).map(({ id }) => id).join('\\n')); }
    else { keep(method, args.find((arg) => arg.startsWith('repos/')), fs.readFileSync(after('--field').replace('body=@', ''), 'utf8')); }`,
  curl: `const method = after('--request') ?? 'GET';
    if (after('--header') !== 'PRIVATE-TOKEN: the-token') { process.exit(22); }
    if (method === 'GET') { console.log(JSON.stringify(comments())); }
    else { keep(method, args.at(-1), fs.readFileSync(after('--data-urlencode').replace('body@', ''), 'utf8')); }`,
};
const PRELUDE = `const fs = require('fs'), path = require('path');
  const [,, ...args] = process.argv, root = path.join(__dirname, '..'), file = path.join(root, 'comments.json');
  const run = (program, programArgs) => { process.exitCode = require('child_process').spawnSync(program, programArgs, { stdio: 'inherit' }).status; };
  const after = (option) => args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
  const comments = () => JSON.parse(fs.readFileSync(file, 'utf8'));
  const keep = (method, url, body) => {
    const all = comments();
    const [id] = /\\d+$/.exec(url) ?? [];
    if (method === 'POST') { all.push({ id: 100 + all.length, url, body }); } else { Object.assign(all.find((one) => String(one.id) === id), { body }); }
    fs.writeFileSync(file, JSON.stringify(all));
  };\n`;

/** Runs the commands of a pipeline, as it does: in one folder, until one of them fails. */
function runScripts(scripts: ReadonlyArray<{ readonly text: string; readonly cwd: string; readonly env?: Record<string, string> }>): number {
  for (const { text, cwd, env } of scripts) {
    const ran = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', text], {
      cwd, encoding: 'utf8', env: { ...process.env, PATH: `${at('bin')}${delimiter}${process.env.PATH}`, ...env },
    });
    expect(ran.stderr.replace(/^.*\.\.\.\n/gm, '')).toBe(''); // the rest tells what takes long
    if (ran.status !== 0) {
      return ran.status!;
    }
  }
  return 0;
}

const EXPRESSIONS: Record<string, string> = { 'github.token': 'the-token', 'github.repository': 'example/orders', 'github.event.number': '7' };

const PIPELINES: Record<string, () => number> = {
  GitHub: () => {
    const texts = (env: Record<string, string> = {}) => Object.fromEntries(Object.entries(env).map(([name, value]) =>
      [name, value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression) => EXPRESSIONS[expression])]));
    const { steps } = github.jobs.access;
    return runScripts(steps.filter(({ run }: any) => run).map((step: any) => ({ text: step.run, cwd: at(step['working-directory'] ?? '.'), env: texts(step.env) })));
  },
  GitLab: () => {
    const env = {
      CI_MERGE_REQUEST_DIFF_BASE_SHA: 'base-sha',
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '',
      CI_API_V4_URL: 'https://gitlab.example.com/api/v4',
      CI_PROJECT_ID: '5',
      CI_MERGE_REQUEST_IID: '7',
      AUTH0_ACCESS_TOKEN: 'the-token',
    };
    return runScripts([{ text: gitlab['auth0-access'].script.join('\n').replaceAll('/tmp/before', at('before')), cwd: at('after'), env }]);
  },
};

/** Runs a pipeline on two stacks, with what is already said on the pull request. */
function pipeline(name: string, before: object, after: object, comments: object[] = []) {
  Object.entries(PROGRAMS).forEach(([program, text]) => {
    write(`bin/${program}`, `#!${process.execPath}\n${PRELUDE}${text}\n`);
    chmodSync(at(`bin/${program}`), 0o755);
  });
  ['before', 'after'].forEach((side, index) => {
    write(`stacks/${side}/stacks/orders/cdk.tf.json`, [before, after][index]);
    write(`stacks/${side}/manifest.json`, { stacks: { orders: { synthesizedStackPath: 'stacks/orders/cdk.tf.json' } } });
  });
  write('after/package.json', {});
  if (name === 'GitHub') {
    write('before/package.json', {});
  }
  write('comments.json', comments);
  const status = PIPELINES[name]();
  return { status, comments: JSON.parse(read('comments.json')) };
}

const OTHER = { id: 1, body: 'Looks good to me' };
const EARLIER = { id: 2, body: '<!-- auth0-access -->\n**Access becomes broader**: 1 added\n' };

describe.each([
  ['GitHub', 'repos/example/orders/issues/7/comments'],
  ['GitLab', 'https://gitlab.example.com/api/v4/projects/5/merge_requests/7/notes'],
])('the pipeline of %s', (name, url) => {
  test('comments on new access, and then fails', () => {
    const { status, comments } = pipeline(name, LESS, MORE, [OTHER]);
    expect(status).toBe(2);
    expect(comments).toEqual([OTHER, { id: 101, url, body: expect.stringMatching(/^<!-- auth0-access -->\n\*\*Access becomes broader\*\*: 1 added\n[^]*write:orders/) }]);
  });

  test('updates its comment', () => {
    const { status, comments } = pipeline(name, MORE, LESS, [OTHER, EARLIER]);
    expect(status).toBe(0);
    expect(comments).toEqual([OTHER, { id: 2, body: expect.stringMatching(/^<!-- auth0-access -->\n\*\*Access becomes narrower\*\*: 1 removed\n/) }]);
  });

  test('says nothing where nothing changes, unless it has said something', () => {
    expect(pipeline(name, MORE, MORE, [OTHER])).toEqual({ status: 0, comments: [OTHER] });
    ['before/cdktf.out', 'after/cdktf.out', 'before'].filter((folder) => existsSync(at(folder))).forEach((folder) => spawnSync('rm', ['-r', at(folder)]));
    expect(pipeline(name, MORE, MORE, [EARLIER])).toEqual({ status: 0, comments: [{ id: 2, body: '<!-- auth0-access -->\nno change of access\n' }] });
  });
});

test('the workflow of GitHub may only read and comment, and does not keep its token for the code of the pull request', () => {
  expect(github.permissions).toEqual({ 'contents': 'read', 'pull-requests': 'write' });
  expect(Object.keys({ [github.on]: {} })).toEqual(['pull_request']);
  const { steps } = github.jobs.access;
  const checkouts = steps.filter(({ uses = '' }: any) => uses.startsWith('actions/checkout'));
  expect(checkouts.map((step: any) => step.with)).toEqual([
    { 'path': 'after', 'persist-credentials': false },
    { 'path': 'before', 'ref': '${{ github.event.pull_request.base.sha }}', 'persist-credentials': false },
  ]);
  expect(steps.filter(({ env }: any) => env?.GH_TOKEN).map((step: any) => step.name)).toEqual(['Comment']);
});
