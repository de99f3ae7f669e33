import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { quote } from '../util/text';

/** The framework that this package is built for: in the twin, its name is the other one's. */
const THIS_FRAMEWORK = 'cdktf';

/** Where jsii notes what a class is called in all languages. */
const JSII = Symbol.for('jsii.rtti');

/**
 * Refuses a stack of the other framework. The two share their markers but not their methods: each takes a construct of
 * the other for one of its own, and crashes at synth.
 *
 * A second copy of the same framework is fine.
 */
export function rejectForeignStack(scope: IConstruct): void {
  const stack = scope.node.scopes.reverse().find((construct) => TerraformStack.isStack(construct));
  const theirs = stack && frameworkOf(stack);
  if (theirs && theirs !== THIS_FRAMEWORK) {
    throw new Error(
      `stack ${quote(stack.node.path)} is a stack of ${theirs}, but this is ${THIS_FRAMEWORK}-auth0, ` +
        `which is built for ${THIS_FRAMEWORK}: install ${theirs}-auth0 instead`,
    );
  }
}

/** The package of the class that a stack extends; nothing where it is not said. */
function frameworkOf(stack: IConstruct): string | undefined {
  for (let type = stack.constructor; typeof type === 'function'; type = Object.getPrototypeOf(type)) {
    const { fqn } = (type as { [JSII]?: { fqn?: string } })[JSII] ?? {};
    const [, framework] = /^(cdkt[fn])\.TerraformStack$/.exec(fqn ?? '') ?? [];
    if (framework) {
      return framework;
    }
  }
  return undefined;
}
