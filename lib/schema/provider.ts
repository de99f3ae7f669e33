import { block, ConfigOf, text } from './attributes';

/** The attributes of the provider that hold secrets. */
export const PROVIDER_SECRETS = block({
  client_secret: text(),
  client_assertion_private_key: text(),
  api_token: text(),
});

/** The secrets of a provider, as the rules see them. */
export type ProviderSecrets = ConfigOf<typeof PROVIDER_SECRETS>;
