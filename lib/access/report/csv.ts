import type { AccessReportJson, PathJson, StatementJson } from './model';
import { visible } from './visible';
import { OTHER_SCOPES_TEXT } from './words';

const HEADER = ['api', 'identifier', 'application', 'subject_type', 'users', 'role', 'scope', 'answer', 'because', 'conditions', 'address', 'through'];

/** A text that a spreadsheet takes for a formula. */
const FORMULA = /^\s*[=+\-@|%]/u;

/** Formats a report as CSV (RFC 4180), with a row for each application and scope. The last rows tell what is not seen. */
export function csvOf({ apis, statements, paths, bounds }: AccessReportJson): string {
  const identifiers = new Map(apis.map(({ name, identifier }) => [name, identifier]));
  const rows = [...statements, ...paths].flatMap((statement: StatementJson & Partial<PathJson>) => {
    const { api, clients, subject, users, role, scopes, answer, because, unless, address, through } = statement;
    const after = [answer, because, unless.join('; '), address, through?.join(' > ')].map(cellOf);
    const before = [api, identifiers.get(api)].map(cellOf);
    const middle = [subject, users, role].map(cellOf);
    return clients.flatMap((client) => scopes.map((scope) =>
      lineOf([...before, cellOf(client), ...middle, cellOf(scope ?? OTHER_SCOPES_TEXT), ...after])));
  });
  const notSeen = bounds.map((bound) => lineOf(HEADER.map((column) => cellOf(column === 'answer' ? 'not seen' : column === 'because' ? bound : ''))));
  return `${[lineOf(HEADER.map(cellOf)), ...rows, ...notSeen].join('\r\n')}\r\n`;
}

function lineOf(cells: readonly string[]): string {
  return cells.join(',');
}

/** Quotes a cell. A text that would be a formula gets an apostrophe, which spreadsheets show as text. */
function cellOf(text: string | undefined = ''): string {
  const shown = visible(text);
  return `"${FORMULA.test(shown) ? "'" : ''}${shown.replace(/"/g, '""')}"`;
}
