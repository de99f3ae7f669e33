import type { IConstruct } from 'constructs';
import { acknowledgementOf, isExpired } from './acknowledgements';
import type { Finding } from '../rules/rule';
import { throwIfErrors } from '../validation/validate';

const FINDINGS = Symbol.for('cdk-auth0/Findings');

/** What a construct has found about itself, which is reported at synth. */
export interface OwnFinding {
  readonly finding: Pick<Finding, 'rule' | 'severity' | 'message'>;
  /** The name of the construct in messages. */
  readonly name: string;
  /** Whether it still holds at synth. */
  readonly holds?: () => boolean;
}

/**
 * Refuses what has an error in it that is not acknowledged.
 *
 * @param scope the construct, or the one around it where it is about to be made
 * @returns what is to be reported at synth: warnings, and errors that are acknowledged
 * @throws ValidationError that lists every error
 */
export function throwUnlessAcknowledged(scope: IConstruct, name: string, findings: readonly Finding[]): readonly Finding[] {
  throwIfErrors(name, findings.filter(({ severity, rule }) => severity === 'error' && !isAcknowledged(scope, rule)));
  return findings;
}

/**
 * Keeps what a construct has found about itself for synth, when it is known what is acknowledged.
 *
 * @param holds whether the finding still holds at synth
 */
export function keepFindings(construct: IConstruct, name: string, findings: readonly Finding[], holds?: () => boolean): void {
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

/** What a construct has found about itself. */
export function findingsOf(construct: IConstruct): readonly OwnFinding[] {
  return ((construct as { [FINDINGS]?: OwnFinding[] })[FINDINGS] ?? []).filter(({ holds }) => holds?.() ?? true);
}

function isAcknowledged(scope: IConstruct, rule: string): boolean {
  const acknowledged = acknowledgementOf(scope, rule);
  return acknowledged !== undefined && !isExpired(acknowledged);
}
