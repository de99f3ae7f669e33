import { TerraformHclModule, TerraformOutput, TerraformResource, Token } from 'cdktf';
import * as auth0 from '../../../lib';
import { apiIn, SCOPES } from '../../support/apis';
import { outputsOf } from '../../support/outputs';
import { stackBeside, stackOf, synthesize, synthesizeOne } from '../../support/synth';

describe('references', () => {
  const of = (api: auth0.ResourceServer) => ({
    identifier: api.identifier,
    resourceServerId: api.resourceServerId,
    audience: api.audience,
    clientId: api.clientId,
    isSystem: api.isSystem,
    fqn: api.fqn,
  });

  test('to an API without scopes', () => {
    const stack = stackOf();
    expect(outputsOf(stack, of(apiIn(stack)))).toEqual({
      identifier: '${auth0_resource_server.Api_F70053CD.identifier}',
      resourceServerId: '${auth0_resource_server.Api_F70053CD.id}',
      audience: '${auth0_resource_server.Api_F70053CD.identifier}',
      clientId: '${auth0_resource_server.Api_F70053CD.client_id}',
      isSystem: '${auth0_resource_server.Api_F70053CD.is_system}',
      fqn: '${auth0_resource_server.Api_F70053CD}',
    });
  });

  test('to an API with scopes: the audience is that of the scopes', () => {
    const stack = stackOf();
    const api = apiIn(stack, { scopes: { a: 'A' } });
    expect(outputsOf(stack, { identifier: api.identifier, audience: api.audience })).toEqual({
      identifier: '${auth0_resource_server.Api_F70053CD.identifier}',
      audience: '${auth0_resource_server_scopes.Api_Scopes_8D348A6D.resource_server_identifier}',
    });
  });

  test('to an API with scopes: as a value it is the API, and in dependsOn the scopes, also where these are added later', () => {
    const stack = stackOf();
    const api = apiIn(stack);
    const { audience, fqn } = api;
    new TerraformResource(stack, 'After', { terraformResourceType: 'auth0_tenant', dependsOn: [api] });
    new TerraformHclModule(stack, 'Module', { source: 'namespace/module/system', dependsOn: [api] });
    api.addScope('late');
    expect(outputsOf(stack, { audience, fqn, api })).toEqual({
      audience: '${auth0_resource_server_scopes.Api_Scopes_8D348A6D.resource_server_identifier}',
      fqn: '${auth0_resource_server.Api_F70053CD}',
      api: '${auth0_resource_server.Api_F70053CD}',
    });
    const { resource, module } = synthesize(stack);
    expect(resource.auth0_tenant.After.depends_on).toEqual(['auth0_resource_server_scopes.Api_Scopes_8D348A6D']);
    expect(module.Module.depends_on).toEqual(['auth0_resource_server_scopes.Api_Scopes_8D348A6D']);
  });

  test('the scopes name their API by reference', () => {
    const scopes = synthesizeOne(SCOPES, (stack) => apiIn(stack, { scopes: { a: 'A' } }));
    expect(scopes.resource_server_identifier).toBe('${auth0_resource_server.Api_F70053CD.identifier}');
  });

  test('are the same token each time they are read', () => {
    const api = apiIn(stackOf(), { scopes: { a: 'A' } });
    for (const name of ['identifier', 'resourceServerId', 'audience', 'clientId', 'fqn'] as const) {
      expect(api[name]).toBe(api[name]);
      expect(Token.isUnresolved(api[name])).toBe(true);
    }
  });

  test('reach into another stack', () => {
    const first = stackOf();
    const api = apiIn(first, { scopes: { a: 'A' } });
    const second = stackBeside(first, 'second');
    new TerraformOutput(second, 'audience', { value: api.audience, staticId: true });
    second.prepareStack();
    expect(synthesize(first).output).toEqual({
      'cross-stack-output-auth0_resource_server_scopesApi_Scopes_8D348A6Dresource_server_identifier': {
        sensitive: true,
        value: '${auth0_resource_server_scopes.Api_Scopes_8D348A6D.resource_server_identifier}',
      },
    });
  });
});
