import type { Attribute, Block } from '../../lib/schema/attributes';
import { CLIENT_GRANT } from '../../lib/schema/client-grant';
import { RESOURCE_SERVER } from '../../lib/schema/resource-server';
import { RESOURCE_SERVER_SCOPES } from '../../lib/schema/resource-server-scopes';
import { ROLE, ROLE_PERMISSIONS } from '../../lib/schema/role';
import { settableTypes } from '../support/schema';

const TABLES: Record<string, Block> = {
  auth0_resource_server: RESOURCE_SERVER,
  auth0_resource_server_scopes: RESOURCE_SERVER_SCOPES,
  auth0_client_grant: CLIENT_GRANT,
  auth0_role: ROLE,
  auth0_role_permissions: ROLE_PERMISSIONS,
};

/** The types of all attributes of a table by their paths, as `settableTypes` gives them. */
function typesOf(block: Block, prefix = ''): Record<string, string> {
  return Object.assign({}, ...Object.entries(block.attributes).map(([name, attribute]) => typesAt(attribute, `${prefix}${name}`)));
}

function typesAt(attribute: Attribute, path: string): Record<string, string> {
  if (attribute.type === 'block') {
    return { [path]: 'block', ...typesOf(attribute, `${path}.`) };
  }
  if (attribute.type !== 'list') {
    return { [path]: attribute.type };
  }
  return attribute.item.type === 'block'
    ? { [path]: 'list of blocks', ...typesOf(attribute.item, `${path}.`) }
    : { [path]: `list of ${attribute.item.type}` };
}

describe.each(Object.keys(TABLES))('the table of %s', (type) => {
  test('lists exactly what the provider lets a user set, with its type', () => {
    expect(typesOf(TABLES[type])).toEqual(settableTypes(type));
  });
});

test('the schema says of each kind what it is', () => {
  expect(settableTypes('auth0_role_permissions')).toEqual({
    'role_id': 'string',
    'permissions': 'list of blocks',
    'permissions.name': 'string',
    'permissions.resource_server_identifier': 'string',
  });
  expect(settableTypes('auth0_client_grant')).toMatchObject({ allow_all_scopes: 'boolean', scopes: 'list of string' });
  expect(settableTypes('auth0_resource_server')).toMatchObject({ token_lifetime: 'number', token_encryption: 'block' });
});
