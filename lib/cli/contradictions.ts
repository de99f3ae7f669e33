import { UsageError } from './command';
import type { Input } from './input';
import { hostOf } from '../tenant/provider';
import { isExpression } from '../tenant/reference';
import type { SourceResource } from '../tenant/source';

/**
 * Refuses inputs that cannot be one tenant: the same file or stack twice, a plan beside its state, or tenants with
 * different domains.
 *
 * @throws UsageError that names both
 */
export function rejectContradictions(inputs: readonly Input[]): void {
  rejectRepeatedFiles(inputs);
  rejectTwoTenants(inputs);
  rejectRepeatedResources(inputs);
}

function rejectRepeatedFiles(inputs: readonly Input[]): void {
  const seen = new Set<string>();
  for (const { name, file = '-' } of inputs) {
    if (seen.has(file)) {
      throw new UsageError(`${name} is given twice`);
    }
    seen.add(file);
  }
}

/** The same address with the same id, identifier or name in two arguments is one resource, read twice. */
function rejectRepeatedResources(inputs: readonly Input[]): void {
  const seen = new Map<string, Input>();
  for (const input of inputs) {
    for (const resource of input.source.resources) {
      for (const key of resource.type.startsWith('auth0_') ? keysOf(resource) : []) {
        const other = seen.get(key) ?? input;
        if (other.argument !== input.argument) {
          throw new UsageError(`${other.name} and ${input.name} both have ${resource.address}: give each stack once, as its JSON, its plan or its state`);
        }
        seen.set(key, input);
      }
    }
  }
}

function keysOf(resource: SourceResource): string[] {
  return ['id', 'identifier', 'name'].flatMap((attribute) => {
    const value = resource.get(attribute);
    return isLiteral(value) ? [`${resource.address} ${attribute} ${value}`] : [];
  });
}

/** Stacks of one program may have several tenants. Several arguments are one tenant. */
function rejectTwoTenants(inputs: readonly Input[]): void {
  const tenants = new Map<string, { readonly name: string; readonly domains: Set<string> }>();
  for (const { argument, name, source } of inputs) {
    const domain = source.domainOf?.('');
    const tenant = tenants.get(argument) ?? { name, domains: new Set() };
    tenants.set(argument, tenant);
    if (isLiteral(domain)) {
      tenant.domains.add(hostOf(domain) as string);
    }
  }
  const [first, ...others] = Array.from(tenants.values()).filter(({ domains }) => domains.size > 0);
  for (const other of others) {
    if (!Array.from(other.domains).some((domain) => first.domains.has(domain))) {
      throw new UsageError(`${first.name} is about the tenant ${first.domains.values().next().value}, but ${other.name} about ${other.domains.values().next().value}: give the inputs of one tenant`);
    }
  }
}

function isLiteral(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !isExpression(value);
}
