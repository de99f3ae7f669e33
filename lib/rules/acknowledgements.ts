import type { Acknowledgement } from './acknowledgement';
import { RULES } from './catalog';
import type { Finding } from './rule';
import { nearest } from '../util/nearest';
import { describeType, quote } from '../util/text';

/** Whether a finding can be acknowledged. */
export function canBeAcknowledged({ rule, severity }: Pick<Finding, 'rule' | 'severity'>): boolean {
  return severity !== 'error' || RULES.get(rule)?.canBeAcknowledged === true;
}

/** Whether the last day of an acknowledgement is over. */
export function isExpiredAt(now: Date, { until }: Pick<Acknowledgement, 'until'>): boolean {
  return until !== undefined && now.toISOString().slice(0, 10) > until;
}

/** Describes for a message that an acknowledgement has expired. */
export function expiredText({ until }: Pick<Acknowledgement, 'until'>): string {
  return ` (was acknowledged until ${until})`;
}

/** Returns what is wrong with an acknowledgement: names of members, each with a text that follows the name. */
export function problemsOfAcknowledgement(acknowledgement: { readonly [Name in keyof Acknowledgement]?: unknown }): Array<readonly [string, string]> {
  const { id, reason, until, by } = acknowledgement;
  const problems: Array<readonly [string, string]> = [];
  const rule = typeof id === 'string' ? RULES.get(id) : undefined;
  if (typeof id !== 'string') {
    problems.push(['id', `must be the id of a rule, but ${describeType(id)} was given`]);
  } else if (!rule) {
    const meant = nearest(id, RULES.keys());
    problems.push(['id', `must be the id of a rule, but there is no rule ${quote(id)}${meant ? `: did you mean ${quote(meant)}?` : ''}`]);
  } else if (rule.severity === 'error' && !rule.canBeAcknowledged && !rule.alsoWarns) {
    problems.push(['id', `must be the id of a rule that can be acknowledged, but Auth0 or its provider refuses a definition that breaks ${quote(rule.id)}`]);
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    problems.push(['reason', 'is required, but was not given']);
  }
  if (until !== undefined && until !== null && !isDay(until)) {
    problems.push(['until', "must be a day, such as '2027-03-31'"]);
  }
  if (by !== undefined && by !== null && typeof by !== 'string') {
    problems.push(['by', 'must be a string']);
  }
  return problems;
}

function isDay(text: unknown): boolean {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text);
}
