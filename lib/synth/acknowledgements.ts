import { App } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Acknowledgement } from './acknowledgement';
import { RULES } from '../rules/catalog';
import type { Finding } from '../rules/rule';
import { nearest } from '../util/nearest';
import { quote } from '../util/text';
import { ValidationError } from '../validation/validation-error';

const ACKNOWLEDGEMENTS = Symbol.for('cdk-auth0/Acknowledgements');
const CLOCK = Symbol.for('cdk-auth0/Clock');

/** An acknowledgement, and the construct that it was made on. */
export interface Acknowledged {
  readonly scope: IConstruct;
  readonly acknowledgement: Acknowledgement;
  /** True after it has applied to a finding. */
  wasUsed: boolean;
}

type Annotated = IConstruct & { [ACKNOWLEDGEMENTS]?: Acknowledged[]; [CLOCK]?: Date };

/**
 * Stores an acknowledgement on a construct.
 *
 * @throws ValidationError if the acknowledgement is not valid
 */
export function acknowledge(scope: IConstruct, acknowledgement: Acknowledgement): void {
  const problems = problemsOf(scope, acknowledgement ?? {});
  if (problems.length > 0) {
    const violations = problems.map(([path, text]) => ({ rule: 'acknowledgement', path, message: `${path} ${text}` }));
    throw new ValidationError(`the acknowledgement on ${quote(scope.node.path)}`, violations);
  }
  const { id, reason, until, by } = acknowledgement;
  const entry: Acknowledged = { scope, acknowledgement: { id, reason, until: until ?? undefined, by: by ?? undefined }, wasUsed: false };
  const annotated = scope as Annotated;
  if (annotated[ACKNOWLEDGEMENTS]) {
    annotated[ACKNOWLEDGEMENTS].push(entry);
  } else {
    Object.defineProperty(scope, ACKNOWLEDGEMENTS, { value: [entry] });
  }
}

/** Returns the acknowledgements on a construct itself, without those of its parents. */
export function acknowledgementsOn(construct: IConstruct): readonly Acknowledged[] {
  return (construct as Annotated)[ACKNOWLEDGEMENTS] ?? [];
}

/**
 * Returns the acknowledgement of a finding for a construct: its own, or that of the nearest parent. An expired one is
 * returned only if there is no valid one. An error of a rule that cannot be acknowledged has none.
 */
export function acknowledgementOf(construct: IConstruct, { rule, severity }: Pick<Finding, 'rule' | 'severity'>): Acknowledged | undefined {
  if (severity === 'error' && !RULES.get(rule)?.canBeAcknowledged) {
    return undefined;
  }
  const matching = construct.node.scopes.reverse().flatMap(acknowledgementsOn).filter(({ acknowledgement: { id } }) => id === rule);
  return matching.find((one) => !isExpired(one)) ?? matching[0];
}

/** Checks whether the last day of an acknowledgement is over. */
export function isExpired({ scope, acknowledgement: { until } }: Acknowledged): boolean {
  return until !== undefined && nowFor(scope).toISOString().slice(0, 10) > until;
}

/** Returns the time at which a construct is checked. */
export function nowFor(construct: IConstruct): Date {
  const withClock = construct.node.scopes.reverse().find((scope) => CLOCK in scope) as Annotated | undefined;
  return withClock?.[CLOCK] ?? new Date();
}

/** Sets the time at which a construct and its children are checked. */
export function setNow(construct: IConstruct, now: Date): void {
  Object.defineProperty(construct, CLOCK, { value: now, configurable: true });
}

function problemsOf(scope: IConstruct, { id, reason, until, by }: Partial<Acknowledgement>): Array<readonly [string, string]> {
  const problems: Array<readonly [string, string]> = [];
  const rule = RULES.get(String(id));
  if (App.isApp(scope)) {
    problems.push(['scope', 'must be a stack or a construct in it, not the app: acknowledge the finding where it is reported']);
  }
  if (!rule) {
    const meant = typeof id === 'string' ? nearest(id, RULES.keys()) : undefined;
    problems.push(['id', `must be the id of a rule, but there is no rule ${quote(String(id))}${meant ? `: did you mean ${quote(meant)}?` : ''}`]);
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
