import type { AccessIndex } from './access-index';
import { ClientKey, hasUnknownId, isDeclared } from './keys';

/** Applications for which every question about an API has the same answer, unless a grant names one of them. */
export type ClientGroup = readonly ClientKey[];

/**
 * Groups applications by what decides about access besides grants. With groups, the time does not grow with the number of
 * applications times the number of APIs.
 */
export function groupClients(index: AccessIndex): readonly ClientGroup[] {
  const groups = new Map<string, ClientKey[]>();
  for (const client of index.clients) {
    const name = nameOf(index, client);
    const group = groups.get(name);
    if (group) {
      group.push(client);
    } else {
      groups.set(name, [client]);
    }
  }
  return Array.from(groups.values());
}

function nameOf(index: AccessIndex, client: ClientKey): string {
  const { possibleKinds, missing, clientCredentials: { answer, because }, hasRegisteredItself } = index.application(client);
  return JSON.stringify([
    index.keys.tenantOf(client), isDeclared(client), hasUnknownId(client), possibleKinds, missing, hasRegisteredItself, answer, answer === 'unknown' && because,
    index.organizations.conditionsOfClient(client),
  ]);
}
