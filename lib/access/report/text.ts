import type { AccessReportJson, ApiJson, PathJson, StatementJson } from './model';
import { visible } from './visible';
import { audienceOf, byApi, count, OTHER_SCOPES_TEXT } from './words';

/** Formats a report as plain text. */
export function textOf(report: AccessReportJson): string {
  const { apis, clients, roles, statements, paths, bounds } = report;
  const lines = [
    `Who can do what: ${count(apis.length, 'API')}, ${count(clients.length, 'application')}, ${count(roles.length, 'role')}`,
    ...byApi(apis, statements).flatMap(([api, own]) => ['', headerOf(api), ...own.flatMap(linesOf)]),
    ...(statements.length === 0 ? ['', 'No application may get a scope.'] : []),
    ...(paths.length === 0 ? [] : ['', 'Through other applications (on-behalf-of)']),
    ...byApi(apis, paths).flatMap(([api, own]) => ['', headerOf(api), ...own.flatMap(linesOf)]),
    '',
    'Not seen',
    ...bounds.map((bound) => `  ${bound}`),
  ];
  return `${lines.join('\n')}\n`;
}

function headerOf({ name, identifier }: ApiJson): string {
  return visible(identifier === undefined || identifier === name ? name : `${name} (${identifier})`);
}

/** Describes a statement, with its reason and its conditions. */
export function linesOf(statement: StatementJson & Partial<PathJson>): string[] {
  const { clients, scopes, answer, because, unless, address, through } = statement;
  const names = scopes.map((scope) => scope ?? OTHER_SCOPES_TEXT).join(', ');
  const route = through ? `, through ${through.join(', then ')}` : '';
  return [
    `  ${answer === 'yes' ? '' : 'unknown: '}${clients.join(', ')}, for ${audienceOf(statement, (role) => role)}${route}: ${names}`,
    `      because ${because}${address === undefined ? '' : ` (${address})`}`,
    ...unless.map((condition) => `      condition: ${condition}`),
  ].map(visible);
}
