import type { AccessIndex } from './access-index';
import { GrantEntry, isLiteral } from './grants';
import { ApiKey, ClientKey, hasUnknownId, mayBeSame } from './keys';
import type { Subject } from '../tenant/tenant';

/** The applications that the grants of an API are for, or may be for. */
export interface GrantedClients {
  /** The applications that have an answer of their own, because a grant names them. */
  readonly named: ReadonlySet<ClientKey>;
  /** True if a grant may be for an application whose id is known only to Terraform. */
  readonly isForUncertain: boolean;
  /** True if a grant may be for any application: a default grant, or one whose application is known only to Terraform. */
  readonly isForAny: boolean;
}

interface Found {
  readonly named: Set<ClientKey>;
  isForUncertain: boolean;
  isForAny: boolean;
}

/** Returns the applications that grants of a subject type are for, by API. */
export function grantedClients(index: AccessIndex, subject: Subject): ReadonlyMap<ApiKey, GrantedClients> {
  const found = new Map<ApiKey, Found>();
  const uncertainApis = Array.from(index.apis).filter(hasUnknownId);
  for (const entry of index.grants.all.filter((one) => one.subject === subject || !isLiteral(one.subject))) {
    for (const api of apisOf(entry, index.apis, uncertainApis)) {
      const ofApi = found.get(api) ?? { named: new Set(), isForUncertain: false, isForAny: false };
      found.set(api, ofApi);
      ofApi.isForAny ||= entry.isDefault !== false || hasUnknownId(entry.client);
      ofApi.isForUncertain ||= entry.client !== undefined;
      // an application with an unknown id may be that of any grant, so it is like the others unless the grant is certainly its own
      if (entry.client && (entry.api === api || !hasUnknownId(entry.client))) {
        ofApi.named.add(entry.client);
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
