import { UNKNOWN } from '../../../lib/schema/value';
import type { SourceResource } from '../../../lib/tenant/source';
import { isTerraformJson, terraformJsonSource } from '../../../lib/tenant/sources/terraform-json';

const source = (document: any) => terraformJsonSource(document, 'cdk.tf.json');

/** Returns the only resource of a configuration. */
function only(document: any): SourceResource {
  const resources = Array.from(source(document).resources);
  expect(resources).toHaveLength(1);
  return resources[0];
}

const worker = (attributes: unknown) => ({ resource: { auth0_client: { worker: attributes } } });

describe('a resource', () => {
  test('has a type, an address and its attributes', () => {
    const resource = only(worker({ name: 'Worker', callbacks: ['a'] }));
    expect(resource).toMatchObject({ type: 'auth0_client', address: 'auth0_client.worker', path: undefined, provider: '' });
    expect(['name', 'callbacks', 'description'].map((name) => resource.get(name))).toEqual(['Worker', ['a'], undefined]);
  });

  test('may be a data source', () => {
    expect(only({ data: { auth0_role: { clerk: { name: 'Clerk' } } } })).toMatchObject({
      type: 'data.auth0_role', address: 'data.auth0_role.clerk',
    });
  });

  test('has the path of its construct, if CDKTF wrote it', () => {
    expect(only(worker({ '//': { metadata: { path: 'stack/Worker', uniqueId: 'Worker' } } })).path).toBe('stack/Worker');
  });

  test.each<[string, unknown]>([
    ['a text', 'the worker'],
    ['nothing', null],
    ['a list', ['the worker']],
    ['an object', { metadata: 'worker' }],
    ['an object with a path that is none', { metadata: { path: 5 } }],
  ])('may have a comment that is %s', (_, comment) => {
    expect(only(worker({ '//': comment, 'name': 'Worker' })).path).toBeUndefined();
    expect(source({ '//': comment, ...worker({}) }).name).toBe('');
  });

  test.each<[unknown, string]>([
    ['auth0.eu', 'eu'],
    ['auth0', ''],
    [undefined, ''],
    [5, ''],
  ])('with the provider %p is of the provider with the alias %j', (provider, alias) => {
    expect(only(worker({ provider })).provider).toBe(alias);
  });

  test.each<[string, unknown]>([
    ['an object', { scopes: { for_each: '${var.scopes}', content: { name: '${scopes.key}' } } }],
    ['a list', [{ permissions: {} }, { scopes: { for_each: '${var.scopes}' } }]],
  ])('has blocks that only Terraform knows, as %s', (_, dynamic) => {
    const resource = only(worker({ dynamic, name: 'Worker' }));
    expect([resource.get('scopes'), resource.get('name')]).toEqual([UNKNOWN, 'Worker']);
  });

  test('may be in lists, as the syntax of Terraform allows', () => {
    const document = {
      resource: [
        { auth0_client: [{ worker: [{ name: 'Worker' }] }] },
        { auth0_role: { clerk: { name: 'Clerk' } } },
      ],
    };
    expect(Array.from(source(document).resources, ({ address }) => address)).toEqual(['auth0_client.worker', 'auth0_role.clerk']);
    expect(Array.from(source(document).resources, (one) => one.get('name'))).toEqual(['Worker', 'Clerk']);
  });
});

describe('a configuration', () => {
  test('has the name of its stack, if CDKTF wrote it', () => {
    expect(source({ '//': { metadata: { stackName: 'orders', backend: 'local' } } }).name).toBe('orders');
    expect(source({}).name).toBe('');
  });

  test('has outputs', () => {
    const { output } = source({ output: { id: { value: '${auth0_client.worker.client_id}', sensitive: true }, none: {}, list: [{ value: 'a' }] } });
    expect(['id', 'none', 'list', 'other'].map((name) => output(name))).toEqual([
      '${auth0_client.worker.client_id}', undefined, 'a', undefined,
    ]);
  });

  test('may have blocks that are not read', () => {
    const document = {
      terraform: { backend: {} }, provider: { auth0: [{}] }, variable: { a: 5 }, locals: 'a', module: [], moved: [], ...worker({ name: 'Worker' }),
    };
    expect(only(document).get('name')).toBe('Worker');
  });

  test.each(['resource', 'data', 'terraform', 'provider', 'output', 'variable', 'locals', 'module', 'import', 'check'])(
    'is known by %s', (block) => {
      expect(isTerraformJson({ [block]: {} })).toBe(true);
    },
  );

  test.each([{}, { resources: [] }, { '//': {} }, { clients: [] }])('is not %j', (document) => {
    expect(isTerraformJson(document)).toBe(false);
  });
});

describe('a resource may exist before the apply', () => {
  const role = { resource: { auth0_role: { clerk: { name: 'Clerk' }, other: { name: 'Other' } } } };

  test.each<[string, unknown]>([
    ['its address', [{ to: 'auth0_role.clerk', id: 'rol_1' }]],
    ['one block', { to: 'auth0_role.clerk', id: 'rol_1' }],
    ['an expression', [{ to: '${auth0_role.clerk}', id: 'rol_1' }]],
  ])('if an import block has %s', (_, blocks) => {
    expect(Array.from(source({ ...role, import: blocks }).resources, ({ mayExist }) => mayExist)).toEqual([true, false]);
  });
});
