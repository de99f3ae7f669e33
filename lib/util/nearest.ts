/**
 * Returns the candidate that is most similar to a text, for "did you mean". Undefined if none is similar enough.
 *
 * @param most the number of differences to allow: by default one for every four characters, and at least one
 */
export function nearest(
  text: string,
  candidates: Iterable<string>,
  most = Math.max(1, Math.floor(text.length / 4)),
): string | undefined {
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    const distance = Math.abs(candidate.length - text.length) < least ? editDistance(text, candidate) : least;
    if (distance < least) {
      [best, least] = [candidate, distance];
    }
  }
  return best;
}

/** The number of characters to insert, delete, replace or swap with their neighbour to get from `a` to `b`. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length];
}
