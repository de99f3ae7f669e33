import { readTenant } from '../../../lib/tenant/read-tenant';
import { sourceOf } from '../../../lib/tenant/sources/detect';
import { descriptionOf } from '../../support/description';
import { change, configured, reference, shown } from '../../support/shown';

const FILE = 'orders.json';
const SECRET = 'hunter2';

/** Documents with everything that is read. Every text that can be any text is a secret. */
const DOCUMENTS: Record<string, any> = {
  configuration: {
    '//': { metadata: { stackName: SECRET } },
    'resource': {
      auth0_resource_server: {
        api: { identifier: SECRET, subject_type_authorization: { user: { policy: SECRET } }, authorization_details: [{ type: SECRET }] },
      },
      auth0_resource_server_scopes: {
        list: { '//': { metadata: { path: SECRET } }, 'resource_server_identifier': SECRET, 'dynamic': { other: {} }, 'scopes': [{ name: SECRET, description: SECRET }] },
      },
      auth0_resource_server_scope: { one: { resource_server_identifier: SECRET, scope: SECRET } },
      auth0_client: { worker: [{ name: SECRET, provider: SECRET, grant_types: [SECRET], token_exchange: { allow_any_profile_of_type: [SECRET] } }] },
      auth0_client_credentials: { worker: { client_id: '${auth0_client.worker.id}', authentication_method: SECRET } },
      auth0_client_grant: { g: { client_id: '${data.terraform_remote_state.other.outputs.id}', audience: SECRET, scopes: [SECRET], authorization_details_types: [SECRET] } },
      auth0_role: { clerk: { name: SECRET } },
      auth0_role_permissions: { list: { role_id: SECRET, permissions: [{ name: SECRET, resource_server_identifier: SECRET }] } },
      auth0_role_permission: { one: { role_id: SECRET, permission: SECRET, resource_server_identifier: SECRET } },
    },
    'data': { auth0_client: { found: { client_id: SECRET } } },
    'output': { id: { value: SECRET } },
  },
  plan: {
    format_version: '1.2',
    planned_values: {
      outputs: { id: { value: SECRET } },
      root_module: {
        resources: [
          shown('auth0_client.worker', { name: SECRET, client_secret: SECRET }),
          shown('auth0_client_grant.g', { audience: SECRET, scopes: [SECRET], authorization_details_types: [SECRET] }),
        ],
        child_modules: [{
          address: 'module.shop', resources: [shown('module.shop.auth0_role_permissions.list', { permissions: [{ name: SECRET }] })],
        }],
      },
    },
    resource_changes: [
      change('auth0_client_grant.g', { client_id: true, scopes: [false] }, { importing: { id: SECRET } }),
      change('module.shop.auth0_role_permissions.list', { role_id: true, permissions: [{ resource_server_identifier: true }] }),
    ],
    prior_state: { values: { root_module: { resources: [shown('data.auth0_role.clerk', { role_id: SECRET })] } } },
    configuration: {
      root_module: {
        resources: [configured('auth0_client_grant.g', { client_id: reference('auth0_client.worker.client_id') })],
        module_calls: { shop: { module: { resources: [configured('auth0_role_permissions.list', { permissions: [{ resource_server_identifier: {} }] })] } } },
      },
    },
    variables: { secret: { value: SECRET } },
  },
};
DOCUMENTS.state = { format_version: '1.0', values: DOCUMENTS.plan.planned_values };

const WRONG: unknown[] = [null, 5, true, SECRET, [], {}, [SECRET], [5], [[]], [null], { other: SECRET }, { other: 5 }, { other: { other: null } }, '${each.value}', '${a.b.c}'];

/** Returns every place in a document, as a list of keys. */
function placesIn(value: unknown): string[][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) => [[key], ...placesIn(member).map((place) => [key, ...place])])
    : [];
}

/** Returns the document with another value at a place. */
function withValue(document: any, [key, ...rest]: string[], value: unknown): any {
  const copy = Array.isArray(document) ? [...document] : { ...document };
  copy[key] = rest.length === 0 ? value : withValue(document[key], rest, value);
  return copy;
}

/** Returns the error that a document is refused with while everything in it is read. */
function errorOf(document: unknown): Error | undefined {
  try {
    const source = sourceOf(JSON.stringify(document), FILE);
    descriptionOf(readTenant([source], { isOneTenant: true }));
    source.output('id');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

test.each(Object.keys(DOCUMENTS))('a %s is read', (kind) => {
  expect(errorOf(DOCUMENTS[kind])).toBeUndefined();
  expect(placesIn(DOCUMENTS[kind]).length).toBeGreaterThan(30);
});

test.each(Object.keys(DOCUMENTS))('at every place of a %s, a value of another type is taken or refused with the file and the place, never with the value', (kind) => {
  const outcomes = new Set<string>();
  for (const place of placesIn(DOCUMENTS[kind])) {
    for (const value of WRONG) {
      const error = errorOf(withValue(DOCUMENTS[kind], place, value));
      if (error) {
        outcomes.add(`${error.name}: ${error.message}`);
        expect(error.message).not.toContain(SECRET);
      }
    }
  }
  const isPlain = /^Error: orders\.json(: [\w.[\]/-]+ must be (an object|a list|a string), but (a list|nothing|an object|a (string|number|boolean)) was found| has the format version 1 .*| has a format version that is none, .*| is no Terraform JSON: .*)$/;
  expect(Array.from(outcomes).filter((outcome) => !isPlain.test(outcome))).toEqual([]);
  expect(outcomes.size).toBeGreaterThan(10);
});

test.each<[string, string[], unknown, string]>([
  ['configuration', ['resource'], SECRET, 'resource must be an object, but a string was found'],
  ['configuration', ['resource'], [SECRET], 'resource[0] must be an object, but a string was found'],
  ['configuration', ['resource', 'auth0_client'], SECRET, 'resource.auth0_client must be an object, but a string was found'],
  ['configuration', ['resource', 'auth0_client', 'worker'], [[]], 'resource.auth0_client.worker[0] must be an object, but a list was found'],
  ['configuration', ['data', 'auth0_client', 'found'], 5, 'data.auth0_client.found must be an object, but a number was found'],
  ['configuration', ['resource', 'auth0_role', 'clerk', 'dynamic'], 5, 'resource.auth0_role.clerk.dynamic must be an object, but a number was found'],
  ['configuration', ['output'], true, 'output must be an object, but a boolean was found'],
  ['configuration', ['output', 'id'], SECRET, 'output.id must be an object, but a string was found'],
  ['state', ['values'], 5, 'values must be an object, but a number was found'],
  ['state', ['values', 'outputs'], [], 'values.outputs must be an object, but a list was found'],
  ['state', ['values', 'root_module'], [], 'values.root_module must be an object, but a list was found'],
  ['state', ['values', 'root_module', 'resources'], {}, 'values.root_module.resources must be a list, but an object was found'],
  ['state', ['values', 'root_module', 'resources', '1'], SECRET, 'values.root_module.resources[1] must be an object, but a string was found'],
  ['state', ['values', 'root_module', 'resources', '1', 'address'], undefined, 'values.root_module.resources[1].address must be a string, but nothing was found'],
  ['state', ['values', 'root_module', 'resources', '1', 'type'], 5, 'values.root_module.resources[1].type must be a string, but a number was found'],
  ['state', ['values', 'root_module', 'resources', '1', 'values'], SECRET, 'values.root_module.resources[1].values must be an object, but a string was found'],
  ['state', ['values', 'root_module', 'child_modules', '0', 'address'], 5, 'values.root_module.child_modules[0].address must be a string, but a number was found'],
  ['plan', ['planned_values'], SECRET, 'planned_values must be an object, but a string was found'],
  ['plan', ['resource_changes'], SECRET, 'resource_changes must be a list, but a string was found'],
  ['plan', ['resource_changes', '0', 'change'], 5, 'resource_changes[0].change must be an object, but a number was found'],
  ['plan', ['prior_state', 'values'], 5, 'prior_state.values must be an object, but a number was found'],
  ['plan', ['configuration', 'root_module', 'resources', '0', 'address'], 5, 'configuration.root_module.resources[0].address must be a string, but a number was found'],
  ['plan', ['configuration', 'root_module', 'module_calls', 'shop'], 5, 'configuration.root_module.module_calls.shop must be an object, but a number was found'],
])('a %s with %j of another type is refused', (kind, place, value, message) => {
  expect(errorOf(withValue(DOCUMENTS[kind], place, value))).toEqual(new Error(`${FILE}: ${message}`));
});
