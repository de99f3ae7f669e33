import { toAudience } from '../resource-server/audience';
import type { IResourceServer } from '../resource-server/i-resource-server';
import { MAX_PERMISSIONS } from '../rules/limits';
import { ROLE_PERMISSIONS_RULES } from '../rules/role';
import { Finding } from '../rules/rule';
import { block, text } from '../schema/attributes';
import { ROLE_PERMISSIONS } from '../schema/role';
import { below } from '../validation/convert';
import { validate } from '../validation/validate';

/** The argument `resourceServer` of `allow`, for the names in messages. */
const API = block({ resource_server: text() });

/** The permissions of one role, across all APIs. */
export class PermissionList {
  private readonly scopes = new Map<IResourceServer, Set<string>>();
  private size = 0;

  /** Whether there is nothing to write. */
  public get isEmpty(): boolean {
    return this.size === 0;
  }

  /** Checks scopes before they are added. It compares only what is needed, so the time does not grow with the list. */
  public validateWith(api: IResourceServer, scopes: string[]): Finding[] {
    const own = this.scopes.get(api);
    const added = scopes.filter((scope) => !own?.has(scope));
    const isFull = this.size + added.length > MAX_PERMISSIONS;
    const names = isFull ? [...Array.from(this.scopes.values()).flatMap((known) => [...known]), ...added] : added;
    const permissions = names.map((name) => ({ name }));
    return [
      ...validate(API, [], {}, below(['resource_server'], toAudience(api).problems)).findings,
      ...(names.length > 0 ? validate(ROLE_PERMISSIONS, ROLE_PERMISSIONS_RULES, { permissions }).findings : []),
    ];
  }

  /** Adds scopes of an API. Scopes that are already in the list are not added twice. */
  public add(api: IResourceServer, scopes: string[]): void {
    const own = this.scopes.get(api) ?? new Set();
    this.size -= own.size;
    scopes.forEach((scope) => own.add(scope));
    this.size += own.size;
    this.scopes.set(api, own);
  }

  /** Returns the blocks for the binding, sorted, so that the order in the source makes no difference. */
  public toBlocks(): object[] {
    return Array.from(this.scopes)
      .sort(([a], [b]) => compare(a.node.path, b.node.path))
      .flatMap(([api, scopes]) => {
        const { audience } = api;
        return Array.from(scopes)
          .sort(compare)
          .map((name) => ({ name, resource_server_identifier: audience }));
      });
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
