import type { AccessReportJson, ApiJson, EntityJson, PathJson, StatementJson } from './model';
import { nearest } from '../../util/nearest';
import { quote } from '../../util/text';
import { listed } from '../lookup';

/** What a report is narrowed to, by name, id, address or the last part of a path. */
export interface Narrowing {
  readonly api?: string;
  readonly client?: string;
  readonly role?: string;
  readonly scope?: string;
}

/**
 * Returns the part of a report that is about an API, an application, a role or a scope. For a role, it has what users with the
 * role get, also where every user gets it.
 *
 * @throws Error that names the nearest one if the report does not have it
 */
export function narrowReport(report: AccessReportJson, { api, client, role, scope }: Narrowing): AccessReportJson {
  const apis = api === undefined ? report.apis : findEntities(report.apis, api, 'API');
  const clients = client === undefined ? report.clients : findEntities(report.clients, client, 'application');
  const roles = role === undefined ? report.roles : findEntities(report.roles, role, 'role');
  if (scope !== undefined) {
    requireScope(apis, scope);
  }
  const [apiNames, clientNames, roleNames] = [apis, clients, roles].map((entities) => new Set(entities.map(({ name }) => name)));
  const narrow = <T extends StatementJson>(statement: T): T[] => {
    const isOf = apiNames.has(statement.api) &&
      (role === undefined || statement.users === 'all' || (statement.role !== undefined && roleNames.has(statement.role)));
    const own = client === undefined ? statement.clients : statement.clients.filter((name) => clientNames.has(name));
    const scopes = scope === undefined ? statement.scopes : statement.scopes.filter((name) => name === scope || isOther(name, scope, statement.api));
    return isOf && own.length > 0 && scopes.length > 0 ? [{ ...statement, clients: own, scopes }] : [];
  };
  const isOther = (name: string | null, one: string, of: string) =>
    name === null && !report.apis.some((other) => other.name === of && other.scopes.includes(one));
  const ofScope = (one: ApiJson) => scope === undefined || one.scopes.includes(scope) || one.hasOtherScopes;
  return {
    ...report,
    apis: apis.filter(ofScope).map((one) => (scope === undefined ? one : { ...one, scopes: one.scopes.filter((name) => name === scope) })),
    clients,
    roles,
    statements: report.statements.flatMap(narrow),
    paths: report.paths.flatMap((path): PathJson[] => narrow(path)),
  };
}

/** Returns the entities that have a name, an id, an address, or a path that ends with it. */
export function findEntities<T extends EntityJson>(entities: readonly T[], name: string, what: string): T[] {
  const exact = entities.filter((one) => namesOf(one).includes(name));
  const matching = exact.length > 0 ? exact : entities.filter((one) => one.name.split('/').pop() === name);
  if (matching.length > 0) {
    return matching;
  }
  const candidates = entities.flatMap((one) => [...namesOf(one), one.name.split('/').pop()!]);
  throw new Error(`there is no ${what} ${quote(name)}${hint(name, candidates, entities.map((one) => one.name))}`);
}

function namesOf({ name, id, address, identifier, alsoKnownAs = [] }: EntityJson & Partial<ApiJson>): string[] {
  return [name, id, address, identifier, ...alsoKnownAs].filter((one): one is string => one !== undefined);
}

/** @throws Error that names the nearest scope if no API has it, or if it is like one that is there */
export function requireScope(apis: readonly ApiJson[], scope: string): void {
  const names = Array.from(new Set(apis.flatMap(({ scopes }) => scopes))).sort();
  const mayBeThere = apis.some(({ hasOtherScopes }) => hasOtherScopes) && nearest(scope, names) === undefined;
  if (!names.includes(scope) && !mayBeThere) {
    throw new Error(`there is no scope ${quote(scope)}${apis.length === 1 ? ` of ${quote(apis[0].name)}` : ''}${hint(scope, names, names)}`);
  }
}

function hint(name: string, candidates: readonly string[], names: readonly string[]): string {
  const meant = nearest(name, candidates);
  return meant !== undefined ? `: did you mean ${quote(meant)}?` : names.length === 0 ? ': there is none' : `: there are ${listed(names)}`;
}
