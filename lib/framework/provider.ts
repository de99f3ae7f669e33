import { TerraformDataSource, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';

/** An L1 that uses a provider. */
type L1 = TerraformResource | TerraformDataSource;

/** A private property of CDKTF. */
interface Overridden {
  readonly rawOverrides: { readonly provider?: unknown };
}

/** The providers that have been found, by their addresses. Only what is found is remembered: a provider may be added later. */
const found = new WeakMap<TerraformStack, Map<string, TerraformProvider>>();

const OWN = Symbol('provider');
const LEADER = Symbol('leader');

/** An L1 whose class has the property `FOLLOWED_PROVIDER`. */
type Follower = L1 & {
  [OWN]?: TerraformProvider;
  [LEADER]?: () => TerraformProvider | undefined;
};

/** The property `provider` of a class of L1s that can follow. A property of each object would make the objects slow. */
export const FOLLOWED_PROVIDER: PropertyDescriptor & ThisType<Follower> = {
  configurable: true,
  enumerable: true,
  get() {
    return this[OWN] ?? (this[LEADER] && inStack(this.cdktfStack, this[LEADER]()));
  },
  set(provider?: TerraformProvider) {
    this[OWN] = provider;
  },
};

/**
 * Lets an L1 use the provider of what it belongs to, as it is at synth, until the L1 gets a provider of its own.
 *
 * The provider of another stack stands for the one with the same alias in the stack of the L1.
 */
export function followProvider(l1: L1, leader: () => TerraformProvider | undefined): void {
  (l1 as Follower)[LEADER] = leader;
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
