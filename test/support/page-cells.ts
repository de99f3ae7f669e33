import { cell, Cells, OTHER } from './report-cells';
import type { AccessReportJson, PathJson, StatementJson } from '../../lib/access/report/model';

type Line = StatementJson & Partial<PathJson>;

/** What the marks say, in their order. */
const MARKS: ReadonlyArray<readonly [words: string, isFor: (line: Line) => boolean]> = [
  ['itself', ({ through, subject }) => !through && subject === 'client'],
  ['every user', ({ through, users }) => !through && users === 'all'],
  ['users with the role', ({ through, users }) => !through && users === 'with_role'],
  ['users with the permission', ({ through, users }) => !through && users === 'with_permission'],
  ['anonymous users', ({ through, subject }) => !through && subject === 'anonymous_user'],
  ['through another application', ({ through }) => through !== undefined],
];

/** The marks that the matrix must have: one text for each cell that is not empty. */
export function marksOfReport({ apis, clients, roles, statements, paths }: AccessReportJson): string[] {
  const lines: Line[] = [...statements, ...paths];
  return apis.flatMap((api) => [...api.scopes, ...(api.hasOtherScopes ? [null] : [])].flatMap((scope) => {
    const ofScope = lines.filter((line) => line.api === api.name && line.scopes.includes(scope));
    const marks = (kind: string, column: string, own: readonly Line[]) => {
      const labels = MARKS.flatMap(([words, isFor]) => {
        const [known, unknown] = ['yes', 'unknown'].map((answer) => own.filter((line) => isFor(line) && line.answer === answer));
        const more = known.length === 0 ? ' (unknown)' : known.every(({ unless }) => unless.length > 0) ? ' (with conditions)' : '';
        return known.length + unknown.length === 0 ? [] : [`${words}${more}`];
      });
      return labels.length === 0 ? [] : [JSON.stringify([api.name, scope ?? OTHER, kind, column, ...labels])];
    };
    return [
      ...clients.flatMap(({ name }) => marks('client', name, ofScope.filter((line) => line.clients.includes(name)))),
      ...roles.flatMap(({ name }) => marks('role', name, ofScope.filter(({ role, users }) => role === name || users === 'all'))),
    ];
  }));
}

/** Reads the marks of the matrix on a page back. */
export function marksOfMatrix(page: any): Promise<string[]> {
  return page.evaluate(() => {
    const { document } = globalThis as any;
    const columns = Array.from(document.querySelectorAll('thead tr + tr th'), (head: any) => head.getAttribute('aria-label'));
    return Array.from(document.querySelectorAll('tbody'), (body: any) => {
      const [api, ...rows] = body.rows;
      return rows.flatMap((row: any) => Array.from(row.cells).slice(1).flatMap((td: any, index) => {
        const labels = Array.from(td.children, (chip: any) => chip.getAttribute('aria-label'));
        const [name, scope] = [api.querySelector('bdi').textContent, row.cells[0].textContent];
        return labels.length === 0 ? [] : [JSON.stringify([name, scope, td.className, columns[index], ...labels])];
      }));
    }).flat();
  });
}

/** Reads the list on a page back, as the cells of a report. */
export async function cellsOfList(page: any): Promise<Cells> {
  const rows: any[] = await page.evaluate(() => {
    const texts = (within: any, selector: string) => Array.from(within.querySelectorAll(selector), (one: any) => one.textContent);
    return Array.from((globalThis as any).document.querySelectorAll('#list section'), (section: any) => Array.from(section.querySelectorAll('tbody tr'), (row: any) => {
      const [clients, users, scopes, answer, because, , through] = row.cells;
      return {
        api: section.querySelector('h3 bdi').textContent,
        clients: texts(clients, 'li'),
        users: users.textContent,
        scopes: texts(scopes, 'li'),
        answer: answer.textContent,
        address: texts(because, '.address')[0] ?? '',
        through: through ? texts(through, 'li') : [],
      };
    })).flat();
  });
  return rows.flatMap(({ api, clients, users, scopes, answer, address, through }) =>
    clients.flatMap((client: string) => scopes.map((scope: string) => cell(api, client, users, scope, answer, address, through)))).sort();
}
