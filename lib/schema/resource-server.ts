import { ConfigOf } from './shape';

/** What the provider's schema lets a user set on `auth0_resource_server`. */
export const RESOURCE_SERVER_SHAPE = {
  identifier: 'string',
  name: 'string',
  signing_alg: 'string',
  signing_secret: 'string',
  token_dialect: 'string',
  enforce_policies: 'boolean',
  token_lifetime: 'number',
  token_lifetime_for_web: 'number',
  token_lifetime_for_anonymous_access_tokens: 'number',
  allow_offline_access: 'boolean',
  allow_online_access: 'boolean',
  allow_online_access_with_ephemeral_sessions: 'boolean',
  skip_consent_for_verifiable_first_party_clients: 'boolean',
  consent_policy: 'string',
  verification_location: 'string',
  authorization_details: [{ disable: 'boolean', type: 'string' }],
  token_encryption: {
    disable: 'boolean',
    format: 'string',
    encryption_key: { algorithm: 'string', kid: 'string', name: 'string', pem: 'string' },
  },
  proof_of_possession: { disable: 'boolean', mechanism: 'string', required: 'boolean', required_for: 'string' },
  subject_type_authorization: {
    user: { policy: 'string' },
    client: { policy: 'string' },
    anonymous_user: { policy: 'string' },
  },
  authorization_policy: { policy_id: 'string' },
  access_token: { claims_mapping: { custom_claims: [{ name: 'string', expression: 'string' }] } },
} as const;

/** An `auth0_resource_server` as the rules see it. */
export type ResourceServerConfig = ConfigOf<typeof RESOURCE_SERVER_SHAPE>;
