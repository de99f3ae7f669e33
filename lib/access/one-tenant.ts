import { isKnown } from '../schema/value';
import { isExpression } from '../tenant/reference';
import type { Tenant } from '../tenant/tenant';
import { quote } from '../util/text';

/**
 * Refuses stacks that define the same API with the same provider: Auth0 has each identifier only once in a tenant.
 *
 * @throws Error that names two APIs of different stacks
 */
export function requireOneTenant({ apis }: Tenant): void {
  const found = new Map<string, Tenant['apis'][number]>();
  for (const api of apis.filter(({ kind }) => kind === 'defined')) {
    const { key, resource: { provider } } = api;
    if (!isKnown(key) || isExpression(key)) {
      continue;
    }
    const name = JSON.stringify([key, String(provider)]);
    const other = found.get(name);
    if (other && other.stack !== api.stack) {
      throw new Error(`${quote(other.title)} and ${quote(api.title)} define the same API, so they are in different tenants: give one of their stacks`);
    }
    found.set(name, api);
  }
}
