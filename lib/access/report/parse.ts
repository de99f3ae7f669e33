import { AccessReportJson, REPORT_VERSION } from './model';
import { JsonObject, listAt, objectAt } from '../../tenant/sources/json';
import { anyOf, quote } from '../../util/text';

/** A kind of value: what it is called, and a check of it. */
type Kind = readonly [title: string, check: (value: unknown) => boolean];

const isText = (value: unknown) => typeof value === 'string';
const isList = (value: unknown, check: (item: unknown) => boolean) => Array.isArray(value) && value.every(check);
const optional = ([title, check]: Kind): Kind => [title, (value) => value === undefined || check(value)];
const oneOf = (...values: string[]): Kind => [anyOf(values), (value) => values.includes(value as string)];

const TEXT: Kind = ['a string', isText];
const TEXTS: Kind = ['a list of strings', (value) => isList(value, isText)];
const SCOPES: Kind = ['a list of strings and null', (value) => isList(value, (item) => item === null || isText(item))];
const FLAG: Kind = ['true or false', (value) => typeof value === 'boolean'];

const ENTITY = { name: TEXT, id: TEXT, address: optional(TEXT), alsoKnownAs: optional(TEXTS) };
const API = { ...ENTITY, identifier: optional(TEXT), scopes: TEXTS, hasOtherScopes: FLAG };
const CLIENT = { ...ENTITY, party: optional(oneOf('first', 'third')) };
const STATEMENT = {
  clients: TEXTS,
  subject: oneOf('client', 'user', 'anonymous_user'),
  users: optional(oneOf('all', 'with_role', 'with_permission')),
  role: optional(TEXT),
  api: TEXT,
  scopes: SCOPES,
  answer: oneOf('yes', 'unknown'),
  because: TEXT,
  unless: TEXTS,
  address: optional(TEXT),
};
const PATH = { ...STATEMENT, through: TEXTS };

/**
 * Checks that a JSON document is a report, with all that it refers to.
 *
 * @param file its name for errors
 * @throws Error that names the file, the place and what must be there
 */
export function reportIn(document: JsonObject, file: string): AccessReportJson {
  const { version } = document;
  if (version !== REPORT_VERSION) {
    throw new Error(typeof version === 'number' && 'statements' in document
      ? `${file} has the version ${version}, but only ${REPORT_VERSION} can be read: write it again`
      : `${file} is no report of who can do what: give its JSON, such as \`access --format json\` writes it`);
  }
  const list = <T>(name: string, members: Readonly<Record<string, Kind>>): T[] => listAt(document[name], file, name).map((item, index) => {
    const place = `${name}[${index}]`;
    const value = objectAt(item, file, place);
    for (const [member, [title, check]] of Object.entries(members)) {
      if (!check(value[member])) {
        throw new Error(`${file}: ${place}.${member} must be ${title}`);
      }
    }
    return value as T; // its members are checked above
  });
  const report: AccessReportJson = {
    version,
    bounds: [],
    apis: list('apis', API),
    clients: list('clients', CLIENT),
    roles: list('roles', ENTITY),
    statements: list('statements', STATEMENT),
    paths: list('paths', PATH),
  };
  requireNames(report, file);
  return report;
}

function requireNames({ apis, clients, roles, statements, paths }: AccessReportJson, file: string): void {
  const [apiNames, clientNames, roleNames] = [apis, clients, roles].map((entities) => new Set(entities.map(({ name }) => name)));
  const require = (names: ReadonlySet<string>, name: string, what: string) => {
    if (!names.has(name)) {
      throw new Error(`${file}: a statement is about the ${what} ${quote(name)}, which the report does not list`);
    }
  };
  for (const { api, clients: who, users, role } of [...statements, ...paths]) {
    require(apiNames, api, 'API');
    who.forEach((client) => require(clientNames, client, 'application'));
    if (users === 'with_role' || role !== undefined) {
      require(roleNames, role ?? '', 'role');
    }
  }
}
