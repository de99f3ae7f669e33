import { IResolvable, IResolveContext, TerraformResource, TerraformStack, Token } from 'cdktf';
import type { IConstruct } from 'constructs';
import { indexOf } from './instances';
import { NO_STACK } from './tokens';

/**
 * A token whose value is produced at synth. Like `Lazy` of CDKTF, but without the stack trace that `Lazy` captures.
 *
 * References to an L1 must be lazy: an L1 fixes its logical id when the first reference is taken, and a later
 * `overrideLogicalId` would have no effect.
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

/** Creates a token whose value is produced at synth. */
export function lazy(produce: (context: IResolveContext) => unknown): IResolvable {
  return new LazyValue(produce);
}

/** Like `lazy`, for a string. */
export function lazyString(produce: (context: IResolveContext) => string): string {
  return Token.asString(lazy(produce));
}

/**
 * Creates the address of an L1. In `dependsOn`, it is the address of `last`, which Terraform creates after the L1. CDKTF
 * does not say whether it asks for `dependsOn`, but then, and in expressions, it wants the address without braces.
 */
export function lazyAddress(l1: TerraformResource, last: () => TerraformResource | undefined): string {
  return lazyString(({ suppressBraces }) => ((suppressBraces ? last() : undefined) ?? l1).fqn);
}

/** An attribute of an L1. */
export type Attribute = readonly [of: TerraformResource, name: string];

const REFERENCE = Symbol.for('cdk-auth0/LazyReference');

/**
 * A reference to an attribute of an L1, which is resolved at synth.
 *
 * In the stack of the L1, we write the same text as CDKTF, because a reference of CDKTF captures a stack trace. In
 * another stack, we let CDKTF resolve it.
 */
class LazyReference implements IResolvable {
  public readonly creationStack = NO_STACK;
  public readonly [REFERENCE] = true;
  private elsewhere?: readonly [Attribute[0], string];

  public constructor(public readonly attribute: () => Attribute) {}

  public resolve(context: IResolveContext): string {
    const address = this.addressIn(context.scope);
    if (address === undefined) {
      const [of, name] = this.attribute();
      this.elsewhere = this.elsewhere?.[0] === of ? this.elsewhere : [of, of.getStringAttribute(name)];
      return this.elsewhere[1];
    }
    return context.suppressBraces ? address : `\${${address}}`;
  }

  /** Returns the address of the attribute, or undefined in another stack: CDKTF resolves it then. */
  public addressIn(scope: IConstruct): string | undefined {
    const [of, name] = this.attribute();
    return (TerraformResource.isTerraformResource(scope) ? scope.cdktfStack : TerraformStack.of(scope)) === of.cdktfStack
      ? `${of.terraformResourceType}.${of.friendlyUniqueId}${indexOf(of, scope)}.${name}`
      : undefined;
  }

  public toString(): string {
    return Token.asString(this);
  }
}

/** Returns the attribute that a token from `lazyReference` refers to, or undefined for any other token. */
export function attributeOf(token: IResolvable): Attribute | undefined {
  return REFERENCE in token ? (token as LazyReference).attribute() : undefined;
}

/** All references that `lazyReference` created, by their tokens. None is removed; CDKTF also keeps all tokens. */
const references = new Map<string, LazyReference>();

/** Creates a reference to an attribute, which is resolved at synth. */
export function lazyReference(attribute: () => Attribute): string {
  const reference = new LazyReference(attribute);
  const token = Token.asString(reference);
  references.set(token, reference);
  return token;
}

/** Returns the Terraform text of a token from `lazyReference`, without CDKTF's search for tokens. Else undefined. */
export function lazyReferenceText(token: string, scope: IConstruct): string | undefined {
  const address = references.get(token)?.addressIn(scope);
  return address === undefined ? undefined : `\${${address}}`;
}
