import { publishedScopesOf } from '../../lib/schema/system-api-scopes';

test.each<['management' | 'my-account' | 'my-org', number, string[]]>([
  ['management', 263, ['read:users', 'create:user_tickets', 'update:current_user_metadata', 'read:logs_users']],
  ['my-account', 8, ['update:me:authentication_methods', 'read:me:factors']],
  ['my-org', 30, ['read:my_org:details', 'update:my_org:identity_providers_detach']],
])('the published scopes of %s', (name, count, some) => {
  const { names } = publishedScopesOf({ name })!;
  expect(names.size).toBe(count);
  expect([...names]).toEqual(expect.arrayContaining(some));
  expect([...names].filter((scope) => !/^[a-z]+:[a-z_:]+$/.test(scope))).toEqual([]);
});

test('no scopes of the Express Configuration API are published', () => {
  expect(publishedScopesOf({ name: 'express' })).toBeUndefined();
});
