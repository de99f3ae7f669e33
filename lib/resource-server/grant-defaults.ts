import type { ClientGrantConfig } from '../bindings/client-grant';
import { isUnknown } from '../framework/tokens';
import type { SystemApi } from '../schema/system-apis';

/**
 * Returns the configuration of a grant with each option that is left out switched off. The provider sends nothing for an
 * option that is not written, so Auth0 would keep it.
 *
 * Only what Auth0 accepts for this kind of grant is written.
 *
 * @param system the API of Auth0's that the grant is for, if it is one
 */
export function withGrantDefaults(config: ClientGrantConfig, system?: SystemApi): ClientGrantConfig {
  const { subjectType = 'client', clientId, organizationUsage = 'deny' } = config;
  if (isUnknown(subjectType)) {
    return config;
  }
  // organizations are for client credentials, and not for Auth0's own APIs or third-party applications
  const hasOrganizations = subjectType === 'client' && clientId !== undefined && !system;
  // beside a DENY in the code, the other option has no effect
  const isDenied = config.organizationUsage === 'deny';
  const organizations = hasOrganizations ? { organizationUsage, ...(isDenied ? {} : { allowAnyOrganization: false }) } : {};
  const types = subjectType === 'user' && !system ? { authorizationDetailsTypes: [] } : {};
  return { subjectType, ...organizations, ...types, ...config };
}
