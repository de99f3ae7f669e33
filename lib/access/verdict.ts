/**
 * The answer to a question about access, with its reason. It is unknown if it depends on something that only Terraform or
 * Auth0 knows.
 */
export interface Verdict {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** The reason, in words. */
  readonly because: string;
  /** The address of the resource that decides, if there is one: `auth0_client_grant.worker`. */
  readonly address?: string;
  /** The conditions that must also hold when Auth0 issues the token, such as an organization or a permission of the user. */
  readonly unless: readonly string[];
}

export function yes(because: string, address?: string, unless: readonly string[] = []): Verdict {
  return { answer: 'yes', because, address, unless };
}

export function no(because: string, address?: string): Verdict {
  return { answer: 'no', because, address, unless: [] };
}

export function unknown(because: string, address?: string): Verdict {
  return { answer: 'unknown', because, address, unless: [] };
}

/** Joins alternatives: yes if one is yes, no if all are no. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  const allowing = verdicts.find(({ answer }) => answer === 'yes');
  if (allowing) {
    return allowing;
  }
  const unknowns = verdicts.filter(({ answer }) => answer === 'unknown');
  return merged(unknowns.length > 0 ? unknowns : verdicts);
}

/** Joins two requirements: yes if both are yes, no if one is no. */
export function both(first: Verdict, second: Verdict): Verdict {
  const refusing = [first, second].find(({ answer }) => answer === 'no');
  if (refusing) {
    return refusing;
  }
  const unknowns = [first, second].filter(({ answer }) => answer === 'unknown');
  return unknowns.length > 0
    ? merged(unknowns)
    : { ...first, because: `${first.because}, and ${second.because}`, unless: [...first.unless, ...second.unless] };
}

/** Joins the verdicts of all possible cases: their common answer, or unknown because of `missing` if the answers differ. */
export function agreementOf(verdicts: readonly Verdict[], missing: string): Verdict {
  return verdicts.every(({ answer }) => answer === verdicts[0].answer) ? merged(verdicts) : unknown(missing);
}

/** Merges verdicts that have the same answer. */
function merged(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  if (verdicts.length === 1) {
    return first;
  }
  const distinct = <T>(values: readonly T[]) => Array.from(new Set(values));
  return {
    answer: first.answer,
    because: distinct(verdicts.map(({ because }) => because)).join('; '),
    address: first.address,
    unless: distinct(verdicts.flatMap(({ unless }) => unless)),
  };
}
