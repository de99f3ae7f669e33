import { AccessIndex } from './access-index';
import { groupClients } from './client-groups';
import { grantedClients, GrantedClients } from './granted-clients';
import { ApiKey, ClientKey, hasUnknownId, RoleKey } from './keys';
import { push } from './maps';
import { roleAllows } from './roles';
import { ApiScopes, scopeGroups } from './scope-groups';
import { SUBJECT_WORDS } from './tokens';
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

/** The answer for some of the users. */
type Part = Pick<Statement, 'users' | 'role' | 'verdict' | 'scopes'>;

const SUBJECTS = Object.keys(SUBJECT_WORDS) as readonly Subject[];
const NOBODY: GrantedClients = { named: new Set(), isForUncertain: false, isForAny: false };
const RANKS: Readonly<Record<Verdict['answer'], number>> = { no: 0, unknown: 1, yes: 2 };

/**
 * Returns every statement about direct access, in an order that depends only on the definition. The time is linear in the
 * size of the definition and of the result.
 */
export function statementsOf(index: AccessIndex): Statement[] {
  const groups = groupClients(index);
  const scopesOfApis = new Map(Array.from(index.apis, (api) => [api, new ApiScopes(index, api)]));
  return SUBJECTS.flatMap((subject) => {
    const granted = grantedClients(index, subject);
    return Array.from(index.apis).flatMap((api) => {
      const candidates = candidatesFor(index, groups, api, subject, granted.get(api) ?? NOBODY);
      const scopes = scopesOfApis.get(api)!;
      return mergeClients(candidates.flatMap((clients) => statementsFor(index, clients, scopes, subject)));
    });
  });
}

/**
 * Splits a verdict on tokens for users by the users. A part is there only if it allows more than the part for all users,
 * and the part for users with the permission only if no role gives it.
 *
 * @param scopes scopes that all have the verdict
 */
function partsOf(index: AccessIndex, verdict: Verdict, api: ApiScopes, scopes: readonly string[]): Part[] {
  // without a role, the scope does not matter
  const everyone = both(verdict, roleAllows(index, undefined, scopes[0], api.key));
  const ofAll: Part[] = everyone.answer === 'no' ? [] : [{ users: 'all', verdict: everyone, scopes }];
  return !isMore(verdict, everyone) ? ofAll : [...ofAll, ...api.byRoles.of(scopes).flatMap(({ roles, scopes: own }): Part[] => {
    const ofRoles = roles.map(({ role, verdict: ofRole }): Part => ({ users: 'with_role', role, verdict: both(verdict, ofRole), scopes: own }))
      .filter((part) => isMore(part.verdict, everyone));
    const hasRole = ofRoles.some((part) => !isMore(verdict, part.verdict));
    return hasRole ? ofRoles : [...ofRoles, { users: 'with_permission', verdict, scopes: own }];
  })];
}

function isMore(one: Verdict, than: Verdict): boolean {
  return RANKS[one.answer] > RANKS[than.answer];
}

/** Returns the applications that may get something: each group has the same answers. */
function candidatesFor(
  index: AccessIndex, groups: ReadonlyArray<readonly ClientKey[]>, api: ApiKey, subject: Subject, { named, isForUncertain, isForAny }: GrantedClients,
): Array<readonly ClientKey[]> {
  const { possible } = index.policies(api, subject);
  if (possible.every((policy) => policy === 'deny_all')) {
    return [];
  }
  const isForGroups = isForAny || possible.includes('allow_all');
  const isOpen = possible.every((policy) => policy === 'allow_all');
  // a grant means nothing where the policy already gives every scope
  const own = Array.from(named).filter((client) => !isOpen || index.application(client).possibleKinds.includes('strict third party'));
  const apart = new Set(own);
  const others = groups.filter(([client]) => isForGroups || (isForUncertain && hasUnknownId(client)));
  const withoutOwn = own.length === 0 ? others : others.map((group) => group.filter((client) => !apart.has(client)));
  return [...withoutOwn.filter(({ length }) => length > 0), ...own.map((client) => [client])];
}

function statementsFor(index: AccessIndex, clients: readonly ClientKey[], api: ApiScopes, subject: Subject): Statement[] {
  const parts = scopeGroups(index, clients[0], api, subject).flatMap(({ scopes, verdict }) => {
    const ofUsers = subject === 'user' ? partsOf(index, verdict, api, scopes) : [{ verdict, scopes }];
    return ofUsers.map((part): Statement => ({ clients, subject, api: api.key, ...part }));
  });
  return groupBy(parts, nameOf).map((same) =>
    same.length === 1 ? same[0] : { ...same[0], scopes: api.inOrder(same.flatMap(({ scopes }) => scopes)) });
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
