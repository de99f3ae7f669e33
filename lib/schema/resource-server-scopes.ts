import { block, ConfigOf, list, text } from './attributes';

/** The attributes of `auth0_resource_server_scopes` that can be set. */
export const RESOURCE_SERVER_SCOPES = block({
  resource_server_identifier: text(),
  scopes: list(block({ name: text(), description: text() }), { itemName: 'scope' }),
});

/** An `auth0_resource_server_scopes` as the rules see it. */
export type ScopesConfig = ConfigOf<typeof RESOURCE_SERVER_SCOPES>;
