import { AccessReportJson, ApiJson, ClientJson, EntityJson, PathJson, REPORT_VERSION, StatementJson } from './model';
import { isExpression } from '../../tenant/reference';
import type { Client, Role, Tenant } from '../../tenant/tenant';
import { AccessIndex } from '../access-index';
import { ApiKey, ClientKey, isDeclared, Key } from '../keys';
import { PathStatement, pathStatementsOf } from '../path-statements';
import { scopesOf } from '../scope-groups';
import { Statement, statementsOf } from '../statements';
import { OTHER_SCOPES } from '../tokens';

const BOUNDS = [
  'Actions can add or remove scopes when a token is issued.',
  'Third-party applications also need the consent of the user.',
  'Whoever holds the scopes of the Management API can change all of this.',
  'What is not in the definition is not seen, such as which user has which role, or a permission that a user has directly.',
];

/** Returns who can do what in a definition. The order depends only on the definition. */
export function reportOf(tenant: Tenant): AccessReportJson {
  const index = new AccessIndex(tenant, false);
  const direct = statementsOf(index);
  const apis = entitiesOf(index.apis, identifierOf);
  const clients = entitiesOf(index.clients);
  const roles = entitiesOf(index.roles);
  const names: Names = { api: nameIn(apis), client: nameIn(clients), role: nameIn(roles) };
  const clientsJson = new Map<unknown, readonly string[]>();
  const toJson = <T extends Statement>({ clients: who, subject, users, role, api, scopes, verdict }: T): StatementJson => {
    let named = clientsJson.get(who);
    if (!named) {
      named = who.map(names.client).sort();
      clientsJson.set(who, named);
    }
    const { answer, because, unless, address } = verdict;
    return withoutUndefined({
      clients: named,
      subject,
      users,
      role: role && names.role(role),
      api: names.api(api),
      scopes: scopes.map((scope) => (scope === OTHER_SCOPES ? null : scope)),
      answer: answer as 'yes' | 'unknown',
      because,
      unless,
      address,
    });
  };
  return {
    version: REPORT_VERSION,
    bounds: BOUNDS,
    apis: sorted(Array.from(apis, ([api, entity]): ApiJson => {
      const scopes = scopesOf(index, api).filter((scope) => scope !== OTHER_SCOPES);
      return withoutUndefined({ ...entity, identifier: identifierOf(api), scopes, hasOtherScopes: index.declared(api) === undefined });
    })),
    clients: sorted(Array.from(clients, ([client, entity]): ClientJson => withoutUndefined({ ...entity, party: partyOf(index, client) }))),
    roles: sorted(roles.values()),
    statements: inOrder(direct.map(toJson)),
    paths: inOrder(pathStatementsOf(index, direct).map((path): PathJson => ({ ...toJson(path), through: (path as PathStatement).through }))),
  };
}

interface Names {
  readonly api: (key: Key) => string;
  readonly client: (key: Key) => string;
  readonly role: (key: Key) => string;
}

function nameIn(entities: ReadonlyMap<Key, EntityJson>): (key: Key) => string {
  return (key) => entities.get(key)!.name;
}

/** Returns the entities. Two that have the same name or id, because they are in different files, get a number. */
function entitiesOf<T extends Key>(keys: Iterable<T>, idOf: (key: T) => string | undefined = () => undefined): Map<T, EntityJson> {
  const [uniqueName, uniqueId] = [numbered(), numbered()];
  return new Map(Array.from(keys, (key) => {
    const address = isDeclared(key) ? key.resource.address : undefined;
    const id = idOf(key) ?? address ?? key.title;
    return [key, withoutUndefined({ name: uniqueName(key.title), id: uniqueId(id), address, alsoKnownAs: namesOf(key) })] as const;
  }));
}

/** Returns the name of an application or a role, and its id, as far as they are known. */
function namesOf(key: Key): readonly string[] | undefined {
  const { name, clientId, externalId, roleId } = key as Partial<Omit<Client, 'kind'> & Omit<Role, 'kind'>>;
  const names = [name, clientId, externalId, roleId].filter((one): one is string => typeof one === 'string' && one !== '' && !isExpression(one));
  return names.length === 0 ? undefined : names;
}

function numbered(): (text: string) => string {
  const used = new Set<string>();
  return (text) => {
    let unique = text;
    for (let number = 2; used.has(unique); number++) {
      unique = `${text} (${number})`;
    }
    used.add(unique);
    return unique;
  };
}

/** Returns the identifier of an API, if it is not known only to Terraform. */
function identifierOf(api: ApiKey): string | undefined {
  const identifier = isDeclared(api) ? api.key : api.id;
  return typeof identifier === 'string' && !isExpression(identifier) ? identifier : undefined;
}

/** Returns whether an application is a first-party or a third-party one, if that is known. */
function partyOf(index: AccessIndex, client: ClientKey): ClientJson['party'] {
  const { possibleKinds } = index.application(client);
  return possibleKinds.includes('first party') ? (possibleKinds.length === 1 ? 'first' : undefined) : 'third';
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

function sorted<T extends EntityJson>(entities: Iterable<T>): T[] {
  return Array.from(entities).sort((a, b) => compare(a.name, b.name));
}

const SUBJECTS = ['client', 'user', 'anonymous_user'];
const USERS = [undefined, 'all', 'with_role', 'with_permission'];

function inOrder<T extends StatementJson & Partial<PathJson>>(statements: readonly T[]): T[] {
  const keyed = statements.map((statement) => {
    const { api, subject, users, role, clients, scopes, because, through } = statement;
    const place = `${SUBJECTS.indexOf(subject)}${USERS.indexOf(users)}`;
    return { statement, keys: [api, clients[0], place, role ?? '', String(scopes[0]), because, String(through), String(clients.length)] };
  });
  return keyed.sort((a, b) => {
    const at = a.keys.findIndex((key, index) => key !== b.keys[index]);
    return at < 0 ? 0 : compare(a.keys[at], b.keys[at]);
  }).map(({ statement }) => statement);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
