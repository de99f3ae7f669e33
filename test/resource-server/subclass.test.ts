import * as auth0 from '../../lib';
import { apiIn, GRANT, IDENTIFIER, PERMISSIONS, SCOPES } from '../support/apis';
import { resourceOf, resourcesOf, stackOf } from '../support/synth';

// Our own members are private to subclasses, too: a subclass may call its members what it likes.

const NAMES = [
  'name', 'title', 'scopes', 'provider', 'references', 'isImported', 'scopesL1', 'identifierAsGiven', 'permissions', 'permissionsL1',
  'importId', 'id', 'config', 'api', 'written',
];

/** Gives an object members of its own under names that a base class might use. */
function addMembers(construct: object): void {
  NAMES.forEach((name) => Object.assign(construct, { [name]: 'mine' }));
}

test('a subclass of an API may have members of any name', () => {
  class OrdersApi extends auth0.ResourceServer {
    public constructor(...args: ConstructorParameters<typeof auth0.ResourceServer>) {
      super(...args);
      addMembers(this);
    }
  }
  const stack = stackOf();
  const api = new OrdersApi(stack, 'Api', { identifier: IDENTIFIER, scopes: { read: '' } });
  api.addScope('write');
  api.grant('worker', ['write']);
  api.importFrom('665f1c2a9b3e4d0012345678');
  expect(resourceOf(stack, SCOPES).scopes.map(({ name }: { name: string }) => name)).toEqual(['read', 'write']);
  expect(resourceOf(stack, GRANT).scopes).toEqual(['write']);
});

test('a subclass of a role may have members of any name', () => {
  class Clerk extends auth0.Role {
    public constructor(...args: ConstructorParameters<typeof auth0.Role>) {
      super(...args);
      addMembers(this);
    }
  }
  const stack = stackOf();
  const clerk = new Clerk(stack, 'Clerk', { name: 'Clerk' });
  clerk.allow(apiIn(stack, { scopes: { read: '' } }), ['read']);
  clerk.importFrom('rol_1');
  expect(resourceOf(stack, PERMISSIONS).permissions).toHaveLength(1);
});

test('a subclass of a grant may have members of any name', () => {
  class Access extends auth0.ClientGrant {
    public constructor(...args: ConstructorParameters<typeof auth0.ClientGrant>) {
      super(...args);
      addMembers(this);
    }
  }
  const stack = stackOf();
  new Access(stack, 'Grant', { resourceServer: apiIn(stack), clientId: 'worker', scopes: [] }).importFrom('cgr_1');
  expect(Object.keys(resourcesOf(stack, GRANT))).toHaveLength(1);
});
