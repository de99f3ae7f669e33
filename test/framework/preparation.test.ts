import { App, Fn, TerraformIterator, TerraformStack } from 'cdktf';
import * as auth0 from '../../lib';
import { ClientGrant } from '../../lib/bindings/client-grant';
import { ResourceServer } from '../../lib/bindings/resource-server';
import { ResourceServerScopes } from '../../lib/bindings/resource-server-scopes';
import { Role } from '../../lib/bindings/role';
import { withFastSynthesis } from '../../lib/framework/fast-synthesis';
import { announcePreparation } from '../../lib/framework/preparation';
import { folderForEachTest } from '../support/folders';

const outdir = folderForEachTest();

/** Where an L1 can refer to another stack. */
const PLACES: Record<string, (l1: ClientGrant, other: Role) => void> = {
  'an attribute': (l1, other) => (l1.clientId = other.id),
  'an item of a list': (l1, other) => (l1.scopes = ['a', other.id]),
  'a text': (l1, other) => (l1.clientId = `client-${other.id}`),
  'a function': (l1, other) => (l1.clientId = Fn.upper(other.id)),
  'dependsOn': (l1, other) => (l1.dependsOn = [other.id]),
  'an override': (l1, other) => l1.addOverride('client_id', other.id),
  'lifecycle': (l1, other) => (l1.lifecycle = { precondition: [{ condition: other.id, errorMessage: 'x' }] }),
  'forEach': (l1, other) => (l1.forEach = TerraformIterator.fromList([other.id])),
  'connection': (l1, other) => (l1.connection = { type: 'ssh', host: other.id }),
  'a provisioner': (l1, other) => (l1.provisioners = [{ type: 'local-exec', command: other.id }]),
};

/** Returns two stacks after their preparation, as JSON: one L1 refers to a role of the first stack. */
function prepared(place: string, L1: new (...args: any[]) => ClientGrant, announce: (stack: TerraformStack) => void): unknown[] {
  const app = new App({ outdir: outdir() });
  const stacks = ['one', 'two'].map((name) => new TerraformStack(app, name));
  stacks.forEach(announce);
  const role = new Role(stacks[0], 'Role', { name: 'r' });
  const grant = new L1(stacks[1], 'Grant', { audience: 'api', clientId: 'c', scopes: ['a'] });
  PLACES[place](grant, role);
  stacks.forEach((stack) => stack.prepareStack());
  return stacks.map((stack) => JSON.parse(JSON.stringify(stack.toTerraform())));
}

test.each(Object.keys(PLACES))('CDKTF finds a reference to another stack in %s', (place) => {
  const [one, two] = prepared(place, withFastSynthesis(ClientGrant), announcePreparation) as Array<{ output: object }>;
  expect(Object.keys(one.output)).toEqual(['cross-stack-output-auth0_roleRoleid']);
  expect([one, two]).toEqual(prepared(place, ClientGrant, () => {}));
});

test('CDKTF resolves no L1 that refers to nothing, and none that refers only to its own stack', () => {
  const app = new App({ outdir: outdir() });
  const stack = new TerraformStack(app, 'shop');
  new auth0.Auth0Provider(stack, 'auth0', { domain: 'tenant.eu.auth0.com' });
  const api = new auth0.ResourceServer(stack, 'Orders', { identifier: 'https://api.example.com', name: 'Orders', scopes: { a: 'A' } });
  api.grant('worker', ['a']);
  const attributes = [ResourceServer, ResourceServerScopes, ClientGrant].map(({ prototype }) =>
    jest.spyOn(prototype as unknown as { synthesizeAttributes(): object }, 'synthesizeAttributes')); // it is protected
  try {
    stack.prepareStack();
    attributes.forEach((read) => expect(read).not.toHaveBeenCalled());
    stack.toTerraform();
    attributes.forEach((read) => expect(read).toHaveBeenCalled());
  } finally {
    attributes.forEach((read) => read.mockRestore());
  }
});
