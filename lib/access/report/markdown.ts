import { code, prose } from './markdown-text';
import type { AccessReportJson, ApiJson, PathJson, StatementJson } from './model';
import { audienceOf, byApi, count, OTHER_SCOPES_TEXT } from './words';

export const COLUMNS = ['application', 'for', 'scopes', 'answer', 'because', 'conditions'];

/** Formats a report as Markdown, with a table for each API. */
export function markdownOf({ apis, clients, roles, statements, paths, bounds }: AccessReportJson): string {
  const direct = byApi(apis, statements).map(([api, own]) => sectionOf('##', api, COLUMNS, own));
  const through = byApi(apis, paths).map(([api, own]) => sectionOf('###', api, [...COLUMNS, 'through'], own));
  return `${[
    '# Who can do what',
    `${count(apis.length, 'API')}, ${count(clients.length, 'application')}, ${count(roles.length, 'role')}`,
    ...(direct.length === 0 ? ['No application may get a scope.'] : direct),
    ...(through.length === 0 ? [] : ['## Through other applications', ...through]),
    '## Not seen',
    bounds.map((bound) => `- ${prose(bound)}`).join('\n'),
  ].join('\n\n')}\n`;
}

function sectionOf(level: string, { name, identifier }: ApiJson, columns: readonly string[], statements: readonly StatementJson[]): string {
  return [
    `${level} ${code(name)}`,
    ...(identifier === undefined || identifier === name ? [] : [`Identifier: ${code(identifier)}`]),
    [rowOf(columns), rowOf(columns.map(() => '---')), ...statements.map((statement) => rowOf(cellsOf(statement)))].join('\n'),
  ].join('\n\n');
}

/** Returns the cells of a statement, one for each column. */
export function cellsOf(statement: StatementJson & Partial<PathJson>): string[] {
  const { clients, answer, unless, through } = statement;
  return [
    listOf(clients),
    audienceOf(statement, code),
    listOf(statement.scopes),
    answer === 'yes' ? 'yes' : '**unknown**',
    reasonOf(statement),
    unless.map(prose).join('<br>'),
    ...(through ? [through.map(code).join(', then ')] : []),
  ];
}

/** Formats names as code, with commas between them. */
export function listOf(names: ReadonlyArray<string | null>): string {
  return names.map((name) => (name === null ? OTHER_SCOPES_TEXT : code(name))).join(', ');
}

/** Formats a reason, with the address of the resource that decides. */
export function reasonOf({ because, address }: { readonly because?: string; readonly address?: string }): string {
  return [...(because === undefined ? [] : [prose(because)]), ...(address === undefined ? [] : [`(${code(address)})`])].join(' ');
}

/** Formats a row of a table. */
export function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
