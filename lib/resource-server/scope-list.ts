import type { IResolvable } from 'cdktf';
import { compareNames, isUnknown } from '../framework/tokens';
import { MAX_SCOPES } from '../rules/limits';
import { RESOURCE_SERVER_SCOPES_RULES } from '../rules/resource-server';
import { areUsual } from '../rules/resource-server/scopes';
import { Circumstances, Finding } from '../rules/rule';
import { block, text } from '../schema/attributes';
import { RESOURCE_SERVER_SCOPES } from '../schema/resource-server-scopes';
import { normalized } from '../util/text';
import { AddedEntry, below, blocksOfToken, isPresent, mapToBlocks, Problem, wrongType } from '../validation/convert';
import { validate } from '../validation/validate';

const TO_BLOCKS = mapToBlocks('name', 'description', false, "{ 'read:orders': 'Read orders' }");

/** The arguments of `addScope`. */
const ARGUMENTS = block({ name: text(), description: text() });

interface Scope {
  readonly name: string;
  readonly description?: string;
}

/** The scopes of one API, from its props and from `addScope`. */
export class ScopeList {
  private readonly declared: any[] | IResolvable;
  private readonly problems: readonly Problem[];
  private readonly blocks: Scope[];
  private byName?: Map<string, Scope>;

  public constructor(
    private readonly identifier: string,
    scopes: Record<string, string> | undefined,
    private readonly circumstances: Circumstances,
  ) {
    const { value = [], problems } = !isPresent(scopes)
      ? {}
      : isUnknown(scopes) ? { value: blocksOfToken(scopes, 'name', 'description', () => this.added) } : TO_BLOCKS(scopes);
    this.declared = value as any[] | IResolvable;
    this.problems = below(['scopes'], problems);
    const known: readonly Scope[] = Array.isArray(this.declared) ? this.declared : [];
    // the keys of a record differ, but two of them may have the same normal form
    const areDistinct = known.every(({ name }) => normalized(name) === name);
    this.blocks = areDistinct ? [...known] : [];
    if (!areDistinct) {
      known.forEach((scope) => this.add(scope));
    }
  }

  /** Whether there is nothing to write. */
  public get isEmpty(): boolean {
    return Array.isArray(this.declared) && this.blocks.length === 0;
  }

  /** Checks the scopes of the props. */
  public validate(): Finding[] {
    const { declared, identifier, circumstances } = this;
    if (this.problems.length > 0 || !Array.isArray(declared)) {
      return this.check(declared, this.problems);
    }
    const isKnown = typeof identifier === 'string' && !isUnknown(identifier) && !declared.some(({ description }) => isUnknown(description));
    if (this.isEmpty || (isKnown && !circumstances.systemApi && areUsual(declared))) {
      return [];
    }
    return this.check(declared.length > 0 ? declared : this.blocks);
  }

  /** Checks a scope before it is added. It compares only what is needed, so the time does not grow with the list. */
  public validateWith(scope: Scope): Finding[] {
    const wrong = validate(ARGUMENTS, [], scope, isPresent(scope.name) ? [] : below(['name'], wrongType('a string', scope.name).problems)).findings;
    if (wrong.length > 0) {
      return wrong;
    }
    const same = this.scopes.get(normalized(scope.name));
    const isFull = this.blocks.length >= MAX_SCOPES && !same;
    return this.check([...(isFull ? this.scopes.values() : same ? [same] : []), scope]);
  }

  /** Adds a scope. A scope that is already in the list keeps its description if it has one. */
  public add(scope: Scope): void {
    const key = normalized(scope.name);
    const known = this.scopes.get(key);
    if (known?.description === undefined) {
      const entry = known ? { ...scope, name: known.name } : scope;
      this.scopes.set(key, entry);
      const index = known ? this.blocks.indexOf(known) : this.placeOf(scope.name);
      this.blocks.splice(index, known ? 1 : 0, entry);
    }
  }

  /**
   * Returns the blocks for the binding, sorted by name. The list grows with the scopes that are added later; an Aspect
   * sees it as that of any binding.
   */
  public toBlocks(): Scope[] | IResolvable {
    return Array.isArray(this.declared) ? this.blocks : this.declared;
  }

  /** The scopes by their names in normal form. Most lists do not need it. */
  private get scopes(): Map<string, Scope> {
    return (this.byName ??= new Map(this.blocks.map((scope) => [normalized(scope.name), scope])));
  }

  /** Returns the index that a new name has in the sorted blocks. */
  private placeOf(name: string): number {
    let low = 0;
    let high = this.blocks.length;
    // most names come in order
    for (let middle = high - 1; low < high; middle = Math.floor((low + high) / 2)) {
      if (compareNames(this.blocks[middle].name, name) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The scopes that are added to those that only Terraform knows. */
  private get added(): AddedEntry[] {
    return this.blocks.map(({ name, description }) => [name, description]);
  }

  private check(scopes: unknown, problems?: readonly Problem[]): Finding[] {
    // an identifier of a wrong type is reported where it was given
    const config = { resourceServerIdentifier: typeof this.identifier === 'string' ? this.identifier : undefined, scopes };
    return validate(RESOURCE_SERVER_SCOPES, RESOURCE_SERVER_SCOPES_RULES, config, problems, undefined, this.circumstances).findings;
  }
}
