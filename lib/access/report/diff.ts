import type { AccessChange, AccessDiffJson } from '../diff';
import { diffMarkdownOf } from './diff-markdown';
import { visible } from './visible';
import { audienceOf, OTHER_SCOPES_TEXT } from './words';

/** A format that a diff can be written in. */
export type DiffFormat = 'text' | 'markdown' | 'json';

const WRITERS: Readonly<Record<DiffFormat, (diff: AccessDiffJson) => string>> = {
  text: diffTextOf,
  markdown: diffMarkdownOf,
  json: (diff) => `${JSON.stringify(diff, undefined, 2)}\n`,
};

export const DIFF_FORMATS = Object.keys(WRITERS) as readonly DiffFormat[];

/** Formats a diff. */
export function writeDiff(diff: AccessDiffJson, format: DiffFormat): string {
  return WRITERS[format](diff);
}

const SIGNS: Readonly<Record<AccessChange['change'], string>> = { added: '+', removed: '-', changed: '~' };

/** Formats a diff as plain text. */
function diffTextOf({ verdict, unknown, changes }: AccessDiffJson): string {
  const apis = Array.from(new Set(changes.map(({ api }) => api)));
  const lines = [
    verdict === 'equal' ? 'no change of access' : `access is ${verdict === 'both' ? 'both broader and narrower' : verdict}`,
    ...(unknown === 0 ? [] : [`(${unknown} unknown before and after, for the same reason)`]),
    ...apis.flatMap((api) => ['', visible(api), ...changes.filter((change) => change.api === api).flatMap(linesOf)]),
  ];
  return `${lines.join('\n')}\n`;
}

function linesOf(change: AccessChange): string[] {
  const { clients, scopes, before, after, effect, isPath } = change;
  const side = after.answer === 'no' ? before : after;
  const names = scopes.map((scope) => scope ?? OTHER_SCOPES_TEXT).join(', ');
  const answers = change.change === 'changed' || side.answer === 'unknown' ? ` (${before.answer} -> ${after.answer}, ${effect})` : '';
  return [
    `  ${SIGNS[change.change]} ${clients.join(', ')}, for ${audienceOf(change, (role) => role)}${isPath ? ', through other applications' : ''}: ${names}${answers}`,
    ...(side.because === undefined ? [] : [`      ${after.answer === 'no' ? 'was' : 'because'} ${side.because}${side.address === undefined ? '' : ` (${side.address})`}`]),
    ...side.unless.map((condition) => `      condition: ${condition}`),
  ].map(visible);
}
