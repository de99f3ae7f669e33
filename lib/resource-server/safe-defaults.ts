import type { ResourceServerConfig } from '../bindings/resource-server';
import { isUnknown } from '../framework/tokens';
import { isSeconds, MAX_LIFETIME } from '../rules/resource-server/lifetimes';
import { systemApiOf } from '../schema/system-apis';

const HOUR = 60 * 60;

/** A definition while it is being completed. */
type Config = { -readonly [Attribute in keyof ResourceServerConfig]: ResourceServerConfig[Attribute] };

/**
 * The safe form of everything that a definition can leave out; each sees those above it in place.
 *
 * A change of one of these is a breaking change. Early access attributes are not among them.
 */
const SAFE_DEFAULTS: { readonly [Attribute in keyof Config]?: (config: Config) => Config[Attribute] } = {
  signingAlg: () => 'RS256',
  enforcePolicies: () => true,
  tokenDialect: ({ enforcePolicies }) =>
    isUnknown(enforcePolicies) ? undefined : enforcePolicies === false ? 'rfc9068_profile' : 'rfc9068_profile_authz',
  // Auth0 refuses a lesser lifetime than the one for browsers
  tokenLifetime: ({ tokenLifetimeForWeb: web }) => (isSeconds(web) ? Math.min(Math.max(HOUR, web), MAX_LIFETIME) : HOUR),
  tokenLifetimeForWeb: ({ tokenLifetime }) => (isSeconds(tokenLifetime) ? Math.min(tokenLifetime, HOUR) : undefined),
  allowOfflineAccess: () => false,
  skipConsentForVerifiableFirstPartyClients: () => false,
  consentPolicy: () => 'null',
  authorizationDetails: () => [{ disable: true }],
  tokenEncryption: () => ({ disable: true }),
  proofOfPossession: () => ({ disable: true }),
  subjectTypeAuthorization: () => ({
    user: { policy: 'require_client_grant' },
    client: { policy: 'require_client_grant' },
  }),
};

/** What Auth0 lets change on its own APIs: nothing else is defaulted there. */
const SYSTEM_API_DEFAULTS: Readonly<Record<string, typeof SAFE_DEFAULTS>> = {
  'management': {
    tokenLifetime: () => HOUR,
    skipConsentForVerifiableFirstPartyClients: () => false,
    subjectTypeAuthorization: () => ({ user: { policy: 'require_client_grant' } }),
  },
  'my-account': {
    // the lifetime that Auth0 itself gives it
    tokenLifetime: () => HOUR / 6,
    skipConsentForVerifiableFirstPartyClients: () => false,
    proofOfPossession: () => ({ disable: true }),
    subjectTypeAuthorization: () => ({ user: { policy: 'require_client_grant' } }),
  },
  'my-org': {},
  'express': {},
};

/** The whole definition: what was left out is written in its safe form, or switched off. */
export function withSafeDefaults(config: ResourceServerConfig): ResourceServerConfig {
  const { identifier } = config;
  const system = typeof identifier === 'string' && !isUnknown(identifier) ? systemApiOf(identifier) : undefined;
  const defaults = system ? SYSTEM_API_DEFAULTS[system.name] : SAFE_DEFAULTS;
  const whole: Record<string, unknown> = { ...config };
  for (const [attribute, safe] of Object.entries(defaults)) {
    whole[attribute] ??= safe(whole as unknown as Config);
  }
  const access = config.subjectTypeAuthorization;
  if (access && !isUnknown(access)) {
    whole.subjectTypeAuthorization = { ...defaults.subjectTypeAuthorization?.(whole as unknown as Config), ...access };
  }
  return whole as unknown as ResourceServerConfig;
}
