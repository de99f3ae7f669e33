import { Fn, IResolvable, Token } from 'cdktf';
import { lazyBlocks } from '../framework/fast-synthesis';
import { lazy } from '../framework/lazy';
import { isUnknown } from '../framework/tokens';
import { RESOURCE_SERVER_SCOPES_RULES } from '../rules/resource-server';
import { Finding } from '../rules/rule';
import { Names } from '../rules/tenant/granted-scopes';
import { SCOPES_SHAPE } from '../schema/resource-server-scopes';
import { mapToBlocks } from '../validation/convert';
import { check } from '../validation/validate';

const MAX_SCOPES = 1000;

interface Scope {
  readonly name: string;
  readonly description?: string;
}

/** The scopes of one API, from its props and from `addScope`. */
export class ScopeList {
  private readonly scopes = new Map<string, Scope>();
  private readonly declared: any[] | IResolvable;
  private hasUnknownName = false;

  public constructor(private readonly identifier: string, scopes: Record<string, string> | undefined) {
    const whole = Token.isUnresolved(scopes) ? Token.asStringMap(lazy(() => this.withAdded(scopes))) : scopes;
    this.declared = mapToBlocks(whole, 'name', 'description') ?? [];
    if (Array.isArray(this.declared)) {
      this.declared.forEach((scope: Scope) => this.add(scope));
    }
  }

  /** Whether there is nothing to write. */
  public get isEmpty(): boolean {
    return Array.isArray(this.declared) && this.scopes.size === 0;
  }

  /** The names of all scopes; nothing where there are none, or where one of them is known only to Terraform. */
  public names(): Names | undefined {
    if (this.isEmpty || !Array.isArray(this.declared) || this.hasUnknownName) {
      return undefined;
    }
    return this.scopes;
  }

  /** What is wrong with the scopes of the props. */
  public validate(): Finding[] {
    return this.isEmpty ? [] : this.check(this.declared);
  }

  /** What would be wrong if the scope were added: time does not grow with the number of scopes. */
  public validateWith(scope: Scope): Finding[] {
    const same = this.scopes.get(scope.name);
    const isFull = this.scopes.size >= MAX_SCOPES && !same;
    return this.check([...(isFull ? this.scopes.values() : same ? [same] : []), scope]);
  }

  /** Adds a scope; one that is there keeps its description, unless it had none. */
  public add(scope: Scope): void {
    if (this.scopes.get(scope.name)?.description === undefined) {
      this.scopes.set(scope.name, scope);
      this.hasUnknownName ||= isUnknown(scope.name);
    }
  }

  /** The blocks of the binding, asked for when synthesized. */
  public toBlocks(): IResolvable {
    return Array.isArray(this.declared)
      ? lazyBlocks(() => Array.from(this.scopes.values()).sort((a, b) => (a.name < b.name ? -1 : 1)))
      : this.declared;
  }

  /** A map that only Terraform knows, together with what was added to it. */
  private withAdded(map: unknown): unknown {
    const added = Array.from(this.scopes.values(), ({ name, description = '' }) => [escaped(name), escaped(description)]);
    return added.length > 0 ? Fn.merge([Object.fromEntries(added.sort()), map]) : map;
  }

  private check(scopes: unknown): Finding[] {
    const config = { resourceServerIdentifier: this.identifier, scopes };
    return check(SCOPES_SHAPE, RESOURCE_SERVER_SCOPES_RULES, config).violations;
  }
}

/** A text within an expression: CDKTF escapes line ends there, but neither quotation marks nor backslashes. */
function escaped(text: string): string {
  return isUnknown(text) ? text : text.replace(/["\\]/g, '\\$&');
}
