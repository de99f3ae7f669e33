import { TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { ResourceServer } from '../../lib/bindings/resource-server';
import { addressOf, ANONYMOUS, DENY_ALL, ITSELF, Model, no, policies, REQUIRE_CLIENT_GRANT, unknown, USER, yes } from '../support/access';

const { ClientPolicy, AnonymousUserPolicy } = auth0;

/** A policy whose value is known only to Terraform. */
function withPolicyToken(subject: 'user' | 'client') {
  const model = new Model();
  const policy = new TerraformVariable(model.stack, 'policy', {}).stringValue;
  const api = new ResourceServer(model.stack, 'Raw', { identifier: 'raw', subjectTypeAuthorization: { [subject]: { policy } } });
  new auth0.bindings.resourceServerScopes.ResourceServerScopes(model.stack, 'RawScopes', {
    resourceServerIdentifier: api.identifier, scopes: [{ name: 'read' }, { name: 'write' }],
  });
  return { model, api };
}

describe('an API without policies', () => {
  const model = new Model();
  const app = model.client('App');
  const address = addressOf(model.api);

  test('users of a first party get every scope, and applications themselves need a grant', () => {
    expect(model.ask(app, 'read', USER)).toEqual(yes("the user policy of 'stack/Api' is allow_all where it is not written", { address }));
    expect(model.ask(app, 'read', ITSELF)).toEqual(no("no grant lets 'stack/App' ask for 'stack/Api' for itself"));
  });

  test('anonymous users get nothing', () => {
    expect(model.ask(app, 'read', ANONYMOUS)).toEqual(no("the anonymous_user policy of 'stack/Api' is deny_all where it is not written", { address }));
  });

  test('a raw API answers the same', () => {
    const raw = new ResourceServer(model.stack, 'Raw', { identifier: 'raw', subjectTypeAuthorization: {} });
    model.apiOf('Other').grant('abc', ['read']);
    new auth0.bindings.resourceServerScope.ResourceServerScope(model.stack, 'One', { resourceServerIdentifier: raw.identifier, scope: 'read' });
    expect(model.ask(app, 'read', USER, raw).isAllowed).toBe(true);
    expect(model.ask(app, 'read', ITSELF, raw).isAllowed).toBe(false);
  });
});

describe('deny_all', () => {
  test.each([
    [USER, 'user', policies(DENY_ALL)],
    [ITSELF, 'client', policies(undefined, ClientPolicy.DENY_ALL)],
    [ANONYMOUS, 'anonymous_user', policies(undefined, undefined, AnonymousUserPolicy.DENY_ALL)],
  ])('gives nothing for %s, whatever is granted', (subject, name, props) => {
    const model = new Model(props);
    const app = model.client('App');
    model.api.grant(app.clientId, ['read'], { subjectType: subject });
    expect(model.ask(app, 'read', subject)).toEqual(no(`the ${name} policy of 'stack/Api' is deny_all`, { address: addressOf(model.api) }));
  });
});

describe('require_client_grant', () => {
  test.each([
    [USER, policies(REQUIRE_CLIENT_GRANT)],
    [ITSELF, policies(undefined, ClientPolicy.REQUIRE_CLIENT_GRANT)],
    [ANONYMOUS, policies(undefined, undefined, AnonymousUserPolicy.REQUIRE_CLIENT_GRANT)],
  ])('gives for %s what is granted for it, and nothing that is granted for others', (subject, props) => {
    const model = new Model(props);
    const app = model.client('App');
    model.api.grant(app.clientId, ['read'], { subjectType: subject });
    for (const other of [USER, ITSELF, ANONYMOUS].filter((one) => one !== subject)) {
      model.api.grant(app.clientId, ['write'], { subjectType: other });
    }
    expect(model.access.client(app, subject).scopes(model.api)).toEqual(['read']);
  });

  test('has no default grant for anonymous users', () => {
    const model = new Model(policies(undefined, undefined, AnonymousUserPolicy.REQUIRE_CLIENT_GRANT));
    const partner = model.thirdParty('Partner', 'strict');
    model.api.grantThirdPartyClients(['read'], { subjectType: USER });
    expect(model.ask(partner, 'read', ANONYMOUS)).toEqual(no("no grant lets 'stack/Partner' ask for 'stack/Api' for anonymous users"));
  });
});

describe('a policy that is known only to Terraform', () => {
  test.each([['user', USER], ['client', ITSELF]] as const)('(%s) makes the answer unknown, unless all policies give the same answer', (name, subject) => {
    const { model, api } = withPolicyToken(name);
    const [app, partner] = [model.client('App'), model.thirdParty('Partner', 'strict')];
    new auth0.bindings.clientGrant.ClientGrant(model.stack, 'Grant', { clientId: app.clientId, audience: api.identifier, scopes: ['read'], subjectType: subject });
    expect(model.ask(app, 'read', subject, api)).toEqual(unknown(`the ${name} policy of 'stack/Raw' is known only to Terraform`));
    expect(model.ask(app, 'write', subject, api).isUnknown).toBe(name === 'user');
    expect(model.ask(partner, 'read', subject, api)).toMatchObject({ isAllowed: false, isUnknown: false });
  });

  test('is named together with the mode of a third party, if both are missing', () => {
    const { model, api } = withPolicyToken('user');
    expect(model.ask(model.thirdParty('Partner'), 'read', USER, api)).toEqual(unknown(
      "the user policy of 'stack/Raw' is known only to Terraform; third_party_security_mode of 'stack/Partner' is not written: it may be strict or permissive",
    ));
  });
});

describe('an API that is not in the definition', () => {
  const IDENTIFIER = 'https://elsewhere.example.com';
  const condition = (name: string) => `the ${name} policy of 'stack/Elsewhere' is not in the definition: it must not deny this`;

  function imported(subject: auth0.SubjectType) {
    const model = new Model();
    const api = auth0.ResourceServer.fromAttributes(model.stack, 'Elsewhere', { identifier: IDENTIFIER, scopes: ['read', 'write'] });
    const app = model.client('App');
    const grant = api.grant(app.clientId, ['read'], { subjectType: subject }) as auth0.ClientGrant;
    return { model, api, app, address: addressOf(grant) };
  }

  test('gives what is granted, unless its policy denies it', () => {
    const { model, api, app, address } = imported(ITSELF);
    expect(model.ask(app, 'read', ITSELF, api)).toEqual(
      yes("'stack/Elsewhere/Grant-App' grants it", { address, unless: [condition('client')] }),
    );
    expect(model.ask(app, 'write', ITSELF, api)).toEqual(no("'stack/Elsewhere/Grant-App' does not grant it", { address }));
  });

  test('may give users of a first party more than is granted: unknown', () => {
    const { model, api, app, address } = imported(USER);
    expect(model.ask(app, 'read', USER, api)).toMatchObject({ isAllowed: true, address });
    expect(model.ask(app, 'write', USER, api)).toEqual(unknown("the user policy of 'stack/Elsewhere' is not in the definition"));
    expect(model.ask(model.thirdParty('Partner', 'strict'), 'write', USER, api)).toMatchObject({ isAllowed: false, isUnknown: false });
  });

  test('has the scopes that are granted, if its scopes are not known', () => {
    const model = new Model();
    const app = model.client('App');
    const api = auth0.ResourceServer.fromIdentifier(model.stack, 'Looked', IDENTIFIER);
    api.grant(app.clientId, ['read:orders']);
    expect(model.access.client(app, ITSELF).scopes(IDENTIFIER)).toEqual(['read:orders']);
    expect(model.ask(app, 'delete:everything', ITSELF, api)).toMatchObject({ isAllowed: false, isUnknown: false });
    expect(() => model.ask(app, 'raed:orders', ITSELF, api)).toThrow("'stack/Looked' has no scope 'raed:orders': did you mean 'read:orders'?");
  });
});
