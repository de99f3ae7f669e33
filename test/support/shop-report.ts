import { configurationSource } from './tenant';
import { reportOf } from '../../lib/access/report/build';
import type { AccessReportJson } from '../../lib/access/report/model';
import { readTenant } from '../../lib/tenant/read-tenant';

const identifierOf = (api: string) => `https://api.example.com/${api.toLowerCase()}`;
const ref = (type: string, name: string, attribute: string) => `\${auth0_${type}.${name}.${attribute}}`;
const at = (path: string, attributes: object) => ({ '//': { metadata: { path: `shop/${path}` } }, ...attributes });
const named = <T>(items: Readonly<Record<string, T>>, item: (name: string, value: T) => object) =>
  Object.fromEntries(Object.entries(items).map(([name, value]) => [name, item(name, value)]));

const APIS: Record<string, { user: string; rbac: boolean; scopes: string[]; anonymous?: true }> = {
  Orders: { user: 'require_client_grant', rbac: true, scopes: ['read:orders', 'write:orders', 'cancel:orders', 'refund:orders'] },
  Catalog: { user: 'allow_all', rbac: false, scopes: ['read:products', 'read:prices', 'write:products'], anonymous: true },
  Payments: { user: 'require_client_grant', rbac: true, scopes: ['read:payments', 'create:payments', 'refund:payments'] },
  Reports: { user: 'require_client_grant', rbac: true, scopes: ['read:reports', 'export:reports'] },
};

const CLIENTS: Record<string, object> = {
  WebShop: { app_type: 'spa' },
  MobileApp: { app_type: 'native' },
  BackOffice: { app_type: 'regular_web', organization_usage: 'require' },
  OrdersService: {
    app_type: 'resource_server',
    resource_server_identifier: ref('resource_server', 'Orders', 'identifier'),
    token_exchange: [{ allow_any_profile_of_type: ['on_behalf_of_token_exchange'] }],
  },
  NightlyExport: { app_type: 'non_interactive' },
  Warehouse: { app_type: 'non_interactive' },
  PartnerPortal: { app_type: 'regular_web', is_first_party: false, third_party_security_mode: 'strict' },
  LegacyPartner: { app_type: 'regular_web', is_first_party: false },
};

const GRANTS: ReadonlyArray<readonly [client: string, api: string, subject: string, scopes: readonly string[]]> = [
  ['WebShop', 'Orders', 'user', ['read:orders', 'write:orders', 'cancel:orders']],
  ['MobileApp', 'Orders', 'user', ['read:orders', 'write:orders']],
  ['BackOffice', 'Orders', 'user', ['read:orders', 'write:orders', 'cancel:orders', 'refund:orders']],
  ['BackOffice', 'Reports', 'user', ['read:reports', 'export:reports']],
  ['BackOffice', 'Payments', 'user', ['read:payments', 'refund:payments']],
  ['OrdersService', 'Payments', 'user', ['read:payments', 'create:payments']],
  ['OrdersService', 'Payments', 'client', ['read:payments']],
  ['NightlyExport', 'Reports', 'client', ['read:reports', 'export:reports']],
  ['NightlyExport', 'Orders', 'client', ['read:orders']],
  ['Warehouse', 'Orders', 'client', ['read:orders', '${var.warehouse_scope}']],
  ['Warehouse', 'Catalog', 'client', ['read:products', 'write:products']],
  ['PartnerPortal', 'Catalog', 'user', ['read:products']],
  ['PartnerPortal', 'Orders', 'user', ['read:orders']],
  ['WebShop', 'Catalog', 'anonymous_user', ['read:products', 'read:prices']],
];

const ROLES: Record<string, Record<string, readonly string[]>> = {
  Customer: { Orders: ['read:orders', 'write:orders'], Payments: ['create:payments'] },
  Clerk: { Orders: ['read:orders', 'write:orders', 'cancel:orders'], Payments: ['read:payments'] },
  Manager: { Orders: ['read:orders', 'refund:orders'], Payments: ['read:payments', 'refund:payments'], Reports: ['read:reports', 'export:reports'] },
  Auditor: { Reports: ['read:reports'] },
};

/** Reports a tenant in which every kind of answer occurs. */
export function shopReport(): AccessReportJson {
  const resource = {
    auth0_resource_server: named(APIS, (name, { user, rbac, anonymous }) => at(name, {
      identifier: identifierOf(name),
      enforce_policies: rbac,
      subject_type_authorization: {
        user: { policy: user }, client: { policy: 'require_client_grant' }, ...(anonymous && { anonymous_user: { policy: 'require_client_grant' } }),
      },
    })),
    auth0_resource_server_scopes: named(APIS, (name, { scopes }) => at(`${name}/Scopes`, {
      resource_server_identifier: identifierOf(name), scopes: scopes.map((scope) => ({ name: scope })),
    })),
    auth0_client: named(CLIENTS, (name, config) => at(name, { name, ...config })),
    auth0_client_grant: Object.fromEntries(GRANTS.map(([client, api, subject, scopes]) => [`${api}_Grant-${client}-${subject}`, at(
      `${api}/Grant-${client}-${subject}`, { client_id: ref('client', client, 'client_id'), audience: identifierOf(api), subject_type: subject, scopes },
    )])),
    auth0_role: named(ROLES, (name) => at(name, { name })),
    auth0_role_permissions: named(ROLES, (name, permissions) => at(`${name}/Permissions`, {
      role_id: ref('role', name, 'id'),
      permissions: Object.entries(permissions).flatMap(([api, scopes]) =>
        scopes.map((scope) => ({ name: scope, resource_server_identifier: identifierOf(api) }))),
    })),
  };
  return reportOf(readTenant([configurationSource({ resource })], { isOneTenant: true }));
}
