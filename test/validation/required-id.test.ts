import { ResourceServer, Role } from '../../lib';
import { stackOf } from '../support/synth';

const stack = stackOf();
const api = new ResourceServer(stack, 'Api', { identifier: 'https://api.example.com' });
const grant = api.grant('client', []);
const role = new Role(stack, 'Role', { name: 'Role' });
const ENDING = 'must be the id of what exists already, but is empty [existing-id-empty]';

test.each<[string, (id: any) => unknown, string]>([
  ['an API', (id) => api.importFrom(id), `ResourceServer 'stack/Api' is not valid:\n  - resourceServerId ${ENDING}`],
  [
    'a grant',
    (id) => grant.importFrom(id),
    `ClientGrant 'stack/Api/Grant-client' is not valid:\n  - clientGrantId ${ENDING}`,
  ],
  ['a role', (id) => role.importFrom(id), `Role 'stack/Role' is not valid:\n  - roleId ${ENDING}`],
  [
    'an API that is looked up',
    (id) => ResourceServer.fromResourceServerId(stack, 'Found', id),
    `ResourceServer 'stack/Found' is not valid:\n  - resourceServerId ${ENDING}`,
  ],
  ['a role that is described', (id) => Role.fromRoleId(stack, 'Known', id), `Role 'stack/Known' is not valid:\n  - roleId ${ENDING}`],
])('%s needs an id', (_, use, message) => {
  expect(() => use('')).toThrow(message);
  expect(() => use(undefined)).toThrow(message);
  expect(() => use('1')).not.toThrow();
});
