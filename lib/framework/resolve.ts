import { DefaultTokenResolver, IResolvable, IResolveContext, StringConcat, TerraformStack, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';
import { lazyReferenceText } from './lazy';

/** A value that a resource of another stack has. */
export interface ForeignReference {
  readonly stack: TerraformStack;
  /** The reference, as it is written in that stack. */
  readonly text: string;
}

const FOREIGN = Symbol('foreign');

/** Whether a resolved value is a reference to another stack. */
export function isForeignReference(value: unknown): value is ForeignReference {
  return typeof value === 'object' && value !== null && FOREIGN in value;
}

/** A value as Terraform will read it, but references to other stacks are told apart. It changes no stack. */
export function resolveValue(value: unknown, scope: IConstruct): unknown {
  const text = typeof value === 'string' ? lazyReferenceText(value, scope) : undefined;
  return text ?? Tokenization.resolve(value, { scope, resolver: new Resolver() });
}

/**
 * CDKTF resolves a reference to another stack by adding an output there and a data source here; before that, the text
 * looks like a reference within the stack.
 */
class Resolver extends DefaultTokenResolver {
  public constructor() {
    super(new StringConcat());
  }

  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: any): any {
    const { originStack: stack } = token as { readonly originStack?: TerraformStack };
    if (stack && TerraformStack.isStack(stack) && stack !== TerraformStack.of(context.scope)) {
      const text = String(Tokenization.resolve(token, { scope: stack, resolver: new DefaultTokenResolver(new StringConcat()) }));
      return { [FOREIGN]: true, stack, text, toString: () => text };
    }
    return super.resolveToken(token, context, postProcessor);
  }
}
