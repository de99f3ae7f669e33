import type { IPostProcessor, IResolvable, IResolveContext, TerraformResource } from 'cdktf';
import { Tokenization } from 'cdktf';
import { escapedForHcl } from './hcl';
import { hasInstances, resolveFor } from './instances';
import { lazy, lazyReferenceText } from './lazy';
import { isOverriddenByStack, overridesOf } from './overrides';
import { NO_STACK } from './tokens';

const FAST_L1 = Symbol.for('cdk-auth0/FastL1');

/**
 * Extends an L1 so that CDKTF synthesizes it faster, to the same JSON.
 *
 * CDKTF walks every value of a stack three times and looks for tokens in each text and each key. That takes most of the
 * time of a synthesis. Here, CDKTF resolves the attributes of a resource with a function of ours, which skips values that
 * cannot contain a token. Nothing looks into its result again. For everybody else, such as an Aspect, the L1 and what it
 * returns look like those of the bindings.
 */
export function withFastSynthesis<L1 extends new (...args: any[]) => TerraformResource>(base: L1): L1 {
  const fast = class extends base {
    #config: object;

    public constructor(...args: any[]) {
      super(...args);
      [, , this.#config] = args;
    }

    public get [FAST_L1](): object {
      return this.#config;
    }

    public set [FAST_L1](config: object) {
      this.#config = config;
    }

    public override toTerraform(): any {
      const fragment = super.toTerraform();
      for (const resources of Object.values<Record<string, object>>(fragment.resource ?? {})) {
        for (const attributes of Object.values(resources)) {
          nameTriggers(attributes);
          // CDKTF merges an override of the stack only into a plain object
          if (!isOverriddenByStack(this)) {
            Object.defineProperties(attributes, hasInstances(this) ? onlyForCdktf(this) : ONLY_FOR_CDKTF);
          } else if (hasInstances(this)) {
            resolveOthersFor(this, attributes as Record<string, unknown>);
          }
        }
      }
      return withoutUndefined(fragment);
    }

    public override toMetadata(): any {
      return withoutUndefined(super.toMetadata());
    }

    protected override synthesizeHclAttributes(): Record<string, unknown> {
      const attributes = escapedForHcl(super.synthesizeHclAttributes());
      if (hasInstances(this)) {
        for (const attribute of Object.values<{ value: unknown }>(attributes)) {
          const { value } = attribute;
          attribute.value = lazy((context) => resolveFor(this, () => context.resolve(value)));
        }
      }
      return attributes;
    }
  };
  // an Aspect may select resources by the names of their classes
  return Object.defineProperty(fast, 'name', { value: base.name });
}

/** Writes the resources in `replaceTriggeredBy` as Terraform reads them: CDKTF puts `${` and `}` around them. */
function nameTriggers({ lifecycle }: { readonly lifecycle?: { replace_triggered_by?: unknown } }): void {
  const triggers = lifecycle?.replace_triggered_by;
  if (Array.isArray(triggers)) {
    lifecycle!.replace_triggered_by = triggers.map((trigger) =>
      lazy((context) => String(context.resolve(trigger)).replace(/^\$\{(.*)\}$/s, '$1')));
  }
}

/** Makes CDKTF resolve the attributes that are not overridden as those of a resource with instances. */
function resolveOthersFor(l1: TerraformResource, attributes: Record<string, unknown>): void {
  const overridden = overridesOf(l1) ?? {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && name !== '//' && !(name in overridden)) {
      attributes[name] = lazy((context) => resolveFor(l1, () => context.resolve(value)));
    }
  }
}

/** Whether an L1 was created by a construct of this library. A second copy of the library counts, too. */
export function isFastL1(construct: object): boolean {
  return FAST_L1 in construct;
}

/** Returns the configuration that this library has given to an L1. */
export function configOf(l1: object): Readonly<Record<string, unknown>> {
  return (l1 as { readonly [FAST_L1]: Readonly<Record<string, unknown>> })[FAST_L1];
}

/** Stores the configuration if the library itself changes an L1. */
export function storeConfig(l1: object, config: object): void {
  Object.assign(l1, { [FAST_L1]: config });
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

/** A token for a value that is already resolved. CDKTF does not look into it. */
class ResolvedToken implements IResolvable, IPostProcessor {
  public readonly creationStack = NO_STACK;

  public constructor(private readonly value: unknown) {}

  public resolve(context: IResolveContext): void {
    context.registerPostProcessor(this);
  }

  public postProcess(): unknown {
    return this.value;
  }

  public toJSON(): unknown {
    return this.value;
  }
}

/** Makes the attributes of a resource a token for CDKTF. Everybody else sees a plain object, without these members. */
const ONLY_FOR_CDKTF = tokenFor((attributes, context) => resolveObject(attributes, context));

/** Does the same for a resource that has instances: its references name the instance. */
function onlyForCdktf(l1: TerraformResource): PropertyDescriptorMap {
  return tokenFor((attributes, context) => resolveFor(l1, () => resolveObject(attributes, context)));
}

function tokenFor(resolve: (attributes: Record<string, unknown>, context: IResolveContext) => unknown): PropertyDescriptorMap {
  return {
    resolve: {
      value(this: Record<string, unknown>, context: IResolveContext): void {
        // the result is again a token, which CDKTF resolves when it writes the stack
        context.registerPostProcessor(new ResolvedToken(new ResolvedToken(resolve(this, context))));
      },
    },
    creationStack: { value: NO_STACK },
  };
}

/**
 * Resolves a value as CDKTF does. CDKTF gets only the parts that may contain a token. Undefined members are dropped.
 */
function resolveTokens(value: unknown, context: IResolveContext): unknown {
  switch (typeof value) {
    case 'string':
      return mayHoldToken(value) ? lazyReferenceText(value, context.scope) ?? context.resolve(value) : value;
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

function resolveObject(object: Record<string, unknown>, context: IResolveContext): any {
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
