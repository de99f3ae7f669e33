import type { AccessReportJson } from '../../lib/access/report/model';
import { DECODE } from '../../lib/access/report/page/decode';

/** The part of a report that all views must have, as one text for each application and scope. */
export type Cells = string[];

/** What stands in place of the scopes that the definition does not name. */
export const OTHER = '(other scopes)';

export function cellsOfJson({ statements, paths }: AccessReportJson): Cells {
  return [...statements.map((one) => ({ ...one, through: [] as readonly string[] })), ...paths].flatMap((line) => {
    const users = line.subject === 'client' ? 'itself' : line.subject === 'anonymous_user' ? 'anonymous users' : line.users === 'all'
      ? 'every user' : line.users === 'with_permission' ? 'users with the permission' : `users with the role ${line.role}`;
    return line.clients.flatMap((client) => line.scopes.map((scope) =>
      cell(line.api, client, users, scope ?? OTHER, line.answer, line.address ?? '', line.through)));
  }).sort();
}

/** Reads the data of a page back, with the function of its script. */
export function cellsOfHtml(html: string): Cells {
  const { data, letters } = JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)![1]);
  expect(html.split(DECODE)).toHaveLength(2);
  const words = new Map<string, string>(letters.map(([letter, , text]: string[]) => [letter, text]));
  const { statements } = new Function(`${DECODE} return decode;`)()(data);
  return statements.flatMap(({ api, clients, letter, role, isUnknown, rows, address, through }: any) => {
    const users = [words.get(letter), ...(role ? [role.name] : [])].join(' ');
    const answer = isUnknown ? 'unknown' : 'yes';
    return clients.flatMap((client: any) => rows.map(({ scope }: any) => cell(api.name, client.name, users, scope ?? OTHER, answer, address ?? '', through)));
  }).sort();
}

/** Reads the rows of a CSV file back. */
export function cellsOfCsv(csv: string): Cells {
  const rows = csv.trimEnd().split('\r\n').map((line) =>
    Array.from(line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g), ([, text]) => text.replace(/""/g, '"').replace(/^'(?=\s*[=+\-@|%])/, '')));
  return rows.slice(1).filter((row) => row[7] !== 'not seen').map(([api, , client, subject, users, role, scope, answer, , , address, through]) => {
    const who = subject === 'client' ? 'itself' : subject === 'anonymous_user' ? 'anonymous users' : users === 'all'
      ? 'every user' : users === 'with_permission' ? 'users with the permission' : `users with the role ${role}`;
    return cell(api, client, who, scope, answer, address, through === '' ? [] : through.split(' > '));
  }).sort();
}

/** Reads the tables of a Markdown report back. */
export function cellsOfMarkdown(markdown: string): Cells {
  let api = '';
  return markdown.split('\n').flatMap((line) => {
    const heading = /^##+ (.*)$/.exec(line);
    if (heading) {
      [api] = codesIn(heading[1]);
    }
    const row = /^\| (?!application |---)(.*) \|$/.exec(line)?.[1].split(' | ');
    if (!row) {
      return [];
    }
    const [clients, users, scopes, answer, because, , through = ''] = row;
    const address = /\(((?:`[^`]*`|<code>[^<]*<\/code>))\)$/.exec(because)?.[1] ?? '';
    const who = users.replace(/`[^`]*`|<code>.*?<\/code>/g, (text) => codesIn(text)[0]);
    const named = [...codesIn(scopes), ...(scopes.includes(OTHER) ? [OTHER] : [])];
    return codesIn(clients).flatMap((client) => named.map((scope) =>
      cell(api, client, who, scope, answer.replace(/\*/g, ''), codesIn(address)[0] ?? '', codesIn(through))));
  }).sort();
}

/** The texts that are shown as code. */
function codesIn(markdown: string): string[] {
  return Array.from(markdown.matchAll(/`([^`]*)`|<code>(.*?)<\/code>/g), ([, span, html]) => span ?? html.replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point))));
}

/** One cell as a text. */
export function cell(api: string, client: string, users: string, scope: string, answer: string, address: string, through: readonly string[]): string {
  return JSON.stringify([api, client, users, scope, answer, address, through]);
}
