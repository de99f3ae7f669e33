import { block, ConfigOf, flag, list, text } from './attributes';

/** What can be set on `auth0_client_grant`. */
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
