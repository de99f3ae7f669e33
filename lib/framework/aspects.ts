import { Annotations, Aspects, IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';

/**
 * Invokes the Aspects of a construct and its children as CDKTF does before it synthesizes: each visits its construct and
 * all children, parents first.
 *
 * @returns whether there are any
 */
export function invokeAspects(root: IConstruct): boolean {
  let count = 0;
  let hasWarned = false;
  const invoke = (construct: IConstruct, inherited: readonly IAspect[]): void => {
    const own = Aspects.of(construct);
    const { all } = own;
    const aspects = all.length > 0 ? merged(inherited, all) : inherited;
    count += aspects.length;
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
  return count > 0;
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
