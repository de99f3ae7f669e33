import * as auth0 from '../../../lib';
import { API, apiIn, apiOf, ApiProps, IDENTIFIER, SCOPES } from '../../support/apis';
import { PEM } from '../../support/encryption';
import { settablePaths } from '../../support/schema';
import { stackOf, synthesize, synthesizeOne } from '../../support/synth';

const KEY = auth0.EncryptionKey.fromPem(PEM, { kid: 'kid', name: 'key' });

describe('the smallest API', () => {
  test('has an identifier only', () => {
    expect(apiOf({})).toStrictEqual({ identifier: IDENTIFIER });
  });

  test('makes one resource, named after the construct', () => {
    const resources = synthesize(stackOf((stack) => apiIn(stack))).resource;
    expect(resources).toStrictEqual({ [API]: { Api_F70053CD: { identifier: IDENTIFIER } } });
  });
});

describe('every attribute of the schema can be set', () => {
  const everything: ApiProps = {
    name: 'Orders',
    scopes: { 'read:orders': 'Read orders' },
    signingAlg: auth0.SigningAlg.PS256,
    signingSecret: auth0.SigningSecret.fromToken('${var.secret}'),
    tokenDialect: auth0.TokenDialect.RFC9068_PROFILE_AUTHZ,
    enforcePolicies: true,
    tokenLifetime: auth0.Duration.hours(2),
    tokenLifetimeForWeb: auth0.Duration.minutes(10),
    tokenLifetimeForAnonymousAccessTokens: auth0.Duration.days(2),
    allowOfflineAccess: true,
    allowOnlineAccess: true,
    allowOnlineAccessWithEphemeralSessions: true,
    skipConsentForVerifiableFirstPartyClients: true,
    consentPolicy: auth0.ConsentPolicy.TRANSACTIONAL_AUTHORIZATION_WITH_MFA,
    verificationLocation: 'https://api.example.com/keys',
    authorizationDetails: auth0.AuthorizationDetails.types(['payment']),
    tokenEncryption: auth0.TokenEncryption.compactNestedJwe(KEY),
    proofOfPossession: auth0.ProofOfPossession.dpop({ requiredFor: auth0.ProofOfPossessionRequiredFor.PUBLIC_CLIENTS }),
    subjectTypeAuthorization: {
      user: auth0.UserPolicy.ALLOW_ALL,
      client: auth0.ClientPolicy.DENY_ALL,
      anonymousUser: auth0.AnonymousUserPolicy.REQUIRE_CLIENT_GRANT,
    },
    authorizationPolicyId: 'policy',
    customClaims: { country: 'anonymous_session.metadata.country' },
  };
  const switchedOff: ApiProps = {
    authorizationDetails: auth0.AuthorizationDetails.disabled(),
    tokenEncryption: auth0.TokenEncryption.disabled(),
    proofOfPossession: auth0.ProofOfPossession.disabled(),
  };

  /** The path of every value in a configuration, without the indexes of lists. */
  function pathsIn(config: any, path: string[] = []): string[] {
    return typeof config === 'object'
      ? Object.entries(config).flatMap(([key, value]) => pathsIn(value, Array.isArray(config) ? path : [...path, key]))
      : [path.join('.')];
  }

  test('of the API', () => {
    const written = new Set([...pathsIn(apiOf(everything)), ...pathsIn(apiOf(switchedOff))]);
    expect(Array.from(written).sort()).toEqual(settablePaths(API));
  });

  test('of its scopes', () => {
    const scopes = synthesizeOne(SCOPES, (stack) => apiIn(stack, everything));
    expect(Array.from(new Set(pathsIn(scopes))).sort()).toEqual(settablePaths(SCOPES));
  });

  test('and is written as it was given', () => {
    expect(apiOf(everything)).toStrictEqual({
      identifier: IDENTIFIER,
      name: 'Orders',
      signing_alg: 'PS256',
      signing_secret: '${var.secret}',
      token_dialect: 'rfc9068_profile_authz',
      enforce_policies: true,
      token_lifetime: 7200,
      token_lifetime_for_web: 600,
      token_lifetime_for_anonymous_access_tokens: 172800,
      allow_offline_access: true,
      allow_online_access: true,
      allow_online_access_with_ephemeral_sessions: true,
      skip_consent_for_verifiable_first_party_clients: true,
      consent_policy: 'transactional-authorization-with-mfa',
      verification_location: 'https://api.example.com/keys',
      authorization_details: [{ type: 'payment' }],
      token_encryption: {
        format: 'compact-nested-jwe',
        encryption_key: {
          algorithm: 'RSA-OAEP-256',
          kid: 'kid',
          name: 'key',
          pem: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n/),
        },
      },
      proof_of_possession: { mechanism: 'dpop', required: true, required_for: 'public_clients' },
      subject_type_authorization: {
        user: { policy: 'allow_all' },
        client: { policy: 'deny_all' },
        anonymous_user: { policy: 'require_client_grant' },
      },
      authorization_policy: { policy_id: 'policy' },
      access_token: {
        claims_mapping: { custom_claims: [{ name: 'country', expression: 'anonymous_session.metadata.country' }] },
      },
    });
    expect(apiOf(switchedOff)).toStrictEqual({
      identifier: IDENTIFIER,
      authorization_details: [{ disable: true }],
      token_encryption: { disable: true },
      proof_of_possession: { disable: true },
    });
  });

  test('the order of custom claims in the source makes no difference', () => {
    const claims = (customClaims: Record<string, string>) =>
      apiOf({ customClaims }).access_token.claims_mapping.custom_claims;
    expect(claims({ b: 'x.b', a: 'x.a' })).toEqual(claims({ a: 'x.a', b: 'x.b' }));
  });
});
