import { isDeepStrictEqual } from 'node:util';
import type { IPostProcessor, IResolvable, IResolveContext, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { escapedForHcl } from './hcl';
import { announceImport } from './import-block';
import { hasOnlyAttributes, inspect } from './inspection';
import { FOLLOWED_INSTANCES, hasInstances, resolveFor } from './instances';
import { lazy } from './lazy';
import { isOverriddenByStack, overridesOf } from './overrides';
import { isPreparing } from './preparation';
import { FOLLOWED_PROVIDER } from './provider';
import { resolveObject } from './resolve-tokens';
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
  // whether a simple fragment is what CDKTF returns, of which a newer version may write more; unknown before the first
  let isAsInCdktf: boolean | undefined;
  const fast = class extends base {
    #config: Readonly<Record<string, unknown>>;
    #stack?: TerraformStack;

    public constructor(...args: any[]) {
      super(...args);
      [, , this.#config] = args;
    }

    public get [FAST_L1](): Readonly<Record<string, unknown>> {
      return this.#config;
    }

    public set [FAST_L1](config: Readonly<Record<string, unknown>>) {
      this.#config = config;
    }

    /** A construct never moves to another stack. CDKTF walks up to it each time. */
    public override get cdktfStack(): TerraformStack {
      return (this.#stack ??= super.cdktfStack);
    }

    /** CDKTF asks for the id again and again. Its getter is large with what it calls, so V8 compiles it several times. */
    public override get friendlyUniqueId(): string {
      return (this as unknown as Private)._friendlyUniqueId || super.friendlyUniqueId;
    }

    public override toTerraform(): any {
      if (isPreparing(this.cdktfStack) && inspect(this, this.#config).isSimple) {
        return {};
      }
      const fragment: Fragment = (hasOnlyAttributes(this) && this.#simpleFragment()) || withoutUndefined(super.toTerraform());
      const attributes = attributesIn(fragment);
      if (attributes) {
        nameTriggers(attributes);
        // CDKTF merges an override of the stack only into a plain object
        if (!isOverriddenByStack(this)) {
          Object.defineProperty(fragment, 'resolve', onlyForCdktf(hasInstances(this) ? this : undefined));
        } else if (hasInstances(this)) {
          resolveOthersFor(this, attributes);
        }
      }
      return fragment;
    }

    /** What CDKTF returns for a simple resource. It takes more steps, most of which do nothing then. */
    #simpleFragment(): Fragment | undefined {
      const attributes = this.synthesizeAttributes();
      if (!isPlain(attributes)) {
        return undefined;
      }
      const { provider } = this;
      if (provider) {
        attributes.provider = provider.fqn;
      }
      attributes['//'] = this.constructNodeMetadata;
      const fragment = { resource: { [this.terraformResourceType]: { [this.friendlyUniqueId]: attributes } } };
      isAsInCdktf ??= isDeepStrictEqual(fragment, withoutUndefined(super.toTerraform()));
      return isAsInCdktf ? fragment : undefined;
    }

    public override toMetadata(): any {
      return withoutUndefined(super.toMetadata());
    }

    public override importFrom(id: string, provider?: TerraformProvider): void {
      announceImport(this, id);
      super.importFrom(id, provider);
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
  Object.defineProperties(fast.prototype, { provider: FOLLOWED_PROVIDER, ...FOLLOWED_INSTANCES });
  // an Aspect may select resources by the names of their classes
  return Object.defineProperty(fast, 'name', { value: base.name });
}

/** A private property of CDKTF. */
interface Private {
  readonly _friendlyUniqueId?: string;
}

/** Whether the objects in attributes are plain. CDKTF writes a dynamic block to another place. */
function isPlain(attributes: Readonly<Record<string, any>>): boolean {
  return Object.values(attributes).every((value) =>
    typeof value !== 'object' || value === null || Array.isArray(value) || (value.constructor === Object && isPlain(value)));
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

/** A token for a value that is already resolved. CDKTF looks only at the names of its properties: it has none. */
class ResolvedToken implements IResolvable, IPostProcessor {
  readonly #value: unknown;

  public constructor(value: unknown) {
    this.#value = value;
  }

  public get creationStack(): string[] {
    return NO_STACK;
  }

  public resolve(context: IResolveContext): void {
    context.registerPostProcessor(this);
  }

  public postProcess(): unknown {
    return this.#value;
  }

  public toJSON(): unknown {
    return this.#value;
  }
}

/** What an L1 adds to the JSON of its stack. */
type Fragment = Readonly<Record<string, unknown>> & {
  readonly resource?: { readonly [type: string]: { readonly [name: string]: Record<string, unknown> } };
};

/** Returns the attributes of the resource in a fragment. Undefined if it has moved. */
function attributesIn({ resource = {} }: Fragment): Record<string, unknown> | undefined {
  const [named] = Object.values(resource);
  return named && Object.values(named)[0];
}

/**
 * The method `resolve`, which makes what an L1 adds to the JSON a token for CDKTF. Everybody else sees a plain object.
 *
 * @param instances the L1 if it has instances: its references name the instance
 */
function onlyForCdktf(instances?: TerraformResource): PropertyDescriptor {
  return instances ? resolvedBy((attributes, context) => resolveFor(instances, () => resolveObject(attributes, context))) : SIMPLE;
}

const SIMPLE = resolvedBy(resolveObject);

function resolvedBy(resolve: (attributes: Record<string, unknown>, context: IResolveContext) => unknown): PropertyDescriptor {
  return {
    value(this: Fragment, context: IResolveContext): unknown {
      const { resource, ...others } = this;
      const [type] = Object.keys(resource!);
      const [name] = Object.keys(resource![type]);
      try {
        // CDKTF merges the result with the others, and then resolves them all together
        const resolved = { [type]: { [name]: new ResolvedToken(resolve(resource![type][name], context)) } };
        context.registerPostProcessor(new ResolvedToken({ resource: resolved, ...(context.resolve(others) as object) }));
        return undefined;
      } catch {
        // with the error of CDKTF, which names the place
        return context.resolve({ ...this });
      }
    },
  };
}
