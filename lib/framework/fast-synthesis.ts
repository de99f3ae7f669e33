import type { IPostProcessor, IResolvable, IResolveContext, TerraformResource } from 'cdktf';
import { Tokenization } from 'cdktf';
import { NO_STACK } from './tokens';

const FAST_L1 = Symbol.for('cdk-auth0/FastL1');

/**
 * Extends an L1 so that CDKTF synthesizes it faster, to the same JSON.
 *
 * CDKTF walks every value of a stack three times and looks for tokens in each text and each key. That takes most of the
 * time of a synthesis. We wrap the attributes of a resource in one token, resolve it once (skipping values that cannot
 * contain a token), and return the result in a token that the later walks of CDKTF do not look into.
 */
export function withFastSynthesis<L1 extends new (...args: any[]) => TerraformResource>(base: L1): L1 {
  return class FastL1 extends base {
    public get [FAST_L1](): boolean {
      return true;
    }

    public override toTerraform(): any {
      const fragment = super.toTerraform();
      for (const resources of Object.values<Record<string, unknown>>(fragment.resource ?? {})) {
        for (const [name, attributes] of Object.entries(resources)) {
          resources[name] = new PreResolvedToken((context) => new ResolvedToken(resolveTokens(attributes, context)));
        }
      }
      return withoutUndefined(fragment);
    }

    public override toMetadata(): any {
      return withoutUndefined(super.toMetadata());
    }
  };
}

/** Whether an L1 was created by a construct of this library. A second copy of the library counts, too. */
export function isFastL1(construct: object): boolean {
  return FAST_L1 in construct;
}

/** Removes undefined members. CDKTF drops them as well, but looks for tokens in their keys first. */
function withoutUndefined(object: Record<string, unknown>): Record<string, unknown> {
  const defined: Record<string, unknown> = {};
  for (const key of Object.keys(object)) {
    if (object[key] !== undefined) {
      defined[key] = object[key];
    }
  }
  return defined;
}

/**
 * A token for blocks that are produced at synth.
 *
 * CDKTF asks for them several times. They are resolved once, where `produce` returns the same list and there is no token
 * in it. CDKTF gets a copy, because it may change what it gets.
 */
export function lazyBlocks(produce: () => object[]): IResolvable {
  let known: { readonly blocks: object[]; readonly resolved: object[] } | undefined;
  return new PreResolvedToken((context) => {
    const blocks = produce();
    if (known?.blocks !== blocks) {
      const resolved = resolveTokens(blocks, context) as object[];
      if (holdsToken(blocks)) {
        return resolved;
      }
      known = { blocks, resolved };
    }
    return known.resolved.map((block) => ({ ...block }));
  });
}

/** Whether there may be a token in blocks. */
function holdsToken(blocks: object[]): boolean {
  return blocks.some((block) => Object.values(block).some((value) => (typeof value === 'string' ? mayHoldToken(value) : typeof value === 'object')));
}

/** A token that resolves to the result of `produce`. CDKTF does not walk the result in the same pass. */
class PreResolvedToken implements IResolvable, IPostProcessor {
  public readonly creationStack = NO_STACK;
  private value: unknown;

  public constructor(private readonly produce: (context: IResolveContext) => unknown) {}

  public resolve(context: IResolveContext): void {
    this.value = this.produce(context);
    context.registerPostProcessor(this);
  }

  public postProcess(): unknown {
    return this.value;
  }

  public toString(): string {
    return 'attributes';
  }
}

/** A token for a value that is already resolved. No later walk of CDKTF looks into it. */
class ResolvedToken extends PreResolvedToken {
  public constructor(private readonly final: unknown) {
    super(() => final);
  }

  public toJSON(): unknown {
    return this.final;
  }
}

/**
 * Resolves a value as CDKTF does. CDKTF gets only the parts that may contain a token. Undefined members are dropped.
 */
function resolveTokens(value: unknown, context: IResolveContext): unknown {
  switch (typeof value) {
    case 'string':
      return mayHoldToken(value) ? context.resolve(value) : value;
    case 'number':
      return isPlainNumber(value) ? value : context.resolve(value);
    case 'boolean':
      return value;
    case 'object':
      if (value === null) {
        return value;
      }
      if (Array.isArray(value)) {
        return resolveList(value, context);
      }
      return isPlain(value) ? resolveObject(value, context) : context.resolve(value);
    default:
      return context.resolve(value);
  }
}

function resolveList(list: unknown[], context: IResolveContext): unknown {
  // CDKTF encodes a list token as a list with one entry
  if (list.length === 1 && typeof list[0] !== 'object') {
    return context.resolve(list);
  }
  return list.map((item) => resolveTokens(item, context)).filter((item) => item !== undefined);
}

function resolveObject(object: Record<string, unknown>, context: IResolveContext): unknown {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(object)) {
    if (mayHoldToken(key)) {
      return context.resolve(object);
    }
    const value = resolveTokens(object[key], context);
    if (value !== undefined) {
      result[key] = value;
    }
  }
  return result;
}

/**
 * The parts of a text that may be a token of CDKTF: `${TfToken[...]}` and similar, a number token in digits, a map
 * token.
 */
const TOKEN_LIKE = /\{|[-|\d.+]e[-|\d.eE+]|Map Token Value$/;

function mayHoldToken(text: string): boolean {
  return TOKEN_LIKE.test(text);
}

/** Whether a number is not a token. Number tokens are huge numbers; -123456789 stands for a map token. */
function isPlainNumber(value: number): boolean {
  return Math.abs(value) < 1e100 && value !== -123456789;
}

function isPlain(value: object): value is Record<string, unknown> {
  return Object.getPrototypeOf(value) === Object.prototype && !Tokenization.isResolvable(value);
}
