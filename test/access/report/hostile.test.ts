import { diffAccess } from '../../../lib/access/diff';
import { writeReport } from '../../../lib/access/report';
import { reportOf } from '../../../lib/access/report/build';
import { writeDiff } from '../../../lib/access/report/diff';
import { HOSTILE, hostileReport } from '../../support/hostile-names';
import { tenantWith } from '../../support/tenant';

const EMPTY = reportOf(tenantWith({}));

// what is printed of a plain name: the number of lines, cells and rows must not depend on the name
const plain = hostileReport('plain');
const shapeOf = (text: string) => text.split('\n').length;

describe.each(HOSTILE)('the name %j', (name) => {
  const report = hostileReport(name);
  const diff = diffAccess(EMPTY, report);
  const plainDiff = diffAccess(EMPTY, plain);

  test('adds no line, and no character that a terminal interprets', () => {
    for (const format of ['text', 'markdown', 'mermaid'] as const) {
      expect(shapeOf(writeReport(report, format))).toBe(shapeOf(writeReport(plain, format)));
      expect(writeReport(report, format).replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
    for (const format of ['text', 'markdown'] as const) {
      expect(shapeOf(writeDiff(diff, format))).toBe(shapeOf(writeDiff(plainDiff, format)));
      expect(writeDiff(diff, format).replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
  });

  test('is no markup in Markdown', () => {
    for (const text of [writeReport(report, 'markdown'), writeDiff(diff, 'markdown')]) {
      const outside = text.replace(/`[^`\n]*`/g, '').replace(/<code>[^<>`|]*<\/code>|<br>|<\/?(?:details|summary)>/g, '').replace(/<!-- -->/g, ' ');
      expect(outside).not.toMatch(/[<>`]|\]\(|@\w|\*\*bold|https:/);
    }
    const pipes = (one: string) => one.split('\n').map((line) => line.split('|').length);
    expect(pipes(writeReport(report, 'markdown'))).toEqual(pipes(writeReport(plain, 'markdown')));
    expect(pipes(writeDiff(diff, 'markdown'))).toEqual(pipes(writeDiff(plainDiff, 'markdown')));
  });

  test('is no markup in Mermaid', () => {
    for (const line of writeReport(report, 'mermaid').trimEnd().split('\n').slice(2)) {
      expect(line).toMatch(/^ {2}(?:\w+(?:\["[^"`<>|]*"\]|\(\["[^"`<>|]*"\]\))|\w+ (?:-->|-\.->)\|"[^"`<>|]*"\| \w+)$/);
    }
  });

  test('is no markup in HTML', () => {
    const tags = (html: string) => html.match(/<[^>]*>/g)!.filter((tag) => !tag.startsWith('<meta'));
    const page = writeReport(report, 'html');
    expect(tags(page)).toEqual(tags(writeReport(plain, 'html')));
    expect(page.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });

  test('is no formula in CSV', () => {
    for (const row of writeReport(report, 'csv').trimEnd().split('\r\n')) {
      expect(row).toMatch(/^(?:"(?![\s]*[=+\-@|%])(?:[^"\r\n]|"")*"(?:,|$)){12}$/);
    }
  });

  test('is whole in JSON', () => {
    expect(JSON.parse(writeReport(report, 'json'))).toEqual(JSON.parse(JSON.stringify(report)));
    expect(JSON.parse(writeReport(report, 'json')).statements[0].scopes).toEqual([name]);
  });
});
