import { Annotations, Aspects, IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';

/** Marks an Aspect that adds no reference to another stack. */
export const WITHIN_STACK = Symbol.for('cdk-auth0/WithinStack');

/**
 * Invokes the Aspects of a construct and its children as CDKTF does before it synthesizes: each visits its construct and
 * all children, parents first.
 *
 * @returns whether there are any that may add references to other stacks
 */
export function invokeAspects(root: IConstruct): boolean {
  let leavesStack = false;
  let hasWarned = false;
  const invoke = (construct: IConstruct, inherited: readonly IAspect[]): void => {
    const own = Aspects.of(construct);
    const { all } = own;
    const aspects = all.length > 0 ? merged(inherited, all) : inherited;
    leavesStack ||= all.some((aspect) => !(WITHIN_STACK in aspect));
    for (const aspect of aspects) {
      aspect.visit(construct);
    }
    if (!hasWarned && aspects.length > 0 && own.all.length !== all.length) {
      Annotations.of(construct).addWarning('We detected an Aspect was added via another Aspect, and will not be applied');
      hasWarned = true;
    }
    for (const child of construct.node.children) {
      invoke(child, aspects);
    }
  };
  invoke(root, []);
  return leavesStack;
}

function merged(inherited: readonly IAspect[], own: readonly IAspect[]): IAspect[] {
  return Array.from(new Set([...inherited, ...own]));
}

/** Runs a program in which a construct and its children have no Aspects. */
export function withoutAspects(root: IConstruct, program: () => void): void {
  const hidden = root.node.findAll().map((construct) => Aspects.of(construct)).filter(({ all }) => all.length > 0);
  hidden.forEach((aspects) => Object.defineProperty(aspects, 'all', { value: [], configurable: true }));
  try {
    program();
  } finally {
    // the property of the class appears again
    hidden.forEach((aspects) => Reflect.deleteProperty(aspects, 'all'));
  }
}
