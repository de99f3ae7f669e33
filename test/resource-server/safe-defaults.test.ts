import { TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { API } from '../support/apis';
import { errorOf } from '../support/errors';
import { resourceOf, stackOf, warningsOf } from '../support/synth';

type Props = Partial<auth0.ResourceServerProps>;

const { hours, minutes, seconds, days } = auth0.Duration;

/** The configuration for these props, with safe defaults. */
function apiOf(props: Props | ((stack: TerraformStack) => Props)): any {
  const stack = stackOf();
  const given = typeof props === 'function' ? props(stack) : props;
  new auth0.ResourceServer(stack, 'Api', { identifier: 'https://api.example.com', ...given });
  const api = resourceOf(stack, API);
  expect(warningsOf(stack).filter((warning) => !warning.includes('[identifier-reserved]'))).toEqual([]);
  return api;
}

function variable(stack: TerraformStack): TerraformVariable {
  return new TerraformVariable(stack, 'given', {});
}

test('the safe defaults', () => {
  expect(apiOf({})).toMatchSnapshot();
});

test('only what is early access is left to Auth0', () => {
  const EARLY_ACCESS = [
    'access_token',
    'allow_online_access',
    'allow_online_access_with_ephemeral_sessions',
    'authorization_policy',
    'token_lifetime_for_anonymous_access_tokens',
  ];
  const api = apiOf({});
  expect(EARLY_ACCESS.filter((attribute) => attribute in api)).toEqual([]);
  expect(api.subject_type_authorization).not.toHaveProperty('anonymous_user');
});

describe('without them, nothing is written that was not set', () => {
  test.each<[string, Props, object]>([
    ['nothing', {}, {}],
    ['a dialect', { tokenDialect: auth0.TokenDialect.ACCESS_TOKEN }, { token_dialect: 'access_token' }],
    ['no RBAC', { enforcePolicies: false }, { enforce_policies: false }],
    ['a lifetime', { tokenLifetime: minutes(1) }, { token_lifetime: 60 }],
    ['a lifetime for browsers', { tokenLifetimeForWeb: hours(5) }, { token_lifetime_for_web: 18000 }],
    [
      'one access policy',
      { subjectTypeAuthorization: { client: auth0.ClientPolicy.DENY_ALL } },
      { subject_type_authorization: { client: { policy: 'deny_all' } } },
    ],
  ])('%s', (_, props, attributes) => {
    const identifier = 'https://api.example.com';
    expect(apiOf({ ...props, safeDefaults: false })).toStrictEqual({ identifier, ...attributes });
  });

  test('nor on an API of Auth0', () => {
    const identifier = 'https://tenant.eu.auth0.com/me/';
    expect(apiOf({ identifier, safeDefaults: false })).toStrictEqual({ identifier });
  });
});

test('each gives way to what is set', () => {
  const safe = apiOf({});
  const api = apiOf({
    signingAlg: auth0.SigningAlg.PS256,
    enforcePolicies: false,
    tokenDialect: auth0.TokenDialect.ACCESS_TOKEN,
    tokenLifetime: hours(2),
    tokenLifetimeForWeb: minutes(5),
    allowOfflineAccess: true,
    skipConsentForVerifiableFirstPartyClients: true,
    consentPolicy: auth0.ConsentPolicy.TRANSACTIONAL_AUTHORIZATION_WITH_MFA,
    authorizationDetails: auth0.AuthorizationDetails.types(['payment']),
    tokenEncryption: auth0.TokenEncryption.compactNestedJwe(auth0.EncryptionKey.fromPem('${var.pem}')),
    proofOfPossession: auth0.ProofOfPossession.dpop(),
    subjectTypeAuthorization: { user: auth0.UserPolicy.DENY_ALL, client: auth0.ClientPolicy.DENY_ALL },
  });
  expect(Object.keys(api).sort()).toEqual(Object.keys(safe).sort());
  const same = Object.keys(api).filter((attribute) => JSON.stringify(api[attribute]) === JSON.stringify(safe[attribute]));
  expect(same).toEqual(['identifier']);
});

describe('token_dialect', () => {
  test.each<[string, (stack: TerraformStack) => Props, string | undefined]>([
    ['with RBAC', () => ({ enforcePolicies: true }), 'rfc9068_profile_authz'],
    ['without RBAC', () => ({ enforcePolicies: false }), 'rfc9068_profile'],
    ['where only Terraform knows', (stack) => ({ enforcePolicies: variable(stack).booleanValue }), undefined],
    [
      'where it is set',
      () => ({ enforcePolicies: false, tokenDialect: auth0.TokenDialect.ACCESS_TOKEN }),
      'access_token',
    ],
  ])('%s', (_, props, dialect) => {
    expect(apiOf(props).token_dialect).toBe(dialect);
  });
});

describe('lifetimes', () => {
  const token = (stack: TerraformStack) => seconds(variable(stack).numberValue);

  test.each<[string, (stack: TerraformStack) => Props, unknown, unknown]>([
    ['none set', () => ({}), 3600, 3600],
    ['a shorter one', () => ({ tokenLifetime: minutes(10) }), 600, 600],
    ['just an hour', () => ({ tokenLifetime: hours(1) }), 3600, 3600],
    ['a second more', () => ({ tokenLifetime: seconds(3601) }), 3601, 3600],
    ['the longest', () => ({ tokenLifetime: days(30) }), 2592000, 3600],
    ['a shorter one for browsers', () => ({ tokenLifetimeForWeb: minutes(10) }), 3600, 600],
    ['an hour for browsers', () => ({ tokenLifetimeForWeb: hours(1) }), 3600, 3600],
    ['a longer one for browsers raises the other', () => ({ tokenLifetimeForWeb: hours(2) }), 7200, 7200],
    ['the longest for browsers', () => ({ tokenLifetimeForWeb: days(30) }), 2592000, 2592000],
    ['both', () => ({ tokenLifetime: hours(3), tokenLifetimeForWeb: hours(2) }), 10800, 7200],
    ['a token', (stack) => ({ tokenLifetime: token(stack) }), '${var.given}', undefined],
    ['a token for browsers', (stack) => ({ tokenLifetimeForWeb: token(stack) }), undefined, '${var.given}'],
    [
      'a token and a number for browsers',
      (stack) => ({ tokenLifetime: token(stack), tokenLifetimeForWeb: hours(2) }),
      '${var.given}',
      7200,
    ],
  ])('%s', (_, props, lifetime, web) => {
    const api = apiOf(props);
    expect([api.token_lifetime, api.token_lifetime_for_web]).toEqual([lifetime, web]);
  });

  test.each<[string, Props, string]>([
    ['one that is too long for browsers', { tokenLifetimeForWeb: seconds(2592001) }, 'web-lifetime-range'],
    ['one that is no number for browsers', { tokenLifetimeForWeb: seconds(NaN) }, 'web-lifetime-range'],
    ['a negative one', { tokenLifetime: seconds(-1) }, 'token-lifetime-range'],
    ['a fraction', { tokenLifetime: seconds(1.5) }, 'token-lifetime-range'],
    [
      'a greater one for browsers',
      { tokenLifetime: hours(1), tokenLifetimeForWeb: hours(2) },
      'web-lifetime-gt-lifetime',
    ],
  ])('of %s, nothing else is said than what is wrong', (_, props, rule) => {
    const error = errorOf(() => new auth0.ResourceServer(stackOf(), 'Api', { identifier: 'a', ...props }));
    expect(error.violations.map((violation: auth0.Violation) => violation.rule)).toEqual([rule]);
  });
});

describe('subject_type_authorization', () => {
  test.each<[string, auth0.SubjectTypeAuthorization, object]>([
    ['empty', {}, { user: 'require_client_grant', client: 'require_client_grant' }],
    ['for users', { user: auth0.UserPolicy.ALLOW_ALL }, { user: 'allow_all', client: 'require_client_grant' }],
    ['for clients', { client: auth0.ClientPolicy.DENY_ALL }, { user: 'require_client_grant', client: 'deny_all' }],
    ['for anonymous users', { anonymousUser: auth0.AnonymousUserPolicy.DENY_ALL }, {
      user: 'require_client_grant', client: 'require_client_grant', anonymous_user: 'deny_all',
    }],
    ['for all', {
      user: auth0.UserPolicy.DENY_ALL,
      client: auth0.ClientPolicy.DENY_ALL,
      anonymousUser: auth0.AnonymousUserPolicy.REQUIRE_CLIENT_GRANT,
    }, { user: 'deny_all', client: 'deny_all', anonymous_user: 'require_client_grant' }],
  ])('given %s', (_, subjectTypeAuthorization, policies) => {
    const expected = Object.fromEntries(Object.entries(policies).map(([subject, policy]) => [subject, { policy }]));
    expect(apiOf({ subjectTypeAuthorization }).subject_type_authorization).toEqual(expected);
  });
});

describe(`on Auth0's own APIs, only what Auth0 lets change is written`, () => {
  const USER = { user: { policy: 'require_client_grant' } };

  test.each<[string, object]>([
    ['https://tenant.eu.auth0.com/api/v2/', {
      token_lifetime: 3600,
      skip_consent_for_verifiable_first_party_clients: false,
      subject_type_authorization: USER,
    }],
    ['https://tenant.eu.auth0.com/me/', {
      token_lifetime: 600,
      skip_consent_for_verifiable_first_party_clients: false,
      subject_type_authorization: USER,
      proof_of_possession: { mechanism: 'dpop', required: false },
    }],
    ['https://tenant.eu.auth0.com/my-org/', {}],
    ['urn:auth0:express-configure', {}],
  ])('%s', (identifier, attributes) => {
    expect(apiOf({ identifier })).toStrictEqual({ identifier, ...attributes });
  });

  test('what is set completes it', () => {
    const api = apiOf({
      identifier: 'https://tenant.us.auth0.com/me/',
      tokenLifetime: minutes(5),
      proofOfPossession: auth0.ProofOfPossession.dpop(),
      subjectTypeAuthorization: { user: auth0.UserPolicy.DENY_ALL },
    });
    expect(api).toStrictEqual({
      identifier: 'https://tenant.us.auth0.com/me/',
      token_lifetime: 300,
      skip_consent_for_verifiable_first_party_clients: false,
      subject_type_authorization: { user: { policy: 'deny_all' } },
      proof_of_possession: { mechanism: 'dpop', required: true },
    });
  });

  test.each([
    'https://api.example.com/api/v2/',
    'https://api.example.com/me/',
    'https://tenant.eu.auth0.com/api/v2',
    'https://tenant.eu.auth0.com/orders/',
    'urn:auth0:express',
  ])('%s is none of them', (identifier) => {
    expect(apiOf({ identifier })).toEqual({ ...apiOf({}), identifier });
  });

  test('nor is one that only Terraform knows', () => {
    const api = apiOf((stack) => ({ identifier: variable(stack).stringValue }));
    expect(api).toEqual({ ...apiOf({}), identifier: '${var.given}' });
  });
});
