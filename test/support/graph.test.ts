import { comesAfter, cycles, dependencyGraph, orderProblems } from './graph';

const API = { a: { identifier: 'api' } };
const TO_API = '${auth0_resource_server.a.identifier}';
const TO_SCOPES = '${auth0_resource_server_scopes.s.resource_server_identifier}';
const SCOPES = { s: { resource_server_identifier: TO_API, scopes: [{ name: 'read' }, { name: 'write' }] } };

/** An API with scopes, and a resource that uses them. */
function stack(resource: object, more: object = {}): any {
  return { resource: { auth0_resource_server: API, auth0_resource_server_scopes: SCOPES, ...resource }, ...more };
}

function grant(config: object): any {
  return stack({ auth0_client_grant: { g: { scopes: ['read'], ...config } } });
}

describe('dependencies', () => {
  const dependenciesOf = (config: unknown) =>
    Array.from(dependencyGraph({
      resource: { x: { 'it': config, 'a-b': {}, 'c': {} } },
      data: { x: { d: {} } },
      locals: { l: '${x.c.id}' },
      variable: { v: {} },
    }).get('x.it')!);

  test.each<[string, unknown, string[]]>([
    ['a reference', { text: '${x.a-b.id}' }, ['x.a-b']],
    ['a reference amid text', { text: 'https://${x.c.id}/' }, ['x.c']],
    ['a reference in a directive', { text: '%{ if x.c.id == "a" }b%{ endif }' }, ['x.c']],
    ['references in an expression', { text: '${merge({"a" = x.c.id}, data.x.d.map)}' }, ['x.c', 'data.x.d']],
    ['a reference in a block', { block: [{ block: { text: '${x.c.id}' } }] }, ['x.c']],
    ['a reference in a key', { map: { '${x.c.id}': 1 } }, ['x.c']],
    ['a reference to a local value', { text: '${local.l}' }, ['local.l']],
    ['depends_on', { depends_on: ['x.c', 'data.x.d'] }, ['x.c', 'data.x.d']],
    ['an address that is plain text', { text: 'x.c.id' }, []],
    ['what is not in the stack', { text: '${y.c.id} ${var.v} ${x.e.id}' }, []],
    ['the data source of a name, not the resource', { text: '${data.x.c.id} ${data.x.d.id}' }, ['data.x.d']],
    ['a longer name', { text: '${x.c-d.id}' }, []],
    ['a longer type', { text: '${y.x.c.id}' }, []],
  ])('%s', (_, config, expected) => {
    expect(dependenciesOf(config)).toEqual(expected);
  });
});

describe('order', () => {
  const graph = dependencyGraph({
    resource: {
      x: { a: { of: '${x.b.id}' }, b: { of: '${local.c}' }, d: {}, e: { depends_on: ['x.f'] }, f: { of: '${x.e.id}' } },
    },
    locals: { c: '${x.d.id}' },
  });

  test('goes by way of others', () => {
    expect(comesAfter(graph, 'x.a', 'x.b')).toBe(true);
    expect(comesAfter(graph, 'x.a', 'x.d')).toBe(true);
  });

  test('goes in one direction, and nowhere from what is not there', () => {
    expect(comesAfter(graph, 'x.d', 'x.a')).toBe(false);
    expect(comesAfter(graph, 'x.a', 'x.a')).toBe(false);
    expect(comesAfter(graph, 'x.a', 'x.e')).toBe(false);
    expect(comesAfter(graph, 'x.z', 'x.a')).toBe(false);
  });

  test('ends where there is a cycle, which is found', () => {
    expect(comesAfter(graph, 'x.e', 'x.d')).toBe(false);
    expect(cycles(graph)).toEqual(['x.e', 'x.f']);
    expect(
      cycles(dependencyGraph({ resource: { x: { a: { of: '${x.a.id}' }, b: { of: '${x.a.id}' } } } })),
    ).toEqual(['x.a']);
    expect(cycles(dependencyGraph(grant({ audience: TO_SCOPES })))).toEqual([]);
  });
});

describe('a grant or a permission before its scopes is found', () => {
  const permissions = (config: object) =>
    stack({ auth0_role_permissions: { p: { role_id: 'rol_1', ...config } } });
  const permission = (config: object) =>
    stack({ auth0_role_permission: { p: { role_id: 'rol_1', permission: 'read', ...config } } });
  const before = (address: string) => [`${address} does not come after auth0_resource_server_scopes.s`];

  test.each<[string, any, string]>([
    ['a grant, by the API', grant({ audience: TO_API }), 'auth0_client_grant.g'],
    ['a grant, by the identifier', grant({ audience: 'api' }), 'auth0_client_grant.g'],
    ['a grant of all', grant({ audience: TO_API, scopes: undefined, allow_all_scopes: true }), 'auth0_client_grant.g'],
    ['a grant of scopes, a token', grant({ audience: TO_API, scopes: '${var.scopes}' }), 'auth0_client_grant.g'],
    ['a grant of a scope, a token', grant({ audience: TO_API, scopes: ['${var.scope}'] }), 'auth0_client_grant.g'],
    [
      'permissions, one of them',
      permissions({
        permissions: [
          { name: 'x', resource_server_identifier: 'y' },
          { name: 'read', resource_server_identifier: TO_API },
        ],
      }),
      'auth0_role_permissions.p',
    ],
    ['a permission', permission({ resource_server_identifier: TO_API }), 'auth0_role_permission.p'],
    [
      'a grant, by an API that is looked up',
      {
        ...grant({ audience: '${data.auth0_resource_server.d.identifier}' }),
        data: { auth0_resource_server: { d: { identifier: 'api' } } },
      },
      'auth0_client_grant.g',
    ],
  ])('%s', (_, broken, address) => {
    expect(orderProblems(broken)).toEqual(before(address));
  });

  test('where scopes are known to Terraform alone', () => {
    const broken = grant({ audience: TO_API });
    broken.resource.auth0_resource_server_scopes = {
      s: { resource_server_identifier: TO_API, dynamic: { scopes: { for_each: '${var.scopes}', content: {} } } },
    };
    expect(orderProblems(broken)).toEqual(before('auth0_client_grant.g'));
  });

  test('where scopes are declared one by one', () => {
    const broken = grant({ audience: TO_API });
    delete broken.resource.auth0_resource_server_scopes;
    broken.resource.auth0_resource_server_scope = {
      r: { resource_server_identifier: 'api', scope: 'read' }, w: { resource_server_identifier: 'api', scope: 'write' },
    };
    expect(orderProblems(broken)).toEqual(['auth0_client_grant.g does not come after auth0_resource_server_scope.r']);
  });

  test.each<[string, any]>([
    ['a grant, by the scopes', grant({ audience: TO_SCOPES })],
    ['a grant with depends_on', grant({ audience: TO_API, depends_on: ['auth0_resource_server_scopes.s'] })],
    ['a grant of scopes that nobody declares', grant({ audience: TO_API, scopes: ['other'] })],
    ['a grant of no scopes', grant({ audience: TO_API, scopes: [] })],
    ['a grant on another API', grant({ audience: 'other' })],
    [
      'permissions, by the scopes',
      permissions({ permissions: [{ name: 'read', resource_server_identifier: TO_SCOPES }] }),
    ],
    ['a permission, by the scopes', permission({ resource_server_identifier: TO_SCOPES })],
    ['nothing at all', {}],
  ])('unlike %s', (_, right) => {
    expect(orderProblems(right)).toEqual([]);
  });
});
