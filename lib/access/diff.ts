import { scopeGroups } from './diff-scopes';
import { Answer, answerFor, ClientLines, Line, RANKS, Shapes, Side, UsersKey } from './diff-side';
import { push } from './maps';
import type { AccessReportJson, ApiJson, StatementJson } from './report/model';
import type { Users } from './statements';
import type { Subject } from '../tenant/tenant';

const SUBJECTS: readonly Subject[] = ['client', 'user', 'anonymous_user'];

/** The version of the JSON of a diff. */
export const DIFF_VERSION = 1;

/** Whether applications may do less or more than before. `both` is some less and some more, or what cannot be told. */
export type AccessEffect = 'narrower' | 'broader' | 'both';

/** What changes in who can do what. */
export interface AccessDiffJson {
  readonly version: typeof DIFF_VERSION;
  readonly verdict: 'equal' | AccessEffect;
  /** The number of answers that are unknown before and after, for the same reason. The diff cannot tell whether they change. */
  readonly unknown: number;
  readonly changes: readonly AccessChange[];
}

/** Applications get scopes that they did not get, or on other conditions, or they no longer get them. */
export interface AccessChange extends Pick<StatementJson, 'clients' | 'subject' | 'users' | 'role' | 'api' | 'scopes'> {
  readonly change: 'added' | 'removed' | 'changed';
  readonly effect: AccessEffect;
  /** True if the applications get the scopes through other applications. */
  readonly isPath: boolean;
  readonly before: Answer;
  readonly after: Answer;
}

/**
 * Compares who can do what before and after a change.
 *
 * An answer that turns from no to unknown or yes, or from unknown to yes, is broader; the other direction is narrower. If the
 * reason of an unknown answer changes, or a condition changes otherwise than that a restriction is added or removed, the
 * effect is `both`, because it cannot be told. Other reasons for the same answer are no change.
 */
export function diffAccess(before: AccessReportJson, after: AccessReportJson): AccessDiffJson {
  const shapes = new Shapes();
  const [old, current] = [new Side(before, shapes), new Side(after, shapes)];
  const found: AccessChange[] = [];
  let unknown = 0;
  const compare = (kind: 'statements' | 'paths', api: string, subject: Subject): void => {
    const [a, b] = [old.linesOn(kind, api, subject), current.linesOn(kind, api, subject)];
    const hasSameScopes = scopesText(old.apis.get(api)) === scopesText(current.apis.get(api));
    if (hasSameScopes && old.nameOf(a) === current.nameOf(b)) {
      unknown += a.reduce((sum, line) => sum + line.clients.length * unknownIn(line), 0);
      return;
    }
    for (const { clients, before: was, after: is, isEqual } of clientGroups(old.byClient(a), current.byClient(b))) {
      const compared = hasSameScopes && isEqual
        ? { changes: [], unknown: was.reduce((sum, line) => sum + unknownIn(line), 0) }
        : compareLines(old, current, api, subject, was, is);
      unknown += compared.unknown * clients.length;
      const names = clients.map((client) => (current.clients.get(client) ?? old.clients.get(client))!.name);
      found.push(...compared.changes.map((change) => ({ ...change, clients: names, isPath: kind === 'paths' })));
    }
  };
  for (const api of unionOf(old.apis, current.apis)) {
    SUBJECTS.forEach((subject) => compare('statements', api, subject));
    compare('paths', api, 'user');
  }
  const changes = grouped(found);
  const effects = new Set(changes.map(({ effect }) => effect));
  return {
    version: DIFF_VERSION,
    verdict: effects.size === 0 ? 'equal' : effects.size === 1 ? changes[0].effect : 'both',
    unknown,
    changes,
  };
}

function unknownIn({ answer, scopes }: Line): number {
  return answer === 'unknown' ? scopes.length : 0;
}

/** Applications that have the same statements on both sides. */
interface ClientGroup {
  readonly clients: string[];
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  /** True if the statements after the change are those before it. */
  readonly isEqual: boolean;
}

function clientGroups(old: ReadonlyMap<string, ClientLines>, current: ReadonlyMap<string, ClientLines>): Iterable<ClientGroup> {
  const groups = new Map<string, ClientGroup>();
  for (const client of unionOf(old, current)) {
    const [was, is] = [old.get(client), current.get(client)];
    const [a, b] = [was, is].map((one) => (one ? [...one.shapes].sort().join() : ''));
    const name = `${a} ${b}`;
    const group = groups.get(name) ?? { clients: [], before: was?.lines ?? [], after: is?.lines ?? [], isEqual: a === b };
    groups.set(name, group);
    group.clients.push(client);
  }
  return groups.values();
}

type PartialChange = Omit<AccessChange, 'clients' | 'isPath'>;

/** Compares what an application may get of an API before and after. */
function compareLines(
  old: Side, current: Side, api: string, subject: Subject, a: readonly Line[], b: readonly Line[],
): { changes: PartialChange[]; unknown: number } {
  const [oldApi, currentApi] = [old.apis.get(api), current.apis.get(api)];
  const changes: PartialChange[] = [];
  let unknown = 0;
  for (const { scopes, before, after } of scopeGroups(a, b, oldApi, currentApi)) {
    const [oldAnswers, answers] = [old.answersOf(before), current.answersOf(after)];
    const ofScopes: PartialChange[] = [];
    for (const users of inOrder(unionOf(oldAnswers, answers))) {
      const [was, is] = [answerFor(oldAnswers, users), answerFor(answers, users)];
      const effect = effectOf(was, is);
      if (effect === undefined) {
        unknown += was.answer === 'unknown' ? scopes.length : 0;
      } else if (!ofScopes.some((change) => isSame(change.before, was) && isSame(change.after, is))) {
        const change = was.answer === 'no' ? 'added' : is.answer === 'no' ? 'removed' : 'changed';
        const roleId = users.slice(1);
        const role = users.startsWith(' ') ? (current.roles.get(roleId) ?? old.roles.get(roleId))!.name : undefined;
        const ofUsers = users === '' ? {} : role === undefined ? { users: users as Users } : { users: 'with_role' as const, role };
        ofScopes.push({ change, effect, subject, ...ofUsers, api: (currentApi ?? oldApi)!.name, scopes, before: was, after: is });
      }
    }
    changes.push(...ofScopes);
  }
  return { changes, unknown };
}

/** Sorts users: every user, then those with a role, then those with the permission. */
function inOrder(users: Iterable<UsersKey>): UsersKey[] {
  const order = (key: UsersKey) => (key === 'with_permission' ? 2 : key.startsWith(' ') ? 1 : 0);
  return Array.from(users).sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
}

/** Tells what a change of an answer means; undefined if it means nothing. */
function effectOf(before: Answer, after: Answer): AccessEffect | undefined {
  const rise = RANKS[after.answer] - RANKS[before.answer];
  if (rise !== 0) {
    // where an unknown answer turns out to be yes, it may be without the conditions
    const isVague = before.answer !== 'no' && after.answer !== 'no' && before.unless.length + after.unless.length > 0;
    return isVague ? 'both' : rise > 0 ? 'broader' : 'narrower';
  }
  if (before.answer === 'unknown') {
    return before.because === after.because && before.address === after.address ? undefined : 'both';
  }
  const added = after.unless.filter((condition) => !before.unless.includes(condition));
  const removed = before.unless.filter((condition) => !after.unless.includes(condition));
  if (added.length + removed.length === 0) {
    return undefined;
  }
  const restricts = [...added, ...removed].every((condition) => condition.startsWith('only '));
  return !restricts || (added.length > 0 && removed.length > 0) ? 'both' : added.length > 0 ? 'narrower' : 'broader';
}

function isSame(a: Answer, b: Answer): boolean {
  return a.answer === b.answer && a.unless.join('\n') === b.unless.join('\n');
}

/** Joins the changes that differ only in the scopes, then those that differ only in the applications. */
function grouped(changes: readonly AccessChange[]): AccessChange[] {
  const byScopes = groupsOf(changes, ({ scopes: _, ...rest }) => rest).map((same): AccessChange =>
    ({ ...same[0], scopes: same.flatMap(({ scopes }) => scopes).sort(byText) }));
  const byClients = groupsOf(byScopes, ({ clients: _, ...rest }) => rest).map((same) =>
    ({ ...same[0], clients: same.flatMap(({ clients }) => clients).sort() }));
  const keyed = byClients.map((change) => {
    const { api, isPath, clients, subject, users, role, scopes } = change;
    return { change, key: JSON.stringify([api, isPath, clients[0], subject, users, role, scopes]) };
  });
  return keyed.sort((x, y) => byText(x.key, y.key)).map(({ change }) => change);
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => object): T[][] {
  const groups = new Map<string, T[]>();
  items.forEach((item) => push(groups, JSON.stringify(keyOf(item)), item));
  return Array.from(groups.values());
}

function byText(a: string | null, b: string | null): number {
  return a === b ? 0 : b === null || (a !== null && a < b) ? -1 : 1;
}

function scopesText(api: ApiJson | undefined): string {
  return JSON.stringify([api?.scopes, api?.hasOtherScopes]);
}

function unionOf<K>(a: ReadonlyMap<K, unknown>, b: ReadonlyMap<K, unknown>): Set<K> {
  return new Set([...a.keys(), ...b.keys()]);
}
