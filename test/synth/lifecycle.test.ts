import { Aspects, TerraformResource, TerraformStack } from 'cdktf';
import * as auth0 from '../../lib';
import { API, apiIn, GRANT, IDENTIFIER, PERMISSIONS, ROLE, SCOPES } from '../support/apis';
import { errors, foundIn, NOTHING } from '../support/checks';
import { resourceOf, stackOf, synthesize } from '../support/synth';

const unknown = (path: string, name: string, type: string, meant = '') =>
  errors(`'stack/${path}' has a lifecycle.ignoreChanges that names '${name}', which is no attribute of ${type}${meant} [lifecycle-ignore-unknown]`);

describe('ignoreChanges', () => {
  const lifecycle = { ignoreChanges: ['colour'] };

  test.each<[string, string, (stack: TerraformStack) => void]>([
    ['Api', API, (stack) => apiIn(stack, { lifecycle })],
    ['Api', API, (stack) => { apiIn(stack).resource.lifecycle = lifecycle; }],
    ['Api', API, (stack) => { apiIn(stack).resource.addOverride('lifecycle.ignore_changes', ['colour']); }],
    ['Api', SCOPES, (stack) => { apiIn(stack, { scopes: { a: '' } }).scopesResource!.lifecycle = lifecycle; }],
    ['Api/Grant-worker', GRANT, (stack) => { apiIn(stack).grant('worker', ['a'], { lifecycle }); }],
    ['Role', ROLE, (stack) => new auth0.Role(stack, 'Role', { name: 'Clerk', lifecycle })],
    ['Role', PERMISSIONS, (stack) => {
      const role = new auth0.Role(stack, 'Role', { name: 'Clerk' });
      role.allow(apiIn(stack), ['a']);
      role.permissionsResource!.lifecycle = lifecycle;
    }],
    ['Raw', API, (stack) => {
      new auth0.bindings.resourceServer.ResourceServer(stack, 'Raw', { identifier: IDENTIFIER, lifecycle });
      auth0.Checks.of(stack).enforce();
    }],
    ['Api', API, (stack) => {
      apiIn(stack);
      Aspects.of(stack).add({ visit: (node) => { if (TerraformResource.isTerraformResource(node)) node.lifecycle = lifecycle; } });
    }],
  ])('of %s (%s) is refused with a name that is no attribute', (path, type, build) => {
    expect(foundIn(build)).toEqual(unknown(path, 'colour', type));
  });

  test('names the property of the L1 that has the scopes', () => {
    expect(foundIn((stack) => apiIn(stack, { scopes: { a: '' }, lifecycle: { ignoreChanges: ['scopes'] } }))).toEqual(
      unknown('Api', 'scopes', API, ': the scopes of an API are another resource: set the lifecycle of scopesResource'),
    );
  });

  test('of the scopes is their own', () => {
    const stack = stackOf();
    const api = apiIn(stack, { scopes: { a: '' }, lifecycle: { preventDestroy: true } });
    api.scopesResource!.lifecycle = { ignoreChanges: ['scopes'] };
    expect(resourceOf(stack, API).lifecycle).toEqual({ prevent_destroy: true });
    expect(resourceOf(stack, SCOPES).lifecycle).toEqual({ ignore_changes: ['scopes'] });
  });

  test('is refused for a block that the safe defaults switch off', () => {
    expect(foundIn((stack) => apiIn(stack, { safeDefaults: true, lifecycle: { ignoreChanges: ['proof_of_possession'] } }))).toEqual(errors(
      "'stack/Api' has a lifecycle.ignoreChanges that names 'proof_of_possession', which is switched off: " +
        'the provider fails at each plan after the first apply: do not ignore it, or switch it on [lifecycle-ignore-block-off]',
    ));
    expect(foundIn((stack) => apiIn(stack, {
      safeDefaults: true, proofOfPossession: auth0.ProofOfPossession.dpop(), lifecycle: { ignoreChanges: ['proof_of_possession'] },
    }))).toEqual(NOTHING);
  });

  test('of a block that is switched off can be acknowledged, and `all` is only warned of', () => {
    expect(foundIn((stack) => {
      auth0.Checks.of(stack).acknowledge({ id: 'lifecycle-ignore-block-off', reason: 'Operations switches DPoP on.' });
      apiIn(stack, { safeDefaults: true, lifecycle: { ignoreChanges: ['proof_of_possession'] } });
    })).toEqual(NOTHING);
    const { errors: refused, warnings } = foundIn((stack) => apiIn(stack, { safeDefaults: true, lifecycle: { ignoreChanges: 'all' } }));
    expect(refused).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('[lifecycle-ignore-block-off]')]);
  });
});

test('the other settings of a lifecycle stay as they are', () => {
  const stack = stackOf();
  const other = new auth0.Role(stack, 'Role', { name: 'Clerk' });
  apiIn(stack, {
    lifecycle: {
      createBeforeDestroy: false,
      ignoreChanges: ['name', 'subject_type_authorization[0].user'],
      precondition: [{ condition: '${var.on}', errorMessage: 'must be on' }],
      replaceTriggeredBy: [other],
    },
  });
  const [api] = Object.values<any>(synthesize(stack).resource[API]);
  expect(api.lifecycle).toEqual({
    create_before_destroy: false,
    ignore_changes: ['name', 'subject_type_authorization[0].user'],
    precondition: [{ condition: '${var.on}', error_message: 'must be on' }],
    replace_triggered_by: ['auth0_role.Role_1ABCC5F0'],
  });
});
