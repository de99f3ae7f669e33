import { TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from '../../../lib';
import { apiIn, GRANT } from '../../support/apis';
import { resourcesOf, stackBeside, stackOf } from '../../support/synth';

describe('ids', () => {
  const idsOf = (build: (api: auth0.ResourceServer, stack: TerraformStack) => auth0.ClientGrant[]) => {
    const stack = stackOf();
    return build(apiIn(stack), stack).map(({ node }) => node.id);
  };

  test('name the client, the default and the subject type', () => {
    expect(idsOf((api, stack) => {
      const worker = new auth0.bindings.client.Client(stack, 'Worker', { name: 'worker' });
      const other = new auth0.bindings.client.Client(stack, 'Other', { name: 'other' });
      return [
        api.grant(worker.clientId, []),
        api.grant(worker.clientId, [], { subjectType: auth0.SubjectType.USER }),
        api.grantAllScopes(other.id, { subjectType: auth0.SubjectType.CLIENT }),
        api.grant('aBcD1234', []),
        api.grant(new TerraformVariable(stack, 'client', {}).stringValue, []),
        api.grantThirdPartyClients([]),
      ];
    })).toEqual([
      'Grant-Worker',
      'Grant-Worker-user',
      'Grant-Other',
      'Grant-aBcD1234',
      'Grant-var.client',
      'Grant-third_party_clients-user',
    ]);
  });

  test('have other characters in place of those that no id may contain', () => {
    expect(idsOf((api) => [api.grant('a b/c', [])])).toEqual(['Grant-a_b--c']);
  });

  test('a grant that is added before the others leaves their addresses as they are', () => {
    const addresses = (clients: string[]) => {
      const stack = stackOf();
      const api = apiIn(stack);
      clients.forEach((client) => api.grant(client, []));
      return Object.keys(resourcesOf(stack, GRANT));
    };
    const before = addresses(['b', 'c']);
    expect(before).toHaveLength(2);
    const after = addresses(['a', 'c', 'b']);
    expect(after).toHaveLength(3);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  test('do not change when the default subject type is written', () => {
    expect(idsOf((api) => [api.grant('a', [])])).toEqual(idsOf((api) => [api.grant('a', [], { subjectType: auth0.SubjectType.CLIENT })]));
  });

  test.each([true, false])('differ for applications whose names end like a subject type, whatever the order (%s)', (inOrder) => {
    const ids = idsOf((api) => {
      const grants = [
        () => api.grant('a', [], { subjectType: auth0.SubjectType.USER }),
        () => api.grant('a-user', []),
        () => api.grant('a-user', [], { subjectType: auth0.SubjectType.USER }),
        () => api.grant('a-user-as_client', []),
      ];
      return inOrder ? grants.map((grant) => grant()) : grants.reverse().map((grant) => grant()).reverse();
    });
    expect(ids).toEqual(['Grant-a-user', 'Grant-a-user-as_client', 'Grant-a-user-user', 'Grant-a-user-as_client-as_client']);
  });

  test('have what a token becomes, not its number', () => {
    expect(idsOf((api, stack) => {
      const variable = new TerraformVariable(stack, 'any', {});
      return [
        api.grant('a', [], { subjectType: variable.stringValue as auth0.SubjectType }),
        api.grant(variable.value, []),
      ];
    })).toEqual(['Grant-a-var.any', 'Grant-var.any']);
  });

  test('a second grant for one client gets a number', () => {
    expect(idsOf((api) => [api.grant('a', []), api.grant('a', []), api.grant('a', [])])).toEqual([
      'Grant-a', 'Grant-a-2', 'Grant-a-3',
    ]);
  });

  test('of a client in another stack are the same as of one in the same stack', () => {
    const stack = stackOf();
    const other = stackBeside(stack);
    const worker = new auth0.bindings.client.Client(other, 'Worker', { name: 'worker' });
    expect(apiIn(stack).grant(worker.clientId, []).node.id).toBe('Grant-Worker');
  });
});
