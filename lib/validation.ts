import type { Construct } from 'constructs';
import type { Violation as PublicViolation } from './errors';
import { camelCase, PROPS_NAMING } from './rules/naming';
import { findViolations, Rule, Violation } from './rules/rule';
import { ConfigOf, readConfig, Shape } from './rules/shape';
import { isKnown } from './rules/value';
import { isUnknown } from './tokens';
import { ValidationError } from './validation-error';

/** How an error calls a construct that may not exist yet, `ResourceServer 'orders/Orders'`. */
export function titleOf(className: string, scope: Construct, id: string): string {
  return `${className} '${[scope.node.path, id].filter(Boolean).join('/')}'`;
}

/** Runs the rules over what a construct is about to hand to its binding. */
export function check<S extends Shape>(shape: S, rules: ReadonlyArray<Rule<ConfigOf<S>>>, config: object): Violation[] {
  const misfits: Violation[] = [];
  const read = readConfig(shape, config, {
    isUnknown,
    key: camelCase,
    misfit: (path, { rule, text }) =>
      misfits.push({
        rule,
        severity: 'error',
        path: PROPS_NAMING.path(path),
        message: `${PROPS_NAMING.subject(path)} ${text}`,
      }),
  });
  return isKnown(read) ? [...misfits, ...findViolations(rules, read, PROPS_NAMING, new Date())] : misfits;
}

/**
 * Refuses what has an error in it.
 *
 * @param caller the function that the user called
 * @returns the warnings
 * @throws ValidationError that lists every error
 */
export function refuseErrors(title: string, violations: Violation[], caller: Function): Violation[] {
  const errors = violations.filter(({ severity }) => severity === 'error').map(withoutSeverity);
  if (errors.length > 0) {
    throw new ValidationError(title, errors, caller);
  }
  return violations;
}

function withoutSeverity({ rule, path, message }: Violation): PublicViolation {
  return { rule, path, message };
}
