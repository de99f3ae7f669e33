import type { IResolvable } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { RolePermissionsPermissions } from '../bindings/role-permissions';
import { dynamicBlocks } from '../framework/dynamic-blocks';
import { expressionOf, expressionToken, objectOf } from '../framework/expression-text';
import { asText, compareNames } from '../framework/tokens';
import { toAudience } from '../resource-server/audience';
import type { IResourceServer } from '../resource-server/i-resource-server';
import { MAX_PERMISSIONS } from '../rules/limits';
import { ROLE_PERMISSIONS_RULES } from '../rules/role';
import { Finding } from '../rules/rule';
import { block, list as listOf, text } from '../schema/attributes';
import { throwUnlessAcknowledged } from '../synth/findings';
import { distinctTexts, normalized } from '../util/text';
import { below, isPresent, Problem, wrongType } from '../validation/convert';
import { guarded } from '../validation/guarded';
import { readList } from '../validation/list-argument';
import { throwIfErrors, validate } from '../validation/validate';

/** The arguments of `allow`, with their names in messages. */
const ARGUMENTS = block({
  audience: text({ prop: 'resourceServer' }),
  permissions: listOf(block({ name: text({ prop: '' }) }), { prop: 'scopes', itemName: 'scope' }),
});

/** A permission, with the path of its API. */
interface Entry {
  readonly path: string;
  readonly permission: RolePermissionsPermissions;
}

/** The permissions of one role, across all APIs. */
export class PermissionList {
  private readonly scopes = new Map<IResourceServer, Map<string, string>>();
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

  /** Adds a list of scopes that only Terraform knows. */
  public addList(api: IResourceServer, list: unknown): void {
    this.lists.push({ list, audience: api.audience });
  }

  /**
   * Adds scopes of an API. Scopes that are already in the list are not added twice.
   *
   * @param name the name of the role in messages
   * @returns the warnings, to report at synth
   * @throws ValidationError that lists every error; nothing is added then
   */
  public add(role: IConstruct, name: string, api: IResourceServer, scopes: string[]): readonly Finding[] {
    const findings = guarded(name, 'scopes', () => throwUnlessAcknowledged(role, name, this.validateWith(api, scopes)));
    const own = this.scopes.get(api) ?? new Map<string, string>();
    this.scopes.set(api, own);
    const added = distinctTexts(scopes).filter((scope) => !own.has(normalized(scope)));
    if (added.length > 0) {
      const { audience, node: { path } } = api;
      added.forEach((scope) => own.set(normalized(scope), scope));
      this.size += added.length;
      this.entries.push(...added.map((scope) => ({ path, permission: { name: scope, resourceServerIdentifier: audience } })));
      this.entries.sort((a, b) => compare(a.path, b.path) || compareNames(a.permission.name, b.permission.name));
      this.blocks.splice(0, this.blocks.length, ...this.entries.map(({ permission }) => permission));
    }
    return findings;
  }

  /** Checks scopes before they are added. It compares only what is needed, so the time does not grow with the list. */
  private validateWith(api: IResourceServer, scopes: string[]): Finding[] {
    const own = this.scopes.get(api);
    const added = scopes.filter((scope) => typeof scope !== 'string' || !own?.has(normalized(scope)));
    const isFull = this.size + added.length > MAX_PERMISSIONS;
    const names = isFull ? [...Array.from(this.scopes.values()).flatMap((known) => Array.from(known.values())), ...added] : added;
    const problems = below(['audience'], toAudience(api).problems);
    const rules = names.length > 0 ? ROLE_PERMISSIONS_RULES : [];
    return validate(ARGUMENTS, rules, { permissions: names.map((one) => ({ name: one })) }, [...problems, ...missing(names)]).findings;
  }
}

/**
 * Returns the scopes that `allow` gets, and the list if it is one that only Terraform knows.
 *
 * @throws ValidationError if they are no list
 */
export function namesIn(role: string, scopes: string[]): { readonly list?: unknown; readonly names: string[] } {
  return guarded(role, 'scopes', () => {
    const { value, problems } = readList(scopes, `role.allow(resourceServer, ['read:orders'])`);
    throwIfErrors(role, validate(ARGUMENTS, [], {}, below(['permissions'], problems)).findings);
    const { token, items } = value!;
    return { list: token, names: items.map((item) => asText(item as string)) };
  });
}

/** Returns a problem for each scope that is undefined or null, which would be written as a permission without a name. */
function missing(names: readonly unknown[]): Problem[] {
  return names.flatMap((name, index) =>
    (isPresent(name) ? [] : below(['permissions', index, 'name'], wrongType('a string', name).problems)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
