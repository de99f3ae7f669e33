import { GRANT_RULES } from '../../../lib/rules/tenant/grants';
import type { Tenant } from '../../../lib/tenant/tenant';
import { IDENTIFIER } from '../../support/apis';
import { testRule } from '../../support/rules';
import { tenantOf, tenantWith, UNTOLD } from '../../support/tenant';

const OTHER_PROVIDER = { provider: 'auth0.other' };
const AUDIENCE = '${auth0_resource_server.api.identifier}';

/** An `auth0_client_grant` for an application. */
function grant(changes: object = {}): object {
  return { client_id: 'worker', audience: IDENTIFIER, scopes: [], ...changes };
}

/** An `auth0_client_grant` that is the default for third-party applications. */
function byDefault(changes: object = {}): object {
  return grant({ client_id: undefined, default_for: 'third_party_clients', ...changes });
}

const grants = (auth0_client_grant: Record<string, object>) => tenantWith({ auth0_client_grant });

/** A model with grants `g`, `h` and so on. */
function several(...all: object[]): Tenant {
  return grants(Object.fromEntries(all.map((one, index) => ['ghi'[index], one])));
}

/** A model with a grant for an API. */
function onApi(api: object, changes: object = {}): Tenant {
  return tenantWith({
    auth0_resource_server: { api: { identifier: IDENTIFIER, ...api } },
    auth0_client_grant: { g: grant({ audience: AUDIENCE, ...changes }) },
  });
}

testRule(GRANT_RULES, 'audience-by-id', {
  refuses: {
    'the id of the API': {
      config: onApi({}, { audience: '${auth0_resource_server.api.id}' }),
      path: 'auth0_client_grant.g',
      message: "'auth0_client_grant.g' must refer to its API by the identifier, but the id was given",
    },
    'the id of an API that is looked up': {
      config: tenantOf({
        resource: { auth0_client_grant: { g: grant({ audience: '${data.auth0_resource_server.api.id}' }) } },
        data: { auth0_resource_server: { api: { identifier: IDENTIFIER } } },
      }),
      path: 'auth0_client_grant.g',
      message: "'auth0_client_grant.g' must refer to its API by the identifier, but the id was given",
    },
  },
  accepts: {
    'a reference to the identifier': { config: onApi({}) },
    'the identifier': { config: onApi({}, { audience: IDENTIFIER }) },
    'the id of something else': { config: onApi({}, { audience: '${auth0_role.clerk.id}' }) },
  },
});

const differing = (path: string) => ({
  path: `auth0_client_grant.${path}`,
  message: `'auth0_client_grant.${path}' grants the same application access to the same API as 'auth0_client_grant.g', ` +
    'but with other settings: make it one grant',
});
const repeated = (path: string) => ({
  path: `auth0_client_grant.${path}`,
  message: `'auth0_client_grant.${path}' repeats the grant 'auth0_client_grant.g'`,
  severity: 'warning' as const,
});

testRule(GRANT_RULES, 'duplicate-tuple', {
  refuses: {
    'two grants with other scopes': { config: several(grant(), grant({ scopes: ['a'] })), ...differing('h') },
    'all scopes in one of two grants': { config: several(grant(), grant({ allow_all_scopes: true })), ...differing('h') },
    'another use of organizations': { config: several(grant(), grant({ organization_usage: 'require' })), ...differing('h') },
    'any organization in one of two grants': { config: several(grant(), grant({ allow_any_organization: true })), ...differing('h') },
    'other authorization details': { config: several(grant(), grant({ authorization_details_types: ['a'] })), ...differing('h') },
    'two grants that are the same': { config: several(grant(), grant()), ...repeated('h') },
    'what is said and what is so by default': {
      config: several(
        grant({ scopes: undefined }),
        grant({ subject_type: 'client', allow_all_scopes: false, organization_usage: 'deny', allow_any_organization: false }),
      ),
      ...repeated('h'),
    },
    'one of three grants that differs': {
      config: several(grant(), grant(), grant({ scopes: ['a'] })), finds: [repeated('h'), differing('i')],
    },
    'two grants for a client id that is a reference': {
      config: several(grant({ client_id: '${var.client}' }), grant({ client_id: '${var.client}' })), ...repeated('h'),
    },
  },
  accepts: {
    'two applications': { config: several(grant(), grant({ client_id: 'other' })) },
    'two APIs': { config: several(grant(), grant({ audience: 'other' })) },
    'two subject types': { config: several(grant(), grant({ subject_type: 'user' })) },
    'two tenants': { config: several(grant(), grant(OTHER_PROVIDER)) },
    'an application and third-party applications': { config: several(grant(), byDefault()) },
    'applications that cannot be told': { config: several(grant({ client_id: UNTOLD }), grant({ client_id: UNTOLD })) },
    'APIs that cannot be told': { config: several(grant({ audience: UNTOLD }), grant({ audience: UNTOLD })) },
    'subject types that cannot be told': { config: several(grant({ subject_type: UNTOLD }), grant({ subject_type: UNTOLD })) },
  },
});

const SECOND = {
  path: 'auth0_client_grant.h',
  message: "'auth0_client_grant.h' is a second default grant beside 'auth0_client_grant.g', for the same API and subject type: make it one grant",
};

testRule(GRANT_RULES, 'default-for-duplicate', {
  refuses: {
    'two default grants that differ': { config: several(byDefault(), byDefault({ scopes: ['a'] })), ...SECOND },
    'two default grants that are the same': { config: several(byDefault(), byDefault()), ...SECOND },
  },
  accepts: {
    'two APIs': { config: several(byDefault(), byDefault({ audience: 'other' })) },
    'two subject types': { config: several(byDefault(), byDefault({ subject_type: 'user' })) },
    'two tenants': { config: several(byDefault(), byDefault(OTHER_PROVIDER)) },
    'APIs that cannot be told': { config: several(byDefault({ audience: UNTOLD }), byDefault({ audience: UNTOLD })) },
    'applications that cannot be told': { config: several(byDefault({ default_for: UNTOLD }), byDefault({ default_for: UNTOLD })) },
  },
});

const denied = (subject: string, api = 'auth0_resource_server.api') => ({
  path: 'auth0_client_grant.g',
  message: `'auth0_client_grant.g' is for the subject type '${subject}', for which '${api}' denies all tokens: remove the grant, or change the policy`,
});
const DENY = { policy: 'deny_all' };
const policies = (access: unknown) => ({ subject_type_authorization: access });
const MY_ACCOUNT = 'https://tenant.auth0.com/me/';

/** A model with a grant for one of Auth0's own APIs, which is looked up. */
function onSystemApi(identifier: string, changes: object = {}): Tenant {
  return tenantOf({
    resource: { auth0_client_grant: { g: grant({ audience: identifier, ...changes }) } },
    data: { auth0_resource_server: { system: { identifier } } },
  });
}

testRule(GRANT_RULES, 'grant-under-deny-all', {
  refuses: {
    'a client where clients are denied': { config: onApi(policies({ client: DENY }), { subject_type: 'client' }), ...denied('client') },
    'a client by default where clients are denied': {
      config: onApi(policies({ client: DENY, user: { policy: 'allow_all' } })), ...denied('client'),
    },
    'a user where users are denied': { config: onApi(policies({ user: DENY }), { subject_type: 'user' }), ...denied('user') },
    'an anonymous user where those are denied': {
      config: onApi(policies({ anonymous_user: DENY }), { subject_type: 'anonymous_user' }), ...denied('anonymous_user'),
    },
    'blocks that stand in lists': { config: onApi(policies([{ client: [DENY] }])), ...denied('client') },
    'a client by default on the My Account API': {
      config: onSystemApi(MY_ACCOUNT), ...denied('client', 'data.auth0_resource_server.system'),
    },
  },
  accepts: {
    'a client where users are denied': { config: onApi(policies({ user: DENY, client: { policy: 'require_client_grant' } })) },
    'a user where clients are denied': { config: onApi(policies({ client: DENY }), { subject_type: 'user' }) },
    'a user where all are allowed': { config: onApi(policies({ user: { policy: 'allow_all' } }), { subject_type: 'user' }) },
    'a user on the My Account API': { config: onSystemApi(MY_ACCOUNT, { subject_type: 'user' }) },
    'a client on the Management API': { config: onSystemApi('https://tenant.auth0.com/api/v2/') },
    'an API that says nothing': { config: onApi({}) },
    'an API that is elsewhere': { config: several(grant()) },
    'a policy that is a token': { config: onApi(policies({ client: { policy: '${var.policy}' } })) },
    'a block that is a token': { config: onApi(policies({ client: '${var.client}' })) },
    'policies that are a token': { config: onApi(policies('${var.access}')) },
    'a subject type that is a token': {
      config: onApi(policies({ client: DENY, user: DENY }), { subject_type: '${var.subject}' }),
    },
    'a subject type that does not exist': { config: onApi(policies({ client: DENY }), { subject_type: 'toString' }) },
  },
});

const unregistered = (type: string, known = '') => ({
  path: 'auth0_client_grant.g',
  message: `'auth0_client_grant.g' names the authorization details type '${type}', ` +
    `which 'auth0_resource_server.api' has not registered${known}`,
});
const registered = (...types: string[]) => ({ authorization_details: types.map((type) => ({ type })) });
const asks = (...types: string[]) => ({ authorization_details_types: types });

testRule(GRANT_RULES, 'authz-types-registered', {
  refuses: {
    'a type that the API does not have': {
      config: onApi(registered('payment', 'transfer'), asks('payment', 'payments')),
      ...unregistered('payments', " (it has 'payment' or 'transfer')"),
    },
    'a type where the API has switched them off': {
      config: onApi({ authorization_details: [{ disable: true }] }, asks('payment')), ...unregistered('payment'),
    },
    'a type where a state says that they are switched off': {
      config: onApi({ authorization_details: [{ disable: true, type: '' }] }, asks('payment')), ...unregistered('payment'),
    },
    'a type beside a single one that stands in no list': {
      config: onApi({ authorization_details: { type: 'payment' } }, asks('transfer')), ...unregistered('transfer', " (it has 'payment')"),
    },
    'each type for itself': {
      config: onApi(registered('payment'), asks('a', '${var.type}', 'b')),
      finds: ['a', 'b'].map((type) => unregistered(type, " (it has 'payment')")),
    },
  },
  accepts: {
    'types that the API has': { config: onApi(registered('payment', 'transfer'), asks('transfer')) },
    'no types': { config: onApi(registered('payment'), asks()) },
    'a type where the API says nothing': { config: onApi({}, asks('payment')) },
    'a type of an API that is elsewhere': { config: several(grant(asks('payment'))) },
    'a type of the API that is a token': { config: onApi(registered('transfer', '${var.type}'), asks('payment')) },
    'a block of the API that is a token': {
      config: onApi({ authorization_details: [{ type: 'transfer' }, '${var.details}'] }, asks('payment')),
    },
    'types of the API that are a token': { config: onApi({ authorization_details: '${var.details}' }, asks('payment')) },
    'types of the API that are a dynamic block': {
      config: onApi({ dynamic: { authorization_details: { for_each: '${var.types}' } } }, asks('payment')),
    },
    'a type that is a token': { config: onApi(registered('payment'), asks('${var.type}')) },
    'types that are a token': { config: onApi(registered('payment'), { authorization_details_types: '${var.types}' }) },
  },
});
