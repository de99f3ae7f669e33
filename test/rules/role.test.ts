import { ROLE_PERMISSIONS_RULES, ROLE_RULES } from '../../lib/rules/role';
import { UNKNOWN } from '../../lib/schema/value';
import { findingsOf, testTable } from '../support/findings';

describe('a role', () => {
  testTable(ROLE_RULES, {
    'role-name-required': {
      refuses: {
        'no name': { of: {}, path: 'name', message: 'name is required, but was not given' },
        'an empty name': { of: { name: '' }, path: 'name', message: "name must not be empty, but '' was given" },
      },
      accepts: {
        'one character': { name: 'a' },
        'a URL': { name: 'https://x40.link/roles/api-user' },
        'a long one': { name: 'a'.repeat(1000) },
        'a token': { name: UNKNOWN },
      },
    },
    'role-description-empty': {
      refuses: {
        'an empty description': {
          of: { name: 'Clerk', description: '' },
          path: 'description',
          message: "description must not be empty, but '' was given: Auth0 cannot clear a description",
        },
      },
      accepts: {
        'none': { name: 'Clerk' },
        'one character': { name: 'Clerk', description: 'a' },
        'a token': { name: 'Clerk', description: UNKNOWN },
      },
    },
    'role-type-enum': {
      refuses: {
        'any other': {
          of: { name: 'Clerk', type: 'global' },
          path: 'type',
          message: "type must be 'tenant' or 'organization', but 'global' was given",
        },
      },
      accepts: {
        'tenant': { name: 'Clerk', type: 'tenant' },
        'organization': { name: 'Clerk', type: 'organization', owner_id: 'org_1' },
        'a token': { name: 'Clerk', type: UNKNOWN, owner_id: UNKNOWN },
      },
    },
    'enum-letter-case': {
      refuses: {
        'another spelling': {
          of: { name: 'Clerk', type: 'Tenant' },
          path: 'type',
          message: "type must be spelled 'tenant', but 'Tenant' was given",
        },
      },
      accepts: { 'the right spelling': { name: 'Clerk', type: 'tenant' } },
    },
  });
});

describe('its permissions', () => {
  const list = (length: number) => Array.from({ length }, (_, index) => ({ name: `scope:${index}` }));

  testTable(ROLE_PERMISSIONS_RULES, {
    'role-permissions-at-least-one': {
      refuses: {
        'an empty list': {
          of: { permissions: [] },
          path: 'permissions',
          message: 'permissions must be at least one, but none was given',
        },
        'no list': { of: {}, path: 'permissions', message: 'permissions must be at least one, but none was given' },
      },
      accepts: { 'one': { permissions: list(1) }, 'a token': { permissions: UNKNOWN } },
    },
    'role-permission-length': {
      refuses: {
        'an empty name': {
          of: { permissions: [{ name: 'a' }, { name: '' }] },
          path: "permissions['']",
          message: "permission '' must not be empty, but '' was given",
        },
        '281 characters': {
          of: { permissions: [{ name: 'é'.repeat(281) }] },
          path: `permissions['${'é'.repeat(60)}…']`,
          message: `permission '${'é'.repeat(60)}…' must be at most 280 characters long, but 281 were given`,
        },
      },
      accepts: {
        '280 characters, counted as Auth0 does': { permissions: [{ name: '😀'.repeat(280) }] },
        'a token': { permissions: [{ name: UNKNOWN }, UNKNOWN] },
        'those of one of Auth0\'s own APIs': {
          permissions: [
            { name: 'read:my_org:details', resource_server_identifier: 'https://tenant.auth0.com/my-org/' },
          ],
        },
      },
    },
    'role-permissions-limit': {
      refuses: {
        1001: {
          of: { permissions: list(1001) },
          path: 'permissions',
          message: 'permissions must be at most 1000 on one role, but 1001 were given',
        },
      },
      accepts: { 1000: { permissions: list(1000) } },
    },
  });

  test('each is judged by itself', () => {
    expect(
      findingsOf(ROLE_PERMISSIONS_RULES, { permissions: [{ name: '' }, { name: 'a' }, { name: '' }] }),
    ).toHaveLength(2);
  });
});
