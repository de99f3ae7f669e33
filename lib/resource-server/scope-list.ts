import { Fn, IResolvable, Token } from 'cdktf';
import { lazy } from '../framework/lazy';
import { isUnknown } from '../framework/tokens';
import { MAX_SCOPES } from '../rules/limits';
import { RESOURCE_SERVER_SCOPES_RULES } from '../rules/resource-server';
import { Circumstances, Finding } from '../rules/rule';
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
  private readonly blocks: Scope[] = [];

  public constructor(
    private readonly identifier: string,
    scopes: Record<string, string> | undefined,
    private readonly circumstances: Circumstances,
  ) {
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

  /** Checks the scopes of the props. */
  public validate(): Finding[] {
    return this.isEmpty && this.problems.length === 0 ? [] : this.check(this.declared, this.problems);
  }

  /** Checks a scope before it is added. It compares only what is needed, so the time does not grow with the list. */
  public validateWith(scope: Scope): Finding[] {
    const same = this.scopes.get(scope.name);
    const isFull = this.scopes.size >= MAX_SCOPES && !same;
    return this.check([...(isFull ? this.scopes.values() : same ? [same] : []), scope]);
  }

  /** Adds a scope. A scope that is already in the list keeps its description if it has one. */
  public add(scope: Scope): void {
    const known = this.scopes.get(scope.name);
    if (known?.description === undefined) {
      this.scopes.set(scope.name, scope);
      this.blocks.splice(this.placeOf(scope.name), known ? 1 : 0, scope);
    }
  }

  /**
   * Returns the blocks for the binding, sorted by name. The list grows with the scopes that are added later; an Aspect
   * sees it as that of any binding.
   */
  public toBlocks(): Scope[] | IResolvable {
    return Array.isArray(this.declared) ? this.blocks : this.declared;
  }

  /** Returns the index of a name in the sorted blocks, or the one that it would have. */
  private placeOf(name: string): number {
    let low = 0;
    let high = this.blocks.length;
    // most names come in order
    for (let middle = high - 1; low < high; middle = Math.floor((low + high) / 2)) {
      if (this.blocks[middle].name < name) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Merges the added scopes with a map that only Terraform knows. */
  private withAdded(map: unknown): unknown {
    const added = Array.from(this.scopes.values(), ({ name, description = '' }) => [escaped(name), escaped(description)]);
    return added.length > 0 ? Fn.merge([Object.fromEntries(added.sort()), map]) : map;
  }

  private check(scopes: unknown, problems?: readonly Problem[]): Finding[] {
    const config = { resourceServerIdentifier: this.identifier, scopes };
    return validate(RESOURCE_SERVER_SCOPES, RESOURCE_SERVER_SCOPES_RULES, config, problems, undefined, this.circumstances).findings;
  }
}

/**
 * Escapes a text for a Terraform expression. CDKTF escapes line ends there, but not quotation marks and backslashes.
 */
function escaped(text: string): string {
  return isUnknown(text) ? text : text.replace(/["\\]/g, '\\$&');
}
