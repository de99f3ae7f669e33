import * as fc from 'fast-check';

import { Questions, Users } from '../../lib/access/questions';
import { reportOf } from '../../lib/access/report/build';
import type { AccessReportJson, StatementJson } from '../../lib/access/report/model';
import type { Verdict } from '../../lib/access/verdict';
import type { Subject, Tenant } from '../../lib/tenant/tenant';
import { arbitraryBlocks, tenantOfBlocks } from '../support/arbitrary-tenants';

const SUBJECTS: readonly Subject[] = ['client', 'user', 'anonymous_user'];
const RANKS = { no: 0, unknown: 1, yes: 2 };

interface Asked {
  readonly client: string;
  readonly api: string;
  readonly scope: string;
}

/** The answers of the report for some users: the best statement that is about them. */
function answerIn(lines: readonly StatementJson[], asked: Asked, subject: Subject, users?: { role?: string }): string {
  const { client, api, scope } = asked;
  const about = lines.filter((line) =>
    line.clients.includes(client) && line.api === api && line.subject === subject && line.scopes.includes(scope) &&
    (!users || line.users === 'all' || (users.role !== undefined && line.role === users.role)));
  return about.map(({ answer }) => answer).sort((a, b) => RANKS[b] - RANKS[a])[0] ?? 'no';
}

function expectSame(tenant: Tenant, report: AccessReportJson): number {
  const questions = new Questions(tenant, (given) => ({ text: String(given), stack: '' }));
  const apis = new Set([...tenant.apis.map((api) => questions.api(api.resource.address)), ...report.apis.map(({ name }) => questions.api(name))]);
  const wrong: object[] = [];
  let cells = 0;
  const compare = (asked: object, { answer }: Verdict, reported: string) => {
    cells++;
    if (answer !== reported) {
      wrong.push({ ...asked, answer, reported });
    }
  };
  for (const api of apis) {
    for (const scope of questions.scopesOf(api)) {
      for (const client of questions.clients) {
        const ask = (users: Users, roleName?: string) => {
          const given = users && { role: roleName };
          const asked = { scope, client: client.title, api: api.title, roleName };
          for (const subject of users ? ['user' as const] : SUBJECTS) {
            const verdict = questions.canGet(client, [subject], users, scope, api);
            compare({ ...asked, subject }, verdict, answerIn(report.statements, asked, subject, given));
          }
          compare(asked, questions.reaches(client, users, scope, api), answerIn(report.paths, asked, 'user', given));
        };
        ask(undefined);
        ask({ role: undefined });
        questions.roles.forEach((role) => ask({ role }, role.title));
      }
    }
  }
  expect(wrong).toEqual([]);
  return cells;
}

test('the statements are what the questions answer, for every application, API, scope, subject type and role', () => {
  let cells = 0;
  fc.assert(fc.property(arbitraryBlocks, (blocks) => {
    const tenant = tenantOfBlocks(blocks);
    cells += expectSame(tenant, reportOf(tenant));
  }), { numRuns: 150 });
  expect(cells).toBeGreaterThan(10_000);
});
