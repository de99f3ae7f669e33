import { accessIn } from './access';
import { Command, EXIT, failsOn, Io, oneOf, UsageError, Values } from './command';
import { Input, readInputs } from './input';
import { write } from './output';
import { diffAccess } from '../access/diff';
import { DIFF_FORMATS, writeDiff } from '../access/report/diff';
import type { Source } from '../tenant/source';
import { parseJson } from '../tenant/sources/json';
import { priorSource } from '../tenant/sources/terraform-show';

const FAIL_ON = ['never', 'broader', 'any'] as const;

const HELP = `Usage: cdktf-auth0 diff BEFORE AFTER [options]
       cdktf-auth0 diff PLAN [options]

Tells what changes in who can do what: added, removed or on other conditions. Access gets broader, narrower or both.

BEFORE and AFTER are inputs as of \`access\`. A plan from \`terraform show -json\` has both.

  --format FORMAT   ${DIFF_FORMATS.join(', ')} (default: ${DIFF_FORMATS[0]})
  --fail-on CHANGE  broader: exit with status 2 if access gets broader, or if that cannot be told
                    any: exit with status 2 on every change; never (default)
  --out FILE        write to a file instead of standard output
  -h, --help        print this

Exit status: 0 without a change to fail on, 2 with one, 3 if an input is wrong or the output cannot be written.

Examples:
  cdktf-auth0 diff main.out cdktf.out
  cdktf-auth0 diff --fail-on broader plan.json
  cdktf-auth0 diff --format markdown --out comment.md state.json plan.json
`;

/** Tells what changes in who can do what. */
export const DIFF: Command = {
  name: 'diff',
  summary: 'tells what changes in who can do what',
  help: HELP,
  options: { 'format': { type: 'string' }, 'fail-on': { type: 'string' }, 'out': { type: 'string' } },
  run: diff,
};

function diff(args: readonly string[], values: Values, io: Io): number {
  const format = oneOf('format', values.format, DIFF_FORMATS);
  const failOn = oneOf('fail-on', values['fail-on'], FAIL_ON);
  const [before, after] = sidesOf(args, io).map((sources) => accessIn(sources, io));
  const result = diffAccess(before, after);
  write(writeDiff(result, format), values.out as string | undefined, io);
  return failsOn(result.verdict, failOn) ? EXIT.strict : EXIT.ok;
}

/** Returns the sources before and after. */
function sidesOf(args: readonly string[], io: Io): [readonly Source[], readonly Source[]] {
  const sourcesOf = (inputs: readonly Input[]) => inputs.map(({ source }) => source);
  switch (args.length) {
    case 1: {
      const inputs = readInputs(args, io);
      const [{ text, name }] = inputs;
      const prior = inputs.length === 1 ? priorSource(parseJson(text, name), name) : undefined;
      if (!prior) {
        throw new UsageError(`${args[0]} is no plan: give a plan from \`terraform show -json\`, or BEFORE and AFTER`);
      }
      return [[prior], sourcesOf(inputs)];
    }
    case 2:
      if (args[0] === '-' && args[1] === '-') {
        throw new UsageError('only one of BEFORE and AFTER can be standard input');
      }
      return [sourcesOf(readInputs([args[0]], io)), sourcesOf(readInputs([args[1]], io))];
    default:
      throw new UsageError(`BEFORE and AFTER, or one PLAN, must be given, but there are ${args.length} inputs`);
  }
}
