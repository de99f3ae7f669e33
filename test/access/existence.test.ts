import { TerraformCount, TerraformIterator, TerraformResource, TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { addressOf, ITSELF, Model, no, policies, REQUIRE_CLIENT_GRANT, unknown, USER, yes } from '../support/access';

/** Ways to say how many instances a resource has. */
const COUNTED: Record<string, (l1: TerraformResource) => void> = {
  'count by a variable': (l1) => (l1.count = TerraformCount.of(new TerraformVariable(l1.cdktfStack, 'N', {}).numberValue)),
  'count by a condition': (l1) => l1.addOverride('count', '${var.on ? 1 : 0}'),
  'for_each by a variable': (l1) => (l1.forEach = TerraformIterator.fromList(Token.asList('${var.names}'))),
};
const PRESENT: Record<string, (l1: TerraformResource) => void> = {
  'count 1': (l1) => l1.addOverride('count', 1),
  'for_each over a map': (l1) => (l1.forEach = TerraformIterator.fromMap({ a: '1' })),
  'for_each over a list': (l1) => (l1.forEach = TerraformIterator.fromList(['a', 'b'])),
};
const ABSENT: Record<string, (l1: TerraformResource) => void> = {
  'count 0': (l1) => l1.addOverride('count', 0),
  'for_each over an empty list': (l1) => (l1.forEach = TerraformIterator.fromList([])),
};
const BY_COUNT = 'exists (its count or for_each) is known only to Terraform';

describe('a grant', () => {
  function asked(setInstances: (l1: TerraformResource) => void) {
    const restrictive = policies(REQUIRE_CLIENT_GRANT, auth0.ClientPolicy.REQUIRE_CLIENT_GRANT);
    const model = new Model(restrictive);
    const grant = model.api.grant('worker', ['read']) as auth0.ClientGrant;
    model.apiOf('Other', restrictive).grant('worker', []); // so that the application is known in any case
    setInstances(grant.resource);
    const { statements }: { statements: Array<{ scopes: string[]; answer: string }> } = JSON.parse(auth0.AccessReport.of(model.stack).toJson());
    return {
      answer: model.ask('worker', 'read', ITSELF),
      address: addressOf(grant),
      statements: statements.filter(({ scopes }) => scopes.includes('read')).map(({ answer }) => answer),
    };
  }

  test.each(Object.entries(COUNTED))('that may be missing lets nobody say yes or no: %s', (_, set) => {
    const { answer, address, statements } = asked(set);
    expect(answer).toEqual(unknown(`whether 'stack/Api/Grant-worker' ${BY_COUNT}`, { address }));
    expect(statements).toEqual(['unknown']);
  });

  test.each(Object.entries(PRESENT))('that exists counts: %s', (_, set) => {
    const { answer, address, statements } = asked(set);
    expect(answer).toEqual(yes("'stack/Api/Grant-worker' grants it", { address }));
    expect(statements).toEqual(['yes']);
  });

  test.each(Object.entries(ABSENT))('that does not exist counts for nothing: %s', (_, set) => {
    const { answer, statements } = asked(set);
    expect(answer).toEqual(no("no grant lets 'worker' ask for 'stack/Api' for itself"));
    expect(statements).toEqual([]);
  });
});

test('a default grant holds where an own grant may be missing, and the own grant may take the scope away', () => {
  const model = new Model(policies(REQUIRE_CLIENT_GRANT));
  const partner = model.thirdParty('Partner', 'permissive');
  model.api.grantThirdPartyClients(['read', 'write']);
  const own = model.api.grant(partner.clientId, ['read'], { subjectType: USER }) as auth0.ClientGrant;
  own.resource.addOverride('count', '${var.on ? 1 : 0}');
  expect(model.ask(partner, 'read', USER).isAllowed).toBe(true);
  expect(model.ask(partner, 'write', USER)).toEqual(unknown(`whether 'stack/Api/Grant-Partner-user' ${BY_COUNT}`, { address: addressOf(own) }));
});

describe('the permissions of a role', () => {
  function asked(setInstances: (l1: TerraformResource) => void) {
    const model = new Model();
    const role = model.role('Clerk', 'read');
    const permissions = role.permissionsResource!;
    setInstances(permissions);
    return { answer: model.access.role(role).can('read', model.api), address: addressOf(permissions) };
  }

  test.each(Object.entries(COUNTED))('that may be missing let nobody say yes or no: %s', (_, set) => {
    const { answer, address } = asked(set);
    expect(answer).toEqual(unknown(`whether 'stack/Clerk' ${BY_COUNT}`, { address }));
  });

  test.each(Object.entries(PRESENT))('that exist count: %s', (_, set) => {
    const { answer, address } = asked(set);
    expect(answer).toEqual(yes("the role 'stack/Clerk' has the permission", { address }));
  });

  test.each(Object.entries(ABSENT))('that do not exist count for nothing: %s', (_, set) => {
    expect(asked(set).answer).toEqual(no("the role 'stack/Clerk' does not have the permission"));
  });
});
