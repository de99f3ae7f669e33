import { CLIENT_GRANT_RULES } from './client-grant';
import { RESOURCE_SERVER_RULES, RESOURCE_SERVER_SCOPES_RULES } from './resource-server';
import { ROLE_PERMISSIONS_RULES, ROLE_RULES } from './role';
import { Finding, Rule, runRules } from './rule';
import { Block, ConfigOf } from '../schema/attributes';
import { CLIENT_GRANT } from '../schema/client-grant';
import { terraformNames } from '../schema/names';
import { Path, valueAt } from '../schema/path';
import { readConfig } from '../schema/read';
import { RESOURCE_SERVER } from '../schema/resource-server';
import { RESOURCE_SERVER_SCOPES } from '../schema/resource-server-scopes';
import { ROLE, ROLE_PERMISSIONS } from '../schema/role';
import type { SystemApi } from '../schema/system-apis';
import { isExpression } from '../tenant/reference';
import { isForeign, SourceResource } from '../tenant/source';
import { waitsFor } from '../util/hcl-values';

/** Runs the rules of one type of resources over a resource of any source. */
type Check = (resource: SourceResource, now: Date, systemApi?: SystemApi) => Finding[];

const CHECKS: Readonly<Record<string, Check>> = {
  auth0_resource_server: checkBy(RESOURCE_SERVER, RESOURCE_SERVER_RULES),
  auth0_resource_server_scopes: checkBy(RESOURCE_SERVER_SCOPES, RESOURCE_SERVER_SCOPES_RULES),
  auth0_client_grant: checkBy(CLIENT_GRANT, CLIENT_GRANT_RULES),
  auth0_role: checkBy(ROLE, ROLE_RULES),
  auth0_role_permissions: checkBy(ROLE_PERMISSIONS, ROLE_PERMISSIONS_RULES),
};

/**
 * What the rules on one resource say of a resource that was not made by our constructs, in Terraform's names.
 *
 * @param systemApi the API of Auth0's that the resource is, or is about
 */
export function checkResource(resource: SourceResource, now: Date, systemApi?: SystemApi): Finding[] {
  return CHECKS[resource.type]?.(resource, now, systemApi) ?? [];
}

function checkBy<Resource extends Block>(type: Resource, rules: ReadonlyArray<Rule<ConfigOf<Resource>>>): Check {
  const names = terraformNames(type);
  return (resource, now, systemApi) => {
    const found: Finding[] = [];
    const values = Object.fromEntries(type.members.map(({ name }) => [name, resource.get(name)]));
    const config = readConfig(type, values, {
      isUnknown: (value) => (typeof value === 'string' ? isExpression(value) : isForeign(value)),
      isTerraform: true,
      wrongType: (place, text) =>
        found.push({ rule: 'wrong-type', severity: 'error', path: names.path(place), message: `${names.subject(place)} ${text}`, place }),
    });
    const dependsOnResources = (place: Path) => waitsFor(valueAt(values, place), () => undefined) === 'resources';
    return [...found, ...runRules(rules, config, names, now, { mayExist: true, systemApi, dependsOnResources })];
  };
}
