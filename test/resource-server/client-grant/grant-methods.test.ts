import { TerraformStack, TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../../lib';
import { API_AUDIENCE, apiIn, GRANT, SCOPES_AUDIENCE } from '../../support/apis';
import { grantOf } from '../../support/grants';
import { resourcesOf, stackOf, synthesizeOne } from '../../support/synth';

/** The options of a grant that are left out. */
const OFF = { subject_type: 'client', organization_usage: 'deny', allow_any_organization: false };

describe('the methods that make a grant', () => {
  test('grant names scopes, and nothing that was not asked for is on', () => {
    expect(synthesizeOne(GRANT, (stack) => apiIn(stack, { safeDefaults: true }).grant('worker', ['a']))).toStrictEqual({
      audience: API_AUDIENCE, client_id: 'worker', scopes: ['a'], ...OFF,
    });
  });

  test('grant of no scopes writes an empty list', () => {
    expect(synthesizeOne(GRANT, (stack) => apiIn(stack, { safeDefaults: true }).grant('worker', []))).toStrictEqual({
      audience: API_AUDIENCE, client_id: 'worker', scopes: [], ...OFF,
    });
  });

  test('grantAllScopes never writes scopes', () => {
    const grant = (scopes?: Record<string, string>) =>
      synthesizeOne(GRANT, (stack) => apiIn(stack, { scopes, safeDefaults: true }).grantAllScopes('worker'));
    expect(grant()).toStrictEqual({ audience: API_AUDIENCE, client_id: 'worker', allow_all_scopes: true, ...OFF });
    expect(grant({ a: 'A' })).toStrictEqual({ audience: SCOPES_AUDIENCE, client_id: 'worker', allow_all_scopes: true, ...OFF });
  });

  test('grantThirdPartyClients names no client', () => {
    expect(synthesizeOne(GRANT, (stack) => apiIn(stack, { safeDefaults: true }).grantThirdPartyClients(['b', 'a']))).toStrictEqual({
      audience: API_AUDIENCE, default_for: 'third_party_clients', scopes: ['a', 'b'], subject_type: 'user', authorization_details_types: [],
    });
  });

  test.each<[string, (api: auth0.ResourceServer, options: auth0.ClientGrantOptions) => auth0.ClientGrant]>([
    ['grant', (api, options) => api.grant('worker', [], options)],
    ['grantAllScopes', (api, options) => api.grantAllScopes('worker', options)],
    ['grantThirdPartyClients', (api, options) => api.grantThirdPartyClients([], options)],
  ])('%s takes the options, and returns the grant, a child of the API', (_, grant) => {
    const stack = stackOf();
    const api = apiIn(stack);
    const dependency = new auth0.bindings.client.Client(stack, 'First', { name: 'first' });
    const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
    const made = grant(api, {
      subjectType: auth0.SubjectType.CLIENT,
      organizationUsage: auth0.OrganizationUsage.ALLOW,
      provider,
      lifecycle: { preventDestroy: true },
      dependsOn: [dependency],
    });
    expect(made).toBeInstanceOf(auth0.ClientGrant);
    expect(made.node.scope).toBe(api);
    expect(Object.values(resourcesOf(stack, GRANT))).toEqual([
      expect.objectContaining({
        subject_type: 'client',
        organization_usage: 'allow',
        provider: 'auth0.other',
        lifecycle: { prevent_destroy: true },
        depends_on: ['auth0_client.First'],
      }),
    ]);
  });
});

describe('the audience', () => {
  const audience = (build: (stack: TerraformStack) => unknown) => synthesizeOne(GRANT, build).audience;

  test('is taken from the API where it has no scopes', () => {
    expect(audience((stack) => apiIn(stack).grant('worker', []))).toBe(API_AUDIENCE);
  });

  test('is taken from the scopes where it has some', () => {
    expect(audience((stack) => apiIn(stack, { scopes: { a: 'A' } }).grant('worker', ['a']))).toBe(SCOPES_AUDIENCE);
  });

  test('is taken from scopes that are added later', () => {
    expect(audience((stack) => {
      const api = apiIn(stack);
      api.grant('worker', ['late']);
      api.addScope('late');
    })).toBe(SCOPES_AUDIENCE);
  });

  test('is taken from scopes that only Terraform knows', () => {
    expect(audience((stack) => {
      const scopes = Token.asStringMap(new TerraformVariable(stack, 'scopes', { type: 'map(string)' }).value);
      apiIn(stack, { scopes }).grant('worker', ['a']);
    })).toBe(SCOPES_AUDIENCE);
  });
});

describe('scopes', () => {
  const scopesOf = (scopes: string[]) => grantOf({ clientId: 'worker', scopes }).scopes;

  test('come out in one order, whatever the order in the source', () => {
    const sorted = ['10', '9', 'B', 'a', 'a:b', 'b', 'é'];
    expect(scopesOf(['b', 'é', 'a:b', '10', 'a', 'B', '9'])).toEqual(sorted);
    expect(scopesOf(['é', 'a', '9', 'B', 'b', '10', 'a:b'])).toEqual(sorted);
  });

  test('come out once each', () => {
    expect(scopesOf(['b', 'a', 'b', 'a'])).toEqual(['a', 'b']);
  });

  test('leave the list of the caller as it is', () => {
    const scopes = ['b', 'a'];
    grantOf({ clientId: 'worker', scopes });
    expect(scopes).toEqual(['b', 'a']);
  });

  test('may be a list that only Terraform knows', () => {
    expect(synthesizeOne(GRANT, (stack) => {
      const list = new TerraformVariable(stack, 'scopes', { type: 'list(string)' }).listValue;
      apiIn(stack, { scopes: { a: 'A' } }).grant('worker', list);
    }).scopes).toBe('${var.scopes}');
  });

  test('may be tokens, which come after the others', () => {
    expect(synthesizeOne(GRANT, (stack) => {
      const scope = new TerraformVariable(stack, 'scope', {}).stringValue;
      apiIn(stack, { scopes: { a: 'A', b: 'B' } }).grant('worker', [scope, 'b', `read:${scope}`, 'a', '${var.scope}x']);
    }).scopes).toEqual(['a', 'b', '${var.scope}', 'read:${var.scope}', '${var.scope}x']);
  });
});
