/** The highest number of differences between a text and a similar one. */
const MAX_DIFFERENCES = 3;

/**
 * Returns the candidate that is most similar to a text, for "did you mean". Undefined if none is similar enough. The
 * time grows with the length of the candidates, not with its square.
 *
 * @param most the number of differences to allow: by default one for every four characters, at least one and at most three
 */
export function nearest(
  text: string,
  candidates: Iterable<string>,
  most = Math.min(MAX_DIFFERENCES, Math.max(1, Math.floor(text.length / 4))),
): string | undefined {
  let best: string | undefined;
  let allowed = most;
  for (const candidate of candidates) {
    const distance = editDistance(text, candidate, allowed);
    if (distance <= allowed) {
      [best, allowed] = [candidate, distance - 1];
    }
  }
  return best;
}

/**
 * Returns the number of characters to insert, delete, replace or swap with their neighbour to get from `a` to `b`. Stops
 * when there are more than `most`, and returns a higher number then.
 */
function editDistance(a: string, b: string, most: number): number {
  const more = most + 1;
  if (most < 0 || Math.abs(a.length - b.length) > most) {
    return more;
  }
  let beforeLast: number[] = [];
  let last: number[] = [];
  for (let j = 0; j <= Math.min(b.length, most); j++) {
    last[j] = j;
  }
  for (let i = 1; i <= a.length; i++) {
    // only the cells near the diagonal can have a value up to `most`
    const row: number[] = i <= most ? [i] : [];
    let least = row[0] ?? more;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const replaced = (last[j - 1] ?? more) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min((last[j] ?? more) + 1, (row[j - 1] ?? more) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (beforeLast[j - 2] ?? more) + 1);
      }
      row[j] = distance;
      least = Math.min(least, distance);
    }
    if (least > most) {
      return more;
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? more;
}
