import { ConfigOf } from './shape';

/** What the provider's schema lets a user set on `auth0_client_grant`. */
export const CLIENT_GRANT_SHAPE = {
  audience: 'string',
  client_id: 'string',
  default_for: 'string',
  scopes: ['string'],
  allow_all_scopes: 'boolean',
  subject_type: 'string',
  organization_usage: 'string',
  allow_any_organization: 'boolean',
  authorization_details_types: ['string'],
} as const;

/** An `auth0_client_grant` as the rules see it. */
export type ClientGrantConfig = ConfigOf<typeof CLIENT_GRANT_SHAPE>;
