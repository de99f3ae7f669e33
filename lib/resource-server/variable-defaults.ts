import type { IConstruct } from 'constructs';
import { definitionOf, isVariable, Variable } from '../framework/expression';
import { isUnknown } from '../framework/tokens';
import { Finding, runRules } from '../rules/rule';
import { VARIABLE_DEFAULT_RULES } from '../rules/variable-default';
import { propNames } from '../schema/names';
import { RESOURCE_SERVER } from '../schema/resource-server';
import { nowFor } from '../synth/acknowledgements';

/** Findings in the default of a variable, which may still get an override. */
export interface DefaultFindings {
  readonly findings: readonly Finding[];
  /** Whether the default is written as it is. */
  readonly holds: () => boolean;
}

/** Checks the default of the variable that a property of a construct takes. Undefined for any other value. */
export function checkDefaultOf(property: string, value: unknown, construct: IConstruct): DefaultFindings | undefined {
  const element = isUnknown(value) ? definitionOf(value) : undefined;
  const fallback = element && isVariable(element) ? element.default : undefined;
  if (typeof fallback !== 'object' || fallback === null || isUnknown(fallback)) {
    return undefined;
  }
  const findings = runRules(VARIABLE_DEFAULT_RULES, { [property]: Object.keys(fallback) }, propNames(RESOURCE_SERVER), nowFor(construct));
  return { findings, holds: () => !('default' in (element as Variable & { readonly rawOverrides: object }).rawOverrides) };
}
