import { ResourceServer, Role } from '../../lib';
import { messageFor } from '../support/errors';
import { stackOf } from '../support/synth';

const stack = stackOf();
const api = new ResourceServer(stack, 'Api', { identifier: 'https://api.example.com' });
const grant = api.grant('client', []);
const role = new Role(stack, 'Role', { name: 'Role' });
const ending = (what: string) => `must be the id of an existing ${what}, but is empty: is an environment variable unset? [existing-id-empty]`;

test.each<[string, (id: any) => unknown, string]>([
  ['an API', (id) => api.importFrom(id), messageFor("ResourceServer 'stack/Api'")(`resourceServerId ${ending('API')}`)],
  [
    'a grant',
    (id) => grant.importFrom(id),
    messageFor("ClientGrant 'stack/Api/Grant-client'")(`clientGrantId ${ending('grant')}`),
  ],
  ['a role', (id) => role.importFrom(id), messageFor("Role 'stack/Role'")(`roleId ${ending('role')}`)],
  [
    'an API that is looked up',
    (id) => ResourceServer.fromResourceServerId(stack, 'Found', id),
    messageFor("ResourceServer 'stack/Found'")(`resourceServerId ${ending('API')}`),
  ],
  ['a role that is described', (id) => Role.fromRoleId(stack, 'Known', id), messageFor("Role 'stack/Known'")(`roleId ${ending('role')}`)],
])('%s needs an id', (_, use, message) => {
  expect(() => use('')).toThrow(message);
  expect(() => use(undefined)).toThrow(message);
  expect(() => use('1')).not.toThrow();
});
