import { ROLE_PERMISSIONS_RULES, ROLE_RULES } from '../../lib/rules/role';
import { runRules } from '../../lib/rules/rule';
import { propNames } from '../../lib/schema/names';
import { ROLE, RoleConfig } from '../../lib/schema/role';
import { UNKNOWN } from '../../lib/schema/value';
import { findingsOf, testRule } from '../support/rules';

describe('a role', () => {
  testRule(ROLE_RULES, 'role-name-required', {
    refuses: {
      'no name': { config: {}, path: 'name', message: 'name is required, but was not given' },
      'an empty name': { config: { name: '' }, path: 'name', message: 'name must not be empty' },
    },
    accepts: {
      'one character': { config: { name: 'a' } },
      'a URL': { config: { name: 'https://x40.link/roles/api-user' } },
      'a long one': { config: { name: 'a'.repeat(1000) } },
      'a token': { config: { name: UNKNOWN } },
    },
  });

  testRule(ROLE_RULES, 'role-description-empty', {
    refuses: {
      'an empty description': {
        config: { name: 'Clerk', description: '' },
        path: 'description',
        message: 'description must not be empty: leave it out (Auth0 cannot clear a description)',
      },
    },
    accepts: {
      'none': { config: { name: 'Clerk' } },
      'one character': { config: { name: 'Clerk', description: 'a' } },
      'a token': { config: { name: 'Clerk', description: UNKNOWN } },
    },
  });

  testRule(ROLE_RULES, 'role-type-owner', {
    refuses: {
      'an organization that is not named': {
        config: { name: 'Clerk', type: 'organization' },
        path: 'ownerId',
        message: "ownerId is required where type is 'organization', but was not given",
      },
      'an organization with an empty id': {
        config: { name: 'Clerk', type: 'organization', owner_id: '' },
        path: 'ownerId',
        message: "ownerId is required where type is 'organization', but is empty",
      },
      'an owner of a role of the tenant': {
        config: { name: 'Clerk', type: 'tenant', owner_id: 'org_1' },
        path: 'type',
        message: "type must be 'organization' where ownerId is given, but 'tenant' was given",
      },
      'an owner without a type': {
        config: { name: 'Clerk', owner_id: 'org_1' },
        path: 'type',
        message: "type must be 'organization' where ownerId is given, but nothing was given",
      },
    },
    accepts: {
      'both': { config: { name: 'Clerk', type: 'organization', owner_id: 'org_1' } },
      'neither': { config: { name: 'Clerk' } },
      'a role of the tenant': { config: { name: 'Clerk', type: 'tenant' } },
      'no owner as an empty text': { config: { name: 'Clerk', type: 'tenant', owner_id: '' } },
      'a type that is a token': { config: { name: 'Clerk', type: UNKNOWN, owner_id: 'org_1' } },
      'an owner that is a token': { config: { name: 'Clerk', type: 'organization', owner_id: UNKNOWN } },
      'an owner that is a token, without a type': { config: { name: 'Clerk', owner_id: UNKNOWN } },
    },
  });

  test.each<[RoleConfig, string]>([
    [{ name: 'Clerk', type: 'organization' }, 'warning'],
    [{ name: 'Clerk', owner_id: 'org_1' }, 'warning'],
    [{ name: 'Clerk', type: 'tenant', owner_id: 'org_1' }, 'error'],
    [{ name: 'Clerk', type: 'organization', owner_id: '' }, 'error'],
  ])('%j of a resource that may exist already leaves the %s', (config, severity) => {
    expect(runRules(ROLE_RULES, config, propNames(ROLE), new Date(0), { mayExist: true }))
      .toMatchObject([{ rule: 'role-type-owner', severity }]);
  });

  testRule(ROLE_RULES, 'role-type-enum', {
    refuses: {
      'any other': {
        config: { name: 'Clerk', type: 'global' },
        path: 'type',
        message: "type must be 'tenant' or 'organization', but 'global' was given",
      },
    },
    accepts: {
      'tenant': { config: { name: 'Clerk', type: 'tenant' } },
      'organization': { config: { name: 'Clerk', type: 'organization', owner_id: 'org_1' } },
      'a token': { config: { name: 'Clerk', type: UNKNOWN } },
    },
  });

  testRule(ROLE_RULES, 'role-enum-letter-case', {
    refuses: {
      'another spelling': {
        config: { name: 'Clerk', type: 'Tenant' },
        path: 'type',
        message: "type must be spelled 'tenant', but 'Tenant' was given",
      },
    },
    accepts: { 'the right spelling': { config: { name: 'Clerk', type: 'tenant' } } },
  });
});

describe('its permissions', () => {
  const list = (length: number) => Array.from({ length }, (_, index) => ({ name: `scope:${index}` }));

  testRule(ROLE_PERMISSIONS_RULES, 'role-permissions-at-least-one', {
    refuses: {
      'an empty list': {
        config: { permissions: [] },
        path: 'permissions',
        message: 'permissions must have at least one entry, but none was given',
      },
      'no list': { config: {}, path: 'permissions', message: 'permissions must have at least one entry, but none was given' },
    },
    accepts: { 'one': { config: { permissions: list(1) } }, 'a token': { config: { permissions: UNKNOWN } } },
  });

  testRule(ROLE_PERMISSIONS_RULES, 'role-permission-length', {
    refuses: {
      'an empty name': {
        config: { permissions: [{ name: 'a' }, { name: '' }] },
        path: "permissions['']",
        message: "permission '' must not be empty",
      },
      '281 characters': {
        config: { permissions: [{ name: 'é'.repeat(281) }] },
        path: `permissions['${'é'.repeat(60)}…']`,
        message: `permission '${'é'.repeat(60)}…' must be at most 280 characters long, but 281 were given`,
      },
    },
    accepts: {
      '280 characters, counted as Auth0 does': { config: { permissions: [{ name: '😀'.repeat(280) }] } },
      'a token': { config: { permissions: [{ name: UNKNOWN }, UNKNOWN] } },
      'those of one of Auth0\'s own APIs': {
        config: {
          permissions: [
            { name: 'read:my_org:details', resource_server_identifier: 'https://tenant.auth0.com/my-org/' },
          ],
        },
      },
    },
  });

  testRule(ROLE_PERMISSIONS_RULES, 'role-permissions-limit', {
    refuses: {
      1001: {
        config: { permissions: list(1001) },
        path: 'permissions',
        message: 'permissions must have at most 1000 entries, but 1001 were given',
      },
    },
    accepts: { 1000: { config: { permissions: list(1000) } } },
  });

  test('each is judged by itself', () => {
    expect(
      findingsOf(ROLE_PERMISSIONS_RULES, { permissions: [{ name: '' }, { name: 'a' }, { name: '' }] }),
    ).toHaveLength(2);
  });
});
