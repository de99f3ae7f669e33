import type { Client, ClientReference, Credentials } from './tenant';
import { isKnown, Value } from '../schema/value';
import { quote } from '../util/text';

const PUBLIC_TYPES = ['spa', 'native'];

/** What tells that an application registered itself: its declaration, or the client id alone. */
type Identified = { readonly client: Pick<Client, 'kind' | 'clientId'> } | { readonly client?: undefined; readonly key: Value<string> };

/** Checks whether an application registered itself: by a metadata document (CIMD) or by dynamic client registration. */
export function hasRegisteredItself(one: Identified): boolean {
  return one.client
    ? one.client.kind === 'cimd' || (one.client.kind === 'looked up' && isDynamicallyRegistered(one.client.clientId))
    : isDynamicallyRegistered(one.key);
}

/** Checks whether an application is certainly a third-party one with Auth0's security controls for them. */
export function isStrictThirdParty({ client, key }: ClientReference): boolean {
  return hasRegisteredItself(client ? { client } : { key }) ||
    (client?.kind === 'defined' && client.isFirstParty === false && client.thirdPartySecurityMode === 'strict');
}

/**
 * Returns why an application certainly cannot use the client credentials flow, or undefined.
 *
 * @param method the `authentication_method` in its `auth0_client_credentials`
 */
export function whyNoClientCredentials({ title, appType, grantTypes }: NoCredentials, method: Value<string>): string | undefined {
  if (typeof appType === 'string' && PUBLIC_TYPES.includes(appType)) {
    return `${quote(title)} is a public client (app_type ${quote(appType)}), which cannot use client credentials`;
  }
  if (method === 'none') {
    return `${quote(title)} is a public client (authentication_method 'none'), which cannot use client credentials`;
  }
  return isKnown(grantTypes) && grantTypes.every(isKnown) && !grantTypes.includes('client_credentials')
    ? `grant_types of ${quote(title)} does not have client_credentials`
    : undefined;
}

type NoCredentials = Pick<Client, 'title'> & Partial<Pick<Client, 'appType' | 'grantTypes'>>;

/** Returns the `authentication_method` of each application that has an `auth0_client_credentials`. */
export function authenticationMethodsOf(credentials: readonly Credentials[]): ReadonlyMap<Client, Value<string>> {
  return new Map(credentials.flatMap(({ client: { client }, authenticationMethod }) => (client ? [[client, authenticationMethod] as const] : [])));
}

/** Checks whether Auth0 gave the client id to an application that registered itself (dynamic client registration). */
function isDynamicallyRegistered(clientId: unknown): boolean {
  return typeof clientId === 'string' && clientId.startsWith('tpc_');
}
