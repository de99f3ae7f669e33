import { isExpression, isPerInstance, parseReference, typeIn, withoutInstance, withoutSameInstance } from './reference';
import { isForeign, Source, SourceResource } from './source';
import { UNKNOWN, Value } from '../schema/value';
import { normalized } from '../util/text';

/** A resource and the source that it comes from. */
export interface Located {
  readonly resource: SourceResource;
  readonly source: IndexedSource;
}

/** The place where a value is set. */
export interface Origin {
  /** The literal, or the reference that only Auth0 or Terraform can resolve. */
  readonly text: Value<string>;
  /** A key that is equal for all references to the same value. */
  readonly key: Value<string>;
  /** The attributes that the references led through. */
  readonly steps: ReadonlyArray<Located & { readonly attribute: string }>;
}

/** A limit that no real definition reaches. It ends circular references. */
const MAX_STEPS = 20;

/** A source with its resources by type and by address. */
export class IndexedSource {
  private byType?: ReadonlyMap<string, SourceResource[]>;
  private readonly byAddress = new Map<string, SourceResource>();
  /** The types in the index by address. One is added at the first reference to it, because CDKTF computes addresses slowly. */
  private readonly withAddress = new Set<string>();

  public constructor(private readonly source: Source) {}

  public get name(): string {
    return this.source.name;
  }

  public ofType(type: string): readonly SourceResource[] {
    this.byType ??= grouped(this.source.resources);
    return this.byType.get(type) ?? [];
  }

  public at(address: string): SourceResource | undefined {
    const found = this.byAddress.get(address);
    const type = found ? '' : typeIn(address);
    if (found || this.withAddress.has(type)) {
      return found;
    }
    this.withAddress.add(type);
    this.ofType(type).forEach((resource) => this.byAddress.set(resource.address, resource));
    return this.byAddress.get(address);
  }

  public output(name: string): unknown {
    return this.source.output(name);
  }

  public domainOf(alias: SourceResource['provider']): Value<string> {
    return alias === UNKNOWN ? UNKNOWN : this.source.domainOf?.(alias);
  }
}

function grouped(resources: Iterable<SourceResource>): Map<string, SourceResource[]> {
  const byType = new Map<string, SourceResource[]>();
  for (const resource of resources) {
    const ofType = byType.get(resource.type);
    if (ofType) {
      ofType.push(resource);
    } else {
      byType.set(resource.type, [resource]);
    }
  }
  return byType;
}

/** Iterates over the own sources, then over the others. Each of the others is indexed once, when it is first reached. */
export function indexedOnce(own: readonly IndexedSource[], others: Iterable<Source>): Iterable<IndexedSource> {
  const seen: IndexedSource[] = [];
  let rest: Iterator<Source> | undefined;
  return {
    *[Symbol.iterator]() {
      yield* own;
      yield* seen;
      rest ??= others[Symbol.iterator]();
      for (let next = rest.next(); !next.done; next = rest.next()) {
        const source = new IndexedSource(next.value);
        seen.push(source);
        yield source;
      }
    },
  };
}

/** Follows references, also from stack to stack. */
export class References {
  /** @param sources the sources that references can lead to */
  public constructor(private readonly sources: Iterable<IndexedSource>) {}

  /** Follows a value to where it is set. */
  public follow(value: unknown, from: IndexedSource): Origin {
    const steps: Array<Origin['steps'][number]> = [];
    let source = from;
    let current = value;
    for (let step = 0; step < MAX_STEPS; step++) {
      if (typeof current === 'string' && !current.includes('{')) {
        return { text: current, key: normalized(current), steps };
      }
      if (current === undefined || current === null) {
        return { text: undefined, key: undefined, steps };
      }
      if (isForeign(current)) {
        const { source: name, value: next } = current;
        const other = this.sourceOf(name);
        if (!other) {
          return { text: UNKNOWN, key: UNKNOWN, steps };
        }
        [source, current] = [other, next];
        continue;
      }
      if (typeof current === 'string' && isPerInstance(current)) {
        const whole = withoutSameInstance(current);
        current = source.at(parseReference(whole)?.address ?? '') ? whole : undefined;
      }
      if (typeof current !== 'string') {
        return { text: UNKNOWN, key: UNKNOWN, steps };
      }
      const reference = parseReference(current);
      const output = reference && this.outputOf(reference.address, reference.attribute);
      const resource = reference && (source.at(reference.address) ?? source.at(withoutInstance(reference.address)));
      if (output) {
        [source, current] = output;
        continue;
      }
      const next = resource?.get(reference!.attribute);
      if (resource) {
        steps.push({ resource, source, attribute: reference!.attribute });
      }
      if (next === undefined || next === null) {
        return { text: current, key: isExpression(current) ? `${source.name} ${current}` : normalized(current), steps };
      }
      current = next;
    }
    return { text: UNKNOWN, key: UNKNOWN, steps };
  }

  private sourceOf(name: string): IndexedSource | undefined {
    for (const source of this.sources) {
      if (source.name === name) {
        return source;
      }
    }
    return undefined;
  }

  /** Returns the output of another stack that a reference to a remote state reads. CDKTF connects stacks in this way. */
  private outputOf(address: string, name: string): [IndexedSource, unknown] | undefined {
    if (!address.startsWith(REMOTE_STATE)) {
      return undefined;
    }
    const remote = address.slice(REMOTE_STATE.length);
    for (const source of this.sources) {
      const value = isStateOf(remote, source.name) ? source.output(name) : undefined;
      if (value !== undefined) {
        return [source, value];
      }
    }
    return undefined;
  }
}

const REMOTE_STATE = 'data.terraform_remote_state.';

/** Checks by its name whether a remote state belongs to a stack. Any remote state may belong to a stack without a name. */
function isStateOf(remote: string, stack: string): boolean {
  const id = stack.replace(/\//g, '--');
  return stack === '' || remote === id || remote === `cross-stack-reference-input-${id}` || remote.endsWith(`--${id}`);
}
