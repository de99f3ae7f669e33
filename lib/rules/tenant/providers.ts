import { knownOrUndefined } from '../../schema/value';
import { areTwoTenants, describeProvider, haveOneProvider, ProviderInfo, providerInfoOf } from '../../tenant/provider';
import type { Declaration, Tenant } from '../../tenant/tenant';
import { quote } from '../../util/text';
import { defineRules } from '../rule';

/** What a declaration refers to. */
interface Links {
  readonly from: Declaration;
  /** Nothing in it where a reference leads out of the definition. */
  readonly to: ReadonlyArray<Declaration | undefined>;
}

/** Between the providers of resources that refer to each other. */
export const PROVIDER_RULES = defineRules<Tenant, Declaration>([
  {
    id: 'provider-mismatch',
    severity: 'error',
    canBeAcknowledged: true, // two domains may be those of one tenant
    attributes: 'provider',
    summary: 'Must be the provider of the API, the application and the role that the resource refers to: two providers are two tenants.',
    see: 'https://developer.hashicorp.com/terraform/language/meta-arguments/resource-provider',
    check: (tenant, { report }) => {
      for (const { from, to } of linksIn(tenant)) {
        const others = to.filter((target): target is Declaration => target !== undefined && !haveOneProvider(from, target));
        if (others.length === 0) {
          continue;
        }
        const provider = providerInfoOf(from);
        for (const target of new Set(others)) {
          if (areTwoTenants(provider, providerInfoOf(target))) {
            report(from, providerMismatch(from.resource.type, provider, target.title, providerInfoOf(target)));
          }
        }
      }
    },
  },
]);

/** Returns the text for a resource that refers to something of another tenant. */
export function providerMismatch(type: string, own: ProviderInfo, title: string, other: ProviderInfo): string {
  return `has an ${type} of ${describeProvider(own)}, but refers to ${quote(title)} of ${describeProvider(other)}: ` +
    'two providers are two tenants, so give both the same provider';
}

function linksIn(tenant: Tenant): Links[] {
  const { scopeLists, singleScopes, permissionLists, singlePermissions, assignments } = tenant;
  return [
    ...[...scopeLists, ...singleScopes].map((from) => ({ from, to: [from.api.api] })),
    ...tenant.grants.map((from) => ({ from, to: [from.api.api, from.client?.client] })),
    ...tenant.organizationGrants.map((from) => ({ from, to: [from.grant] })),
    ...tenant.organizationClients.map((from) => ({ from, to: from.clients.map(({ client }) => client.client) })),
    ...tenant.credentials.map((from) => ({ from, to: [from.client.client] })),
    ...tenant.tenantSettings.map((from) => ({ from, to: [from.defaultApi?.api] })),
    ...tenant.clients.map((from) => ({ from, to: [from.linkedApi?.api] })),
    ...[...permissionLists, ...singlePermissions].map((from) => ({
      from, to: [from.role.role, ...(knownOrUndefined(from.permissions) ?? []).map(({ api }) => api.api)],
    })),
    ...assignments.map((from) => ({
      from, to: [...from.roles.map(({ role }) => role), ...from.permissions.map(({ api }) => api.api)],
    })),
  ];
}
