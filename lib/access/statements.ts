import { AccessIndex } from './access-index';
import { groupClients } from './client-groups';
import { grantedClients, GrantedClients } from './granted-clients';
import type { ApiKey, ClientKey, RoleKey } from './keys';
import { push } from './maps';
import { roleAllows } from './roles';
import { canGet, OTHER_SCOPES, SUBJECT_WORDS } from './tokens';
import { both, Verdict } from './verdict';
import type { Subject } from '../tenant/tenant';

/** The users of a statement: every user, those with a role, or those who have the permission in another way. */
export type Users = 'all' | 'with_role' | 'with_permission';

/**
 * One part of the answer to who can do what: applications may get scopes of an API, or whether they may is unknown. What no
 * statement says is not allowed.
 */
export interface Statement {
  readonly clients: readonly ClientKey[];
  readonly subject: Subject;
  /** The users that the tokens are for, if they are for users. */
  readonly users?: Users;
  /** The role of the users, if `users` is `with_role`. */
  readonly role?: RoleKey;
  readonly api: ApiKey;
  /** The names of the scopes, in alphabetical order. OTHER_SCOPES stands for those that the definition does not name. */
  readonly scopes: readonly string[];
  /** The answer, 'yes' or 'unknown', with its reason. */
  readonly verdict: Verdict;
}

/** The answer for some of the users, or for all tokens of another subject type. */
export interface Part {
  readonly users?: Users;
  readonly role?: RoleKey;
  readonly verdict: Verdict;
}

const SUBJECTS = Object.keys(SUBJECT_WORDS) as readonly Subject[];
const RANKS: Readonly<Record<Verdict['answer'], number>> = { no: 0, unknown: 1, yes: 2 };

/**
 * Returns every statement about direct access, in an order that depends only on the definition. The time is linear in the
 * size of the definition and of the result.
 */
export function statementsOf(index: AccessIndex): Statement[] {
  const groups = groupClients(index);
  return SUBJECTS.flatMap((subject) => {
    const granted = grantedClients(index, subject);
    return Array.from(index.apis).flatMap((api) => {
      const candidates = candidatesFor(index, groups, api, subject, granted.get(api) ?? { named: new Set(), isForAny: false });
      return mergeClients(candidates.flatMap((clients) => statementsFor(index, clients, api, subject)));
    });
  });
}

/** Returns the scopes of an API that statements are about. */
export function scopesOf(index: AccessIndex, api: ApiKey): string[] {
  const declared = index.declared(api);
  return declared ? Array.from(declared).sort() : [...Array.from(index.used(api)).sort(), OTHER_SCOPES];
}

/**
 * Splits a verdict on tokens for users by the users. A part is there only if it allows more than the part for all users,
 * and the part for users with the permission only if no role gives it.
 */
export function partsOf(index: AccessIndex, verdict: Verdict, api: ApiKey, scope: string): Part[] {
  const everyone = both(verdict, roleAllows(index, undefined, scope, api));
  const parts: Part[] = everyone.answer === 'no' ? [] : [{ users: 'all', verdict: everyone }];
  const isMore = (one: Verdict, than: Verdict) => RANKS[one.answer] > RANKS[than.answer];
  if (!isMore(verdict, everyone)) {
    return parts;
  }
  let hasRole = false;
  for (const role of index.permissions.candidates(api, scope, index.roles)) {
    const ofRole = both(verdict, roleAllows(index, role, scope, api));
    if (isMore(ofRole, everyone)) {
      parts.push({ users: 'with_role', role, verdict: ofRole });
      hasRole ||= !isMore(verdict, ofRole);
    }
  }
  if (!hasRole) {
    parts.push({ users: 'with_permission', verdict });
  }
  return parts;
}

/** Returns the applications that may get something: each group has the same answers. */
function candidatesFor(
  index: AccessIndex, groups: ReadonlyArray<readonly ClientKey[]>, api: ApiKey, subject: Subject, { named, isForAny }: GrantedClients,
): Array<readonly ClientKey[]> {
  const isForGroups = isForAny || index.policies(api, subject).possible.includes('allow_all');
  const others = !isForGroups ? [] : named.size === 0 ? groups : groups.map((group) => group.filter((client) => !named.has(client)));
  return [...others.filter(({ length }) => length > 0), ...Array.from(named, (client) => [client])];
}

function statementsFor(index: AccessIndex, clients: readonly ClientKey[], api: ApiKey, subject: Subject): Statement[] {
  const parts = scopesOf(index, api).flatMap((scope): Statement[] => {
    const verdict = canGet(index, { client: clients[0], api, scope }, subject);
    const ofUsers: Part[] = verdict.answer === 'no' ? [] : subject === 'user' ? partsOf(index, verdict, api, scope) : [{ verdict }];
    return ofUsers.map((part) => ({ clients, subject, api, ...part, scopes: [scope] }));
  });
  return groupBy(parts, nameOf).map((same) => (same.length === 1 ? same[0] : { ...same[0], scopes: same.flatMap(({ scopes }) => scopes) }));
}

/** Merges the statements that differ only in their applications. */
function mergeClients(statements: readonly Statement[]): Statement[] {
  return groupBy(statements, (one) => JSON.stringify([nameOf(one), one.scopes])).map((same) =>
    same.length === 1 ? same[0] : { ...same[0], clients: same.flatMap(({ clients }) => clients) });
}

/** Groups statements by their role and a name. */
function groupBy(statements: readonly Statement[], nameFor: (statement: Statement) => string): Statement[][] {
  const found = new Map<RoleKey | undefined, Map<string, Statement[]>>();
  for (const statement of statements) {
    const ofRole = found.get(statement.role) ?? new Map<string, Statement[]>();
    found.set(statement.role, push(ofRole, nameFor(statement), statement));
  }
  return Array.from(found.values()).flatMap((ofRole) => Array.from(ofRole.values()));
}

/** Returns a text that is equal for statements of the same users and role that have the same answer and reason. */
function nameOf({ users, verdict: { answer, because, address, unless } }: Statement): string {
  return JSON.stringify([users, answer, because, address, unless]);
}
