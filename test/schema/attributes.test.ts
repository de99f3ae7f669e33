import { block, ConfigOf, flag, list, number, text } from '../../lib/schema/attributes';
import { UNKNOWN } from '../../lib/schema/value';

describe('an attribute', () => {
  test.each([
    ['a text', text(), { type: 'string' }],
    ['a text with values', text({ values: ['a', 'b'] }), { type: 'string', values: ['a', 'b'] }],
    ['a number of a class', number({ as: 'Duration' }), { type: 'number', as: 'Duration' }],
    ['a flag of another name', flag({ prop: 'isOn' }), { type: 'boolean', prop: 'isOn' }],
    ['a list', list(text(), { itemName: 'scope' }), { type: 'list', item: { type: 'string' }, itemName: 'scope' }],
  ])('can be %s', (_, attribute, expected) => {
    expect(attribute).toEqual(expected);
  });
});

describe('a block', () => {
  const lifetime = number();
  const policy = block({ policy_id: text() }, { prop: 'policy' });

  test('has its attributes by name, and in their order with their names in the bindings', () => {
    expect(block({ token_lifetime: lifetime, authorization_policy: policy })).toEqual({
      type: 'block',
      attributes: { token_lifetime: lifetime, authorization_policy: policy },
      members: [
        { name: 'token_lifetime', key: 'tokenLifetime', attribute: lifetime },
        { name: 'authorization_policy', key: 'authorizationPolicy', attribute: policy },
      ],
    });
  });

  test('can have options', () => {
    expect(policy).toMatchObject({ type: 'block', prop: 'policy' });
  });
});

test('a table types the configuration that is read by it', () => {
  const table = block({ name: text(), on: flag(), count: number(), inner: block({ name: text() }), all: list(block({ name: text() })) });
  const config: ConfigOf<typeof table> = {
    name: 'a', on: UNKNOWN, count: 1, inner: { name: undefined }, all: [{ name: 'b' }, UNKNOWN],
  };
  // @ts-expect-error a number is not a string
  const wrong: ConfigOf<typeof table> = { name: 1 };
  expect([config, wrong]).toHaveLength(2);
});
