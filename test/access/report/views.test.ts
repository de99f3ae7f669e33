import * as fc from 'fast-check';
import { writeReport } from '../../../lib/access/report';
import { reportOf } from '../../../lib/access/report/build';
import { arbitraryBlocks, tenantOfBlocks } from '../../support/arbitrary-tenants';
import { cellsOfCsv, cellsOfHtml, cellsOfJson, cellsOfMarkdown } from '../../support/report-cells';
import type { Blocks } from '../../support/tenant';

/** Reverses the order of all resources. */
const reversed = (blocks: Blocks): Blocks => Object.fromEntries(
  Object.entries(blocks).reverse().map(([type, resources]) => [type, Object.fromEntries(Object.entries(resources).reverse())]),
);

test('HTML, Markdown and CSV have the same cells as the JSON', () => {
  let cells = 0;
  fc.assert(fc.property(arbitraryBlocks, (blocks) => {
    const report = reportOf(tenantOfBlocks(blocks));
    const expected = cellsOfJson(report);
    expect(cellsOfHtml(writeReport(report, 'html'))).toEqual(expected);
    expect(cellsOfMarkdown(writeReport(report, 'markdown'))).toEqual(expected);
    expect(cellsOfCsv(writeReport(report, 'csv'))).toEqual(expected);
    const direct = cellsOfJson({ ...report, paths: [] });
    expect(new Set(direct).size).toBe(direct.length);
    cells += expected.length;
  }), { numRuns: 200 });
  expect(cells).toBeGreaterThan(1_000);
});

test('the same definition gives the same text, and the order of its resources does not matter for who may do what', () => {
  fc.assert(fc.property(arbitraryBlocks, (blocks) => {
    const [report, again, other] = [blocks, JSON.parse(JSON.stringify(blocks)), reversed(blocks)].map((one) => reportOf(tenantOfBlocks(one)));
    expect(writeReport(again, 'json')).toBe(writeReport(report, 'json'));
    const answers = (one: typeof report) => cellsOfJson(one).map((cell) => JSON.parse(cell).slice(0, 5).join());
    expect(answers(other)).toEqual(answers(report));
  }), { numRuns: 100 });
});
