import type { Invariant, Pattern } from './invariants';
import type { AccessReportJson, ClientJson, PathJson, StatementJson } from './report/model';
import { findEntities, requireScope } from './report/narrow';
import { anyOf, quote } from '../util/text';

/** The version of the JSON of judged invariants. */
export const JUDGEMENT_VERSION = 1;

/** Whether invariants hold. */
export interface JudgementJson {
  readonly version: typeof JUDGEMENT_VERSION;
  readonly verdict: 'hold' | 'broken' | 'unknown';
  readonly invariants: readonly JudgedJson[];
}

/** Whether an invariant holds. */
export interface JudgedJson {
  readonly name: string;
  readonly result: 'holds' | 'broken' | 'unknown';
  /** What breaks it, with the answer 'yes', and what may break it, with the answer 'unknown'. */
  readonly statements: ReadonlyArray<StatementJson & Partial<PathJson>>;
}

/**
 * Checks invariants. One with an unknown answer is not true, unless it allows that.
 *
 * @throws Error that names the invariant and the nearest name if it is about an API, a scope, an application or a role that
 * the report does not have
 */
export function judgeInvariants(invariants: readonly Invariant[], report: AccessReportJson): JudgementJson {
  const judged = invariants.map((invariant): JudgedJson => {
    const statements = matching(invariant, report).sort((a, b) => Number(b.answer === 'yes') - Number(a.answer === 'yes'));
    const isUnknown = statements.length > 0 && invariant.unknown === 'refuse';
    return { name: invariant.name, result: statements[0]?.answer === 'yes' ? 'broken' : isUnknown ? 'unknown' : 'holds', statements };
  });
  const isAny = (result: JudgedJson['result']) => judged.some((one) => one.result === result);
  return { version: JUDGEMENT_VERSION, verdict: isAny('broken') ? 'broken' : isAny('unknown') ? 'unknown' : 'hold', invariants: judged };
}

function matching({ name, never }: Invariant, report: AccessReportJson): Array<StatementJson & Partial<PathJson>> {
  try {
    const matches = matcherOf(never, report);
    return [...report.statements.flatMap(matches), ...report.paths.flatMap(matches)];
  } catch (error) {
    throw new Error(`the invariant ${quote(name)}: ${(error as Error).message}`);
  }
}

/** Returns a function that gives the parts of a statement that a pattern is about. */
function matcherOf(pattern: Pattern, report: AccessReportJson): <T extends StatementJson>(statement: T) => T[] {
  const { api, role, scopes, users, party } = pattern;
  const subject = pattern.subject ?? (users === undefined && role === undefined ? undefined : 'user');
  const apis = api === undefined ? report.apis : findEntities(report.apis, api, 'API');
  scopes?.forEach((scope) => requireScope(apis, scope));
  const apiNames = namesOf(apis);
  const scopesOf = new Map(report.apis.map((one) => [one.name, new Set(one.scopes)]));
  const roles = role === undefined ? undefined : namesOf(findEntities(report.roles, role, 'role'));
  const clients = clientsOf(pattern, report.clients);
  const isMeant = (scope: string | null, of: string) =>
    scopes === undefined || (scope === null ? scopes.some((one) => !scopesOf.get(of)!.has(one)) : scopes.includes(scope));
  return (statement) => {
    const isAbout = apiNames.has(statement.api) && (subject === undefined || statement.subject === subject) &&
      (users === undefined || statement.users === users) &&
      (roles === undefined || statement.users === 'all' || roles.has(statement.role ?? ''));
    const own = isAbout ? statement.scopes.filter((scope) => isMeant(scope, statement.api)) : [];
    if (own.length === 0) {
      return [];
    }
    const meant = statement.clients.filter((client) => clients.has(client));
    const [certain, uncertain] = [meant.filter((client) => clients.get(client)), meant.filter((client) => !clients.get(client))];
    const because = `whether the application is a ${party} party is not known; ${statement.because}`;
    return [
      ...(certain.length > 0 ? [{ ...statement, scopes: own, clients: certain }] : []),
      ...(uncertain.length > 0 ? [{ ...statement, scopes: own, clients: uncertain, answer: 'unknown' as const, because }] : []),
    ];
  };
}

/** Returns the applications that a pattern is about, or may be about: true if it certainly is. */
function clientsOf({ clients, exceptClients, party }: Pattern, all: readonly ClientJson[]): ReadonlyMap<string, boolean> {
  const excluded = namesOf(exceptClients?.map((name) => onlyOne(findEntities(all, name, 'application'), name)) ?? []);
  const included = clients?.flatMap((name) => findEntities(all, name, 'application')) ?? all;
  return new Map(included.filter((one) => !excluded.has(one.name) && (party === undefined || one.party === undefined || one.party === party))
    .map((one) => [one.name, party === undefined || one.party === party]));
}

/** Returns the one application that has a name. An exception must not be for another application of that name as well. */
function onlyOne(found: readonly ClientJson[], name: string): ClientJson {
  if (found.length > 1) {
    throw new Error(`${quote(name)} is the name of more than one application: give the path or the address, ${anyOf(found.map((one) => one.name))}`);
  }
  return found[0];
}

function namesOf(entities: ReadonlyArray<{ readonly name: string }>): ReadonlySet<string> {
  return new Set(entities.map(({ name }) => name));
}
