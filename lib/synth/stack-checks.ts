import { Annotations, TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { apiInfoOf } from './api-info';
import { readStack } from './construct-tree';
import type { IResourceServer } from '../resource-server/i-resource-server';
import { runRules, Rule, Finding } from '../rules/rule';
import { ScopeUse } from '../rules/tenant/granted-scopes';
import { STACK_RULES } from '../rules/tenant/ownership';
import { Naming } from '../schema/path';
import { quote } from '../util/text';
import { judge } from '../validation/validate';

const CHECKS = Symbol.for('cdk-auth0/SynthChecks');

/** Between resources, a place is the path of a construct. */
const PATH_NAMING: Naming = {
  path: ([path]) => String(path),
  subject: ([path]) => quote(String(path)),
};

/** The scopes that a construct uses of an API. */
export interface UsedScopes {
  readonly api: IResourceServer;
  readonly used: ScopeUse['used'];
}

type Check = () => string[];
type CheckedStack = TerraformStack & { [CHECKS]?: Check[] };

/** Has the stack of a construct checked as a whole at synth. */
export function checkStackAtSynth(construct: Construct): void {
  checksOf(construct);
}

/**
 * Has the scopes that a construct uses checked at synth, when every scope of their API is declared.
 *
 * @param title how the construct is called
 */
export function checkScopesAtSynth(
  construct: Construct,
  title: string,
  rules: ReadonlyArray<Rule<ScopeUse>>,
  uses: () => UsedScopes[],
): void {
  checksOf(construct).push(() =>
    uses().flatMap(({ api, used }) => {
      const facts = apiInfoOf(api);
      const found = facts ? judge(rules, { used, declared: facts.declaredScopes(), api: facts.title }) : [];
      return found.map((violation) => `${title}: ${lineOf(violation)}`);
    }),
  );
}

function checksOf(construct: IConstruct): Check[] {
  const stack: CheckedStack = TerraformStack.of(construct);
  let checks = stack[CHECKS];
  if (!checks) {
    checks = [() => checkStack(stack)];
    Object.defineProperty(stack, CHECKS, { value: checks });
    stack.node.addValidation({ validate: () => validate(stack) });
    const first = firstIn(stack.node.root, TerraformStack.isStack);
    if (first && !isChecked(first)) {
      // it answers for all, even where nothing in it is of ours
      checksOf(first);
    }
  }
  return checks;
}

/**
 * CDKTF validates a stack just before it writes it, when the stacks before it are written already. So the first stack
 * answers for all: every mistake is in one message, and nothing is written.
 */
function validate(stack: CheckedStack): string[] {
  const root = stack.node.root;
  const stacks = firstIn(root, isChecked) === stack ? root.node.findAll().filter(isChecked) : [stack];
  return stacks.flatMap((checked) => checked[CHECKS]!.flatMap((check) => check()));
}

function isChecked(construct: IConstruct): construct is CheckedStack {
  return CHECKS in construct;
}

/** In the order in which CDKTF synthesizes. */
function firstIn<T extends IConstruct>(construct: IConstruct, is: (one: IConstruct) => one is T): T | undefined {
  if (is(construct)) {
    return construct;
  }
  for (const child of construct.node.children) {
    const first = firstIn(child, is);
    if (first) {
      return first;
    }
  }
  return undefined;
}

function checkStack(stack: TerraformStack): string[] {
  const found = runRules(STACK_RULES, readStack(stack), PATH_NAMING, new Date());
  const left = new Set(stack.node.metadata.map(({ data }) => data));
  for (const violation of found) {
    // a stack may be synthesized more than once
    if (violation.severity === 'warning' && !left.has(lineOf(violation))) {
      Annotations.of(stack).addWarning(lineOf(violation));
    }
  }
  return found.filter(({ severity }) => severity === 'error').map(lineOf);
}

function lineOf({ message, rule }: Finding): string {
  return `${message} [${rule}]`;
}
