import { TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { ClientCredentials } from '../../lib/bindings/client-credentials';
import { DataAuth0Client } from '../../lib/bindings/data-auth0-client';
import { addressOf, ALLOW_ALL, ITSELF, Model, no, policies, REGISTERED, REQUIRE_CLIENT_GRANT, unknown, USER, yes } from '../support/access';

/** A token whose value is known only to Terraform. */
const variable = (model: Model, id: string, type?: string) => new TerraformVariable(model.stack, id, { type });

describe('for itself, an application of the definition', () => {
  function asked(config: object, method?: string) {
    const model = new Model();
    const app = model.client('App', config);
    model.api.grant(app.clientId, ['read']);
    if (method) {
      new ClientCredentials(model.stack, 'Credentials', { clientId: app.clientId, authenticationMethod: method });
    }
    return { app, answer: model.ask(app, 'read', ITSELF) };
  }

  test.each<[string, object, string | undefined]>([
    ['of which nothing is written', {}, undefined],
    ['that is a web application', { appType: 'regular_web' }, undefined],
    ['that has a secret', { appType: 'non_interactive' }, 'client_secret_post'],
    ['with client credentials among its grant types', { grantTypes: ['authorization_code', 'client_credentials'] }, undefined],
    ['that is a first party in words', { isFirstParty: true, thirdPartySecurityMode: 'strict' }, undefined],
  ])('%s gets what it is granted', (_, config, method) => {
    expect(asked(config, method).answer).toMatchObject({ isAllowed: true, because: "'stack/Api/Grant-App' grants it", unless: [] });
  });

  test.each<[string, object, string | undefined, string]>([
    ['that is native', { appType: 'native' }, undefined, "'stack/App' is a public client (app_type 'native'), which cannot use client credentials"],
    ['without a secret', {}, 'none', "'stack/App' is a public client (authentication_method 'none'), which cannot use client credentials"],
    ['with other grant types', { grantTypes: ['authorization_code'] }, undefined, "grant_types of 'stack/App' does not have client_credentials"],
    ['without grant types', { grantTypes: [] }, undefined, "grant_types of 'stack/App' does not have client_credentials"],
  ])('%s gets nothing', (_, config, method, because) => {
    const { app, answer } = asked(config, method);
    expect(answer).toEqual(no(`${because}: 'stack/Api/Grant-App' has no effect`, { address: addressOf(app) }));
  });

  test('gets nothing without a grant, and that is the reason even if it is public', () => {
    const model = new Model();
    expect(model.ask(model.client('Spa', { appType: 'spa' }), 'read', ITSELF)).toEqual(
      no("no grant lets 'stack/Spa' ask for 'stack/Api' for itself"),
    );
  });

  test('is unknown if only Terraform knows its type, its grant types or its authentication', () => {
    const model = new Model();
    const text = variable(model, 'text').stringValue;
    const configs = { Type: { appType: text }, Types: { grantTypes: [text] }, List: { grantTypes: variable(model, 'list', 'list(string)').listValue }, Method: {} };
    const answers = Object.entries(configs).map(([id, config]) => {
      const app = model.client(id, config);
      model.api.grant(app.clientId, ['read']);
      if (id === 'Method') {
        new ClientCredentials(model.stack, 'Credentials', { clientId: app.clientId, authenticationMethod: text });
      }
      return [model.ask(app, 'read', ITSELF), addressOf(app)] as const;
    });
    expect(answers.map(([answer]) => answer)).toEqual([
      unknown("whether 'stack/Type' is a public client is known only to Terraform", { address: answers[0][1] }),
      unknown("whether grant_types of 'stack/Types' has client_credentials is known only to Terraform", { address: answers[1][1] }),
      unknown("whether grant_types of 'stack/List' has client_credentials is known only to Terraform", { address: answers[2][1] }),
      unknown("whether 'stack/Method' is a public client is known only to Terraform", { address: answers[3][1] }),
    ]);
    expect(model.ask('Type', 'write', ITSELF).isUnknown).toBe(false);
  });

  test('of a third party needs its own grant or the default grant', () => {
    const model = new Model();
    for (const [id, mode] of [['Strict', 'strict'], ['Permissive', 'permissive'], ['Other', undefined]] as const) {
      model.thirdParty(id, mode);
    }
    expect(model.ask('Strict', 'read', ITSELF).isAllowed).toBe(false);
    model.api.grantThirdPartyClients(['read'], { subjectType: auth0.SubjectType.CLIENT });
    for (const id of ['Strict', 'Permissive', 'Other']) {
      expect(model.ask(id, 'read', ITSELF)).toMatchObject({ isAllowed: true, because: "'stack/Api/Grant-third_party_clients' grants it" });
    }
    expect(model.ask(model.client('First'), 'read', ITSELF).isAllowed).toBe(false);
  });
});

describe('an application that has registered itself', () => {
  test.each(['CIMD', 'dynamically'])('(%s) gets nothing for itself, and says why its grant has no effect', (kind) => {
    const model = new Model();
    const app = kind === 'CIMD' ? model.cimd('App') : undefined;
    model.api.grant(app?.clientId ?? REGISTERED, ['read']);
    model.api.grantThirdPartyClients(['read', 'write']);
    const title = app ? 'stack/App' : REGISTERED;
    const because = `'${title}' has registered itself, and such an application cannot use client credentials`;
    expect(model.ask(app ?? REGISTERED, 'read', ITSELF)).toEqual(
      no(`${because}: 'stack/Api/Grant-${app ? 'auth0_client_cimd.App.client_id' : REGISTERED}' has no effect`, { address: app && addressOf(app) }),
    );
    expect(model.ask(app ?? REGISTERED, 'write', ITSELF).isAllowed).toBe(false);
  });

  test('is also found by the URL of its metadata', () => {
    const model = new Model();
    model.cimd('App');
    expect(model.ask('https://app.example.com/client.json', 'read', ITSELF).isAllowed).toBe(false);
  });
});

describe('for users, under the policy allow_all', () => {
  const setUp = () => new Model(policies(ALLOW_ALL));

  test('a first party gets every scope', () => {
    const model = setUp();
    const app = model.client('App');
    expect(model.access.client(app, USER).scopes(model.api)).toEqual(['read', 'write']);
  });

  test('a strict third party gets what it is granted', () => {
    const model = setUp();
    const partner = model.thirdParty('Partner', 'strict');
    expect(model.ask(partner, 'read', USER)).toEqual(no("no grant lets 'stack/Partner' ask for 'stack/Api' for users"));
    model.api.grant(partner.clientId, ['read'], { subjectType: USER });
    expect(model.access.client(partner, USER).scopes(model.api)).toEqual(['read']);
  });

  test('a third party without a mode certainly gets what both modes give', () => {
    const model = setUp();
    const partner = model.thirdParty('Partner');
    const grant = model.api.grant(partner.clientId, ['read'], { subjectType: USER }) as auth0.ClientGrant;
    expect(model.ask(partner, 'read', USER)).toEqual(yes(
      "'stack/Api/Grant-Partner-user' grants it; the user policy of 'stack/Api' is allow_all", { address: addressOf(grant) },
    ));
    expect(model.ask(partner, 'write', USER).isUnknown).toBe(true);
  });

  test('is unknown if only Terraform knows whether it is a third party, or its mode', () => {
    const model = setUp();
    const token = variable(model, 'flag').value;
    expect(model.ask(model.client('Flag', { isFirstParty: token }), 'read', USER)).toEqual(
      unknown("is_first_party of 'stack/Flag' is known only to Terraform"),
    );
    expect(model.ask(model.client('Known', { isFirstParty: token, thirdPartySecurityMode: 'permissive' }), 'read', USER).isAllowed).toBe(true);
    expect(model.ask(model.thirdParty('Mode', variable(model, 'mode').stringValue), 'read', USER)).toEqual(
      unknown("third_party_security_mode of 'stack/Mode' is known only to Terraform"),
    );
  });
});

describe('an application that is not in the definition', () => {
  test.each(['literal', 'variable', 'looked up'])('(%s) has its grants, and is unknown if its kind decides', (kind) => {
    const model = new Model(policies(ALLOW_ALL));
    const id = kind === 'literal' ? 'abc' : kind === 'variable'
      ? variable(model, 'partner').stringValue : new DataAuth0Client(model.stack, 'Partner', { clientId: 'abc' }).clientId;
    const title = { 'literal': 'abc', 'variable': '${var.partner}', 'looked up': 'stack/Partner' }[kind];
    model.api.grant(id, ['read']);
    model.api.grantThirdPartyClients(['read'], { subjectType: USER });
    expect(model.ask(id, 'read', ITSELF).isAllowed).toBe(true);
    expect(model.ask(id, 'write', ITSELF)).toMatchObject({ isAllowed: false, isUnknown: false });
    expect(model.ask(id, 'read', USER).isAllowed).toBe(true);
    expect(model.ask(id, 'write', USER)).toEqual(unknown(`whether the application '${title}' is a third party is not in the definition`));
  });

  test('gets nothing under require_client_grant without a grant of any kind', () => {
    const model = new Model(policies(REQUIRE_CLIENT_GRANT));
    model.apiOf('Other').grant('abc', []);
    expect(model.ask('abc', 'read', USER)).toEqual(no("no grant lets 'abc' ask for 'stack/Api' for users"));
  });

  test('is public if its credentials are', () => {
    const model = new Model();
    model.api.grant('abc', ['read']);
    new ClientCredentials(model.stack, 'Credentials', { clientId: 'abc', authenticationMethod: 'none' });
    expect(model.ask('abc', 'read', ITSELF)).toEqual(no(
      "'abc' is a public client (authentication_method 'none'), which cannot use client credentials: 'stack/Api/Grant-abc' has no effect",
    ));
  });
});
