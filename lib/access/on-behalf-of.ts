import type { AccessIndex } from './access-index';
import type { ApiKey, ClientKey } from './keys';
import { canGet, Question } from './tokens';
import { anyOf, both, no, unknown, Verdict, yes } from './verdict';
import { UNKNOWN, Value } from '../schema/value';
import { quote } from '../util/text';

/** How many exchanges a path may have. */
const MAX_STEPS = 5;

/** The application of an API, which exchanges tokens that users bring for tokens for other APIs. */
interface Exchange {
  readonly api: ApiKey;
  readonly client: ClientKey;
  /** Whether it does so for certain. */
  readonly verdict: Verdict;
}

/** A way to an application that exchanges tokens. */
interface Path {
  readonly to: Exchange;
  readonly over: readonly string[];
  readonly verdict: Verdict;
}

/** Finds what applications reach through others. What is found for an application is kept. */
export class OnBehalfOf {
  readonly #index: AccessIndex;
  readonly #exchanges: readonly Exchange[];
  readonly #paths = new Map<ClientKey, readonly Path[]>();

  public constructor(index: AccessIndex) {
    this.#index = index;
    this.#exchanges = index.tenant.clients.flatMap((client) => {
      const api = client.ownApi && index.keys.api(client.ownApi, client);
      const verdict = exchanges(client.appType, client.exchangesOnBehalfOf, client.title, client.resource.address);
      return api && verdict.answer !== 'no' ? [{ api, client, verdict }] : [];
    });
  }

  /**
   * Whether an application reaches a scope for users through others.
   *
   * @param withRbac adds what RBAC of the API makes of a verdict
   */
  public reaches({ client, api, scope }: Question, withRbac: (verdict: Verdict) => Verdict): Verdict {
    const verdicts = this.#pathsFrom(client).filter(({ to }) => to.api !== api).map(({ to, over, verdict }) => {
      const last = withRbac(canGet(this.#index, { client: to.client, api, scope }, 'user'));
      const whole = last.answer === 'no' ? last : bothOf(verdict, last);
      return whole.answer === 'no' ? whole : { ...whole, because: `through ${over.map(quote).join(', then ')}: ${whole.because}` };
    });
    const found = verdicts.length > 0 ? anyOf(verdicts) : undefined;
    return found && found.answer !== 'no'
      ? found
      : no(`no application that stands for an API and exchanges tokens brings ${quote(client.title)} to this scope`);
  }

  /** The shortest ways to each application that exchanges tokens; those that are certain come first. */
  #pathsFrom(client: ClientKey): readonly Path[] {
    let paths = this.#paths.get(client);
    if (!paths) {
      paths = ['yes', 'unknown'].flatMap((least) => this.#search(client, least === 'unknown'));
      this.#paths.set(client, paths);
    }
    return paths;
  }

  #search(client: ClientKey, takesUnknown: boolean): Path[] {
    const found: Path[] = [];
    const left = new Set(this.#exchanges);
    let front: ReadonlyArray<{ readonly client: ClientKey; readonly over: readonly string[]; readonly verdict: Verdict }> =
      [{ client, over: [], verdict: yes('') }];
    for (let step = 0; step < MAX_STEPS && front.length > 0; step++) {
      const next: Path[] = [];
      for (const { client: from, over, verdict } of front) {
        for (const to of left) {
          const whole = bothOf(verdict, bothOf(canGet(this.#index, { client: from, api: to.api }, 'user'), to.verdict));
          if (whole.answer === 'yes' || (whole.answer === 'unknown' && takesUnknown)) {
            left.delete(to);
            next.push({ to, over: [...over, to.api.title], verdict: whole });
          }
        }
      }
      found.push(...next);
      front = next.map(({ to, ...path }) => ({ ...path, client: to.client }));
    }
    return found;
  }
}

/** What the second says, where the first does not stand in its way. */
function bothOf(first: Verdict, second: Verdict): Verdict {
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
