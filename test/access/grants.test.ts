import { Fn, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { ClientGrant } from '../../lib/bindings/client-grant';
import { ResourceServer } from '../../lib/bindings/resource-server';
import { ResourceServerScope } from '../../lib/bindings/resource-server-scope';
import { addressOf, ALLOW_ALL, ITSELF, Model, no, policies, REQUIRE_CLIENT_GRANT, unknown, USER, yes } from '../support/access';

const variable = (model: Model, id: string, type?: string) => new TerraformVariable(model.stack, id, { type });

describe("an application's own grant replaces the default grant", () => {
  const setUp = (subject: auth0.SubjectType, props = policies(REQUIRE_CLIENT_GRANT)) => {
    const model = new Model(props);
    const partner = model.thirdParty('Partner', 'strict');
    model.api.grantThirdPartyClients(['read'], { subjectType: subject });
    return { model, partner };
  };

  test.each([[USER], [ITSELF]])('(%s) also if it is wider, or empty', (subject) => {
    const { model, partner } = setUp(subject);
    const asked = () => model.access.client(partner, subject).scopes(model.api);
    expect(asked()).toEqual(['read']);
    const own = new ClientGrant(model.stack, 'Own', { clientId: partner.clientId, audience: model.api.identifier, scopes: ['read', 'write'], subjectType: subject });
    expect(asked()).toEqual(['read', 'write']);
    own.scopes = [];
    expect(asked()).toEqual([]);
  });

  test('for its subject and its API only', () => {
    const { model, partner } = setUp(USER);
    model.api.grant(partner.clientId, ['write']);
    model.apiOf('Other').grant(partner.clientId, ['write'], { subjectType: USER });
    expect(model.access.client(partner, USER).scopes(model.api)).toEqual(['read']);
    expect(model.access.client(partner, ITSELF).scopes(model.api)).toEqual(['write']);
  });

  test('a first party has no default grant', () => {
    const { model } = setUp(USER);
    const app = model.client('App');
    expect(model.ask(app, 'read', USER)).toEqual(no("no grant lets 'stack/App' ask for 'stack/Api' for users"));
  });
});

describe('all scopes', () => {
  test('are those of the API, also where they are added later or one by one', () => {
    const model = new Model();
    const app = model.client('App');
    model.api.grantAllScopes(app.clientId);
    model.api.addScope('delete', 'Delete');
    expect(model.access.client(app, ITSELF).scopes(model.api)).toEqual(['delete', 'read', 'write']);

    const raw = new ResourceServer(model.stack, 'Raw', { identifier: 'raw' });
    new ResourceServerScope(model.stack, 'One', { resourceServerIdentifier: raw.identifier, scope: 'list' });
    new ClientGrant(model.stack, 'All', { clientId: app.clientId, audience: raw.identifier, allowAllScopes: true });
    expect(model.access.client(app, ITSELF).scopes(raw)).toEqual(['list']);
  });

  test('of an API whose scopes are not known: unknown whether it has the scope', () => {
    const model = new Model();
    const app = model.client('App');
    const raw = new ResourceServer(model.stack, 'Raw', { identifier: 'raw' });
    const grant = new ClientGrant(model.stack, 'All', { clientId: app.clientId, audience: raw.identifier, allowAllScopes: true });
    expect(model.ask(app, 'delete', ITSELF, raw)).toEqual(unknown(
      "'stack/All' grants all scopes, but whether 'stack/Raw' has the scope 'delete' is not in the definition", { address: addressOf(grant) },
    ));
  });
});

describe('a scope that the API does not declare', () => {
  test('is in no token, even if a grant names it', () => {
    const model = new Model(policies(ALLOW_ALL));
    const app = model.client('App');
    model.role('Clerk', 'raed');
    expect(model.ask(app, 'raed')).toEqual(no("'stack/Api' does not declare 'raed': no token carries it"));
    expect(model.access.role('Clerk').can('raed', model.api)).toMatchObject({
      isAllowed: false, because: "'stack/Clerk' has 'raed', which 'stack/Api' does not declare: no token carries it",
    });
  });
});

describe('a part of a grant that is known only to Terraform', () => {
  const KNOWN = { scopes: ['read'], subjectType: 'client' };

  function withGrant(config: (model: Model) => object) {
    const model = new Model(policies(undefined, auth0.ClientPolicy.REQUIRE_CLIENT_GRANT));
    const app = model.client('App');
    const grant = new ClientGrant(model.stack, 'Grant', { clientId: app.clientId, audience: model.api.identifier, ...KNOWN, ...config(model) });
    return { model, app, address: addressOf(grant) };
  }

  test.each<[string, (model: Model) => object]>([
    ['the list of scopes', (model) => ({ scopes: variable(model, 'scopes', 'list(string)').listValue })],
    ['one scope', (model) => ({ scopes: [variable(model, 'scope').stringValue] })],
    ['whether it grants all', (model) => ({ scopes: [], allowAllScopes: variable(model, 'all').value })],
  ])('%s: unknown', (_, config) => {
    const { model, app, address } = withGrant(config);
    expect(model.ask(app, 'read', ITSELF)).toEqual(unknown("which scopes 'stack/Grant' grants is known only to Terraform", { address }));
  });

  test('another scope than the one in question: yes', () => {
    const { model, app, address } = withGrant((own) => ({ scopes: ['read', variable(own, 'scope').stringValue], allowAllScopes: variable(own, 'all').value }));
    expect(model.ask(app, 'read', ITSELF)).toEqual(yes("'stack/Grant' grants it", { address }));
  });

  test.each<[string, (model: Model) => object]>([
    ['the subject', (model) => ({ subjectType: variable(model, 'subject').stringValue })],
    ['the API', (model) => ({ audience: variable(model, 'audience').stringValue })],
    ['the application', (model) => ({ clientId: variable(model, 'client').stringValue })],
    ['the application, from an expression', (model) => ({ clientId: Fn.lookup(variable(model, 'clients', 'map(string)').value, 'app') })],
  ])('%s: unknown for the scopes that it grants, and no for the others', (_, config) => {
    const { model, app, address } = withGrant(config);
    expect(model.ask(app, 'read', ITSELF)).toEqual(unknown("the application, API or subject type of 'stack/Grant' is known only to Terraform", { address }));
    expect(model.ask(app, 'write', ITSELF)).toMatchObject({ isAllowed: false, isUnknown: false });
  });

  test('a grant that may replace the default grant: unknown', () => {
    const { model, address } = withGrant((own) => ({ clientId: variable(own, 'client').stringValue, scopes: ['write'], subjectType: 'user' }));
    const partner = model.thirdParty('Partner', 'strict');
    model.api.grantThirdPartyClients(['read'], { subjectType: USER });
    expect(model.ask(partner, 'read', USER)).toEqual(unknown("the application, API or subject type of 'stack/Grant' is known only to Terraform", { address }));
    model.api.grant(partner.clientId, ['read'], { subjectType: USER });
    expect(model.ask(partner, 'read', USER).isAllowed).toBe(true);
  });

  test('whether it is a default grant: unknown only for third parties', () => {
    const { model, app, address } = withGrant((own) => ({ clientId: undefined, defaultFor: variable(own, 'default').stringValue }));
    const partner = model.thirdParty('Partner', 'strict');
    expect(model.ask(partner, 'read', ITSELF)).toEqual(unknown("the application, API or subject type of 'stack/Grant' is known only to Terraform", { address }));
    expect(model.ask(app, 'read', ITSELF)).toMatchObject({ isAllowed: false, isUnknown: false });
  });

  test('the identifier of an API: a grant for a literal identifier may be for it', () => {
    const model = new Model();
    const app = model.client('App');
    const api = model.apiOf('UnknownId', { identifier: variable(model, 'identifier').stringValue });
    const grant = new ClientGrant(model.stack, 'Grant', { clientId: app.clientId, audience: 'https://literal.example.com', scopes: ['read'] });
    expect(model.ask(app, 'read', ITSELF, api)).toEqual(
      unknown("the application, API or subject type of 'stack/Grant' is known only to Terraform", { address: addressOf(grant) }),
    );
    api.grant(app.clientId, ['write']);
    expect(model.ask(app, 'write', ITSELF, api).isAllowed).toBe(true);
  });

  test('a scope that the API declares: unknown whether it has others', () => {
    const model = new Model();
    const app = model.client('App');
    const api = model.apiOf('Tokens', { scopes: { read: 'Read', [variable(model, 'scope').stringValue]: 'More' }, ...policies(ALLOW_ALL) });
    expect(model.ask(app, 'read', USER, api).isAllowed).toBe(true);
    expect(model.ask(app, 'delete', USER, api)).toEqual(unknown(
      "the user policy of 'stack/Tokens' is allow_all, but whether 'stack/Tokens' has the scope 'delete' is not in the definition",
      { address: addressOf(api) },
    ));
  });
});
