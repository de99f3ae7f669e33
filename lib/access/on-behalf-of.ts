import type { AccessIndex } from './access-index';
import type { ApiKey, ClientKey } from './keys';
import { canGet, Question } from './tokens';
import { anyOf, both, no, unknown, Verdict, yes } from './verdict';
import { UNKNOWN, Value } from '../schema/value';
import { quote } from '../util/text';

/** The highest number of token exchanges in a path. */
const MAX_STEPS = 5;

/** An application linked to an API. It exchanges the tokens of its API's users for tokens for other APIs. */
export interface Exchange {
  readonly api: ApiKey;
  readonly client: ClientKey;
  /** The answer to whether it may exchange tokens: 'yes' or 'unknown'. */
  readonly verdict: Verdict;
}

/** A sequence of token exchanges from one application to another. */
export interface Path {
  readonly to: Exchange;
  /** The names of the APIs on the way. */
  readonly through: readonly string[];
  readonly verdict: Verdict;
}

/** Finds which scopes applications can reach through on-behalf-of token exchange. Keeps the paths that it has found. */
export class OnBehalfOf {
  readonly #index: AccessIndex;
  readonly #exchanges: readonly Exchange[];
  readonly #paths = new Map<ClientKey, readonly Path[]>();

  public constructor(index: AccessIndex) {
    this.#index = index;
    this.#exchanges = index.tenant.clients.flatMap((client) => {
      const api = client.linkedApi && index.keys.api(client.linkedApi, client);
      const verdict = exchanges(client.appType, client.exchangesOnBehalfOf, client.title, client.resource.address);
      return api && verdict.answer !== 'no' ? [{ api, client, verdict }] : [];
    });
  }

  /**
   * Tells whether an application reaches a scope for users through other applications.
   *
   * @param withRbac applies the RBAC of the API to a verdict
   */
  public reaches({ client, api, scope }: Question, withRbac: (verdict: Verdict) => Verdict): Verdict {
    const verdicts = this.pathsFrom(client).filter(({ to }) => to.api !== api).map(({ to, through, verdict }) => {
      const last = withRbac(canGet(this.#index, { client: to.client, api, scope }, 'user'));
      return last.answer === 'no' ? last : alongPath({ through, verdict }, last);
    });
    const found = verdicts.length > 0 ? anyOf(verdicts) : undefined;
    return found && found.answer !== 'no'
      ? found
      : no(`no on-behalf-of token exchange leads from ${quote(client.title)} to this scope`);
  }

  /** Returns the shortest path to each application that exchanges tokens: first paths that are certain, then the others. */
  public pathsFrom(client: ClientKey): readonly Path[] {
    let paths = this.#paths.get(client);
    if (!paths) {
      const certain = this.#search(client, false);
      const reached = new Set(certain.map(({ to }) => to));
      paths = [...certain, ...this.#search(client, true).filter(({ to }) => !reached.has(to))];
      this.#paths.set(client, paths);
    }
    return paths;
  }

  #canGet(client: ClientKey, api: ApiKey, isFirst: boolean): Verdict {
    const verdict = canGet(this.#index, { client, api }, 'user');
    return isFirst ? verdict : this.#index.about(client, verdict);
  }

  #search(client: ClientKey, includesUnknown: boolean): Path[] {
    const found: Path[] = [];
    const remaining = new Set(this.#exchanges);
    let current: ReadonlyArray<{ readonly client: ClientKey; readonly through: readonly string[]; readonly verdict: Verdict }> =
      [{ client, through: [], verdict: yes('') }];
    for (let step = 0; step < MAX_STEPS && current.length > 0; step++) {
      const next: Path[] = [];
      for (const { client: from, through, verdict } of current) {
        for (const to of remaining) {
          const whole = afterFirst(verdict, afterFirst(this.#canGet(from, to.api, step === 0), to.verdict));
          if (whole.answer === 'yes' || (whole.answer === 'unknown' && includesUnknown)) {
            remaining.delete(to);
            next.push({ to, through: [...through, to.api.title], verdict: whole });
          }
        }
      }
      found.push(...next);
      current = next.map(({ to, ...path }) => ({ ...path, client: to.client }));
    }
    return found;
  }
}

/** Returns the verdict of a path for what its last application may get. */
export function alongPath({ through, verdict }: Pick<Path, 'through' | 'verdict'>, last: Verdict): Verdict {
  const whole = afterFirst(verdict, last);
  return whole.answer === 'no' ? whole : { ...whole, because: `through ${through.map(quote).join(', then ')}: ${whole.because}` };
}

/** Joins the verdicts of two steps. If the first is yes, only the second one needs to be explained. */
function afterFirst(first: Verdict, second: Verdict): Verdict {
  return first.answer === 'yes' ? second : both(first, second);
}

function exchanges(appType: Value<string>, isAllowed: Value<boolean>, title: string, address: string): Verdict {
  const isOfApi = appType === UNKNOWN ? UNKNOWN : appType === 'resource_server';
  if (!isOfApi || !isAllowed) {
    return no(`${quote(title)} does not exchange tokens`, address);
  }
  return isOfApi === UNKNOWN || isAllowed === UNKNOWN
    ? unknown(`whether ${quote(title)} exchanges tokens is known only to Terraform`, address)
    : yes(`${quote(title)} exchanges tokens`, address);
}
