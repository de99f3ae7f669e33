import { isKnown, Value } from '../../schema/value';
import { mayExcludeEachOther } from '../../tenant/existence';
import type { Declaration } from '../../tenant/tenant';
import type { Context, Severity } from '../rule';

/**
 * Groups the declarations that have the same keys as another one, within a stack and a provider. Leaves out those with a
 * key that is not known.
 */
export function groupsOf<T extends Declaration>(
  declarations: readonly T[],
  ...keys: Array<(declaration: T) => Value<string>>
): T[][] {
  const found = new Map<string, T[]>();
  for (const declaration of keys.reduce(withSameKey, declarations)) {
    const values = [declaration.resource.provider, ...keys.map((key) => key(declaration))];
    if (values.every(isKnown)) {
      const key = [declaration.stack, ...values].join('\n');
      const group = found.get(key);
      if (group) {
        group.push(declaration);
      } else {
        found.set(key, [declaration]);
      }
    }
  }
  return Array.from(found.values()).filter(({ length }) => length > 1);
}

/** Returns the declarations that have the same key as another one. Most have none, and the other keys are not read then. */
function withSameKey<T extends Declaration>(declarations: readonly T[], key: (declaration: T) => Value<string>): readonly T[] {
  const [all, repeated] = [new Set<Value<string>>(), new Set<Value<string>>()];
  for (const declaration of declarations) {
    const value = key(declaration);
    if (all.size === all.add(value).size) {
      repeated.add(value);
    }
  }
  return repeated.size > 0 ? declarations.filter((declaration) => repeated.has(key(declaration))) : [];
}

/**
 * Reports every declaration of a group except the first, together with an earlier one that can exist beside it. Variants
 * that exclude each other by `count` or `for_each` are not reported against each other, because only one of them exists.
 */
export function reportRepeats<T extends Declaration>(
  groups: T[][],
  context: Context<Declaration>,
  text: (repeated: T, first: T) => string,
  severity?: (repeated: T, first: T) => Severity,
): void {
  for (const group of groups) {
    group.forEach((repeated, index) => {
      const first = firstBeside(repeated, group);
      if (first && group.indexOf(first) < index) {
        context.report(repeated, text(repeated, first), severity?.(repeated, first));
      }
    });
  }
}

/** Reports each declaration in `some` that has the same key as one in `others`. */
export function reportClashes<Some extends Declaration, Other extends Declaration>(
  some: readonly Some[],
  others: readonly Other[],
  key: (declaration: Some | Other) => Value<string>,
  context: Context<Declaration>,
  text: (other: Other) => string,
): void {
  if (some.length === 0) {
    return;
  }
  const owners = new Set<Declaration>(others);
  for (const group of groupsOf<Some | Other>([...others, ...some], key)) {
    const owning = group.filter((declaration) => owners.has(declaration));
    for (const clashing of group.filter((declaration) => !owners.has(declaration))) {
      const owner = firstBeside(clashing, owning);
      if (owner) {
        context.report(clashing, text(owner as Other));
      }
    }
  }
}

/** Returns the first of a group that can exist beside a declaration. */
function firstBeside<T extends Declaration>(declaration: Declaration, group: readonly T[]): T | undefined {
  return group.find((one) => !mayExcludeEachOther(one, declaration));
}
