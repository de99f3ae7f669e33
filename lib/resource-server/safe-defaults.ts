import type { ResourceServer, ResourceServerConfig } from '../bindings/resource-server';
import { storeConfig } from '../framework/fast-synthesis';
import { isUnknown } from '../framework/tokens';
import { isSeconds, MAX_LIFETIME } from '../rules/resource-server/lifetimes';
import type { SystemApi } from '../schema/system-apis';

const HOUR = 60 * 60;

/** A configuration that can be changed. */
type Config = { -readonly [Attribute in keyof ResourceServerConfig]: ResourceServerConfig[Attribute] };

type Defaults = { readonly [Attribute in keyof Config]?: (config: Config) => Config[Attribute] };

/** The attributes whose defaults depend on other attributes. */
export type Dependent = 'tokenDialect' | 'tokenLifetime' | 'tokenLifetimeForWeb';

/** The defaults that depend on other attributes. Beside a value that only Terraform knows, they are not written. */
const DEPENDENT: Pick<Defaults, Dependent> = {
  tokenDialect: ({ enforcePolicies }) =>
    isUnknown(enforcePolicies) ? undefined : enforcePolicies === false ? 'rfc9068_profile' : 'rfc9068_profile_authz',
  // Auth0 refuses a token_lifetime that is shorter than token_lifetime_for_web
  tokenLifetime: ({ tokenLifetimeForWeb: web }) =>
    isUnknown(web) ? undefined : isSeconds(web) ? Math.min(Math.max(HOUR, web), MAX_LIFETIME) : HOUR,
  tokenLifetimeForWeb: ({ tokenLifetime }) => (isSeconds(tokenLifetime) ? Math.min(tokenLifetime, HOUR) : undefined),
};

/**
 * The safe defaults. They are applied in this order; each function gets the configuration with the defaults above it.
 *
 * Changing one of them is a breaking change. Attributes in early access have no safe default.
 */
const SAFE_DEFAULTS: Defaults = {
  signingAlg: () => 'RS256',
  enforcePolicies: () => true,
  ...DEPENDENT,
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

/** The safe defaults of Auth0's own APIs: only attributes that Auth0 lets you change. */
const SYSTEM_API_DEFAULTS: Readonly<Record<string, Defaults>> = {
  'management': {
    tokenLifetime: () => HOUR,
    skipConsentForVerifiableFirstPartyClients: () => false,
    subjectTypeAuthorization: () => ({ user: { policy: 'require_client_grant' } }),
  },
  'my-account': {
    // the lifetime that Auth0 uses itself: 10 minutes
    tokenLifetime: () => HOUR / 6,
    skipConsentForVerifiableFirstPartyClients: () => false,
    // Auth0 creates it so; a disabled block would plan a change after the first apply
    proofOfPossession: () => ({ mechanism: 'dpop', required: false }),
    subjectTypeAuthorization: () => ({ user: { policy: 'require_client_grant' } }),
  },
  'my-org': {},
  'express': {},
};

/**
 * Returns the configuration with a safe default for each attribute that is left out.
 *
 * @param system the API of Auth0's that it describes, if it is one
 */
export function withSafeDefaults(config: ResourceServerConfig, system?: SystemApi): ResourceServerConfig {
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

/** Returns the attributes whose values in `config` are defaults that depend on other attributes. */
export function dependentIn(given: ResourceServerConfig, config: ResourceServerConfig, system?: SystemApi): Dependent[] {
  const names = Object.keys(DEPENDENT) as Dependent[];
  return system || config === given ? [] : names.filter((name) => given[name] === undefined);
}

/** Returns the default of an attribute beside what is written of the others. */
export function dependentDefault<Name extends Dependent>(name: Name, written: Partial<Config>): Config[Name] {
  const config: any = { ...written };
  for (const [one, safe] of Object.entries(DEPENDENT)) {
    config[one] ??= safe!(config);
  }
  return config[name];
}

/** Replaces the defaults that an L1 was created with. What was set beside them stays. */
export function replaceDefaults(l1: ResourceServer, before: ResourceServerConfig, after: ResourceServerConfig): void {
  const [old, now] = [before, after] as unknown as Array<Readonly<Record<string, unknown>>>;
  const attributes = l1 as unknown as Record<string, any>;
  for (const name of Object.keys({ ...SAFE_DEFAULTS, ...now })) {
    const suffix = name[0].toUpperCase() + name.slice(1);
    if (now[name] === undefined && old[name] !== undefined) {
      attributes[`reset${suffix}`]();
    } else if (now[name] !== old[name] && typeof now[name] === 'object') {
      attributes[`put${suffix}`](now[name]);
    } else if (now[name] !== old[name]) {
      attributes[name] = now[name];
    }
  } storeConfig(l1, after);
}
