import type { IConstruct } from 'constructs';
import { acknowledgementOf, isExpired } from './acknowledgements';
import type { Finding } from '../rules/rule';
import { throwIfErrors } from '../validation/validate';

const FINDINGS = Symbol.for('cdk-auth0/Findings');

/** A finding of a construct about its own props, which is reported at synth. */
export interface OwnFinding {
  readonly finding: Pick<Finding, 'rule' | 'severity' | 'message'> & Partial<Pick<Finding, 'place'>>;
  /** The name of the construct in messages. */
  readonly name: string;
  /** Tells whether it still applies at synth. */
  readonly holds?: () => boolean;
}

/**
 * Throws if there are errors that are not acknowledged.
 *
 * @param scope the construct, or its parent if the construct does not exist yet
 * @returns all findings, to report at synth: warnings and acknowledged errors
 * @throws ValidationError that lists every error that is not acknowledged
 */
export function throwUnlessAcknowledged(scope: IConstruct, name: string, findings: readonly Finding[]): readonly Finding[] {
  throwIfErrors(name, findings.filter((finding) => finding.severity === 'error' && !isAcknowledged(scope, finding)));
  return findings;
}

/**
 * Stores the findings of a construct until synth. Only then are all acknowledgements known.
 *
 * @param holds tells at synth whether the findings still apply
 */
export function keepFindings(construct: IConstruct, name: string, findings: ReadonlyArray<OwnFinding['finding']>, holds?: () => boolean): void {
  if (findings.length === 0) {
    return;
  }
  const kept = findings.map((finding) => ({ finding, name, holds }));
  const owner = construct as { [FINDINGS]?: OwnFinding[] };
  if (owner[FINDINGS]) {
    owner[FINDINGS].push(...kept);
  } else {
    Object.defineProperty(construct, FINDINGS, { value: kept });
  }
}

/** Whether findings of a construct are stored. */
export function hasFindings(construct: IConstruct): boolean {
  return FINDINGS in construct;
}

/** Returns the stored findings of a construct that still apply. */
export function findingsOf(construct: IConstruct): readonly OwnFinding[] {
  const kept = (construct as { [FINDINGS]?: OwnFinding[] })[FINDINGS];
  return kept ? kept.filter(({ holds }) => holds?.() ?? true) : [];
}

function isAcknowledged(scope: IConstruct, finding: Finding): boolean {
  const acknowledged = acknowledgementOf(scope, finding);
  return acknowledged !== undefined && !isExpired(acknowledged);
}
