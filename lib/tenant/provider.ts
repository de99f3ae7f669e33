import { isExpression } from './reference';
import type { Declaration } from './tenant';
import { isKnown, UNKNOWN, Value } from '../schema/value';

/** The provider that something is written with. */
export interface ProviderInfo {
  /** The name of the stack. An alias is known only there. */
  readonly stack: string;
  /** The alias, '' for the default provider. */
  readonly alias: string | typeof UNKNOWN;
  /** The domain of the tenant, as it is written. Undefined if it is not written: it is in the environment. */
  readonly domain: Value<string>;
}

/** Returns the provider of a declaration. */
export function providerInfoOf(declaration: Declaration): ProviderInfo {
  return {
    stack: declaration.stack,
    alias: declaration.resource.provider,
    // read only where it is needed
    get domain() {
      return declaration.domain;
    },
  };
}

/** Whether two declarations certainly have the same provider. An alias is known only in its stack. */
export function haveOneProvider({ stack, resource: { provider } }: Declaration, other: Declaration): boolean {
  return stack === other.stack && provider !== UNKNOWN && provider === other.resource.provider;
}

/**
 * Whether two providers certainly belong to two tenants.
 *
 * Within a stack, two aliases are two tenants, unless both have the same domain or take it from the environment.
 * Between stacks, only two different literal domains are.
 */
export function areTwoTenants(one: ProviderInfo, other: ProviderInfo): boolean {
  const isOneStack = one.stack === other.stack;
  if (one.alias === UNKNOWN || other.alias === UNKNOWN || (isOneStack && one.alias === other.alias)) {
    return false;
  }
  const a = hostOf(one.domain);
  const b = hostOf(other.domain);
  return a !== UNKNOWN && b !== UNKNOWN && a !== b && (isOneStack || (isLiteral(a) && isLiteral(b)));
}

/** Returns the name of a provider in messages. */
export function describeProvider({ alias, domain }: ProviderInfo): string {
  const host = hostOf(domain);
  const of = isLiteral(host) ? ` (${host})` : '';
  return alias === '' ? `the default provider${of}` : `the provider '${String(alias)}'${of}`;
}

/** Returns the host of a domain as it is written: without the scheme, and in lower case. */
export function hostOf(domain: Value<string>): Value<string> {
  return isKnown(domain) ? domain.replace(/^https?:\/\//i, '').replace(/\/+$/, '').toLowerCase() || undefined : domain;
}

function isLiteral(host: Value<string>): host is string {
  return isKnown(host) && !isExpression(host);
}
