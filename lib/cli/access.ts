import { Command, EXIT, Io, oneOf, Values } from './command';
import { readInputs } from './input';
import { progress, write } from './output';
import { requireOneTenant } from '../access/one-tenant';
import { REPORT_FORMATS, writeReport } from '../access/report';
import { reportOf } from '../access/report/build';
import type { AccessReportJson } from '../access/report/model';
import { narrowReport, Narrowing } from '../access/report/narrow';
import { readTenant } from '../tenant/read-tenant';
import type { Source } from '../tenant/source';

const HELP = `Usage: cdktf-auth0 access INPUT... [options]

Reports who can do what: which applications may use which scopes of which APIs, for themselves or for users, and why.

INPUT is cdktf.out (every stack), a cdk.tf.json, what \`terraform show -json\` prints of a plan or a state, or - for
standard input. Several inputs are one tenant.

  --format FORMAT   ${REPORT_FORMATS.join(', ')} (default: ${REPORT_FORMATS[0]})
  --api NAME        only this API: its identifier, address or path
  --client NAME     only this application: its name, client id, address or path
  --role NAME       only what users with this role get
  --scope SCOPE     only this scope
  --out FILE        write to a file instead of standard output
  -h, --help        print this

Exit status: 0 if the report is written, 3 if an input or a name is wrong or the output cannot be written.

Examples:
  cdktf-auth0 access cdktf.out
  cdktf-auth0 access --format markdown --out access.md cdktf.out
  cdktf-auth0 access --api https://api.example.com/orders --scope read:orders state.json
`;

/** Reports who can do what. */
export const ACCESS: Command = {
  name: 'access',
  summary: 'reports who can do what, and why',
  help: HELP,
  options: Object.fromEntries(['format', 'api', 'client', 'role', 'scope', 'out'].map((name) => [name, { type: 'string' }])),
  run: access,
};

function access(args: readonly string[], values: Values, io: Io): number {
  const format = oneOf('format', values.format, REPORT_FORMATS);
  const { out, ...narrowing } = values as Narrowing & { readonly out?: string };
  const report = accessIn(readInputs(args, io).map(({ source }) => source), io);
  write(writeReport(narrowReport(report, narrowing), format), out, io);
  return EXIT.ok;
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
