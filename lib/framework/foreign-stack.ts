import type { IConstruct } from 'constructs';
import { stackAbove } from './tree';
import { quote } from '../util/text';

/** The framework that this package is built for. In the twin package, it is the other framework. */
const THIS_FRAMEWORK = 'cdktf';

/** The symbol under which jsii stores the full name of a class. */
const JSII = Symbol.for('jsii.rtti');

/**
 * Refuses a stack of the other framework (CDKTF or CDK Terrain).
 *
 * Both frameworks mark their constructs with the same symbols, but their methods differ: each takes a construct of the
 * other for its own, and crashes at synth. A second copy of the same framework is fine.
 */
export function rejectForeignStack(scope: IConstruct): void {
  const stack = stackAbove(scope);
  if (!stack || ours.has(stack)) {
    return;
  }
  const theirs = frameworkOf(stack);
  if (theirs && theirs !== THIS_FRAMEWORK) {
    throw new Error(
      `stack ${quote(stack.node.path)} is made with ${theirs}, but ${THIS_FRAMEWORK}-auth0 works only with ${THIS_FRAMEWORK}: ` +
        `install ${theirs}-auth0 instead`,
    );
  }
  ours.add(stack);
}

/** The stacks that are known to be of this framework. */
const ours = new WeakSet<IConstruct>();

/** Returns the package of the TerraformStack class that a stack extends, or undefined if it is not known. */
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
