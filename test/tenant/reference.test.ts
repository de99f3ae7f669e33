import { isExpression, isPerInstance, parseReference, referenceTo } from '../../lib/tenant/reference';

describe('a reference', () => {
  test.each([
    ['${auth0_client.worker.client_id}', 'auth0_client.worker', 'client_id'],
    ['${auth0_client.order-worker_2.client_id}', 'auth0_client.order-worker_2', 'client_id'],
    ['${data.auth0_role.clerk.id}', 'data.auth0_role.clerk', 'id'],
    ['${auth0_client.worker[0].client_id}', 'auth0_client.worker[0]', 'client_id'],
    ['${auth0_client.worker["eu west"].client_id}', 'auth0_client.worker["eu west"]', 'client_id'],
    ['${auth0_client.worker["a.b"].client_id}', 'auth0_client.worker["a.b"]', 'client_id'],
    ['${module.shop.auth0_client.worker.client_id}', 'module.shop.auth0_client.worker', 'client_id'],
    ['${module.shop["eu"].module.inner[1].data.auth0_role.clerk.id}', 'module.shop["eu"].module.inner[1].data.auth0_role.clerk', 'id'],
    ['${data.terraform_remote_state.other.outputs.api-identifier}', 'data.terraform_remote_state.other', 'api-identifier'],
  ])('%s is to %s, %s', (text, address, attribute) => {
    expect(parseReference(text)).toEqual({ address, attribute });
  });

  test.each([
    'auth0_client.worker.client_id',
    '${auth0_client.worker}',
    '${auth0_client.worker.client_id} and more',
    'https://${auth0_client.worker.client_id}',
    '${auth0_client.a.client_id}${auth0_client.b.client_id}',
    '$${auth0_client.worker.client_id}',
    '${var.client}',
    '${local.client}',
    '${auth0_client.worker[*].client_id}',
    '${auth0_client.worker[count.index].client_id}',
    '${auth0_client.worker[each.key].client_id}',
    '${auth0_client.worker.jwt_configuration[0].alg}',
    '${lower(auth0_client.worker.client_id)}',
    '${auth0_client.worker.client_id',
    '${auth0_client.worker.client_id}\n',
    '',
  ])('is not %j', (text) => {
    expect(parseReference(text)).toBeUndefined();
  });

  test.each([
    ['auth0_client.worker', 'client_id'],
    ['module.shop["eu"].data.auth0_role.clerk', 'id'],
  ])('is written as it is read: %s, %s', (address, attribute) => {
    expect(parseReference(referenceTo(address, attribute))).toEqual({ address, attribute });
  });
});

test.each([
  ['${var.a}', true],
  ['a ${var.a} b', true],
  ['%{ if var.a }b%{ endif }', true],
  ['$${var.a} ${var.b}', true],
  ['$${var.a}', false],
  ['%%{ if }', false],
  ['$var {a}', false],
  ['', false],
])('%j: an expression? %p', (text, expected) => {
  expect(isExpression(text)).toBe(expected);
});

test.each([
  ['${each.value}', true],
  ['${each.value.name}-${var.a}', true],
  ['${var.a}-${lower(each.key)}', true],
  ['${var.list[count.index]}', true],
  ['${auth0_client.worker[each.key].client_id}', true],
  ['${var.a}', false],
  ['${var.each}', false],
  ['${local.account.id}', false],
  ['each.value', false],
])('%j: another value in every instance? %p', (text, expected) => {
  expect(isPerInstance(text)).toBe(expected);
});

test('a text of many interpolations that do not end is read once', () => {
  expect(isPerInstance('${'.repeat(500_000))).toBe(false);
  expect(isPerInstance(`${'${'.repeat(500_000)} each.key}`)).toBe(true);
});
