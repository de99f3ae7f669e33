import * as auth0 from '../../../lib';
import { apiIn, GRANT } from '../../support/apis';
import { resourceOf, stackOf, synthesize } from '../../support/synth';

describe('the L1', () => {
  test('is the child Resource, and the default child', () => {
    const grant = apiIn(stackOf()).grant('worker', []);
    expect(grant.resource).toBeInstanceOf(auth0.bindings.clientGrant.ClientGrant);
    expect(grant.node.findChild('Resource')).toBe(grant.resource);
    expect(grant.node.defaultChild).toBe(grant.resource);
  });

  test('takes what this library does not know', () => {
    const stack = stackOf();
    apiIn(stack).grant('worker', ['a']).resource.addOverride('subject_type', 'robot');
    expect(resourceOf(stack, GRANT).subject_type).toBe('robot');
  });

  test('can be given another address, and references follow', () => {
    const stack = stackOf();
    const grant = apiIn(stack).grant('worker', []);
    const { clientGrantId } = grant;
    new auth0.bindings.client.Client(stack, 'Client', { name: 'a', description: clientGrantId, dependsOn: [grant] });
    grant.resource.overrideLogicalId('worker_orders');
    const { [GRANT]: grants, auth0_client: clients } = synthesize(stack).resource;
    expect(Object.keys(grants)).toEqual(['worker_orders']);
    expect(clients.Client.description).toBe('${auth0_client_grant.worker_orders.id}');
    expect(clients.Client.depends_on).toEqual(['auth0_client_grant.worker_orders']);
  });
});

describe('importFrom', () => {
  test('writes an import block, for the address that the grant has in the end', () => {
    const stack = stackOf();
    const grant = apiIn(stack).grant('worker', []);
    grant.importFrom('cgr_1');
    grant.resource.overrideLogicalId('worker_orders');
    expect(synthesize(stack).import).toEqual([{ id: 'cgr_1', to: 'auth0_client_grant.worker_orders' }]);
  });

  test('uses the provider, and the last id that was given', () => {
    const stack = stackOf();
    const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
    const grant = apiIn(stack).grant('worker', [], { provider });
    grant.resource.overrideLogicalId('worker_orders');
    grant.importFrom('cgr_1');
    grant.importFrom('cgr_2');
    expect(synthesize(stack).import).toEqual([
      { id: 'cgr_2', to: 'auth0_client_grant.worker_orders', provider: 'auth0.other' },
    ]);
  });
});
