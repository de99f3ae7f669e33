import { block, ConfigOf, flag, text } from './attributes';

const SECRETS = {
  client_secret: text(),
  client_assertion_private_key: text(),
  api_token: text(),
};

/** The attributes of the provider. */
export const PROVIDER = block({
  ...SECRETS,
  domain: text(),
  client_id: text(),
  client_assertion_signing_alg: text(),
  audience: text(),
  custom_domain_header: text(),
  cli_login: flag(),
  dynamic_credentials: flag(),
  debug: flag(),
  alias: text(),
});

/** The attributes of the provider that hold secrets. */
export const PROVIDER_SECRETS = block(SECRETS);

/** The secrets of a provider, as the rules see them. */
export type ProviderSecrets = ConfigOf<typeof PROVIDER_SECRETS>;
