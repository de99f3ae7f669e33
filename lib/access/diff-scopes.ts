import type { Line } from './diff-side';
import type { ApiJson } from './report/model';

/** Scopes that the same statements are about, before and after. */
interface ScopeGroup {
  readonly scopes: Array<string | null>;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
}

/**
 * Groups the scopes that statements before and after are about. A scope that a definition does not name is one of its other
 * scopes (`null`).
 */
export function scopeGroups(
  a: readonly Line[], b: readonly Line[], oldApi: ApiJson | undefined, currentApi: ApiJson | undefined,
): Iterable<ScopeGroup> {
  const [before, after] = [linesByScope(a, oldApi), linesByScope(b, currentApi)];
  const groups = new Map<string, ScopeGroup>();
  for (const scope of new Set([...before.scopes, ...after.scopes])) {
    const name = `${before.numbersOf(scope)}|${after.numbersOf(scope)}`;
    const group = groups.get(name) ?? { scopes: [], before: before.linesOf(scope), after: after.linesOf(scope) };
    groups.set(name, group);
    group.scopes.push(scope);
  }
  return groups.values();
}

function linesByScope(lines: readonly Line[], api: ApiJson | undefined) {
  const numbers = new Map<string | null, string>();
  lines.forEach(({ scopes }, number) => scopes.forEach((scope) => numbers.set(scope, `${numbers.get(scope) ?? ''} ${number}`)));
  const named = new Set(api?.scopes);
  const numbersOf = (scope: string | null) =>
    numbers.get(scope) ?? (scope !== null && api?.hasOtherScopes && !named.has(scope) ? numbers.get(null) : undefined) ?? '';
  const linesOf = (scope: string | null) => numbersOf(scope).split(' ').slice(1).map((number) => lines[Number(number)]);
  return { scopes: numbers.keys(), numbersOf, linesOf };
}
