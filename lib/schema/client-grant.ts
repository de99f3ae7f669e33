import { block, ConfigOf, flag, list, text } from './attributes';

/** The attributes of `auth0_client_grant` that can be set. */
export const CLIENT_GRANT = block({
  audience: text({ prop: 'resourceServer' }),
  client_id: text(),
  default_for: text({ values: ['third_party_clients'] }),
  scopes: list(text(), { itemName: 'scope' }),
  allow_all_scopes: flag(),
  subject_type: text({ values: ['client', 'user', 'anonymous_user'] }),
  organization_usage: text({ values: ['allow', 'deny', 'require'] }),
  allow_any_organization: flag(),
  authorization_details_types: list(text()),
});

/** An `auth0_client_grant` as the rules see it. */
export type ClientGrantConfig = ConfigOf<typeof CLIENT_GRANT>;
