import { createHash } from 'node:crypto';
import { configurationSource } from './tenant';
import { reportOf } from '../../lib/access/report/build';
import type { AccessReportJson } from '../../lib/access/report/model';
import { readTenant } from '../../lib/tenant/read-tenant';

const list = <T>(length: number, item: (index: number) => T): T[] => Array.from({ length }, (_, index) => item(index));

/** A word of eight letters or digits that looks like chance, so that texts have little in common. */
const wordOf = (seed: string) => createHash('sha256').update(seed).digest('hex').slice(0, 8);
const idOf = (path: string) => `${path.replace(/\//g, '_')}_${wordOf(path).toUpperCase()}`;

/** Resources of a stack that CDKTF wrote, by the path of their construct. */
function resources(stack: string, items: ReadonlyArray<readonly [string, object]>): Record<string, object> {
  return Object.fromEntries(items.map(([path, item]) => [idOf(path), { '//': { metadata: { path: `${stack}/${path}` } }, ...item }]));
}

const ACTIONS = ['read', 'list', 'create', 'update', 'delete', 'export', 'import', 'approve', 'share', 'audit'];

/**
 * Reports a large tenant as CDKTF writes it. Every fourth API has no RBAC, every tenth is open to all applications for users, and
 * each application has four grants.
 */
export function largeReport({ apis = 100, scopes = 10, clients = 200, roles = 50 } = {}): AccessReportJson {
  const nameOf = (api: number) => `${wordOf(`api ${api % apis}`)}-${api % apis}`;
  const identifierOf = (api: number) => `https://api.example.com/${nameOf(api)}`;
  const scopeOf = (api: number, scope: number) => `${ACTIONS[scope % ACTIONS.length]}:${nameOf(api)}${scope < ACTIONS.length ? '' : scope}`;
  const scopeNames = (api: number, from: number, count: number) => list(count, (index) => scopeOf(api, (from + index) % scopes));
  const clientPath = (client: number) => `Applications/${wordOf(`client ${client}`)}-${client}`;
  const rolePath = (role: number) => `Roles/${wordOf(`role ${role}`)}-${role}`;
  const resource = {
    auth0_resource_server: resources('platform', list(apis, (api) => [`Services/${nameOf(api)}/Resource`, {
      identifier: identifierOf(api),
      enforce_policies: api % 4 !== 0,
      subject_type_authorization: { user: { policy: api % 10 === 0 ? 'allow_all' : 'require_client_grant' }, client: { policy: 'require_client_grant' } },
    }])),
    auth0_resource_server_scopes: resources('platform', list(apis, (api) => [`Services/${nameOf(api)}/Scopes`, {
      resource_server_identifier: identifierOf(api), scopes: list(scopes, (scope) => ({ name: scopeOf(api, scope) })),
    }])),
    auth0_client: resources('platform', list(clients, (client) => [clientPath(client), {
      name: `App ${client}`, app_type: client % 2 === 0 ? 'non_interactive' : 'regular_web', organization_usage: client % 7 === 0 ? 'require' : undefined,
    }])),
    auth0_client_grant: resources('platform', list(clients * 4, (grant) => {
      const [client, api] = [grant % clients, grant * 7 + Math.floor(grant / clients)];
      return [`Services/${nameOf(api)}/Grant-App-${client}-${grant}`, {
        client_id: `\${auth0_client.${idOf(clientPath(client))}.client_id}`,
        audience: identifierOf(api),
        subject_type: grant < clients ? 'client' : 'user',
        scopes: grant % 50 === 0 ? [`\${var.scopes_${grant}}`] : scopeNames(api, grant, 5),
      }];
    })),
    auth0_role: resources('platform', list(roles, (role) => [rolePath(role), { name: `Role ${role}` }])),
    auth0_role_permissions: resources('platform', list(roles, (role) => [`${rolePath(role)}/Permissions`, {
      role_id: `\${auth0_role.${idOf(rolePath(role))}.id}`,
      permissions: list(20, (at) => role * 3 + at * 11).flatMap((api) =>
        scopeNames(api, role, 4).map((name) => ({ name, resource_server_identifier: identifierOf(api) }))),
    }])),
  };
  return reportOf(readTenant([configurationSource({ resource } as any)], { isOneTenant: true }));
}
