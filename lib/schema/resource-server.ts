import { block, ConfigOf, flag, list, number, text } from './attributes';

const POLICIES = ['deny_all', 'require_client_grant'];

/** The attributes of `auth0_resource_server` that can be set. */
export const RESOURCE_SERVER = block({
  identifier: text(),
  name: text(),
  signing_alg: text({ as: 'SigningAlg', values: ['RS256', 'PS256', 'HS256'] }),
  signing_secret: text({ as: 'SigningSecret' }),
  token_dialect: text({ as: 'TokenDialect', values: ['access_token', 'access_token_authz', 'rfc9068_profile', 'rfc9068_profile_authz'] }),
  enforce_policies: flag(),
  token_lifetime: number({ as: 'Duration' }),
  token_lifetime_for_web: number({ as: 'Duration' }),
  token_lifetime_for_anonymous_access_tokens: number({ as: 'Duration' }),
  allow_offline_access: flag(),
  allow_online_access: flag(),
  allow_online_access_with_ephemeral_sessions: flag(),
  skip_consent_for_verifiable_first_party_clients: flag(),
  consent_policy: text({ as: 'ConsentPolicy', values: ['transactional-authorization-with-mfa', 'null'] }),
  verification_location: text(),
  authorization_details: list(block({ disable: flag(), type: text({ prop: '' }) }), { as: 'AuthorizationDetails' }),
  token_encryption: block({
    disable: flag(),
    format: text({ values: ['compact-nested-jwe'] }),
    encryption_key: block({
      algorithm: text({ values: ['RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'] }),
      kid: text(),
      name: text(),
      pem: text(),
    }),
  }, { as: 'TokenEncryption' }),
  proof_of_possession: block({
    disable: flag(),
    mechanism: text({ values: ['dpop', 'mtls'] }),
    required: flag(),
    required_for: text({ values: ['all_clients', 'public_clients'] }),
  }, { as: 'ProofOfPossession' }),
  subject_type_authorization: block({
    user: block({ policy: text({ prop: '', values: ['allow_all', ...POLICIES] }) }),
    client: block({ policy: text({ prop: '', values: POLICIES }) }),
    anonymous_user: block({ policy: text({ prop: '', values: POLICIES }) }),
  }),
  authorization_policy: block({ policy_id: text({ prop: '' }) }, { prop: 'authorizationPolicyId' }),
  access_token: block({
    claims_mapping: block({
      custom_claims: list(block({ name: text(), expression: text() }), { prop: '', itemName: 'custom claim' }),
    }, { prop: '' }),
  }, { prop: 'customClaims' }),
});

/** An `auth0_resource_server` as the rules see it. */
export type ResourceServerConfig = ConfigOf<typeof RESOURCE_SERVER>;
