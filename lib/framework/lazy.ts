import { IResolvable, IResolveContext, TerraformResource, TerraformStack, Token } from 'cdktf';
import { NO_STACK } from './tokens';

/**
 * A value that is asked for when it is synthesized: an L1 fixes its logical id as soon as a reference to it is taken,
 * so a reference that is taken early would make a later `overrideLogicalId` go unheard.
 *
 * As `Lazy`, but without the stack trace that it captures each time.
 */
class LazyValue implements IResolvable {
  public readonly creationStack = NO_STACK;

  public constructor(private readonly produce: (context: IResolveContext) => unknown) {}

  public resolve(context: IResolveContext): unknown {
    return this.produce(context);
  }

  public toString(): string {
    return Token.asString(this);
  }
}

/** A value that is asked for when it is synthesized. */
export function lazy(produce: (context: IResolveContext) => unknown): IResolvable {
  return new LazyValue(produce);
}

/** As `late`, for a string. */
export function lazyString(produce: (context: IResolveContext) => string): string {
  return Token.asString(lazy(produce));
}

/** An attribute of an L1. */
export type Attribute = readonly [of: TerraformResource, name: string];

/**
 * A reference that is taken when it is synthesized. Within the stack of the L1 it is the text that CDKTF would make of
 * it; CDKTF itself, which captures a stack trace for each reference, is asked where it is used in another stack.
 */
class LazyReference implements IResolvable {
  public readonly creationStack = NO_STACK;
  private elsewhere?: readonly [Attribute[0], string];

  public constructor(private readonly attribute: () => Attribute) {}

  public resolve(context: IResolveContext): string {
    const [of, name] = this.attribute();
    if (of.forEach || TerraformStack.of(context.scope) !== of.cdktfStack) {
      this.elsewhere = this.elsewhere?.[0] === of ? this.elsewhere : [of, of.getStringAttribute(name)];
      return this.elsewhere[1];
    }
    const address = `${of.terraformResourceType}.${of.friendlyUniqueId}.${name}`;
    return context.suppressBraces ? address : `\${${address}}`;
  }

  public toString(): string {
    return Token.asString(this);
  }
}

/** A reference to an attribute, which is asked for when it is synthesized. */
export function lazyReference(attribute: () => Attribute): string {
  return Token.asString(new LazyReference(attribute));
}
