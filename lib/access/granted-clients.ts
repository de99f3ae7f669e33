import type { AccessIndex } from './access-index';
import { GrantEntry, isLiteral } from './grants';
import { ApiKey, ClientKey, hasUnknownId, mayBeSame } from './keys';
import type { Subject } from '../tenant/tenant';

/** The applications that the grants of an API are for, or may be for. */
export interface GrantedClients {
  /** The applications that a grant of the API names, or may name. */
  readonly named: ReadonlySet<ClientKey>;
  /** True if a grant may be for any application: a default grant, or one whose application is known only to Terraform. */
  readonly isForAny: boolean;
}

interface Found {
  readonly named: Set<ClientKey>;
  isForAny: boolean;
}

/** Returns the applications that grants of a subject type are for, by API. */
export function grantedClients(index: AccessIndex, subject: Subject): ReadonlyMap<ApiKey, GrantedClients> {
  const found = new Map<ApiKey, Found>();
  const uncertainClients = Array.from(index.clients).filter(hasUnknownId);
  const uncertainApis = Array.from(index.apis).filter(hasUnknownId);
  for (const entry of index.grants.all.filter((one) => one.subject === subject || !isLiteral(one.subject))) {
    for (const api of apisOf(entry, index.apis, uncertainApis)) {
      const ofApi = found.get(api) ?? { named: new Set(), isForAny: false };
      found.set(api, ofApi);
      ofApi.isForAny ||= entry.isDefault !== false || hasUnknownId(entry.client);
      if (entry.client) {
        const { client } = entry;
        [client, ...uncertainClients.filter((one) => mayBeSame(one, client))].forEach((one) => ofApi.named.add(one));
      }
    }
  }
  return found;
}

function apisOf({ api }: GrantEntry, all: Iterable<ApiKey>, uncertain: readonly ApiKey[]): readonly ApiKey[] {
  return !api || hasUnknownId(api)
    ? Array.from(all).filter((one) => mayBeSame(one, api))
    : [api, ...uncertain.filter((one) => mayBeSame(one, api))];
}
