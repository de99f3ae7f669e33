import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, EXIT, failsOn, Io, oneOf, UsageError, Values } from './command';
import { readInputs, textOf } from './input';
import { progress, write } from './output';
import { diffAccess } from '../access/diff';
import { invariantsIn } from '../access/invariants';
import { judgeInvariants } from '../access/judge';
import { requireOneTenant } from '../access/one-tenant';
import { REPORT_FORMATS, writeReport } from '../access/report';
import { reportOf } from '../access/report/build';
import { DIFF_FORMATS, writeDiff } from '../access/report/diff';
import { writeInvariants } from '../access/report/invariants';
import type { AccessReportJson } from '../access/report/model';
import { narrowReport, Narrowing } from '../access/report/narrow';
import { reportIn } from '../access/report/parse';
import { readTenant } from '../tenant/read-tenant';
import type { Source } from '../tenant/source';
import { JsonObject, parseJson } from '../tenant/sources/json';

const HELP = `Usage: cdktf-auth0 access INPUT... [options]
       cdktf-auth0 access INPUT... --baseline FILE [--update | --fail-on CHANGE]
       cdktf-auth0 access INPUT... --invariants FILE

Reports who can do what: which applications may use which scopes of which APIs, for themselves or for users, and why.
With a baseline, compares it with an earlier report. With invariants, checks what must never be allowed.

INPUT is cdktf.out (every stack), a cdk.tf.json, what \`terraform show -json\` prints of a plan or a state, or - for
standard input. Several inputs are one tenant.

  --format FORMAT    ${REPORT_FORMATS.join(', ')} (default: ${REPORT_FORMATS[0]})
                     with --baseline or --invariants: ${DIFF_FORMATS.join(', ')}
  --api NAME         only this API: its identifier, address or path
  --client NAME      only this application: its name, client id, address or path
  --role NAME        only what users with this role get: its name, id, address or path
  --scope SCOPE      only this scope
  --baseline FILE    compare with the report in a file, and say what changes. A file that is not there is an error
  --fail-on CHANGE   with --baseline: broader (default), any or never, as of \`diff\`
  --update           with --baseline: write the file instead, to accept the access that there is now
  --invariants FILE  check the invariants in a file, and show the access that breaks them
  --out FILE         write to a file instead of standard output
  -h, --help         print this

An invariant is a pattern of statements that must not be there, with the names and values of the JSON report:

  { "invariants": [{ "name": "partners never delete orders",
      "never": { "party": "third", "api": "https://api.example.com/orders", "scopes": ["delete:orders"] } }] }

Exit status: 0 if the report is written, 2 if access gets broader than the baseline (or that cannot be told), or if an
invariant is broken (or that cannot be told), 3 if an input, a name or a file is wrong or the output cannot be written.

Examples:
  cdktf-auth0 access cdktf.out
  cdktf-auth0 access --format markdown --out access.md cdktf.out
  cdktf-auth0 access --format html --out access.html cdktf.out
  cdktf-auth0 access --api https://api.example.com/orders --scope read:orders state.json
  cdktf-auth0 access --baseline access.json cdktf.out
  cdktf-auth0 access --invariants auth0-invariants.json cdktf.out
`;

/** Reports who can do what. */
export const ACCESS: Command = {
  name: 'access',
  summary: 'reports who can do what, and why',
  help: HELP,
  options: {
    ...Object.fromEntries(['format', 'api', 'client', 'role', 'scope', 'out', 'baseline', 'fail-on', 'invariants'].map((name) => [name, { type: 'string' }])),
    update: { type: 'boolean' },
  },
  run: access,
};

function access(args: readonly string[], values: Values, io: Io): number {
  const report = () => accessIn(readInputs(args, io).map(({ source }) => source), io);
  const { baseline, invariants, update, out } = values as { readonly [name in 'baseline' | 'invariants' | 'out']?: string } & Values;
  const failOn = values['fail-on'];
  if (baseline === undefined && (update || failOn !== undefined)) {
    throw new UsageError(`--${update ? 'update' : 'fail-on'} needs --baseline`);
  }
  if (update) {
    requireOnly(['baseline', 'update'], 'update', values);
    write(writeReport(report(), 'json'), baseline, io);
    return EXIT.ok;
  }
  if (baseline !== undefined) {
    requireOnly(['baseline', 'fail-on', 'format', 'out'], 'baseline', values);
    return compare(baseline, report, values, io);
  }
  if (invariants !== undefined) {
    requireOnly(['invariants', 'format', 'out'], 'invariants', values);
    return judge(invariants, report, values, io);
  }
  const format = oneOf('format', values.format, REPORT_FORMATS);
  write(writeReport(narrowReport(report(), values as Narrowing), format), out, io);
  return EXIT.ok;
}

function requireOnly(allowed: readonly string[], option: string, values: Values): void {
  const other = Object.keys(values).find((name) => !allowed.includes(name));
  if (other !== undefined) {
    throw new UsageError(`--${other} cannot be used with --${option}`);
  }
}

/** Tells what changes against the report in a file. */
function compare(file: string, report: () => AccessReportJson, values: Values, io: Io): number {
  const format = oneOf('format', values.format, DIFF_FORMATS);
  const failOn = oneOf('fail-on', values['fail-on'], ['broader', 'any', 'never']);
  if (!existsSync(resolve(io.cwd, file))) {
    throw new UsageError(`the baseline ${file} is not there: write it with --update`);
  }
  const baseline = reportIn(readJson(file, io), file);
  const diff = diffAccess(baseline, report());
  write(writeDiff(diff, format), values.out as string | undefined, io);
  return failsOn(diff.verdict, failOn) ? EXIT.strict : EXIT.ok;
}

/** Checks the invariants in a file. */
function judge(file: string, report: () => AccessReportJson, values: Values, io: Io): number {
  const format = oneOf('format', values.format, DIFF_FORMATS);
  const invariants = invariantsIn(readJson(file, io), file);
  const judged = judgeInvariants(invariants, report());
  write(writeInvariants(judged, format), values.out as string | undefined, io);
  return judged.verdict === 'hold' ? EXIT.ok : EXIT.strict;
}

function readJson(file: string, io: Io): JsonObject {
  return parseJson(textOf(file, () => readFileSync(resolve(io.cwd, file), 'utf8')), file);
}

/**
 * Returns who can do what in some sources.
 *
 * @throws Error if they are about several tenants
 */
export function accessIn(sources: readonly Source[], io: Io): AccessReportJson {
  progress('finding who can do what', io);
  const tenant = readTenant(sources, { isOneTenant: true });
  requireOneTenant(tenant);
  return reportOf(tenant);
}
