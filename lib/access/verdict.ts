/**
 * What a definition says to a question: yes, no, or that it cannot be told. It is unknown where something decides that
 * only Terraform or Auth0 knows.
 */
export interface Verdict {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** Why, in words. */
  readonly because: string;
  /** The address of the resource that decides, where there is one: `auth0_client_grant.worker`. */
  readonly address?: string;
  /** What else must hold when a token is issued: an organization, a permission of the user. */
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

/** Yes where one of several ways says so; no where all do. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  const allowing = verdicts.find(({ answer }) => answer === 'yes');
  if (allowing) {
    return allowing;
  }
  const open = verdicts.filter(({ answer }) => answer === 'unknown');
  return joined(open.length > 0 ? open : verdicts);
}

/** Yes where both say so; no where one does. */
export function both(first: Verdict, second: Verdict): Verdict {
  const refusing = [first, second].find(({ answer }) => answer === 'no');
  if (refusing) {
    return refusing;
  }
  const open = [first, second].filter(({ answer }) => answer === 'unknown');
  return open.length > 0
    ? joined(open)
    : { ...first, because: `${first.because}, and ${second.because}`, unless: [...first.unless, ...second.unless] };
}

/** What is the same under every assumption; unknown where they differ, because of `missing`. */
export function agreementOf(verdicts: readonly Verdict[], missing: string): Verdict {
  return verdicts.every(({ answer }) => answer === verdicts[0].answer) ? joined(verdicts) : unknown(missing);
}

/** Verdicts with the same answer as one. */
function joined(verdicts: readonly Verdict[]): Verdict {
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
