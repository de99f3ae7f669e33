import type { SourceResource } from './source';
import type { Tenant } from './tenant';
import type { SystemApi } from '../schema/system-apis';

/** The APIs of Auth0's that resources are, or are about: also by a reference to a resource or a data source. */
export type SystemApis = ReadonlyMap<SourceResource, SystemApi | undefined>;

/** Returns the APIs of Auth0's that the resources of a definition are, or are about. */
export function systemApisOf({ apis, grants, scopeLists }: Tenant): SystemApis {
  return new Map([
    ...apis.map(({ resource, system }) => [resource, system] as const),
    ...[...grants, ...scopeLists].map(({ resource, api }) => [resource, api.system] as const),
  ]);
}
