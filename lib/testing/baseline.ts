import { Construct, IConstruct } from 'constructs';
import { AccessDiffJson, diffAccess } from '../access/diff';
import { writeDiff } from '../access/report/diff';
import type { AccessReportJson } from '../access/report/model';
import { reportIn } from '../access/report/parse';
import { AccessReport } from '../synth/access-report';
import { objectAt, parseJson } from '../tenant/sources/json';
import { describeType } from '../util/text';

/** The highest number of changes in a message. */
const MAX_CHANGES = 20;

/** Who can do what, or what it can be read from: a report, its JSON as a text or an object, an app or a stack. */
export type ReportLike = AccessReport | IConstruct | string | object;

/** The result of a comparison: whether a report grants no more than a baseline, and a message that says the opposite. */
export interface Compared {
  readonly pass: boolean;
  readonly message: string;
}

/**
 * Tells whether a report grants no more than a baseline.
 *
 * @throws Error if it cannot be told, or if one of them is no report
 */
export function compareWithBaseline(report: ReportLike, baseline: ReportLike): Compared {
  const diff = diffAccess(reportFrom(baseline, 'the baseline'), reportFrom(report, 'the report'));
  const [broader, vague] = ['broader', 'both'].map((effect) => diff.changes.filter((change) => change.effect === effect));
  if (broader.length === 0 && vague.length > 0) {
    // an error fails also `not`
    throw new Error(`cannot tell whether there is more access than in the baseline:${listOf(diff, vague)}`);
  }
  const isEqual = diff.verdict === 'equal';
  return broader.length > 0
    ? { pass: false, message: `expected no more access than in the baseline, but there is more:${listOf(diff, broader)}` }
    : { pass: true, message: `expected more access than in the baseline, but access ${isEqual ? 'is the same' : 'is only narrower'}` };
}

function listOf(diff: AccessDiffJson, changes: AccessDiffJson['changes']): string {
  const [, ...lines] = writeDiff({ ...diff, unknown: 0, changes: changes.slice(0, MAX_CHANGES) }, 'text').trimEnd().split('\n');
  const more = changes.length > MAX_CHANGES ? [`and ${changes.length - MAX_CHANGES} more`] : [];
  return `\n${[...lines, ...more].join('\n')}`;
}

function reportFrom(given: ReportLike, what: string): AccessReportJson {
  if (typeof given === 'string') {
    if (!given.includes('{')) {
      throw new Error(`${what} must be JSON: a text such as the name of a file is none`);
    }
    return reportIn(parseJson(given, what), what);
  }
  if (typeof given !== 'object' || given === null) {
    throw new Error(`${what} must be an AccessReport, its JSON, an app or a stack, but ${describeType(given)} was given`);
  }
  const report = Construct.isConstruct(given) ? AccessReport.of(given) : given as Partial<AccessReport>;
  return typeof report.toJson === 'function' ? reportFrom(report.toJson(), what) : reportIn(objectAt(given, what, 'it'), what);
}
