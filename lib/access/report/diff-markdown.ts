import type { AccessChange, AccessDiffJson } from '../diff';
import { listOf, reasonOf, rowOf } from './markdown';
import { code, htmlCode, prose } from './markdown-text';
import { audienceOf, count } from './words';
import { push } from '../maps';

/** A comment on GitHub has at most 65,536 characters. */
const MOST_CHARACTERS = 60_000;
/** What the last line takes, and the end of a table. */
const RESERVED = 300;

const TITLES: Readonly<Record<AccessDiffJson['verdict'], string>> = {
  equal: 'no change of access',
  narrower: '**Access becomes narrower**',
  broader: '**Access becomes broader**',
  both: '**Access becomes broader and narrower**, or it cannot be told',
};

const HEADER = [['', 'application', 'for', 'scopes', 'answer', 'because', 'conditions'], ['---', '---', '---', '---', '---', '---', '---']];

/**
 * Formats a diff as Markdown for a comment: a table for each API, folded. What makes access broader comes first. If the text
 * would be too long, it leaves out the rest and says how much.
 */
export function diffMarkdownOf({ verdict, unknown, changes }: AccessDiffJson): string {
  const note = unknown === 0 ? '' : ` (${count(unknown, 'answer')} unknown before and after)`;
  const total = changes.length === 0 ? '' : `: ${countsOf(changes)}`;
  let text = `${TITLES[verdict]}${total}${note}\n`;
  const lists = new Map<string, AccessChange[]>();
  [...changes].sort((a, b) => orderOf(a) - orderOf(b)).forEach((change) => push(lists, change.api, change));
  let left = changes.length;
  for (const [api, own] of lists) {
    const section = sectionOf(api, own, MOST_CHARACTERS - RESERVED - text.length);
    text += section.text;
    left -= section.shown;
  }
  return left === 0 ? text : `${text}\n${count(left, 'more change')} left out, to fit a comment: the text and the JSON have all.\n`;
}

/** Returns the folded table of an API: as many rows as fit. */
function sectionOf(api: string, changes: readonly AccessChange[], space: number): { readonly text: string; readonly shown: number } {
  const start = `\n<details>\n<summary>${htmlCode(api)}: ${countsOf(changes)}</summary>\n\n${HEADER.map(rowOf).join('\n')}\n`;
  const end = '\n</details>\n';
  let rows = '';
  let shown = 0;
  for (const change of changes) {
    const row = `${rowOf(cellsOf(change))}\n`;
    if (start.length + rows.length + row.length + end.length <= space) {
      rows += row;
      shown++;
    }
  }
  return { text: shown === 0 ? '' : `${start}${rows}${end}`, shown };
}

function cellsOf(change: AccessChange): string[] {
  const { clients, scopes, before, after, isPath } = change;
  const side = after.answer === 'no' ? before : after;
  return [
    change.change,
    listOf(clients),
    `${audienceOf(change, code)}${isPath ? ', through other applications' : ''}`,
    listOf(scopes),
    before.answer === after.answer ? after.answer : `${before.answer} → ${after.answer}`,
    `${after.answer === 'no' ? 'was: ' : ''}${reasonOf(side)}`,
    side.unless.map(prose).join('<br>'),
  ];
}

function countsOf(changes: readonly AccessChange[]): string {
  return (['added', 'removed', 'changed'] as const).flatMap((kind) => {
    const number = changes.filter(({ change }) => change === kind).length;
    return number === 0 ? [] : [`${number} ${kind}`];
  }).join(', ');
}

function orderOf({ effect }: AccessChange): number {
  return effect === 'narrower' ? 1 : 0;
}
