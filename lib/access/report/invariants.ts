import type { DiffFormat } from './diff';
import { cellsOf, COLUMNS, rowOf } from './markdown';
import { prose } from './markdown-text';
import { linesOf } from './text';
import { visible } from './visible';
import { count } from './words';
import type { JudgedJson, JudgementJson } from '../judge';

const WRITERS: Readonly<Record<DiffFormat, (judgement: JudgementJson) => string>> = {
  text: textOf,
  markdown: markdownOf,
  json: (judgement) => `${JSON.stringify(judgement, undefined, 2)}\n`,
};

/** Formats whether invariants hold, with the statements that break them. */
export function writeInvariants(judgement: JudgementJson, format: DiffFormat): string {
  return WRITERS[format](judgement);
}

const TITLES: Readonly<Record<JudgedJson['result'], string>> = { broken: 'broken', unknown: 'cannot be told', holds: 'holds' };
const ORDER = Object.keys(TITLES) as ReadonlyArray<JudgedJson['result']>;

function summaryOf({ invariants }: JudgementJson): string {
  const numbers = ORDER.flatMap((result) => {
    const { length } = invariants.filter((one) => one.result === result);
    return length === 0 ? [] : [result === 'holds' ? `${length} ${length === 1 ? 'holds' : 'hold'}` : `${length} ${TITLES[result]}`];
  });
  return `${count(invariants.length, 'invariant')}: ${numbers.join(', ')}`;
}

function inOrder({ invariants }: JudgementJson): JudgedJson[] {
  return ORDER.flatMap((result) => invariants.filter((one) => one.result === result));
}

function noteOf({ result, statements }: JudgedJson): string {
  return result === 'holds' && statements.length > 0 ? ` (it allows ${count(statements.length, 'statement')} of which it cannot be told)` : '';
}

function textOf(judgement: JudgementJson): string {
  const lines = inOrder(judgement).flatMap((one) => ['', visible(`${TITLES[one.result]}: ${one.name}${noteOf(one)}`), ...one.statements.flatMap((statement) => {
    const [first, ...others] = linesOf(statement);
    return [`${first} of ${visible(statement.api)}`, ...others];
  })]);
  return `${[summaryOf(judgement), ...lines].join('\n')}\n`;
}

function markdownOf(judgement: JudgementJson): string {
  const columns = ['API', ...COLUMNS];
  const sections = inOrder(judgement).map((one) => [
    `**${TITLES[one.result]}**: ${prose(`${one.name}${noteOf(one)}`)}`,
    ...(one.statements.length === 0 ? [] : [[rowOf(columns), rowOf(columns.map(() => '---')), ...one.statements.map((statement) => {
      return rowOf([prose(`'${statement.api}'`), ...cellsOf(statement)]);
    })].join('\n')]),
  ].join('\n\n'));
  return `${[summaryOf(judgement), ...sections].join('\n\n')}\n`;
}
