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
    const own = Aspects.of(construct).all;
    const aspects = own.length > 0 ? Array.from(new Set([...inherited, ...own])) : inherited;
    count += aspects.length;
    aspects.forEach((aspect) => aspect.visit(construct));
    if (!hasWarned && Aspects.of(construct).all.length !== own.length) {
      Annotations.of(construct).addWarning('We detected an Aspect was added via another Aspect, and will not be applied');
      hasWarned = true;
    }
    construct.node.children.forEach((child) => invoke(child, aspects));
  };
  invoke(root, []);
  return count > 0;
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
