import { TerraformIterator, TerraformVariable } from 'cdktf';
import * as auth0 from '../../../lib';
import { API, apiIn, apiOf, IDENTIFIER, SCOPES } from '../../support/apis';
import { outputsOf } from '../../support/outputs';
import { resourcesOf, stackOf, synthesize } from '../../support/synth';

describe('the L1', () => {
  test('is the child Resource, and the default child', () => {
    const api = apiIn(stackOf());
    expect(api.resource).toBeInstanceOf(auth0.bindings.resourceServer.ResourceServer);
    expect(api.node.findChild('Resource')).toBe(api.resource);
    expect(api.node.defaultChild).toBe(api.resource);
  });

  test('can be given another address, before and after references to it are taken', () => {
    const stack = stackOf();
    const api = apiIn(stack, { scopes: { a: 'A' } });
    const { identifier, resourceServerId, audience, clientId, isSystem, fqn } = api;
    api.resource.overrideLogicalId('orders');
    (api.node.findChild('Scopes') as any).overrideLogicalId('orders_scopes');
    const expected = {
      identifier: '${auth0_resource_server.orders.identifier}',
      resourceServerId: '${auth0_resource_server.orders.id}',
      audience: '${auth0_resource_server_scopes.orders_scopes.resource_server_identifier}',
      clientId: '${auth0_resource_server.orders.client_id}',
      isSystem: '${auth0_resource_server.orders.is_system}',
      fqn: '${auth0_resource_server.orders}',
    };
    expect(outputsOf(stack, { identifier, resourceServerId, audience, clientId, isSystem, fqn })).toEqual(expected);
    expect(resourcesOf(stack, SCOPES).orders_scopes.resource_server_identifier).toBe(expected.identifier);

    const early = stackOf();
    const renamed = apiIn(early);
    renamed.resource.overrideLogicalId('orders');
    expect(outputsOf(early, { identifier: renamed.identifier })).toEqual({ identifier: expected.identifier });
  });

  test('takes what this library does not know', () => {
    const json = apiOf({ signingAlg: auth0.SigningAlg.RS256 });
    expect(json.signing_alg).toBe('RS256');
    const stack = stackOf();
    apiIn(stack, { signingAlg: auth0.SigningAlg.RS256 }).resource.addOverride('signing_alg', 'RS512');
    expect(Object.values(resourcesOf(stack, API))).toEqual([{ identifier: IDENTIFIER, signing_alg: 'RS512' }]);
  });

  test('takes a for_each', () => {
    const stack = stackOf();
    const list = new TerraformVariable(stack, 'regions', { type: 'list(string)' });
    const regions = TerraformIterator.fromList(list.listValue);
    const api = apiIn(stack, { identifier: `https://api.example.com/${regions.value}` });
    api.resource.forEach = regions;
    expect(Object.values(resourcesOf(stack, API))).toEqual([
      { identifier: 'https://api.example.com/${each.value}', for_each: '${toset(var.regions)}' },
    ]);
  });
});

describe('meta-arguments', () => {
  test('provider is that of the API and of its scopes, also of scopes that are added', () => {
    const stack = stackOf();
    const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
    apiIn(stack, { provider }).addScope('late');
    const { [API]: apis, [SCOPES]: scopes } = synthesize(stack).resource;
    expect(Object.values<any>(apis)[0].provider).toBe('auth0.other');
    expect(Object.values<any>(scopes)[0].provider).toBe('auth0.other');
  });

  test('lifecycle is that of the API alone', () => {
    const { [API]: apis, [SCOPES]: scopes } = synthesize(stackOf((stack) => {
      apiIn(stack, { lifecycle: { preventDestroy: true, ignoreChanges: ['name'] }, scopes: { a: 'A' } });
    })).resource;
    expect(Object.values<any>(apis)[0].lifecycle).toEqual({ prevent_destroy: true, ignore_changes: ['name'] });
    expect(Object.values<any>(scopes)[0]).not.toHaveProperty('lifecycle');
  });

  test('dependsOn names resources and constructs of this library', () => {
    const stack = stackOf();
    const client = new auth0.bindings.client.Client(stack, 'Client', { name: 'a' });
    const bare = new auth0.ResourceServer(stack, 'Bare', { identifier: 'bare' });
    const scoped = new auth0.ResourceServer(stack, 'Scoped', { identifier: 'scoped', scopes: { a: 'A' } });
    apiIn(stack, { dependsOn: [client, bare, scoped] });
    expect(resourcesOf(stack, API).Api_F70053CD.depends_on).toEqual([
      'auth0_client.Client',
      'auth0_resource_server.Bare_254EC4A2',
      'auth0_resource_server_scopes.Scoped_Scopes_B2D8696B',
    ]);
  });

  test('in dependsOn of another resource, the API stands for itself and its scopes', () => {
    const stack = stackOf();
    const api = apiIn(stack);
    new auth0.bindings.client.Client(stack, 'Client', { name: 'a', dependsOn: [api] });
    const dependsOn = () => resourcesOf(stack, 'auth0_client').Client.depends_on;
    expect(dependsOn()).toEqual(['auth0_resource_server.Api_F70053CD']);
    api.addScope('late');
    expect(dependsOn()).toEqual(['auth0_resource_server_scopes.Api_Scopes_8D348A6D']);
  });
});
