import { Fn, IResolvable, Token } from 'cdktf';
import { lazyBlocks } from '../framework/fast-synthesis';
import { lazy } from '../framework/lazy';
import { isUnknown } from '../framework/tokens';
import { MAX_SCOPES } from '../rules/limits';
import { RESOURCE_SERVER_SCOPES_RULES } from '../rules/resource-server';
import { Finding } from '../rules/rule';
import { RESOURCE_SERVER_SCOPES } from '../schema/resource-server-scopes';
import { below, isPresent, mapToBlocks, Problem } from '../validation/convert';
import { validate } from '../validation/validate';

const TO_BLOCKS = mapToBlocks('name', 'description', false);

interface Scope {
  readonly name: string;
  readonly description?: string;
}

/** The scopes of one API, from its props and from `addScope`. */
export class ScopeList {
  private readonly scopes = new Map<string, Scope>();
  private readonly declared: any[] | IResolvable;
  private readonly problems: readonly Problem[];
  private sorted?: Scope[];

  public constructor(private readonly identifier: string, scopes: Record<string, string> | undefined) {
    const whole = Token.isUnresolved(scopes) ? Token.asStringMap(lazy(() => this.withAdded(scopes))) : scopes;
    const { value = [], problems } = isPresent(whole) ? TO_BLOCKS(whole) : {};
    this.declared = value as any[] | IResolvable;
    this.problems = below(['scopes'], problems);
    if (Array.isArray(this.declared)) {
      this.declared.forEach((scope: Scope) => this.add(scope));
    }
  }

  /** Whether there is nothing to write. */
  public get isEmpty(): boolean {
    return Array.isArray(this.declared) && this.scopes.size === 0;
  }

  /** What is wrong with the scopes of the props. */
  public validate(): Finding[] {
    return this.isEmpty && this.problems.length === 0 ? [] : this.check(this.declared, this.problems);
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
      this.sorted = undefined;
    }
  }

  /** The blocks of the binding, asked for when synthesized. */
  public toBlocks(): IResolvable {
    return Array.isArray(this.declared)
      ? lazyBlocks(() => (this.sorted ??= Array.from(this.scopes.values()).sort((a, b) => (a.name < b.name ? -1 : 1))))
      : this.declared;
  }

  /** A map that only Terraform knows, together with what was added to it. */
  private withAdded(map: unknown): unknown {
    const added = Array.from(this.scopes.values(), ({ name, description = '' }) => [escaped(name), escaped(description)]);
    return added.length > 0 ? Fn.merge([Object.fromEntries(added.sort()), map]) : map;
  }

  private check(scopes: unknown, problems?: readonly Problem[]): Finding[] {
    const config = { resourceServerIdentifier: this.identifier, scopes };
    return validate(RESOURCE_SERVER_SCOPES, RESOURCE_SERVER_SCOPES_RULES, config, problems).findings;
  }
}

/** A text within an expression: CDKTF escapes line ends there, but neither quotation marks nor backslashes. */
function escaped(text: string): string {
  return isUnknown(text) ? text : text.replace(/["\\]/g, '\\$&');
}
