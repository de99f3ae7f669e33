import { IResolvable, IResolveContext, TerraformResource, TerraformStack, Token } from 'cdktf';
import type { IConstruct } from 'constructs';
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
    const address = this.addressIn(context.scope);
    if (address === undefined) {
      const [of, name] = this.attribute();
      this.elsewhere = this.elsewhere?.[0] === of ? this.elsewhere : [of, of.getStringAttribute(name)];
      return this.elsewhere[1];
    }
    return context.suppressBraces ? address : `\${${address}}`;
  }

  /** The attribute as it is written in the stack of its L1; nothing in other stacks, or where CDKTF must be asked. */
  public addressIn(scope: IConstruct): string | undefined {
    const [of, name] = this.attribute();
    return of.forEach || TerraformStack.of(scope) !== of.cdktfStack
      ? undefined
      : `${of.terraformResourceType}.${of.friendlyUniqueId}.${name}`;
  }

  public toString(): string {
    return Token.asString(this);
  }
}

/** The references that were made here, by their tokens. CDKTF keeps all tokens as well. */
const references = new Map<string, LazyReference>();

/** A reference to an attribute, which is asked for when it is synthesized. */
export function lazyReference(attribute: () => Attribute): string {
  const reference = new LazyReference(attribute);
  const token = Token.asString(reference);
  references.set(token, reference);
  return token;
}

/** What Terraform will read for a reference of ours, without CDKTF's search for tokens; nothing for any other text. */
export function lazyReferenceText(token: string, scope: IConstruct): string | undefined {
  const address = references.get(token)?.addressIn(scope);
  return address === undefined ? undefined : `\${${address}}`;
}
