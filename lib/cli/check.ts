import { acknowledgementsIn, DEFAULT_FILE } from './acknowledged';
import { Command, EXIT, Io, oneOf, Values } from './command';
import { findingsIn } from './findings';
import { readInputs } from './input';
import { progress, wantsColors, write } from './output';
import { countsOf, jsonReport, sarifReport, textReport } from './report';
import { version } from './version';

const FORMATS = ['text', 'json', 'sarif'] as const;

const HELP = `Usage: cdktf-auth0 check INPUT... [options]

Checks APIs, grants, roles and applications with all rules that can be judged there: see RULES.md.

INPUT is cdktf.out (every stack), a cdk.tf.json, what \`terraform show -json\` prints of a plan or a state, or - for
standard input. Several inputs are one tenant.

  --format FORMAT           text (default), json, or sarif (2.1.0, for code scanning)
  --out FILE                write to a file instead of standard output
  --strict                  exit with status 2 if there are warnings
  --acknowledgements FILE   exceptions with their reasons (default: ${DEFAULT_FILE}, if it is there)
  -h, --help                print this

Acknowledgements in the JSON, from Checks.of(scope).acknowledge(), apply as well. In a file, each has the id of a rule,
the address of a resource or the path of a construct, and a reason; the last day and who decided it are optional:

  { "acknowledged": [{ "id": "...", "address": "auth0_role.a", "reason": "...", "until": "2027-03-31", "by": "..." }] }

Exit status: 0 without findings, 1 with errors, 2 with warnings and --strict, 3 if an input cannot be read or the output
cannot be written.

Examples:
  cdktf-auth0 check cdktf.out
  cdktf-auth0 check --strict --format sarif --out auth0.sarif cdktf.out
  terraform show -json plan.out | cdktf-auth0 check -
`;

/** Checks a definition with the rules. */
export const CHECK: Command = {
  name: 'check',
  summary: 'checks a synthesized stack, a plan or a state with the rules',
  help: HELP,
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    strict: { type: 'boolean' },
    acknowledgements: { type: 'string' },
  },
  run: check,
};

function check(args: readonly string[], values: Values, io: Io): number {
  const { out, acknowledgements, strict } = values as { readonly out?: string; readonly acknowledgements?: string; readonly strict?: boolean };
  const format = oneOf('format', values.format, FORMATS);
  const inputs = readInputs(args, io);
  const acknowledged = acknowledgementsIn(acknowledgements, io);
  progress('checking', io);
  const findings = findingsIn(inputs, acknowledged, io.now);
  const resources = inputs.flatMap(({ source }) => Array.from(source.resources)).filter(({ type }) => /^(?:data\.)?auth0_/.test(type)).length;
  const text = format === 'json' ? jsonReport(findings, resources)
    : format === 'sarif' ? sarifReport(findings, version(), io.cwd)
      : textReport(findings, resources, out === undefined && wantsColors(io));
  write(text, out, io);
  const { errors, warnings } = countsOf(findings);
  return errors > 0 ? EXIT.errors : strict && warnings > 0 ? EXIT.strict : EXIT.ok;
}
