import * as fc from 'fast-check';
import { diffAccess } from '../../lib/access/diff';
import { reportOf } from '../../lib/access/report/build';
import type { AccessReportJson, StatementJson } from '../../lib/access/report/model';
import { arbitraryBlocks, tenantOfBlocks } from '../support/arbitrary-tenants';
import { Blocks } from '../support/tenant';

const reportFor = (blocks: Blocks): AccessReportJson => reportOf(tenantOfBlocks(blocks));
const RANKS = { no: 0, unknown: 1, yes: 2 };

/** Every answer of a report that is not no, by who, for whom, API and scope: for every kind of users one by one. */
function cellsOf(report: AccessReportJson, roles: readonly string[], scopes: readonly string[]): Map<string, { rank: number; detail: string }> {
  const cells = new Map<string, { rank: number; detail: string }>();
  const add = (kind: string, { clients, subject, answer, because, unless }: StatementJson, users: string, api: string, scope: string) => {
    for (const client of clients) {
      const key = JSON.stringify([kind, client, subject, users, api, scope]);
      const [rank, known] = [RANKS[answer], cells.get(key)];
      if (!known || known.rank < rank) {
        cells.set(key, { rank, detail: JSON.stringify(answer === 'unknown' ? because : unless) });
      }
    }
  };
  for (const [kind, lines] of Object.entries({ direct: report.statements, path: report.paths })) {
    for (const line of lines) {
      const { identifier, name, scopes: own, hasOtherScopes } = report.apis.find(({ name: one }) => one === line.api)!;
      const names = line.scopes.flatMap((scope) => scope ?? ['(other)', ...scopes.filter((one) => hasOtherScopes && !own.includes(one))]);
      const users = line.users === 'all' ? ['all', 'permission', ...roles] : line.users === 'with_role' ? [line.role!, 'permission'] : [line.users ?? ''];
      users.forEach((one) => names.forEach((scope) => add(kind, line, one === 'with_permission' ? 'permission' : one, identifier ?? name, scope)));
    }
  }
  return cells;
}

/** The effects of all changes, found by comparing every cell. */
function bruteForce(before: AccessReportJson, after: AccessReportJson): Set<'broader' | 'narrower' | 'other'> {
  const roles = Array.from(new Set([...before.roles, ...after.roles].map(({ name }) => name)));
  const scopes = Array.from(new Set([...before.apis, ...after.apis].flatMap((api) => api.scopes)));
  const [old, current] = [cellsOf(before, roles, scopes), cellsOf(after, roles, scopes)];
  return new Set(Array.from(new Set([...old.keys(), ...current.keys()]), (key) => {
    const [a, b] = [old.get(key) ?? { rank: 0, detail: '' }, current.get(key) ?? { rank: 0, detail: '' }];
    return a.rank < b.rank ? 'broader' : a.rank > b.rank ? 'narrower' : a.detail === b.detail ? undefined : 'other';
  }).filter((effect) => effect !== undefined));
}

test('the verdict is that of a comparison of every answer, over 500 random pairs', () => {
  const verdicts: Record<string, number> = {};
  fc.assert(fc.property(arbitraryBlocks, arbitraryBlocks, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (first, second, isOther) => {
    // the second definition takes some parts from the other, so that pairs are often near
    const types = Object.keys(first);
    const mixed = Object.fromEntries(types.map((type, index) => [type, isOther[index] ? second[type] ?? {} : first[type]]));
    const [before, after] = [reportFor(first), reportFor(mixed)];
    const { verdict, changes } = diffAccess(before, after);
    const effects = bruteForce(before, after);
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    expect({ isEqual: verdict === 'equal', changes }).toEqual({ isEqual: effects.size === 0, changes });
    if (effects.has('other')) {
      return;
    }
    const expected = effects.size === 0 ? 'equal' : effects.size === 2 ? 'both' : Array.from(effects)[0];
    // unlike the comparison above, the diff says 'both' where conditions come or go together with an answer
    expect(verdict === 'both' ? [expected, verdict] : [verdict]).toContain(expected);
  }), { numRuns: 500 });
  expect(Object.keys(verdicts).sort()).toEqual(['both', 'broader', 'equal', 'narrower']);
});
