import { UNKNOWN } from '../../lib/schema/value';
import { IndexedSource, Origin, References } from '../../lib/tenant/references';
import type { Source, SourceResource } from '../../lib/tenant/source';
import { Configuration, configurationSource } from '../support/tenant';

/** Returns the origin of the attribute `value` of `x.start`, in a configuration with other sources. */
function follow(value: unknown, configuration: Configuration = {}, others: Source[] = [], name = 'own'): Origin {
  const own = new IndexedSource(configurationSource(configuration, name));
  return new References([own, ...others.map((other) => new IndexedSource(other))]).follow(value, own);
}

const stepsOf = ({ steps }: Origin) => steps.map(({ resource, attribute, source }) => `${source.name} ${resource.address}.${attribute}`);

const API = { resource: { auth0_resource_server: { api: { identifier: 'https://api.example.com' } } } };

describe('a value', () => {
  test.each<[string, unknown, unknown, unknown]>([
    ['is itself', 'a', 'a', 'a'],
    ['is nothing where it is not set', undefined, undefined, undefined],
    ['is nothing where it is null', null, null, undefined],
    ['is not known where it is no text', 5, UNKNOWN, UNKNOWN],
    ['is not known where it is a list', ['a'], UNKNOWN, UNKNOWN],
    ['is not known where it is not known', UNKNOWN, UNKNOWN, UNKNOWN],
    ['is not known where it differs between instances', '${each.value}', UNKNOWN, UNKNOWN],
    ['is an expression, with a key of its source', '${var.api}', '${var.api}', 'own ${var.api}'],
    ['is a reference that leads nowhere, with a key of its source', '${auth0_client.a.id}', '${auth0_client.a.id}', 'own ${auth0_client.a.id}'],
    ['is a text that only looks like an expression', '$${var.api}', '$${var.api}', '$${var.api}'],
  ])('%s', (_, value, text, key) => {
    const origin = follow(value);
    expect(origin).toEqual({ text: text ?? undefined, key, steps: [] });
  });
});

describe('a reference', () => {
  test('is followed to the value', () => {
    const origin = follow('${auth0_resource_server.api.identifier}', API);
    expect(origin).toMatchObject({ text: 'https://api.example.com', key: 'https://api.example.com' });
    expect(stepsOf(origin)).toEqual(['own auth0_resource_server.api.identifier']);
  });

  test('is followed through other references', () => {
    const origin = follow('${auth0_resource_server_scopes.list.resource_server_identifier}', {
      resource: {
        ...API.resource,
        auth0_resource_server_scopes: { list: { resource_server_identifier: '${auth0_resource_server.api.identifier}' } },
      },
    });
    expect(origin.text).toBe('https://api.example.com');
    expect(stepsOf(origin)).toEqual([
      'own auth0_resource_server_scopes.list.resource_server_identifier', 'own auth0_resource_server.api.identifier',
    ]);
  });

  test('ends at an attribute that Auth0 sets', () => {
    const origin = follow('${auth0_resource_server.api.id}', API);
    expect(origin).toMatchObject({ text: '${auth0_resource_server.api.id}', key: 'own ${auth0_resource_server.api.id}' });
    expect(stepsOf(origin)).toEqual(['own auth0_resource_server.api.id']);
  });

  test('has the same key, whatever way it takes', () => {
    const configuration = { resource: { a: { a: { value: '${a.b.value}' }, b: { value: '${var.api}' } } } };
    expect(follow('${a.a.value}', configuration).key).toBe(follow('${var.api}', configuration).key);
  });

  test.each<[string, Configuration]>([
    ['to itself', { resource: { a: { a: { value: '${a.a.value}' } } } }],
    ['of two', { resource: { a: { a: { value: '${a.b.value}' }, b: { value: '${a.a.value}' } } } }],
  ])('in a circle %s is not known', (_, configuration) => {
    const origin = follow('${a.a.value}', configuration);
    expect(origin).toMatchObject({ text: UNKNOWN, key: UNKNOWN });
    expect(origin.steps.length).toBeLessThanOrEqual(20);
  });

  test('in a circle of stacks is not known', () => {
    const value = { source: 'own', value: { source: 'own', value: undefined as unknown } };
    value.value.value = value;
    expect(follow(value)).toEqual({ text: UNKNOWN, key: UNKNOWN, steps: [] });
  });

  test('to the output of a module stays as it is', () => {
    expect(follow('${module.shop.client_id}', API)).toMatchObject({ text: '${module.shop.client_id}', steps: [] });
  });

  test('to a value that is no text is not known', () => {
    expect(follow('${a.a.value}', { resource: { a: { a: { value: 5 } } } })).toMatchObject({ text: UNKNOWN, key: UNKNOWN });
  });
});

describe('a reference to another stack', () => {
  const REMOTE = '${data.terraform_remote_state.cross-stack-reference-input-api.outputs.the-identifier}';
  const output = (value: unknown) => ({ output: { 'the-identifier': { value } } });

  test('is followed to the output of that stack', () => {
    const other = configurationSource({ ...API, ...output('${auth0_resource_server.api.identifier}') }, 'api');
    const origin = follow(REMOTE, {}, [other]);
    expect(origin).toMatchObject({ text: 'https://api.example.com', key: 'https://api.example.com' });
    expect(stepsOf(origin)).toEqual(['api auth0_resource_server.api.identifier']);
  });

  test('has the key of the other stack', () => {
    const other = configurationSource(output('${var.api}'), 'api');
    expect(follow(REMOTE, {}, [other]).key).toBe('api ${var.api}');
  });

  test.each([
    ['by the stack of the name, beside one whose name ends in the same way', REMOTE, 'api'],
    ['by the stack of the name that ends in the same way', REMOTE.replace('input-api', 'input-eu-api'), 'eu-api'],
    ['by a stack below a construct', REMOTE.replace('input-api', 'input-App--api'), 'api'],
    ['by a name of the user', REMOTE.replace('cross-stack-reference-input-', ''), 'api'],
  ])('is followed %s', (_, reference, stack) => {
    const others = ['eu-api', 'api', 'pi'].map((name) => configurationSource(output(`of ${name}`), name));
    expect(follow(reference, {}, others).text).toBe(`of ${stack}`);
    expect(follow(reference, {}, [...others].reverse()).text).toBe(`of ${stack}`);
  });

  test('is followed by the name of the output, if the state has no name', () => {
    expect(follow(REMOTE, {}, [configurationSource(output('a'), '')]).text).toBe('a');
  });

  test.each<[string, Source[]]>([
    ['that is not given', []],
    ['of which only one with such an ending is given', [configurationSource(output('a'), 'pi')]],
    ['without this output', [configurationSource(API, 'api')]],
    ['of another name', [configurationSource(output('a'), 'else')]],
  ])('%s stays as it is', (_, others) => {
    expect(follow(REMOTE, {}, others)).toMatchObject({ text: REMOTE, key: `own ${REMOTE}` });
  });

  test('is followed, if it comes from the construct tree', () => {
    const other = configurationSource(API, 'api');
    const origin = follow({ source: 'api', value: '${auth0_resource_server.api.identifier}' }, {}, [other]);
    expect(origin.text).toBe('https://api.example.com');
    expect(follow({ source: 'nowhere', value: 'a' }, {}, [other])).toEqual({ text: UNKNOWN, key: UNKNOWN, steps: [] });
  });
});

describe('a source', () => {
  test('is read when it is needed, and only once', () => {
    let reads = 0;
    const resource: SourceResource = { type: 'a', address: 'a.a', provider: '', get: () => undefined };
    const source = new IndexedSource({
      name: '',
      get resources() {
        reads++;
        return [resource];
      },
      output: () => undefined,
    });
    expect(reads).toBe(0);
    expect(source.ofType('a')).toEqual([resource]);
    expect(source.ofType('b')).toEqual([]);
    expect(source.at('a.a')).toBe(resource);
    expect(source.at('a.b')).toBeUndefined();
    expect(reads).toBe(1);
  });

  test('is not read if an earlier one has the answer', () => {
    const far = { name: 'far', get resources(): never { throw new Error('was asked'); }, output: () => { throw new Error('was asked'); } };
    expect(follow('${auth0_resource_server.api.identifier}', API, [far]).text).toBe('https://api.example.com');
  });
});
