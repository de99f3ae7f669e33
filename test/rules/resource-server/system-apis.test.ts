import * as auth0 from '../../../lib';
import { RESOURCE_SERVER_RULES } from '../../../lib/rules/resource-server';
import { systemApiOf } from '../../../lib/schema/system-apis';
import { UNKNOWN } from '../../../lib/schema/value';
import { testRule } from '../../support/rules';

const { ClientPolicy, Duration, ProofOfPossession, SigningAlg, UserPolicy } = auth0;

const MANAGEMENT = 'https://tenant.eu.auth0.com/api/v2/';
const MY_ACCOUNT = 'https://tenant.eu.auth0.com/me/';
const MY_ORG = 'https://tenant.eu.auth0.com/my-org/';
const EXPRESS = 'urn:auth0:express-configure';

/** The warning for every definition of the Management API. */
const reserved = {
  rule: 'identifier-reserved',
  severity: 'warning',
  path: 'identifier',
  message: `identifier is reserved by Auth0, so this API cannot be created, only imported: '${MANAGEMENT}'`,
} as const;

testRule(RESOURCE_SERVER_RULES, 'sys-management-updatable', {
  refuses: {
    'another algorithm': {
      props: { identifier: MANAGEMENT, signingAlg: SigningAlg.PS256 },
      finds: [
        reserved,
        {
          path: 'signingAlg',
          withoutDefaults: 'warning',
          message:
            "signingAlg cannot be changed on Auth0's Management API, and would be silently ignored: leave it out",
        },
      ],
    },
    'several changes, each by its name': {
      props: {
        identifier: MANAGEMENT,
        name: 'Management',
        tokenLifetimeForWeb: Duration.minutes(10),
        allowOfflineAccess: true,
        proofOfPossession: ProofOfPossession.dpop(),
        customClaims: { country: 'metadata.country' },
      },
      finds: [
        reserved,
        ...['tokenLifetimeForWeb', 'allowOfflineAccess', 'proofOfPossession', 'customClaims'].map((path) => ({
          path,
          withoutDefaults: 'warning' as const,
          message: `${path} cannot be changed on Auth0's Management API, and would be silently ignored: leave it out`,
        })),
        {
          path: 'name',
          withoutDefaults: 'warning',
          message: "name cannot be changed on Auth0's Management API: leave it out, or give 'Auth0 Management API'",
        },
      ],
    },
    'a change to a value that is a token': {
      props: ({ text }) => ({ identifier: MANAGEMENT, verificationLocation: text }),
      finds: [
        reserved,
        {
          severity: 'warning',
          path: 'verificationLocation',
          message:
            "verificationLocation cannot be changed on Auth0's Management API, and would be silently ignored: " +
            'leave it out',
        },
      ],
    },
    // so that it can be imported with its current settings
    'the import alone, where there is what can be changed': {
      props: {
        identifier: MANAGEMENT,
        name: 'Auth0 Management API',
        tokenLifetime: Duration.hours(24),
        skipConsentForVerifiableFirstPartyClients: false,
        subjectTypeAuthorization: { user: UserPolicy.REQUIRE_CLIENT_GRANT },
        authorizationPolicyId: 'policy',
      },
      finds: [reserved],
    },
    'the import alone, where everything is as it is in Auth0': {
      props: {
        identifier: MANAGEMENT,
        name: 'Auth0 Management API',
        signingAlg: SigningAlg.RS256,
        tokenDialect: auth0.TokenDialect.ACCESS_TOKEN,
        enforcePolicies: false,
        tokenLifetime: Duration.days(1),
        tokenLifetimeForWeb: Duration.hours(2),
        allowOfflineAccess: false,
        consentPolicy: auth0.ConsentPolicy.NONE,
        authorizationDetails: auth0.AuthorizationDetails.disabled(),
        tokenEncryption: auth0.TokenEncryption.disabled(),
        proofOfPossession: ProofOfPossession.disabled(),
      },
      finds: [reserved],
    },
    'the import alone, where there is an identifier': { props: { identifier: MANAGEMENT }, finds: [reserved] },
    'the import alone, where the name is a token': {
      props: ({ text }) => ({ identifier: MANAGEMENT, name: text }),
      finds: [reserved],
    },
  },
  accepts: {
    'changes to an API on another domain': {
      props: { identifier: 'https://api.example.com/api/v2/', name: 'Orders', signingAlg: SigningAlg.PS256 },
    },
  },
  tokens: { 'a domain that is a token': ({ text }) => ({ identifier: `https://${text}.auth0.com/api/v2/` }) },
});

testRule(RESOURCE_SERVER_RULES, 'sys-management-client-policy', {
  refuses: {
    'another policy': {
      props: { identifier: MANAGEMENT, subjectTypeAuthorization: { client: ClientPolicy.DENY_ALL } },
      finds: [
        reserved,
        {
          path: 'subjectTypeAuthorization.client',
          withoutDefaults: 'warning',
          message: "subjectTypeAuthorization.client cannot be changed on Auth0's Management API: leave it out",
        },
      ],
    },
    // it is harmless
    'the import alone, where there is the policy that it has': {
      props: { identifier: MANAGEMENT, subjectTypeAuthorization: { client: ClientPolicy.REQUIRE_CLIENT_GRANT } },
      finds: [reserved],
    },
    'a token, which may be that policy': {
      props: ({ text }) => ({
        identifier: MANAGEMENT,
        subjectTypeAuthorization: { client: text as auth0.ClientPolicy },
      }),
      finds: [
        reserved,
        {
          severity: 'warning',
          path: 'subjectTypeAuthorization.client',
          message: "subjectTypeAuthorization.client cannot be changed on Auth0's Management API: leave it out",
        },
      ],
    },
  },
  accepts: {
    'the policy of another API': {
      props: { identifier: MY_ORG, subjectTypeAuthorization: { client: ClientPolicy.DENY_ALL } },
    },
  },
});

testRule(RESOURCE_SERVER_RULES, 'sys-my-account', {
  refuses: {
    'what can be changed on other APIs': {
      props: { identifier: MY_ACCOUNT, allowOfflineAccess: false, tokenLifetimeForWeb: Duration.minutes(5) },
      finds: ['tokenLifetimeForWeb', 'allowOfflineAccess'].map((path) => ({
        path,
        withoutDefaults: 'warning' as const,
        message: `${path} cannot be changed on Auth0's My Account API: leave it out`,
      })),
    },
    'another policy for clients': {
      props: { identifier: MY_ACCOUNT, subjectTypeAuthorization: { client: ClientPolicy.REQUIRE_CLIENT_GRANT } },
      path: 'subjectTypeAuthorization.client',
      withoutDefaults: 'warning',
      message:
        "subjectTypeAuthorization.client cannot be changed on Auth0's My Account API, where it is 'deny_all', " +
        "but 'require_client_grant' was given",
    },
  },
  accepts: {
    'the identifier alone': { props: { identifier: MY_ACCOUNT } },
    'what it has in Auth0': {
      props: { identifier: MY_ACCOUNT, signingAlg: SigningAlg.RS256, allowOfflineAccess: true, tokenLifetimeForWeb: Duration.minutes(10) },
    },
    'what can be changed': {
      props: {
        identifier: MY_ACCOUNT,
        name: 'Mine',
        tokenLifetime: Duration.minutes(10),
        skipConsentForVerifiableFirstPartyClients: true,
        proofOfPossession: ProofOfPossession.dpop(),
        authorizationPolicyId: 'policy',
        subjectTypeAuthorization: { user: UserPolicy.ALLOW_ALL, client: ClientPolicy.DENY_ALL },
      },
    },
  },
  tokens: {
    'a policy that is a token': ({ text }) => ({
      identifier: MY_ACCOUNT,
      subjectTypeAuthorization: { client: text as auth0.ClientPolicy },
    }),
    'a domain that is a token': ({ text }) => ({ identifier: `https://${text}/me/`, allowOfflineAccess: true }),
  },
});

testRule(RESOURCE_SERVER_RULES, 'sys-my-org-name', {
  refuses: {
    'a name': {
      props: { identifier: MY_ORG, name: 'Mine' },
      severity: 'warning',
      path: 'name',
      message: "name cannot be changed on Auth0's My Organization API: leave it out",
    },
    'other lifetimes': {
      props: { identifier: MY_ORG, tokenLifetime: Duration.seconds(601), tokenLifetimeForWeb: Duration.seconds(599) },
      finds: [
        {
          path: 'tokenLifetime',
          withoutDefaults: 'warning',
          message:
            "tokenLifetime cannot be changed on Auth0's My Organization API, where it is 600 seconds, " +
            'but 601 was given',
        },
        {
          path: 'tokenLifetimeForWeb',
          withoutDefaults: 'warning',
          message:
            "tokenLifetimeForWeb cannot be changed on Auth0's My Organization API, where it is 600 seconds, " +
            'but 599 was given',
        },
      ],
    },
  },
  accepts: {
    'the identifier alone': { props: { identifier: MY_ORG } },
    'the name that it has': { props: { identifier: MY_ORG, name: 'Auth0 My Organization API' } },
    'the lifetime that it has': {
      props: {
        identifier: MY_ORG,
        tokenLifetime: Duration.minutes(10),
        tokenLifetimeForWeb: Duration.minutes(10),
      },
    },
  },
  tokens: {
    'lifetimes that are tokens': ({ number }) => ({
      identifier: MY_ORG,
      tokenLifetime: Duration.seconds(number),
      tokenLifetimeForWeb: Duration.seconds(number),
    }),
  },
});

describe("which APIs are Auth0's", () => {
  test.each([
    [MANAGEMENT, 'management'],
    ['https://tenant.auth0.com/api/v2/', 'management'],
    ['https://tenant.auth0app.com/me/', 'my-account'],
    [MY_ORG, 'my-org'],
    [EXPRESS, 'express'],
    ['https://tenant.auth0.com/api/v2', undefined],
    ['https://tenant.auth0.com/me', undefined],
    ['https://tenant.auth0.com/orders/me/', undefined],
    ['http://tenant.auth0.com/me/', undefined],
    ['https://auth0.com.example/me/', undefined],
    ['https://notauth0.com/me/', undefined],
    ['https://tenantXauth0Xcom/me/', undefined],
    ['https://api.example.com/me/', undefined],
    ['urn:auth0:express-configure:more', undefined],
    ['', undefined],
    [undefined, undefined],
    [UNKNOWN, undefined],
    ['https://${var.domain}/api/v2/', 'management'],
    ['https://${var.tenant}.${var.region}.auth0.com/me/', 'my-account'],
    ['https://${var.tenant}.${var.rest}/my-org/', 'my-org'],
    ['${data.auth0_tenant.t.management_api_identifier}', 'management'],
    ['https://${data.auth0_tenant.t.domain}/api/v2/', 'management'],
    ['https://api.${var.domain}/api/v2/', undefined],
    ['https://${var.stage}.example.com/api/v2/', undefined],
    ['https://${var.domain}:3000/api/v2/', undefined],
    ['https://${var.domain}/orders/api/v2/', undefined],
    ['https://${var.domain}/api/v2', undefined],
    ['${var.identifier}', undefined],
    ['${data.auth0_tenant.t.domain}', undefined],
  ])('%p: %p', (identifier, name) => {
    expect(systemApiOf(identifier)?.name).toBe(name);
  });

  test.each([
    [MANAGEMENT, true],
    ['https://${var.tenant}.auth0.com/me/', true],
    ['${data.auth0_tenant.t.management_api_identifier}', true],
    ['https://${var.domain}/api/v2/', false],
  ])('%s beyond doubt: %s', (identifier, isCertain) => {
    expect(systemApiOf(identifier)?.isCertain).toBe(isCertain);
  });
});
