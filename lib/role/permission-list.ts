import type { IResolvable } from 'cdktf';
import type { RolePermissionsPermissions } from '../bindings/role-permissions';
import { dynamicBlocks } from '../framework/dynamic-blocks';
import { expressionOf, expressionToken, objectOf } from '../framework/expression-text';
import { compareNames } from '../framework/tokens';
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

/** A permission, with the path of its API. */
interface Entry {
  readonly path: string;
  readonly permission: RolePermissionsPermissions;
}

/** The permissions of one role, across all APIs. */
export class PermissionList {
  private readonly scopes = new Map<IResourceServer, Set<string>>();
  private readonly entries: Entry[] = [];
  private readonly lists: Array<{ readonly list: unknown; readonly audience: string }> = [];
  private size = 0;

  /**
   * The blocks for the binding, sorted, so that the order in the source makes no difference. The list grows with the
   * permissions that are added later; an Aspect sees it as that of any binding.
   */
  public readonly blocks: RolePermissionsPermissions[] = [];

  /** Whether there is nothing to write. */
  public get isEmpty(): boolean {
    return this.size === 0 && this.lists.length === 0;
  }

  /** The blocks as a `dynamic` block. Undefined if the program knows all permissions. */
  public get dynamicBlocks(): IResolvable | undefined {
    if (this.lists.length === 0) {
      return undefined;
    }
    const entries = expressionToken((context) => {
      const object = (name: unknown, api: unknown) => objectOf([['name', name], ['api', api]], context);
      const known = this.blocks.map(({ name, resourceServerIdentifier: api }) => object(name, api));
      const parts = this.lists.map(({ list, audience }) => `[for name in ${expressionOf(list, context)} : ${object('${name}', audience)}]`);
      const all = known.length > 0 ? [`[${known.join(', ')}]`, ...parts] : parts;
      return all.length === 1 ? all[0] : `concat(${all.join(', ')})`;
    });
    return dynamicBlocks(entries, { name: '${each.value.name}', resource_server_identifier: '${each.value.api}' });
  }

  /** Whether there are scopes of an API. */
  public has(api: IResourceServer): boolean {
    return (this.scopes.get(api)?.size ?? 0) > 0;
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

  /** Adds a list of scopes that only Terraform knows. */
  public addList(api: IResourceServer, list: unknown): void {
    this.lists.push({ list, audience: api.audience });
  }

  /** Adds scopes of an API. Scopes that are already in the list are not added twice. */
  public add(api: IResourceServer, scopes: string[]): void {
    const own = this.scopes.get(api) ?? new Set();
    this.scopes.set(api, own);
    const added = Array.from(new Set(scopes)).filter((scope) => !own.has(scope));
    if (added.length > 0) {
      const { audience, node: { path } } = api;
      added.forEach((name) => own.add(name));
      this.size += added.length;
      this.entries.push(...added.map((name) => ({ path, permission: { name, resourceServerIdentifier: audience } })));
      this.entries.sort((a, b) => compare(a.path, b.path) || compareNames(a.permission.name, b.permission.name));
      this.blocks.splice(0, this.blocks.length, ...this.entries.map(({ permission }) => permission));
    }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
