import { ClientKey, Elsewhere, isDeclared } from './keys';
import { no, unknown, Verdict, yes } from './verdict';
import { UNKNOWN, Value } from '../schema/value';
import type { Client } from '../tenant/tenant';
import { quote } from '../util/text';

/** How Auth0 treats an application. */
export type Treatment = 'first party' | 'strict third party' | 'permissive third party';

/** An application, as far as access depends on it. */
export interface Application {
  /** What Auth0 may treat it as: one, or several where the definition does not tell. */
  readonly treatments: readonly Treatment[];
  /** What is missing, where there are several. */
  readonly missing: string;
  /** Whether it can ask for tokens for itself. */
  readonly clientCredentials: Verdict;
  /** Whether it has registered itself, and so has no default grant for itself. */
  readonly hasRegisteredItself: boolean;
}

const ANY: readonly Treatment[] = ['first party', 'strict third party', 'permissive third party'];
const PUBLIC_TYPES = ['spa', 'native'];

/**
 * What is known of an application.
 *
 * @param method the authentication method that its `auth0_client_credentials` gives it
 */
export function applicationFor(client: ClientKey, method: Value<string>): Application {
  const hasRegisteredItself = isDeclared(client) ? client.kind === 'cimd' || (client.kind === 'looked up' && isDynamic(client.clientId)) : isDynamic(client.id);
  if (hasRegisteredItself) {
    const because = `${quote(client.title)} has registered itself, and such an application cannot use client credentials`;
    const clientCredentials = no(because, isDeclared(client) ? client.resource.address : undefined);
    return { treatments: ['strict third party'], missing: '', clientCredentials, hasRegisteredItself };
  }
  return { ...treatmentsOf(client), clientCredentials: clientCredentialsOf(client, method), hasRegisteredItself };
}

function treatmentsOf(client: ClientKey): Pick<Application, 'treatments' | 'missing'> {
  const title = quote(client.title);
  if (!isDeclared(client) || client.kind === 'looked up') {
    return { treatments: ANY, missing: `whether the application ${title} is a third party is not in the definition` };
  }
  const { isFirstParty, thirdPartySecurityMode: mode } = client;
  if (isFirstParty === true || isFirstParty === undefined) {
    return { treatments: ['first party'], missing: '' };
  }
  const known = ANY.filter((treatment) => treatment === `${String(mode)} third party`);
  const ofThirdParty = known.length > 0 ? known : ANY.slice(1);
  const modeMissing = mode === undefined
    ? `third_party_security_mode of ${title} is not written: it may be strict or permissive`
    : `third_party_security_mode of ${title} is known only to Terraform`;
  return isFirstParty === UNKNOWN
    ? { treatments: ['first party', ...ofThirdParty], missing: `is_first_party of ${title} is known only to Terraform` }
    : { treatments: ofThirdParty, missing: modeMissing };
}

function clientCredentialsOf(client: Client | Elsewhere, method: Value<string>): Verdict {
  // of what is not in the definition, nothing of this is written
  const { appType, grantTypes, resource }: Partial<Client> = isDeclared(client) ? client : {};
  const address = resource?.address;
  const title = quote(client.title);
  if (typeof appType === 'string' && PUBLIC_TYPES.includes(appType)) {
    return no(`${title} is a public client (app_type ${quote(appType)}), which cannot use client credentials`, address);
  }
  if (method === 'none') {
    return no(`${title} is a public client (authentication_method 'none'), which cannot use client credentials`, address);
  }
  const types: ReadonlyArray<Value<string>> = grantTypes === UNKNOWN ? [UNKNOWN] : grantTypes ?? ['client_credentials'];
  if (!types.includes('client_credentials')) {
    return types.includes(UNKNOWN)
      ? unknown(`whether grant_types of ${title} has client_credentials is known only to Terraform`, address)
      : no(`grant_types of ${title} does not have client_credentials`, address);
  }
  return appType === UNKNOWN || method === UNKNOWN
    ? unknown(`whether ${title} is a public client is known only to Terraform`, address)
    : yes(`${title} can use client credentials`, address);
}

/** Whether a client id is one that Auth0 gives to applications that register themselves. */
function isDynamic(clientId: unknown): boolean {
  return typeof clientId === 'string' && clientId.startsWith('tpc_');
}
