import * as framework from 'cdktf';
import * as other from 'cdktn';
import { Construct } from 'constructs';
import * as auth0 from '../../lib';
import { withFolder } from '../support/folders';

// In the tests of the twin package, these two are swapped.
const OURS = 'cdktf';
const THEIRS = 'cdktn';

const USES: Record<string, (scope: Construct) => unknown> = {
  'new Auth0Provider': (scope) => new auth0.Auth0Provider(scope, 'auth0'),
  'new ResourceServer': (scope) => new auth0.ResourceServer(scope, 'Orders', { identifier: 'https://api.example.com' }),
  'ResourceServer.fromIdentifier': (scope) => auth0.ResourceServer.fromIdentifier(scope, 'Orders', 'https://api.example.com'),
  'ResourceServer.fromAttributes': (scope) => auth0.ResourceServer.fromAttributes(scope, 'Orders', { identifier: 'https://api.example.com' }),
  'ResourceServer.fromManagementApi': (scope) => auth0.ResourceServer.fromManagementApi(scope, 'Management', 'tenant.auth0.com'),
  'new ClientGrant': (scope) => new auth0.ClientGrant(scope, 'Grant', {
    resourceServer: auth0.ResourceServer.fromIdentifier(stackOf(framework), 'Orders', 'https://api.example.com'),
    clientId: 'client',
    scopes: [],
  }),
  'new Role': (scope) => new auth0.Role(scope, 'Clerk', { name: 'Clerk' }),
  'Role.fromName': (scope) => auth0.Role.fromName(scope, 'Clerk', 'Clerk'),
  'Role.fromRoleId': (scope) => auth0.Role.fromRoleId(scope, 'Clerk', 'rol_1'),
};

/** Creates an app of a framework. It leaves no folder behind. */
function appOf({ App }: Pick<typeof framework, 'App'>): framework.App {
  return withFolder((outdir) => new App({ outdir }));
}

/** Creates a stack of a subclass, as in a user's program. */
function stackOf({ App, TerraformStack }: Pick<typeof framework, 'App' | 'TerraformStack'>): Construct {
  class OrdersStack extends TerraformStack {}
  return new OrdersStack(appOf({ App }), 'orders');
}

let copy: typeof framework;
beforeAll(() => jest.isolateModules(() => (copy = jest.requireActual('cdktf'))));

describe.each(Object.entries(USES))('%s', (_, use) => {
  test(`refuses a stack of ${THEIRS}, and names the package that fits`, () => {
    const scope = new Construct(stackOf(other as any), 'Part');
    expect(() => use(scope)).toThrow(new Error(
      `stack 'orders' is made with ${THEIRS}, but ${OURS}-auth0 works only with ${OURS}: ` +
        `install ${THEIRS}-auth0 instead`,
    ));
    expect(scope.node.children).toEqual([]);
  });

  test(`accepts a stack of a second copy of ${OURS}`, () => {
    expect(copy.TerraformStack).not.toBe(framework.TerraformStack);
    expect(() => use(stackOf(copy))).not.toThrow();
  });
});

test('a stack that jsii has given another name is told by what it extends', () => {
  class Renamed extends (other.TerraformStack as any as typeof framework.TerraformStack) {}
  Object.assign(Renamed, { [Symbol.for('jsii.rtti')]: { fqn: 'library.TerraformStack', version: '1.0.0' } });
  expect(() => USES['new Role'](new Renamed(appOf(other as any), 'orders'))).toThrow(`is made with ${THEIRS}`);
});
