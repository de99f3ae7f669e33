import type { ResourceServer, ResourceServerConfig } from '../bindings/resource-server';
import { storeConfig } from '../framework/fast-synthesis';
import { isUnknown } from '../framework/tokens';
import { isSeconds, MAX_LIFETIME } from '../rules/resource-server/lifetimes';
import type { SystemApi } from '../schema/system-apis';

const HOUR = 60 * 60;

/** The attributes whose defaults depend on other attributes. */
export type Dependent = 'tokenDialect' | 'tokenLifetime' | 'tokenLifetimeForWeb';

const DEPENDENT: readonly Dependent[] = ['tokenDialect', 'tokenLifetime', 'tokenLifetimeForWeb'];

/** Returns these attributes, each with its default beside what is written. Beside a value that only Terraform knows, there is none. */
export function withDependentDefaults(written: Partial<ResourceServerConfig>): Pick<ResourceServerConfig, Dependent> {
  const { enforcePolicies, tokenLifetimeForWeb: web } = written;
  // Auth0 refuses a token_lifetime that is shorter than token_lifetime_for_web
  const longest = isSeconds(web) ? Math.min(Math.max(HOUR, web), MAX_LIFETIME) : HOUR;
  const tokenLifetime = written.tokenLifetime ?? (isUnknown(web) ? undefined : longest);
  return {
    tokenDialect: written.tokenDialect ?? (isUnknown(enforcePolicies) ? undefined : enforcePolicies === false ? 'rfc9068_profile' : 'rfc9068_profile_authz'),
    tokenLifetime,
    tokenLifetimeForWeb: web ?? (isSeconds(tokenLifetime) ? Math.min(tokenLifetime, HOUR) : undefined),
  };
}

/**
 * The safe defaults beside what is given.
 *
 * Changing one of them is a breaking change. Attributes in early access have no safe default.
 */
function safeDefaults(given: Partial<ResourceServerConfig>): Partial<ResourceServerConfig> {
  const { tokenDialect, tokenLifetime, tokenLifetimeForWeb } = withDependentDefaults(given);
  return {
    signingAlg: 'RS256',
    enforcePolicies: true,
    tokenDialect,
    tokenLifetime,
    tokenLifetimeForWeb,
    allowOfflineAccess: false,
    skipConsentForVerifiableFirstPartyClients: false,
    consentPolicy: 'null',
    authorizationDetails: [{ disable: true }],
    tokenEncryption: { disable: true },
    proofOfPossession: { disable: true },
    subjectTypeAuthorization: {
      user: { policy: 'require_client_grant' },
      client: { policy: 'require_client_grant' },
    },
  };
}

/** The safe defaults of Auth0's own APIs: only attributes that Auth0 lets you change. */
const SYSTEM_API_DEFAULTS: Readonly<Record<SystemApi['name'], () => Partial<ResourceServerConfig>>> = {
  'management': () => ({
    tokenLifetime: HOUR,
    skipConsentForVerifiableFirstPartyClients: false,
    subjectTypeAuthorization: { user: { policy: 'require_client_grant' } },
  }),
  'my-account': () => ({
    // the lifetime that Auth0 uses itself: 10 minutes
    tokenLifetime: HOUR / 6,
    skipConsentForVerifiableFirstPartyClients: false,
    // Auth0 creates it so; a disabled block would plan a change after the first apply
    proofOfPossession: { mechanism: 'dpop', required: false },
    subjectTypeAuthorization: { user: { policy: 'require_client_grant' } },
  }),
  'my-org': () => ({}),
  'express': () => ({}),
};

/**
 * Returns the configuration with a safe default for each attribute that is left out.
 *
 * @param system the API of Auth0's that it describes, if it is one
 */
export function withSafeDefaults(config: ResourceServerConfig, system?: SystemApi): ResourceServerConfig {
  const defaults = system ? SYSTEM_API_DEFAULTS[system.name]() : safeDefaults(config);
  const access = config.subjectTypeAuthorization;
  return access && !isUnknown(access)
    ? { ...defaults, ...config, subjectTypeAuthorization: { ...defaults.subjectTypeAuthorization, ...access } }
    : { ...defaults, ...config };
}

/** Returns the attributes whose values in `config` are defaults that depend on other attributes. */
export function dependentIn(given: ResourceServerConfig, config: ResourceServerConfig, system?: SystemApi): readonly Dependent[] {
  return system || config === given ? [] : DEPENDENT.filter((name) => given[name] === undefined);
}

/** Replaces the defaults that an L1 was created with. What was set beside them stays. */
export function replaceDefaults(l1: ResourceServer, before: ResourceServerConfig, after: ResourceServerConfig): void {
  const [old, now] = [before, after] as unknown as Array<Readonly<Record<string, unknown>>>;
  const attributes = l1 as unknown as Record<string, any>;
  for (const name of Object.keys({ ...old, ...now })) {
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
