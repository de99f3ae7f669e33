import type { TerraformStack } from 'cdktf';

const PREPARING = Symbol.for('cdk-auth0/Preparing');

/**
 * Lets L1s know that CDKTF prepares their stack: it resolves everything to find references to other stacks, and then
 * drops the result.
 */
export function announcePreparation(stack: TerraformStack): void {
  const { prepareStack } = stack;
  const set = (value: boolean) => Object.defineProperty(stack, PREPARING, { value, configurable: true });
  stack.prepareStack = () => {
    set(true);
    try {
      prepareStack.call(stack);
    } finally {
      set(false);
    }
  };
}

/** Whether CDKTF prepares a stack now. */
export function isPreparing(stack: TerraformStack): boolean {
  return (stack as { readonly [PREPARING]?: boolean })[PREPARING] ?? false;
}
