import { Answer, answerFor, Answers, cellName, Line, RANKS, Shapes, Side, UsersKey } from './diff-side';
import { push } from './maps';
import type { AccessReportJson, ApiJson } from './report/model';
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
export interface AccessChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly effect: AccessEffect;
  readonly clients: readonly string[];
  readonly subject: Subject;
  readonly users?: Users;
  readonly role?: string;
  readonly api: string;
  readonly scopes: ReadonlyArray<string | null>;
  /** True if the applications get the scopes through other applications. */
  readonly isPath: boolean;
  readonly before: Answer;
  readonly after: Answer;
}

/** The change of one scope for one application. */
interface CellChange extends Omit<AccessChange, 'clients' | 'scopes'> {
  readonly client: string;
  readonly scope: string | null;
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
  const found: CellChange[] = [];
  let unknown = 0;
  const compare = (kind: 'statements' | 'paths', api: string, subject: Subject): void => {
    const [a, b] = [old.linesOn(kind, api, subject), current.linesOn(kind, api, subject)];
    const hasSameScopes = scopesText(old.apis.get(api)) === scopesText(current.apis.get(api));
    if (hasSameScopes && old.nameOf(a) === current.nameOf(b)) {
      unknown += a.reduce((sum, line) => sum + line.clients.length * unknownIn(line), 0);
      return;
    }
    const [oldLines, currentLines] = [old.byClient(a), current.byClient(b)];
    for (const client of unionOf(oldLines, currentLines)) {
      const [was, is] = [oldLines.get(client), currentLines.get(client)];
      if (was && is && hasSameScopes && sameShapes(was.shapes, is.shapes)) {
        unknown += was.lines.reduce((sum, line) => sum + unknownIn(line), 0);
        continue;
      }
      const compared = compareClient(old, current, api, was?.lines ?? [], is?.lines ?? []);
      unknown += compared.unknown;
      const name = (current.clients.get(client) ?? old.clients.get(client))!.name;
      found.push(...compared.changes.map((change) => ({ ...change, client: name, isPath: kind === 'paths' })));
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

type PartialChange = Omit<CellChange, 'client' | 'isPath'>;

/** Compares what one application may get of one API. */
function compareClient(old: Side, current: Side, api: string, a: readonly Line[], b: readonly Line[]): { changes: PartialChange[]; unknown: number } {
  const [before, after] = [old.answersOf(a), current.answersOf(b)];
  const [oldApi, currentApi] = [old.apis.get(api), current.apis.get(api)];
  const changes: PartialChange[] = [];
  let unknown = 0;
  for (const cell of unionOf(before, after)) {
    const [subject, scope] = JSON.parse(cell) as [Subject, string | null];
    const [oldAnswers, answers] = [answersFor(before, subject, scope, oldApi), answersFor(after, subject, scope, currentApi)];
    const ofCell: PartialChange[] = [];
    for (const users of inOrder(unionOf(oldAnswers ?? new Map(), answers ?? new Map()))) {
      const [was, is] = [answerFor(oldAnswers, users), answerFor(answers, users)];
      const effect = effectOf(was, is);
      if (effect === undefined) {
        unknown += was.answer === 'unknown' ? 1 : 0;
      } else if (!ofCell.some((change) => isSame(change.before, was) && isSame(change.after, is))) {
        const change = was.answer === 'no' ? 'added' : is.answer === 'no' ? 'removed' : 'changed';
        const roleId = users.slice(1);
        const role = users.startsWith(' ') ? (current.roles.get(roleId) ?? old.roles.get(roleId))!.name : undefined;
        const ofUsers = users === '' ? {} : role === undefined ? { users: users as Users } : { users: 'with_role' as const, role };
        ofCell.push({ change, effect, subject, ...ofUsers, api: (currentApi ?? oldApi)!.name, scope, before: was, after: is });
      }
    }
    changes.push(...ofCell);
  }
  return { changes, unknown };
}

/** Returns the answers on a scope. A scope that the definition does not name is one of the other scopes. */
function answersFor(answers: ReadonlyMap<string, Answers>, subject: Subject, scope: string | null, api: ApiJson | undefined): Answers | undefined {
  const own = answers.get(cellName(subject, scope));
  return own || scope === null || !api?.hasOtherScopes || api.scopes.includes(scope) ? own : answers.get(cellName(subject, null));
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

/** Joins the changes that differ only in the scope, then those that differ only in the application. */
function grouped(changes: readonly CellChange[]): AccessChange[] {
  const byScope = groupsOf(changes, ({ scope: _, ...rest }) => rest).map((same): AccessChange => {
    const { client, scope: _, ...rest } = same[0];
    return { ...rest, clients: [client], scopes: same.map(({ scope }) => scope).sort(byText) };
  });
  const byClient = groupsOf(byScope, ({ clients: _, ...rest }) => rest).map((same) =>
    ({ ...same[0], clients: same.flatMap(({ clients }) => clients).sort() }));
  const keyed = byClient.map((change) => {
    const { api, isPath, clients, subject, users, role, scopes } = change;
    return { change, key: JSON.stringify([api, isPath, clients[0], subject, users, role, scopes]) };
  });
  return keyed.sort((a, b) => byText(a.key, b.key)).map(({ change }) => change);
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

function sameShapes(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && [...a].sort().join() === [...b].sort().join();
}
