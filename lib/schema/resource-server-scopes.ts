import { block, ConfigOf, list, text } from './attributes';

/** What can be set on `auth0_resource_server_scopes`. */
export const RESOURCE_SERVER_SCOPES = block({
  resource_server_identifier: text(),
  scopes: list(block({ name: text(), description: text() }), { itemName: 'scope' }),
});

/** An `auth0_resource_server_scopes` as the rules see it. */
export type ScopesConfig = ConfigOf<typeof RESOURCE_SERVER_SCOPES>;
