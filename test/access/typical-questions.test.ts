import { TerraformStack } from 'cdktf';
import * as auth0 from '../../lib';
import { addressOf, ALLOW_ALL, ITSELF, Model, no, policies, REGISTERED, REQUIRE_CLIENT_GRANT, unknown, USER, yes } from '../support/access';
import { stackBeside } from '../support/synth';


describe('a CIMD application, with a default grant for users of read', () => {
  test.each([[ALLOW_ALL], [REQUIRE_CLIENT_GRANT]])('on an API with the user policy %s: read only for users, nothing for itself', (policy) => {
    const model = new Model(policies(policy));
    const app = model.cimd('App');
    const grant = model.api.grantThirdPartyClients(['read'], { subjectType: USER }) as auth0.ClientGrant;
    expect(model.ask(app, 'read', USER)).toEqual(yes("'stack/Api/Grant-third_party_clients-user' grants it", { address: addressOf(grant) }));
    expect(model.ask(app, 'write', USER)).toEqual(
      no("'stack/Api/Grant-third_party_clients-user' does not grant it", { address: addressOf(grant) }),
    );
    expect(model.ask(app, 'read', ITSELF)).toEqual(no("no grant lets 'stack/App' ask for 'stack/Api' for itself"));
    expect(model.access.client(app).scopes(model.api)).toEqual(['read']);
  });
});

test('a third party, permissive, with the user policy allow_all and no grant: every scope for users', () => {
  const model = new Model(policies(ALLOW_ALL));
  const partner = model.thirdParty('Partner', 'permissive');
  for (const scope of ['read', 'write']) {
    expect(model.ask(partner, scope, USER)).toEqual(yes("the user policy of 'stack/Api' is allow_all", { address: addressOf(model.api) }));
  }
});

test('the same without a mode: unknown, with what is missing', () => {
  const model = new Model(policies(ALLOW_ALL));
  expect(model.ask(model.thirdParty('Partner'), 'read', USER)).toEqual(
    unknown("third_party_security_mode of 'stack/Partner' is not written: it may be strict or permissive"),
  );
});

test('a literal client id that begins with tpc_, with the user policy allow_all and no default grant: no', () => {
  const model = new Model(policies(ALLOW_ALL));
  model.apiOf('Other').grant(REGISTERED, []);
  expect(model.ask(REGISTERED, 'read', USER)).toEqual(no("no grant lets 'tpc_1234' ask for 'stack/Api' for users"));
});

test('a single-page application with a grant for itself: no, it is a public client, and the grant has no effect', () => {
  const model = new Model();
  const spa = model.client('Spa', { appType: 'spa' });
  model.api.grant(spa.clientId, ['read']);
  expect(model.ask(spa, 'read', ITSELF)).toEqual(no(
    "'stack/Spa' is a public client (app_type 'spa'), which cannot use client credentials: 'stack/Api/Grant-Spa' has no effect",
    { address: addressOf(spa) },
  ));
});

test('a first party, user policy allow_all, RBAC on, a role with read: users with the role get read, those without none', () => {
  const model = new Model({ ...policies(ALLOW_ALL), enforcePolicies: true });
  const app = model.client('App');
  const role = model.role('Clerk', 'read');
  const asked = model.access.client(app, USER);
  expect(asked.withRole(role).can('read', model.api)).toEqual(
    yes("the user policy of 'stack/Api' is allow_all, and the role 'stack/Clerk' has the permission", { address: addressOf(model.api) }),
  );
  expect(asked.withRole(role).can('write', model.api)).toEqual(no("the role 'stack/Clerk' does not have the permission"));
  expect(asked.withRole(role).scopes(model.api)).toEqual(['read']);
  expect(asked.withoutRole().can('read', model.api)).toEqual(no("RBAC of 'stack/Api' is on, and users without a role have no permission"));
  expect(asked.withoutRole().scopes(model.api)).toEqual([]);
  expect(asked.can('read', model.api).unless).toEqual(["only for users with the permission (RBAC): it comes with the role 'stack/Clerk'"]);
});

test('a first party, user policy allow_all, RBAC off, no grant: every user gets every scope', () => {
  const model = new Model({ ...policies(ALLOW_ALL), enforcePolicies: false });
  const app = model.client('App');
  const asked = model.access.client(app, USER);
  expect(asked.scopes(model.api)).toEqual(['read', 'write']);
  expect(asked.withoutRole().can('write', model.api)).toEqual(
    yes("the user policy of 'stack/Api' is allow_all, and RBAC of 'stack/Api' is off", { address: addressOf(model.api) }),
  );
});

test('a third party with a grant of its own of read, and a default grant of read and write: read', () => {
  const model = new Model();
  const partner = model.thirdParty('Partner', 'strict');
  model.api.grantThirdPartyClients(['read', 'write'], { subjectType: USER });
  const own = model.api.grant(partner.clientId, ['read'], { subjectType: USER }) as auth0.ClientGrant;
  expect(model.access.client(partner).scopes(model.api)).toEqual(['read']);
  expect(model.ask(partner, 'write', USER)).toEqual(no(
    "'stack/Api/Grant-Partner-user' does not grant it, and takes the place of the default grant 'stack/Api/Grant-third_party_clients-user'",
    { address: addressOf(own) },
  ));
});

test('a grant of raed, where the API declares read: no, the grant names what the API does not declare', () => {
  const model = new Model();
  const app = model.client('App');
  const grant = model.api.grant(app.clientId, ['raed']) as auth0.ClientGrant;
  expect(model.ask(app, 'raed', ITSELF)).toEqual(
    no("'stack/Api/Grant-App' grants 'raed', which 'stack/Api' does not declare: no token carries it", { address: addressOf(grant) }),
  );
  expect(model.access.client(app, ITSELF).scopes(model.api)).toEqual([]);
});

test('a grant with allow_all_scopes, where the API declares its scopes: exactly those, and a typo is an error', () => {
  const model = new Model();
  const app = model.client('App');
  const grant = model.api.grantAllScopes(app.clientId) as auth0.ClientGrant;
  expect(model.access.client(app, ITSELF).scopes(model.api)).toEqual(['read', 'write']);
  expect(model.ask(app, 'read', ITSELF)).toEqual(yes("'stack/Api/Grant-App' grants all scopes", { address: addressOf(grant) }));
  expect(() => model.ask(app, 'raed')).toThrow("'stack/Api' has no scope 'raed': did you mean 'read'?");
  expect(() => model.ask(app, 'delete:everything')).toThrow("'stack/Api' has no scope 'delete:everything': it has 'read', 'write'");
});

test('the policy deny_all for applications themselves, beside a grant: no, because of the policy', () => {
  const model = new Model(policies(undefined, auth0.ClientPolicy.DENY_ALL));
  const app = model.client('App');
  model.api.grant(app.clientId, ['read']);
  expect(model.ask(app, 'read', ITSELF)).toEqual(no("the client policy of 'stack/Api' is deny_all", { address: addressOf(model.api) }));
});

test('on behalf of: an application that may call A for users reaches read of B through A, for users with the role', () => {
  const model = new Model({ ...policies(REQUIRE_CLIENT_GRANT), enforcePolicies: true });
  const a = model.apiOf('A', policies(REQUIRE_CLIENT_GRANT));
  const x = model.client('X');
  a.grant(x.clientId, ['read'], { subjectType: USER });
  const service = model.client('Service', {
    appType: 'resource_server',
    resourceServerIdentifier: a.identifier,
    tokenExchange: { allowAnyProfileOfType: ['on_behalf_of_token_exchange'] },
  });
  const grant = model.api.grant(service.clientId, ['read'], { subjectType: USER }) as auth0.ClientGrant;
  const role = model.role('Clerk', 'read');
  const asked = model.access.client(x);
  expect(asked.can('read', model.api).isAllowed).toBe(false);
  expect(asked.reaches('read', model.api)).toEqual(yes("through 'stack/A': 'stack/Api/Grant-Service-user' grants it", {
    address: addressOf(grant), unless: ["only for users with the permission (RBAC): it comes with the role 'stack/Clerk'"],
  }));
  expect(asked.withRole(role).reaches('read', model.api)).toEqual(
    yes("through 'stack/A': 'stack/Api/Grant-Service-user' grants it, and the role 'stack/Clerk' has the permission", { address: addressOf(grant) }),
  );
  expect(asked.withoutRole().reaches('read', model.api).isAllowed).toBe(false);
  expect(asked.reaches('write', model.api)).toEqual(
    no("no on-behalf-of token exchange leads from 'stack/X' to this scope"),
  );
});

test('an API of another stack, referenced: as if it were in this one', () => {
  const model = new Model();
  const other: TerraformStack = stackBeside(model.stack);
  new auth0.Auth0Provider(other, 'auth0');
  const app = new auth0.bindings.client.Client(other, 'App', { name: 'App' });
  const grant = new auth0.ClientGrant(other, 'Grant', { resourceServer: model.api, clientId: app.clientId, scopes: ['read'] });
  for (const stack of [model.stack, other]) {
    const asked = auth0.Access.of(stack).client(app, ITSELF);
    expect(asked.can('read', model.api)).toEqual(yes("'other/Grant' grants it", { address: addressOf(grant) }));
    expect(asked.can('write', model.api)).toEqual(no("'other/Grant' does not grant it", { address: addressOf(grant) }));
    expect(() => asked.can('raed', model.api)).toThrow("'stack/Api' has no scope 'raed': did you mean 'read'?");
  }
});

describe('a question about something that does not exist is an error that lists what exists', () => {
  const model = new Model();
  model.client('App');
  model.role('Clerk');
  const { access } = model;

  test.each<[string, () => unknown, string]>([
    ['an application', () => access.client('Ap'), "there is no application 'Ap' in this definition: did you mean 'App'?"],
    ['a role', () => access.role('Boss'), "there is no role 'Boss' in this definition, which has 'stack/Clerk'"],
    ['an API', () => access.client('App').can('read', 'Apu'), "there is no API 'Apu' in this definition: did you mean 'Api'?"],
    ['a scope', () => access.client('App').can('raed', 'Api'), "'stack/Api' has no scope 'raed': did you mean 'read'?"],
  ])('%s', (_, ask, message) => {
    expect(ask).toThrow(new Error(message));
  });
});
