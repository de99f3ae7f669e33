import { TerraformDataSource, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';

/** An L1 that uses a provider. */
type L1 = TerraformResource | TerraformDataSource;

/** A private property of CDKTF. */
interface Overridden {
  readonly rawOverrides: { readonly provider?: unknown };
}

/** The providers that have been found, by their addresses. Only what is found is remembered: a provider may be added later. */
const found = new WeakMap<TerraformStack, Map<string, TerraformProvider>>();

/**
 * Lets an L1 use the provider of what it belongs to, as it is at synth, until the L1 gets a provider of its own.
 *
 * The provider of another stack stands for the one with the same alias in the stack of the L1.
 */
export function followProvider(l1: L1, leader: () => TerraformProvider | undefined): void {
  let own = l1.provider;
  Object.defineProperty(l1, 'provider', {
    configurable: true,
    enumerable: true,
    get: () => own ?? inStack(l1.cdktfStack, leader()),
    set: (provider?: TerraformProvider) => (own = provider),
  });
}

/** Returns the provider that an L1 is written with, also if an override names it. */
export function providerOf(l1: L1): TerraformProvider | undefined {
  const { provider } = (l1 as unknown as Overridden).rawOverrides;
  return typeof provider === 'string' ? providerAt(l1.cdktfStack, provider) : l1.provider;
}

/** Returns the provider of a stack with an address, `auth0.eu`; `auth0` is the default provider. */
export function providerAt(stack: TerraformStack, address: string): TerraformProvider | undefined {
  const known = found.get(stack)?.get(address);
  if (known) {
    return known;
  }
  const provider = stack.node.findAll().find((one): one is TerraformProvider =>
    TerraformProvider.isTerraformProvider(one) && one.fqn === address && TerraformStack.of(one) === stack);
  if (provider) {
    found.set(stack, (found.get(stack) ?? new Map()).set(address, provider));
  }
  return provider;
}

function inStack(stack: TerraformStack, provider: TerraformProvider | undefined): TerraformProvider | undefined {
  // without a provider, a resource uses the default one of its own stack
  return provider && TerraformStack.of(provider) !== stack ? providerAt(stack, provider.fqn) : provider;
}
