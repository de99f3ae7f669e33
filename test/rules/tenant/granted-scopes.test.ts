import {
  GRANT_ON_API_RULES, GRANTED_SCOPE_RULES, GrantOnApi, PERMITTED_SCOPE_RULES, ScopeUse,
} from '../../../lib/rules/tenant/granted-scopes';
import { ClientGrantConfig } from '../../../lib/schema/client-grant';
import { ResourceServerConfig } from '../../../lib/schema/resource-server';
import { UNKNOWN } from '../../../lib/schema/value';
import { findingsOf, testTable } from '../../support/findings';

const API = "ResourceServer 'orders/Orders'";

function use(used: ScopeUse['used'], declared?: string[]): ScopeUse {
  return { used, declared: declared && new Set(declared), api: API };
}

describe.each([
  ['the scopes of a grant', GRANTED_SCOPE_RULES, 'scope-not-on-api'],
  ['the scopes of a role', PERMITTED_SCOPE_RULES, 'role-permission-not-on-api'],
])('%s', (_, rules, id) => {
  testTable(rules, {
    [id]: {
      refuses: {
        'a scope that nobody declares': {
          of: use(['read:orders', 'delete:invoices'], ['write:orders', 'read:orders']),
          path: "scopes['delete:invoices']",
          message: `scope 'delete:invoices' is not declared by ${API}, which declares 'read:orders', 'write:orders'`,
        },
        'one that resembles another, which is named': {
          of: use(['raed:orders'], ['write:orders', 'read:orders']),
          path: "scopes['raed:orders']",
          message:
            `scope 'raed:orders' is not declared by ${API}, which declares 'read:orders', 'write:orders'` +
            ": did you mean 'read:orders'?",
        },
        'another spelling': {
          of: use(['Read'], ['read']),
          path: "scopes['Read']",
          message: `scope 'Read' is not declared by ${API}, which declares 'read': did you mean 'read'?`,
        },
        'each once, in their order': [
          {
            of: use(['y', 'x', 'y'], ['long-name']),
            path: "scopes['y']",
            message: `scope 'y' is not declared by ${API}, which declares 'long-name'`,
          },
          {
            of: use([]),
            path: "scopes['x']",
            message: `scope 'x' is not declared by ${API}, which declares 'long-name'`,
          },
        ],
        'one beside a token': {
          of: use([UNKNOWN, 'x'], ['long-name']),
          path: "scopes['x']",
          message: `scope 'x' is not declared by ${API}, which declares 'long-name'`,
        },
        'any, where ten are declared': {
          of: use(['x'], ['s9', 's8', 's7', 's6', 's5', 's4', 's3', 's2', 's1', 's0']),
          path: "scopes['x']",
          message:
            `scope 'x' is not declared by ${API}, ` +
            "which declares 's0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9'",
        },
        'any, where twelve are declared: ten are named, and the nearest of all': {
          of: use(['read:z'], ['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'b9', 'read:zz', 'write:z']),
          path: "scopes['read:z']",
          message:
            `scope 'read:z' is not declared by ${API}, ` +
            "which declares 'b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'b9' and 2 more: did you mean 'read:zz'?",
        },
      },
      accepts: {
        'what is declared': use(['read:orders'], ['write:orders', 'read:orders']),
        'nothing': use([], ['read:orders']),
        'anything, where it is not known what is declared': use(['read:orders']),
        'tokens': use([UNKNOWN], ['read:orders']),
      },
    },
  });
});

describe('a grant beside its API', () => {
  const on = (grant: ClientGrantConfig, api: ResourceServerConfig): GrantOnApi => ({ grant, api });
  const deny = { policy: 'deny_all' };
  const policies = (access: ResourceServerConfig['subject_type_authorization']): ResourceServerConfig => ({
    subject_type_authorization: access,
  });
  const types = (...names: string[]) => ({ authorization_details: names.map((type) => ({ type })) });

  testTable(GRANT_ON_API_RULES, {
    'grant-under-deny-all': {
      refuses: {
        'a client where clients are denied': {
          of: on({ subject_type: 'client' }, policies({ client: deny })),
          path: 'subjectType',
          message: "subjectType is 'client', for which the API denies all: the grant has no effect",
        },
        'a client by default where clients are denied': {
          of: on({}, policies({ client: deny, user: { policy: 'allow_all' } })),
          path: 'subjectType',
          message: "subjectType is 'client', for which the API denies all: the grant has no effect",
        },
        'a user where users are denied': {
          of: on({ subject_type: 'user' }, policies({ user: deny })),
          path: 'subjectType',
          message: "subjectType is 'user', for which the API denies all: the grant has no effect",
        },
        'an anonymous user where those are denied': {
          of: on({ subject_type: 'anonymous_user' }, policies({ anonymous_user: deny })),
          path: 'subjectType',
          message: "subjectType is 'anonymous_user', for which the API denies all: the grant has no effect",
        },
        'a client by default on the My Account API': {
          of: on({ audience: 'https://tenant.auth0.com/me/' }, {}),
          path: 'subjectType',
          message: "subjectType is 'client', for which the API denies all: the grant has no effect",
        },
      },
      accepts: {
        'a client where users are denied': on({}, policies({ user: deny, client: { policy: 'require_client_grant' } })),
        'a user where clients are denied': on({ subject_type: 'user' }, policies({ client: deny })),
        'a user where all are allowed': on({ subject_type: 'user' }, policies({ user: { policy: 'allow_all' } })),
        'a user on the My Account API': on({ audience: 'https://tenant.auth0.com/me/', subject_type: 'user' }, {}),
        'a client on the Management API': on({ audience: 'https://tenant.auth0.com/api/v2/' }, {}),
        'an API that says nothing': on({}, {}),
        'policies that are tokens': on({}, policies({ client: { policy: UNKNOWN } })),
        'blocks that are tokens': on({}, policies({ client: UNKNOWN })),
        'all of it a token': on({}, policies(UNKNOWN)),
        'a subject type that is a token': on({ subject_type: UNKNOWN }, policies({ client: deny, user: deny })),
        'a subject type that does not exist': on({ subject_type: 'toString' }, policies({ client: deny })),
      },
    },
    'authz-types-registered': {
      refuses: {
        'a type that the API does not have': {
          of: on({ authorization_details_types: ['payment', 'payments'] }, types('payment', 'transfer')),
          path: 'authorizationDetailsTypes[1]',
          message: "authorizationDetailsTypes[1] 'payments' is not registered on the API, which has 'payment' or 'transfer'",
        },
        'a type where the API has switched them off': {
          of: on({ authorization_details_types: ['payment'] }, { authorization_details: [{ disable: true }] }),
          path: 'authorizationDetailsTypes[0]',
          message: "authorizationDetailsTypes[0] 'payment' is not registered on the API",
        },
      },
      accepts: {
        'types that the API has': on({ authorization_details_types: ['transfer'] }, types('payment', 'transfer')),
        'no types': on({ authorization_details_types: [] }, types('payment')),
        'a type where the API says nothing': on({ authorization_details_types: ['payment'] }, {}),
        'types of the API that are tokens': on(
          { authorization_details_types: ['payment'] },
          { authorization_details: [{ type: 'transfer' }, { type: UNKNOWN }] },
        ),
        'blocks of the API that are tokens': on(
          { authorization_details_types: ['payment'] },
          { authorization_details: [{ type: 'transfer' }, UNKNOWN] },
        ),
        'all types of the API a token': on({ authorization_details_types: ['a'] }, { authorization_details: UNKNOWN }),
        'a type that is a token': on({ authorization_details_types: [UNKNOWN] }, types('payment')),
        'a list that is a token': on({ authorization_details_types: UNKNOWN }, types('payment')),
      },
    },
  });
});

test('the thousandth declared name is found, too', () => {
  const declared = Array.from({ length: 1000 }, (_, index) => `scope:${index}`);
  expect(findingsOf(GRANTED_SCOPE_RULES, use(['scope:999'], declared))).toEqual([]);
  expect(findingsOf(GRANTED_SCOPE_RULES, use(['scope:1000'], declared))).toHaveLength(1);
});
