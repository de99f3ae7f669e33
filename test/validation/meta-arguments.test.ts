import { TerraformStack } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn } from '../support/apis';
import { errorOf } from '../support/errors';
import { stackOf, synthesize } from '../support/synth';

const DOORS: Record<string, (stack: TerraformStack, given: any) => unknown> = {
  'an API': (stack, given) => apiIn(stack, given),
  'a grant': (stack, given) => apiIn(stack).grant('worker', [], given),
  'a role': (stack, given) => new auth0.Role(stack, 'Role', { name: 'clerk', ...given }),
};

const cyclic: any = {};
cyclic.cyclic = cyclic;
const PROVIDER = 'must be a provider, such as new Auth0Provider(stack, id, config)';

describe.each(Object.entries(DOORS))('%s refuses', (_, give) => {
  test.each<[string, any, string]>([
    ['the name of a provider', { provider: 'auth0.eu' }, `provider ${PROVIDER}, but a string was given`],
    ['a list of providers', { provider: [] }, `provider ${PROVIDER}, but a list was given`],
    ['another construct', { provider: stackOf() }, `provider ${PROVIDER}, but a construct was given`],
    ['a text', { lifecycle: 'x' }, 'lifecycle must be an object, but a string was given'],
    ['a Map', { lifecycle: new Map() }, 'lifecycle must be an object, but an instance of Map was given'],
    ['a text for a flag', { lifecycle: { preventDestroy: 'true' } }, 'lifecycle.preventDestroy must be a boolean, but a string was given'],
    ['a cyclic object', { lifecycle: { createBeforeDestroy: cyclic } }, 'lifecycle.createBeforeDestroy must be a boolean, but an object was given'],
    ['a text for a list', { lifecycle: { ignoreChanges: 'name' } }, 'lifecycle.ignoreChanges must be a list, but a string was given'],
    ['a hole in a list', { lifecycle: { ignoreChanges: [, 'name'] } }, 'lifecycle.ignoreChanges[0] must be a string, but nothing was given'],
    ['a number', { lifecycle: { replaceTriggeredBy: [5] } }, 'lifecycle.replaceTriggeredBy[0] must be a string, but a number was given'],
    ['a text', { lifecycle: { precondition: ['a'] } }, 'lifecycle.precondition[0] must be an object, but a string was given'],
    ['nothing', { lifecycle: { postcondition: [null] } }, 'lifecycle.postcondition[0] must be an object, but nothing was given'],
    ['a text for a list', { dependsOn: 'a' }, 'dependsOn must be a list, but a string was given'],
    ['an address', { dependsOn: ['a.b'] }, 'dependsOn[0] must be a resource or a construct with an fqn, but a string was given'],
    ['nothing in a list', { dependsOn: [null] }, 'dependsOn[0] must be a resource or a construct with an fqn, but nothing was given'],
  ])('%s: %j', (__, given, line) => {
    expect(errorOf(() => give(stackOf(), given)).message).toContain(`  - ${line} [wrong-type]`);
  });

  test('nothing that is right', () => {
    const stack = stackOf();
    const other = new auth0.bindings.client.Client(stack, 'Client', { name: 'a' });
    give(stack, {
      provider: stack.node.findChild('auth0'),
      dependsOn: [other],
      lifecycle: {
        createBeforeDestroy: true,
        preventDestroy: false,
        ignoreChanges: 'all',
        replaceTriggeredBy: [other, 'auth0_client.a.id'],
        precondition: [{ condition: '${var.a}', errorMessage: 'no' }],
        postcondition: [{ condition: true, errorMessage: 'no' }],
      },
    });
    expect(JSON.stringify(synthesize(stack))).toContain('"prevent_destroy":false');
  });
});

test.each(['false', 0, {}, Symbol('a')])('safeDefaults must be a boolean', (safeDefaults: any) => {
  expect(errorOf(() => apiIn(stackOf(), { safeDefaults })).message).toMatch(/safeDefaults must be a boolean, but an? \w+ was given/);
});

describe('the place of a construct', () => {
  const NEW: Record<string, (scope: any, id: any) => unknown> = {
    ResourceServer: (scope, id) => new auth0.ResourceServer(scope, id, { identifier: 'a' }),
    ClientGrant: (scope, id) => new auth0.ClientGrant(scope, id, {} as any),
    Role: (scope, id) => new auth0.Role(scope, id, { name: 'a' }),
    Auth0Provider: (scope, id) => new auth0.Auth0Provider(scope, id),
  };
  const OF: Record<string, [string, (scope: any, id: any) => unknown]> = {
    fromIdentifier: ['ResourceServer', (scope, id) => auth0.ResourceServer.fromIdentifier(scope, id, 'a')],
    fromResourceServerId: ['ResourceServer', (scope, id) => auth0.ResourceServer.fromResourceServerId(scope, id, 'a')],
    fromAttributes: ['ResourceServer', (scope, id) => auth0.ResourceServer.fromAttributes(scope, id, { identifier: 'a' })],
    fromManagementApi: ['ResourceServer', (scope, id) => auth0.ResourceServer.fromManagementApi(scope, id, 'a.auth0.com')],
    fromRoleId: ['Role', (scope, id) => auth0.Role.fromRoleId(scope, id, 'a')],
    fromName: ['Role', (scope, id) => auth0.Role.fromName(scope, id, 'a')],
  };
  const ALL = [
    ...Object.entries(NEW).map(([name, make]) => [name, name, make] as const),
    ...Object.entries(OF).map(([name, [type, make]]) => [name, type, make] as const),
  ];

  test.each(ALL)('%s: names the argument that is wrong', (_, type, make) => {
    expect(errorOf(() => make(undefined, 'Id')).message).toBe(
      `${type} is not valid:\n  - scope must be a construct, such as the stack, but nothing was given [wrong-type]`,
    );
    expect(errorOf(() => make({}, 'Id')).message).toContain('scope must be a construct, such as the stack, but an object was given');
    expect(errorOf(() => make(stackOf(), Symbol('a'))).message).toContain('id must be a string that is not empty, but a symbol was given');
    expect(errorOf(() => make(stackOf(), '')).message).toContain('id must be a string that is not empty, but an empty one was given');
  });
});
