import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as auth0 from 'cdktf-auth0';
import { StarterStack } from './main';

const stack = new StarterStack(auth0.Testing.app(), 'starter');
const access = auth0.Access.of(stack);

test('the worker reads orders, and no more', () => {
  assert.deepEqual(access.client('Worker').scopes(stack.orders), ['read:orders']);
});

test('only managers delete orders, and only in the shop', () => {
  const shop = access.client('Shop');
  assert.equal(shop.withRole('Orders manager').can('delete:orders', stack.orders).isAllowed, true);
  assert.equal(shop.withRole('Orders clerk').can('delete:orders', stack.orders).isAllowed, false);
  assert.deepEqual(access.api(stack.orders).clients('delete:orders'), ['starter/Shop']);
});
