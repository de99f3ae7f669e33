import { Annotations } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { ValidationError } from './validation-error';
import type { Violation as PublicViolation } from './violation';
import { isUnknown } from '../framework/tokens';
import { runRules, Rule, Finding } from '../rules/rule';
import { camelCase, PROPS_NAMING } from '../schema/prop-names';
import { ConfigOf, readConfig, Shape } from '../schema/shape';

/** A configuration as the rules see it, and what they say of it. */
export interface Checked<Config> {
  readonly config: Config;
  readonly violations: Finding[];
}

/** How an error calls a construct that may not exist yet, `ResourceServer 'orders/Orders'`. */
export function displayName(className: string, scope: IConstruct, id: string): string {
  return `${className} '${[scope.node.path, id].filter(Boolean).join('/')}'`;
}

/** Runs the rules over what a construct is about to hand to its binding. */
export function check<S extends Shape>(
  shape: S,
  rules: ReadonlyArray<Rule<ConfigOf<S>>>,
  config: object,
): Checked<ConfigOf<S>> {
  const misfits: Finding[] = [];
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
  }) as ConfigOf<S>;
  // rules take a misfit for a token, and some places must not hold one
  const unfit = new Set(misfits.map(({ path }) => path));
  return { config: read, violations: [...misfits, ...judge(rules, read).filter(({ path }) => !unfit.has(path))] };
}

/** Runs rules over a configuration that has been read. */
export function judge<Config>(rules: ReadonlyArray<Rule<Config>>, config: Config): Finding[] {
  return runRules(rules, config, PROPS_NAMING, new Date());
}

/**
 * Refuses what has an error in it.
 *
 * @param caller the function that the user called
 * @returns the warnings
 * @throws ValidationError that lists every error
 */
export function throwIfErrors(title: string, violations: Finding[], caller: Function): Finding[] {
  const errors = violations.filter(({ severity }) => severity === 'error').map(withoutSeverity);
  if (errors.length > 0) {
    throw new ValidationError(title, errors, caller);
  }
  return violations;
}

/** Leaves warnings on a construct; the CDKTF CLI prints them. */
export function addWarnings(construct: Construct, warnings: Finding[]): void {
  for (const { message, rule } of warnings) {
    Annotations.of(construct).addWarning(`${message} [${rule}]`);
  }
}

function withoutSeverity({ rule, path, message }: Finding): PublicViolation {
  return { rule, path, message };
}
