import { App, Aspects, TerraformStack, Testing } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn, apiNamed, IDENTIFIER } from '../support/apis';
import { folderForEachTest } from '../support/folders';

const outdir = folderForEachTest();

/** An app with two stacks; the second has an API, a role and what is looked up. */
function definition() {
  const app = new App({ outdir: outdir() });
  const [first, stack] = ['first', 'stack'].map((id) => new TerraformStack(app, id));
  new auth0.Auth0Provider(stack, 'auth0');
  const api = apiIn(stack, { scopes: { a: '' } });
  const role = new auth0.Role(stack, 'Role', { name: 'role' });
  const theirs = auth0.Role.fromRoleId(stack, 'Theirs', 'rol_1');
  const existing = auth0.ResourceServer.fromIdentifier(stack, 'Existing', 'https://existing.example.com');
  return { app, first, stack, api, role, theirs, existing, grant: api.grant('worker', ['a']) as auth0.ClientGrant };
}

type Definition = ReturnType<typeof definition>;

const CALLS: ReadonlyArray<readonly [call: string, on: string, (of: Definition) => unknown]> = [
  ['addScope', 'Api', ({ api }) => api.addScope('b')],
  ['grant', 'Api', ({ api }) => api.grant('other', ['a'])],
  ['grantAllScopes', 'Api', ({ api }) => api.grantAllScopes('other')],
  ['grantThirdPartyClients', 'Api', ({ api }) => api.grantThirdPartyClients(['a'])],
  ['grant', 'Existing', ({ existing }) => existing.grant('other', ['a'])],
  ['importFrom', 'Api', ({ api }) => api.importFrom(IDENTIFIER)],
  ['importFrom', 'Api/Grant-worker', ({ grant }) => grant.importFrom('cgr_1')],
  ['importFrom', 'Role', ({ role }) => role.importFrom('rol_1')],
  ['allow', 'Role', ({ role, api }) => role.allow(api, ['a'])],
  ['allow', 'Theirs', ({ theirs, api }) => theirs.allow(api, ['a'])],
  ['acknowledge', 'Api', ({ api }) => auth0.Checks.of(api).acknowledge({ id: 'token-lifetime-zero', reason: 'legacy' })],
  ['new ResourceServer', '', ({ stack }) => apiNamed(stack, 'B', { identifier: 'https://b.example.com' })],
  ['new ClientGrant', '', ({ stack, api }) => new auth0.ClientGrant(stack, 'B', { resourceServer: api, clientId: 'b', scopes: [] })],
  ['new Role', '', ({ stack }) => new auth0.Role(stack, 'B', { name: 'b' })],
];

test.each(CALLS)('%s on %p is refused after app.synth()', (call, on, program) => {
  const all = definition();
  all.app.synth();
  const path = ['stack', on].filter(Boolean).join('/');
  expect(() => program(all)).toThrow(new Error(`${call} has no effect on '${path}' after app.synth(): call it before`));
});

test.each(CALLS)('%s on %p is possible in an Aspect, also when the app is synthesized again', (_, __, program) => {
  const all = definition();
  all.app.synth();
  let count = 0;
  Aspects.of(all.stack).add({ visit: (node) => node === all.stack && count++ === 0 && program(all) });
  all.app.synth();
  all.app.synth();
});

test.each(CALLS)('%s on %p is possible after a synthesis in a test, or one that failed', (_, __, program) => {
  const all = definition();
  const second = apiNamed(all.stack, 'Second');
  expect(() => all.app.synth()).toThrow('identifier-unique');
  all.stack.node.tryRemoveChild(second.node.id);
  Testing.synth(all.stack, true);
  auth0.Testing.synth(all.stack);
  program(all);
});
