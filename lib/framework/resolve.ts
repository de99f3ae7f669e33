import { DefaultTokenResolver, IResolvable, IResolveContext, StringConcat, TerraformStack, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';
import { lazyReferenceText } from './lazy';

/** A reference to a resource of another stack. */
export interface ForeignReference {
  /** The path of the other stack. */
  readonly source: string;
  /** The reference, as it is written in that stack. */
  readonly value: string;
}

const FOREIGN = Symbol('foreign');

/** Whether a resolved value is a reference to another stack. */
export function isForeignReference(value: unknown): value is ForeignReference {
  return typeof value === 'object' && value !== null && FOREIGN in value;
}

/**
 * Resolves a value to what Terraform reads. A reference to another stack becomes a `ForeignReference`. Changes no
 * stack.
 */
export function resolveValue(value: unknown, scope: IConstruct): unknown {
  const text = typeof value === 'string' ? lazyReferenceText(value, scope) : undefined;
  return text ?? Tokenization.resolve(value, { scope, resolver: new Resolver() });
}

/**
 * Finds references to other stacks. CDKTF itself would add an output to the other stack and a data source to this
 * stack, and return a text that looks like a reference within the stack.
 */
class Resolver extends DefaultTokenResolver {
  public constructor() {
    super(new StringConcat());
  }

  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: any): any {
    const { originStack: stack } = token as { readonly originStack?: TerraformStack };
    if (stack && TerraformStack.isStack(stack) && stack !== TerraformStack.of(context.scope)) {
      const value = String(Tokenization.resolve(token, { scope: stack, resolver: new DefaultTokenResolver(new StringConcat()) }));
      return { [FOREIGN]: true, source: stack.node.path, value, toString: () => value };
    }
    return super.resolveToken(token, context, postProcessor);
  }
}
