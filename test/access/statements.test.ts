import * as fc from 'fast-check';

import { Questions, Users } from '../../lib/access/questions';
import { reportOf } from '../../lib/access/report/build';
import type { AccessReportJson, StatementJson } from '../../lib/access/report/model';
import type { Verdict } from '../../lib/access/verdict';
import type { Subject, Tenant } from '../../lib/tenant/tenant';
import { arbitraryBlocks, tenantOfBlocks } from '../support/arbitrary-tenants';
import { Blocks, tenantWith } from '../support/tenant';

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

describe('the number of statements does not grow with the applications times the APIs', () => {
  const NUMBER = 20;
  const list = (item: (index: number) => object) => Object.fromEntries(Array.from({ length: NUMBER }, (_, index) => [`a${index}`, item(index)]));
  const apis = list((index) => ({ identifier: `https://api.example.com/${index}` }));
  const grants = (clientId: (index: number) => string) =>
    list((index) => ({ client_id: clientId(index), audience: `https://api.example.com/${index}`, subject_type: 'client', scopes: ['read'] }));
  const forUsers = (blocks: Blocks) => reportOf(tenantWith(blocks)).statements.filter(({ subject }) => subject === 'user');

  test.each<[string, Blocks, string]>([
    ['client ids whose applications and APIs are not in the definition', { auth0_client_grant: grants((index) => `client-${index}`) },
      'whether the application is a third party is not in the definition'],
    ['third-party applications without a mode', { auth0_resource_server: apis, auth0_client: list(() => ({ name: 'A', is_first_party: false })) },
      'third_party_security_mode of the application is not written: it may be strict or permissive'],
    ['third-party applications that may be first-party ones',
      { auth0_resource_server: apis, auth0_client: list(() => ({ name: 'A', is_first_party: '${var.a}', third_party_security_mode: 'strict' })) },
      'is_first_party of the application is known only to Terraform'],
  ])('for %s', (_, blocks, reason) => {
    const statements = forUsers(blocks);
    expect(new Set(statements.map(({ api }) => api)).size).toBe(NUMBER);
    statements.forEach(({ clients, because }) => {
      expect(clients).toHaveLength(NUMBER);
      expect(because).toContain(reason);
    });
    expect(statements.length).toBeLessThanOrEqual(2 * NUMBER);
  });
});

test('a path names the application that its reason is about', () => {
  const { paths } = reportOf(tenantWith({
    auth0_resource_server: { a: { identifier: 'https://a' }, b: { identifier: 'https://b' } },
    auth0_resource_server_scopes: { b: { resource_server_identifier: 'https://b', scopes: [{ name: 'read' }] } },
    auth0_client: {
      shop: { name: 'Shop' },
      service: {
        name: 'Service',
        app_type: 'resource_server',
        resource_server_identifier: 'https://a',
        is_first_party: false,
        token_exchange: { allow_any_profile_of_type: ['on_behalf_of_token_exchange'] },
      },
    },
  } as any));
  expect(paths.map(({ clients, api, because }) => [clients, api, because])).toContainEqual([['auth0_client.shop'], 'auth0_resource_server.b',
    "through 'auth0_resource_server.a': for 'auth0_client.service', third_party_security_mode of the application is not written: it may be strict or permissive"]);
});
