import { ConfigOf } from './shape';

/** What the provider's schema lets a user set on `auth0_resource_server_scopes`. */
export const SCOPES_SHAPE = {
  resource_server_identifier: 'string',
  scopes: [{ name: 'string', description: 'string' }],
} as const;

/** An `auth0_resource_server_scopes` as the rules see it. */
export type ScopesConfig = ConfigOf<typeof SCOPES_SHAPE>;
