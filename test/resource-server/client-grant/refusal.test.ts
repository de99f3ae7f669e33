import { TerraformStack } from 'cdktf';
import * as auth0 from '../../../lib';
import { API_AUDIENCE, apiIn, GRANT, IDENTIFIER } from '../../support/apis';
import { errorOf, framesOf, messageFor } from '../../support/errors';
import { grantMessage, grantOf, grantRefusalOf } from '../../support/grants';
import { stackOf, synthesizeOne } from '../../support/synth';

describe('a refusal', () => {
  test('lists everything that is wrong, and leaves nothing behind', () => {
    const stack = stackOf();
    const api = apiIn(stack, { authorizationDetails: auth0.AuthorizationDetails.types(['payment']) });
    const before = stack.node.findAll().length;
    const error = errorOf(() => new auth0.ClientGrant(stack, 'Grant', {
      resourceServer: api,
      scopes: [''],
      allowAllScopes: true,
      subjectType: 'User' as auth0.SubjectType,
      authorizationDetailsTypes: [''],
    }));
    expect(error.name).toBe('ValidationError');
    expect(error.message).toBe(grantMessage(
      'clientId or defaultFor must be given, but not both: neither was given [client-xor-default]',
      'scopes must be left out where allowAllScopes is true [all-scopes-and-scopes]',
      `scope '' must not be empty [scope-item-length]`,
      `authorizationDetailsTypes[0] must not be empty [authz-types-length]`,
      `subjectType must be spelled 'user', but 'User' was given [grant-enum-letter-case]`,
    ));
    expect(error.violations[2]).toStrictEqual({
      rule: 'scope-item-length', path: `scopes['']`, message: `scope '' must not be empty`,
    });
    expect(stack.node.findAll()).toHaveLength(before);
  });

  test('names the grant by where it would be', () => {
    const stack = stackOf();
    expect(errorOf(() => apiIn(stack).grant('', [])).message).toBe(
      messageFor("ClientGrant 'stack/Api/Grant'")(`clientId must not be empty [client-xor-default]`),
    );
    expect(stack.node.findChild('Api').node.children.map(({ node }) => node.id)).toEqual(['Resource']);
  });

  test.each<[string, any, string]>([
    ['nothing', undefined, 'nothing'],
    ['null', null, 'nothing'],
    ['an object', {}, 'an object'],
    ['a list', [], 'a list'],
    ['a number', 7, 'a number'],
  ])('%s is no API', (_, resourceServer, kind) => {
    const error = grantRefusalOf({ resourceServer, clientId: 'worker', scopes: [] });
    expect(error.violations).toStrictEqual([{
      rule: 'wrong-type',
      path: 'resourceServer',
      message: `resourceServer must be a ResourceServer or an imported one, but ${kind} was given`,
    }]);
  });

  test('an identifier is no API, and the message says how to describe the API', () => {
    expect(grantRefusalOf({ resourceServer: IDENTIFIER, clientId: 'worker', scopes: [] }).message).toBe(grantMessage(
      'resourceServer must be a ResourceServer or an imported one, but a string was given'
        + ': use ResourceServer.fromAttributes(scope, id, { identifier }), or ResourceServer.fromIdentifier to look the API up [wrong-type]',
    ));
  });

  test('an L1 is no API', () => {
    const resourceServer = new auth0.bindings.resourceServer.ResourceServer(stackOf(), 'L1', { identifier: 'a' });
    expect(grantRefusalOf({ resourceServer, clientId: 'worker', scopes: [] }).message).toBe(grantMessage(
      'resourceServer must be a ResourceServer or an imported one, but a binding was given: give the ResourceServer whose .resource it is, '
        + 'or ResourceServer.fromAttributes(scope, id, { identifier: binding.identifier }) [wrong-type]',
    ));
  });

  test.each<[string, any, string]>([
    ['a number for a client', { clientId: 7, scopes: [] }, 'clientId must be a string, but a number was given'],
    ['a text for scopes', { clientId: 'a', scopes: 'read' }, 'scopes must be a list, but a string was given'],
    ['an object for scopes', { clientId: 'a', scopes: { read: '' } }, 'scopes must be a list, but an object was given'],
    ['a list for a scope', { clientId: 'a', scopes: [['a']] }, 'scopes[0] must be a string, but a list was given'],
    [
      'a text for a flag',
      { clientId: 'a', allowAllScopes: 'true' },
      'allowAllScopes must be a boolean, but a string was given',
    ],
    [
      'a text for types',
      { clientId: 'a', scopes: [], subjectType: 'user', authorizationDetailsTypes: 'payment' },
      'authorizationDetailsTypes must be a list, but a string was given',
    ],
  ])('%s is of the wrong type', (_, props, text) => {
    expect(grantRefusalOf(props).message).toBe(grantMessage(`${text} [wrong-type]`));
  });

  test.each([undefined, null])('%s for all props', (props: any) => {
    expect(errorOf(() => new auth0.ClientGrant(stackOf(), 'Grant', props)).message).toBe(grantMessage(
      'resourceServer must be a ResourceServer or an imported one, but nothing was given [wrong-type]',
      'clientId or defaultFor must be given, but not both: neither was given [client-xor-default]',
      'scopes must be given, unless allowAllScopes is true [scopes-or-all]',
    ));
  });

  test.each([undefined, null])('%s is the same as left out', (nothing: any) => {
    const options = {
      defaultFor: nothing,
      allowAllScopes: nothing,
      subjectType: nothing,
      organizationUsage: nothing,
      allowAnyOrganization: nothing,
      authorizationDetailsTypes: nothing,
      provider: nothing,
      lifecycle: nothing,
      dependsOn: nothing,
    };
    const left = { audience: API_AUDIENCE, client_id: 'worker', scopes: [] };
    expect(grantOf({ clientId: 'worker', scopes: [], ...options })).toStrictEqual(left);
    expect(synthesizeOne(GRANT, (stack) => apiIn(stack, { safeDefaults: true }).grant('worker', [], nothing))).toStrictEqual({
      ...left, subject_type: 'client', organization_usage: 'deny', allow_any_organization: false,
    });
  });

  test.each<[string, (stack: TerraformStack) => unknown]>([
    ['new', (stack) => new auth0.ClientGrant(stack, 'Grant', { resourceServer: apiIn(stack) })],
    [
      'a subclass',
      (stack) => new (class extends auth0.ClientGrant {})(stack, 'Grant', { resourceServer: apiIn(stack) }),
    ],
  ])('of %s has a stack trace that begins at the line of the user', (_, refuse) => {
    expect(framesOf(errorOf(() => refuse(stackOf())))[0]).toContain(__filename);
  });
});
