import { diffAccess } from '../../../lib/access/diff';
import { writeReport } from '../../../lib/access/report';
import { reportOf } from '../../../lib/access/report/build';
import { writeDiff } from '../../../lib/access/report/diff';
import { tenantWith } from '../../support/tenant';

const EMPTY = reportOf(tenantWith({}));

/** A report of one API that grants a scope to each of many applications, with long names of scopes. */
const large = (count: number, nameOf: (index: number) => string) => reportOf(tenantWith({
  auth0_resource_server: {
    api: {
      identifier: 'https://api.example.com',
      subject_type_authorization: { user: { policy: 'deny_all' }, client: { policy: 'require_client_grant' } },
    },
  },
  auth0_resource_server_scopes: {
    api: {
      resource_server_identifier: 'https://api.example.com', scopes: Array.from({ length: count }, (_, index) => ({ name: nameOf(index) })),
    },
  },
  auth0_client: Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, {}])),
  auth0_client_grant: Object.fromEntries(Array.from({ length: count }, (_, index) => [`g${index}`, {
    audience: 'https://api.example.com', client_id: `\${auth0_client.c${index}.client_id}`, subject_type: 'client', scopes: [nameOf(index)],
  }])),
}));

test.each([
  ['many edges', large(900, (index) => `scope-${index}`)],
  ['long names', large(300, (index) => `${index}${'|'.repeat(500)}`)],
])('Mermaid with %s is split into diagrams below the limits, and says so', (_, report) => {
  const text = writeReport(report, 'mermaid');
  const diagrams = Array.from(text.matchAll(/```mermaid\n(flowchart LR\n[^]*?)\n```/g), ([, diagram]) => diagram);
  const edges = diagrams.map((diagram) => diagram.match(/ (?:-->|-\.->)\|/g)!.length);
  expect(text.split('\n')[0]).toMatch(new RegExp(`^The report is split into ${diagrams.length} diagrams, because it has \\d+ edges\\.$`));
  expect(edges.reduce((sum, one) => sum + one, 0)).toBe(report.statements.length);
  expect(Math.max(...edges)).toBeLessThan(400);
  expect(Math.max(...diagrams.map(({ length }) => length))).toBeLessThan(45_000);
  expect(text.split('Not seen:')).toHaveLength(2);
});

test('a diff as Markdown fits a comment, and says how much is left out', () => {
  const diff = diffAccess(EMPTY, large(900, (index) => `scope-${index}${'|'.repeat(index % 300)}`));
  const text = writeDiff(diff, 'markdown');
  const rows = text.match(/^\| added /gm)!.length;
  expect(text.length).toBeLessThan(60_000);
  expect(rows).toBeGreaterThan(10);
  expect(text.trimEnd().split('\n').pop()).toBe(`${diff.changes.length - rows} more changes left out, to fit a comment: the text and the JSON have all.`);
  expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)!.length);
});
