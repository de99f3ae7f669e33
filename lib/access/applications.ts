import { ClientKey, isDeclared, Undeclared } from './keys';
import { no, unknown, Verdict, yes } from './verdict';
import { UNKNOWN, Value } from '../schema/value';
import { hasRegisteredItself, whyNoClientCredentials } from '../tenant/applications';
import type { Client } from '../tenant/tenant';
import { quote } from '../util/text';

/** The kinds of application that Auth0 treats differently: first party, and third party by its `third_party_security_mode`. */
export type ApplicationKind = 'first party' | 'strict third party' | 'permissive third party';

/** The facts about an application that decide about access. */
export interface Application {
  /** The possible kinds: one, or several if the definition does not tell which. */
  readonly possibleKinds: readonly ApplicationKind[];
  /** The reason why there are several kinds; '' if there is one. */
  readonly missing: string;
  /** The answer to whether it can use the client credentials flow. */
  readonly clientCredentials: Verdict;
  /** True for CIMD and dynamically registered applications. The default grant for client credentials does not apply to them. */
  readonly hasRegisteredItself: boolean;
}

const THE_APPLICATION = 'the application';
const ALL_KINDS: readonly ApplicationKind[] = ['first party', 'strict third party', 'permissive third party'];

/**
 * Returns what the definition tells about an application.
 *
 * @param method the `authentication_method` in its `auth0_client_credentials`
 * @param isNamed false if the reasons of unknown answers do not name the application, so that they are the same for others
 */
export function applicationFor(client: ClientKey, method: Value<string>, isNamed: boolean): Application {
  const isRegistered = hasRegisteredItself(isDeclared(client) ? { client } : { key: client.id });
  if (isRegistered) {
    const because = `${quote(client.title)} has registered itself, and such an application cannot use client credentials`;
    const clientCredentials = no(because, isDeclared(client) ? client.resource.address : undefined);
    return { possibleKinds: ['strict third party'], missing: '', clientCredentials, hasRegisteredItself: isRegistered };
  }
  const clientCredentials = clientCredentialsOf(client, method, isNamed);
  return { ...kindsOf(client, isNamed ? quote(client.title) : THE_APPLICATION), clientCredentials, hasRegisteredItself: isRegistered };
}

function kindsOf(client: ClientKey, title: string): Pick<Application, 'possibleKinds' | 'missing'> {
  if (!isDeclared(client) || client.kind === 'looked up') {
    return { possibleKinds: ALL_KINDS, missing: `whether ${title === THE_APPLICATION ? title : `the application ${title}`} is a third party is not in the definition` };
  }
  const { isFirstParty, thirdPartySecurityMode: mode } = client;
  if (isFirstParty === true || isFirstParty === undefined) {
    return { possibleKinds: ['first party'], missing: '' };
  }
  const known = ALL_KINDS.filter((kind) => kind === `${String(mode)} third party`);
  const ofThirdParty = known.length > 0 ? known : ALL_KINDS.slice(1);
  const modeMissing = mode === undefined
    ? `third_party_security_mode of ${title} is not written: it may be strict or permissive`
    : `third_party_security_mode of ${title} is known only to Terraform`;
  return isFirstParty === UNKNOWN
    ? { possibleKinds: ['first party', ...ofThirdParty], missing: `is_first_party of ${title} is known only to Terraform` }
    : { possibleKinds: ofThirdParty, missing: modeMissing };
}

function clientCredentialsOf(client: Client | Undeclared, method: Value<string>, isNamed: boolean): Verdict {
  // for an application that the definition does not declare, all of these are undefined
  const { appType, grantTypes, resource }: Partial<Client> = isDeclared(client) ? client : {};
  const address = resource?.address;
  const because = whyNoClientCredentials({ title: client.title, appType, grantTypes }, method);
  if (because !== undefined) {
    return no(because, address);
  }
  const [title, addressOfUnknown] = isNamed ? [quote(client.title), address] : [THE_APPLICATION, undefined];
  const types: ReadonlyArray<Value<string>> = grantTypes === UNKNOWN ? [UNKNOWN] : grantTypes ?? ['client_credentials'];
  if (!types.includes('client_credentials')) {
    return unknown(`whether grant_types of ${title} has client_credentials is known only to Terraform`, addressOfUnknown);
  }
  return appType === UNKNOWN || method === UNKNOWN
    ? unknown(`whether ${title} is a public client is known only to Terraform`, addressOfUnknown)
    : yes(`${quote(client.title)} can use client credentials`, address);
}
