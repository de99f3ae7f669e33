import { App } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Acknowledgement } from '../rules/acknowledgement';
import { canBeAcknowledged, isExpiredAt, problemsOfAcknowledgement } from '../rules/acknowledgements';
import type { Finding } from '../rules/rule';
import { quote } from '../util/text';
import { guarded } from '../validation/guarded';
import { optionNames, optionsOf } from '../validation/options';
import { ValidationError } from '../validation/validation-error';

const ACKNOWLEDGEMENTS = Symbol.for('cdk-auth0/Acknowledgements');
const NAMES = optionNames('id', 'reason', 'until', 'by');
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
  const name = `the acknowledgement on ${quote(scope.node.path)}`;
  const given = optionsOf(name, acknowledgement, NAMES, 'acknowledgement');
  const problems = guarded(name, 'acknowledgement', () => problemsOf(scope, given));
  if (problems.length > 0) {
    const violations = problems.map(([path, text]) => ({ rule: 'acknowledgement', path, message: `${path} ${text}` }));
    throw new ValidationError(name, violations);
  }
  const { id, reason, until, by } = given;
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
export function acknowledgementOf(construct: IConstruct, finding: Pick<Finding, 'rule' | 'severity'>): Acknowledged | undefined {
  if (!canBeAcknowledged(finding)) {
    return undefined;
  }
  const matching = construct.node.scopes.reverse().flatMap(acknowledgementsOn).filter(({ acknowledgement: { id } }) => id === finding.rule);
  return matching.find((one) => !isExpired(one)) ?? matching[0];
}

/** Checks whether the last day of an acknowledgement is over. */
export function isExpired({ scope, acknowledgement }: Acknowledged): boolean {
  // finding the time walks up the tree, and most acknowledgements have no end
  return acknowledgement.until !== undefined && isExpiredAt(nowFor(scope), acknowledgement);
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

function problemsOf(scope: IConstruct, acknowledgement: Partial<Acknowledgement>): Array<readonly [string, string]> {
  const problems = problemsOfAcknowledgement(acknowledgement);
  return App.isApp(scope)
    ? [['scope', 'must be a stack or a construct in it, not the app: acknowledge the finding where it is reported'], ...problems]
    : problems;
}
