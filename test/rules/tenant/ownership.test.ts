import {
  ApiPart,
  GrantItem,
  PermissionsItem,
  RoleItem,
  ScopeItem,
  STACK_RULES,
  StackConfig,
} from '../../../lib/rules/tenant/ownership';
import { Naming } from '../../../lib/schema/path';
import { UNKNOWN } from '../../../lib/schema/value';
import { quote } from '../../../lib/util/text';
import { findingsOf, testTable } from '../../support/findings';

const NAMING: Naming = { path: ([path]) => String(path), subject: ([path]) => quote(String(path)) };
const API = 'https://api.example.com';

/** A stack with something in it, each item by its path. */
function stack(parts: Partial<StackConfig>): StackConfig {
  return {
    apis: [],
    scopeLists: [],
    singleScopes: [],
    grants: [],
    roles: [],
    permissionLists: [],
    singlePermissions: [],
    ...parts,
  };
}

function api(path: string, changes: Partial<ApiPart> = {}): ApiPart {
  return { path, provider: '', api: API, ...changes };
}

function scope(path: string, changes: Partial<ScopeItem> = {}): ScopeItem {
  return { ...api(path), scope: 'read', description: undefined, ...changes };
}

function grant(path: string, changes: Partial<GrantItem> = {}): GrantItem {
  return { ...api(path), grantee: 'worker', isDefault: false, subject: 'client', definition: '[]', ...changes };
}

function byDefault(path: string, changes: Partial<GrantItem> = {}): GrantItem {
  return grant(path, { grantee: 'third_party_clients', isDefault: true, ...changes });
}

function role(path: string, changes: Partial<RoleItem> = {}): RoleItem {
  return { path, provider: '', name: 'Clerk', ...changes };
}

function permissions(path: string, changes: Partial<PermissionsItem> = {}): PermissionsItem {
  return { path, provider: '', role: 'clerk', byId: false, ...changes };
}

const differing = (path: string, first: string) => ({
  path,
  message:
    `'${path}' grants the same application access to the same API as '${first}', but with other settings: ` +
    'make it one grant',
});

testTable(STACK_RULES, {
  'identifier-unique': {
    refuses: {
      'two with one identifier': {
        of: stack({ apis: [api('s/A'), api('s/B')] }),
        path: 's/B',
        message: `'s/B' has the same identifier as 's/A': '${API}'`,
      },
      'three, each after the first': [
        {
          of: stack({ apis: [api('s/A'), api('s/B'), api('s/C')] }),
          path: 's/B',
          message: `'s/B' has the same identifier as 's/A': '${API}'`,
        },
        { of: stack({}), path: 's/C', message: `'s/C' has the same identifier as 's/A': '${API}'` },
      ],
      'two with one reference': {
        of: stack({ apis: [api('s/A', { api: '${var.api}' }), api('s/B', { api: '${var.api}' })] }),
        path: 's/B',
        message: "'s/B' has the same identifier as 's/A': '${var.api}'",
      },
    },
    accepts: {
      'two identifiers': stack({ apis: [api('s/A'), api('s/B', { api: 'other' })] }),
      'another spelling': stack({ apis: [api('s/A'), api('s/B', { api: API.toUpperCase() })] }),
      'two providers': stack({ apis: [api('s/A'), api('s/B', { provider: 'other' })] }),
      'identifiers that cannot be told': stack({ apis: [api('s/A', { api: UNKNOWN }), api('s/B', { api: UNKNOWN })] }),
      'no identifiers': stack({ apis: [api('s/A', { api: undefined }), api('s/B', { api: undefined })] }),
    },
  },
  'identifier-slash-twins': {
    refuses: {
      'two APIs': {
        of: stack({ apis: [api('s/A'), api('s/B', { api: `${API}/` })] }),
        path: 's/B',
        message: "'s/B' means another API than 's/A', since the two identifiers differ by a slash at the end",
      },
      'two APIs, the other way round': {
        of: stack({ apis: [api('s/A', { api: `${API}/` }), api('s/B')] }),
        path: 's/A',
        message: "'s/A' means another API than 's/B', since the two identifiers differ by a slash at the end",
      },
      'the audience of a grant, with a slash': {
        of: stack({ apis: [api('s/A')], grants: [grant('s/G', { api: `${API}/` })] }),
        path: 's/G',
        message: "'s/G' means another API than 's/A', since the two identifiers differ by a slash at the end",
      },
      'the audience of a grant, without one': {
        of: stack({ apis: [api('s/A', { api: `${API}/` })], grants: [grant('s/G')] }),
        path: 's/G',
        message: "'s/G' means another API than 's/A', since the two identifiers differ by a slash at the end",
      },
    },
    accepts: {
      'a path more': stack({ apis: [api('s/A'), api('s/B', { api: `${API}/orders` })] }),
      'two slashes more': stack({ apis: [api('s/A'), api('s/B', { api: `${API}//` })] }),
      'two providers': stack({ apis: [api('s/A'), api('s/B', { api: `${API}/`, provider: 'other' })] }),
      'a grant on its API': stack({ apis: [api('s/A')], grants: [grant('s/G')] }),
      'a grant on an API that is elsewhere': stack({
        apis: [api('s/A')], grants: [grant('s/G', { api: 'elsewhere/' })],
      }),
      'a grant on an API that cannot be told': stack({ apis: [api('s/A')], grants: [grant('s/G', { api: UNKNOWN })] }),
      'an API that cannot be told': stack({ apis: [api('s/A', { api: UNKNOWN })], grants: [grant('s/G')] }),
    },
  },
  'scopes-two-owners': {
    refuses: {
      'two lists': {
        of: stack({ scopeLists: [api('s/A'), api('s/L')] }),
        path: 's/L',
        message: "'s/L' owns the scopes of an API that 's/A' owns as well: put them into one",
      },
    },
    accepts: {
      'lists of two APIs': stack({ scopeLists: [api('s/A'), api('s/L', { api: 'other' })] }),
      'two providers': stack({ scopeLists: [api('s/A'), api('s/L', { provider: 'other' })] }),
      'APIs that cannot be told': stack({ scopeLists: [api('s/A', { api: UNKNOWN }), api('s/L', { api: UNKNOWN })] }),
    },
  },
  'scopes-mixed-resources': {
    refuses: {
      'a list and a single one': {
        of: stack({ scopeLists: [api('s/A')], singleScopes: [scope('s/S')] }),
        path: 's/S',
        message: "'s/S' manages one scope of an API whose scopes 's/A' manages as a whole: put it there",
      },
      'a list and two single ones': [
        {
          of: stack({ scopeLists: [api('s/A')], singleScopes: [scope('s/S'), scope('s/T', { scope: 'write' })] }),
          path: 's/S',
          message: "'s/S' manages one scope of an API whose scopes 's/A' manages as a whole: put it there",
        },
        {
          of: stack({}),
          path: 's/T',
          message: "'s/T' manages one scope of an API whose scopes 's/A' manages as a whole: put it there",
        },
      ],
    },
    accepts: {
      'single ones alone': stack({ singleScopes: [scope('s/S'), scope('s/T', { scope: 'write' })] }),
      'of two APIs': stack({ scopeLists: [api('s/A')], singleScopes: [scope('s/S', { api: 'other' })] }),
      'of two providers': stack({ scopeLists: [api('s/A')], singleScopes: [scope('s/S', { provider: 'other' })] }),
      'of APIs that cannot be told': stack({
        scopeLists: [api('s/A', { api: UNKNOWN })], singleScopes: [scope('s/S', { api: UNKNOWN })],
      }),
    },
  },
  'scope-name-duplicate': {
    refuses: {
      'two descriptions': {
        of: stack({ singleScopes: [scope('s/S', { description: 'a' }), scope('s/T', { description: 'b' })] }),
        path: 's/T',
        message: "'s/T' describes the scope 'read' otherwise than 's/S' does",
      },
      'a description, and none': {
        of: stack({ singleScopes: [scope('s/S', { description: 'a' }), scope('s/T')] }),
        path: 's/T',
        message: "'s/T' describes the scope 'read' otherwise than 's/S' does",
      },
    },
    accepts: {
      'the same twice': stack({
        singleScopes: [scope('s/S', { description: 'a' }), scope('s/T', { description: 'a' })],
      }),
      'two names': stack({
        singleScopes: [scope('s/S', { description: 'a' }), scope('s/T', { scope: 'b', description: 'b' })],
      }),
      'two APIs': stack({
        singleScopes: [scope('s/S', { description: 'a' }), scope('s/T', { api: 'b', description: 'b' })],
      }),
      'a second description that cannot be told': stack({
        singleScopes: [scope('s/S', { description: 'a' }), scope('s/T', { description: UNKNOWN })],
      }),
      'a first description that cannot be told': stack({
        singleScopes: [scope('s/S', { description: UNKNOWN }), scope('s/T', { description: 'a' })],
      }),
    },
  },
  'scopes-by-id-not-identifier': {
    refuses: {
      'a list': {
        of: stack({ scopeLists: [api('s/L', { api: UNKNOWN, byId: true })] }),
        path: 's/L',
        message: "'s/L' must refer to its API by the identifier, but the id was given",
      },
      'a single one': {
        of: stack({ singleScopes: [scope('s/S', { api: UNKNOWN, byId: true })] }),
        path: 's/S',
        message: "'s/S' must refer to its API by the identifier, but the id was given",
      },
    },
    accepts: { 'the identifier': stack({ scopeLists: [api('s/L')], singleScopes: [scope('s/S', { api: 'other' })] }) },
  },
  'audience-not-id': {
    refuses: {
      'a grant': {
        of: stack({ grants: [grant('s/G', { api: UNKNOWN, byId: true })] }),
        path: 's/G',
        message: "'s/G' must refer to its API by the identifier, but the id was given",
      },
    },
    accepts: { 'the identifier': stack({ grants: [grant('s/G')] }) },
  },
  'duplicate-tuple': {
    refuses: {
      'two that differ': {
        of: stack({ grants: [grant('s/G'), grant('s/H', { definition: '[1]' })] }),
        ...differing('s/H', 's/G'),
      },
      'two that are the same': {
        of: stack({ grants: [grant('s/G'), grant('s/H')] }),
        path: 's/H',
        message: "'s/H' repeats the grant 's/G'",
        severity: 'warning',
      },
      'one of three that differs': [
        {
          of: stack({ grants: [grant('s/G'), grant('s/H'), grant('s/I', { definition: '[1]' })] }),
          path: 's/H',
          message: "'s/H' repeats the grant 's/G'",
          severity: 'warning',
        },
        { of: stack({}), ...differing('s/I', 's/G') },
      ],
    },
    accepts: {
      'two clients': stack({ grants: [grant('s/G'), grant('s/H', { grantee: 'other' })] }),
      'two APIs': stack({ grants: [grant('s/G'), grant('s/H', { api: 'other' })] }),
      'two subject types': stack({ grants: [grant('s/G'), grant('s/H', { subject: 'user' })] }),
      'two providers': stack({ grants: [grant('s/G'), grant('s/H', { provider: 'other' })] }),
      'a client and third-party clients': stack({ grants: [grant('s/G'), byDefault('s/H')] }),
      'clients that cannot be told': stack({
        grants: [grant('s/G', { grantee: UNKNOWN }), grant('s/H', { grantee: UNKNOWN })],
      }),
      'APIs that cannot be told': stack({ grants: [grant('s/G', { api: UNKNOWN }), grant('s/H', { api: UNKNOWN })] }),
      'subjects that cannot be told': stack({
        grants: [grant('s/G', { subject: UNKNOWN }), grant('s/H', { subject: UNKNOWN })],
      }),
    },
  },
  'default-for-duplicate': {
    refuses: {
      'two that differ': {
        of: stack({ grants: [byDefault('s/G'), byDefault('s/H', { definition: '[1]' })] }),
        path: 's/H',
        message: "'s/H' is a second default grant beside 's/G', for the same API and subject type",
      },
      'two that are the same': {
        of: stack({ grants: [byDefault('s/G'), byDefault('s/H')] }),
        path: 's/H',
        message: "'s/H' is a second default grant beside 's/G', for the same API and subject type",
      },
    },
    accepts: {
      'two APIs': stack({ grants: [byDefault('s/G'), byDefault('s/H', { api: 'other' })] }),
      'two subject types': stack({ grants: [byDefault('s/G'), byDefault('s/H', { subject: 'user' })] }),
      'two providers': stack({ grants: [byDefault('s/G'), byDefault('s/H', { provider: 'other' })] }),
      'APIs that cannot be told': stack({
        grants: [byDefault('s/G', { api: UNKNOWN }), byDefault('s/H', { api: UNKNOWN })],
      }),
    },
  },
  'role-name-unique': {
    refuses: {
      'two with one name': {
        of: stack({ roles: [role('s/R'), role('s/Q')] }),
        path: 's/Q',
        message: "'s/Q' has the same name as 's/R': 'Clerk'",
      },
    },
    accepts: {
      'two names': stack({ roles: [role('s/R'), role('s/Q', { name: 'clerk' })] }),
      'two providers': stack({ roles: [role('s/R'), role('s/Q', { provider: 'other' })] }),
      'names that cannot be told': stack({ roles: [role('s/R', { name: UNKNOWN }), role('s/Q', { name: UNKNOWN })] }),
    },
  },
  'role-permissions-mixed': {
    refuses: {
      'two lists': {
        of: stack({ permissionLists: [permissions('s/R'), permissions('s/P')] }),
        path: 's/P',
        message: "'s/P' owns the permissions of a role that 's/R' owns as well: put them into one",
      },
      'a list and a single one': {
        of: stack({ permissionLists: [permissions('s/R')], singlePermissions: [permissions('s/P')] }),
        path: 's/P',
        message: "'s/P' manages one permission of a role whose permissions 's/R' manages as a whole: put it there",
      },
    },
    accepts: {
      'single ones alone': stack({ singlePermissions: [permissions('s/P'), permissions('s/Q')] }),
      'of two roles': stack({
        permissionLists: [permissions('s/R')], singlePermissions: [permissions('s/P', { role: 'a' })],
      }),
      'of two providers': stack({
        permissionLists: [permissions('s/R')], singlePermissions: [permissions('s/P', { provider: 'other' })],
      }),
      'of roles that cannot be told': stack({
        permissionLists: [permissions('s/R', { role: UNKNOWN })],
        singlePermissions: [permissions('s/P', { role: UNKNOWN })],
      }),
    },
  },
  'role-permission-by-id': {
    refuses: {
      'a list': {
        of: stack({ permissionLists: [permissions('s/R', { byId: true })] }),
        path: 's/R',
        message: "'s/R' must refer to its API by the identifier, but the id was given",
      },
      'a single one': {
        of: stack({ singlePermissions: [permissions('s/P', { byId: true })] }),
        path: 's/P',
        message: "'s/P' must refer to its API by the identifier, but the id was given",
      },
    },
    accepts: {
      'the identifier': stack({
        permissionLists: [permissions('s/R')], singlePermissions: [permissions('s/P', { role: 'a' })],
      }),
    },
  },
}, NAMING);

test('nothing is said of an empty stack', () => expect(findingsOf(STACK_RULES, stack({}))).toEqual([]));
