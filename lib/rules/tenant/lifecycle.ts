import { isKnown } from '../../schema/value';
import type { Declaration, Tenant } from '../../tenant/tenant';
import { blockOf, blocksOf, flagOf, memberOf } from '../../tenant/values';
import { anyOf, describeType, quote } from '../../util/text';
import { defineRules } from '../rule';
import { partsOf, problemOf } from './ignore-changes';

const PROVIDER = 'https://github.com/auth0/terraform-provider-auth0/blob/main/internal/auth0/resourceserver/resource.go';

/** Blocks of an API that can be switched off, and what the provider refuses beside `disable`. */
const SWITCHABLE: Readonly<Record<string, string>> = {
  proof_of_possession: 'mechanism',
  token_encryption: 'format',
  authorization_details: 'type',
};

/** Between the lifecycle of a resource and the resource. */
export const LIFECYCLE_RULES = defineRules<Tenant, Declaration>([
  {
    id: 'lifecycle-ignore-unknown',
    severity: 'error',
    attributes: 'auth0_resource_server, auth0_resource_server_scopes, auth0_resource_server_scope, auth0_client_grant, auth0_role, auth0_role_permissions, auth0_role_permission',
    summary: "A lifecycle's `ignoreChanges` must name attributes of the resource that it is on: Terraform refuses other names.",
    see: 'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes',
    check: (tenant, { report }) => {
      for (const declaration of declarationsOf(tenant)) {
        const ignored = ignoredBy(declaration);
        if (ignored === undefined) {
          continue;
        }
        const problems = Array.isArray(ignored)
          ? ignored.map((place) => problemOf(place, declaration.resource.type))
          : isKnown(ignored) && ignored !== 'all'
            ? [`must be a list of attributes or 'all', but ${typeof ignored === 'string' ? quote(ignored) : describeType(ignored)} was given`]
            : [];
        for (const problem of new Set(problems)) {
          if (problem !== undefined) {
            report(declaration, `has a lifecycle.ignoreChanges that ${problem}`);
          }
        }
      }
    },
  },
  {
    id: 'lifecycle-ignore-block-off',
    severity: 'error',
    alsoWarns: true,
    canBeAcknowledged: true, // somebody else may switch the block on before the next plan
    attributes: 'auth0_resource_server.proof_of_possession, auth0_resource_server.token_encryption, auth0_resource_server.authorization_details',
    summary: 'Must not be in `ignoreChanges` while it is switched off: the provider fails at each plan after the first apply. With `all`, a warning.',
    see: PROVIDER,
    check: ({ apis }, { report }) => {
      for (const api of apis) {
        const ignored = ignoredBy(api);
        if (ignored === undefined) {
          continue;
        }
        const off = Object.keys(SWITCHABLE).filter((name) => isOff(api, name));
        if (ignored === 'all' && off.length > 0) {
          report(
            api,
            `has lifecycle.ignoreChanges: 'all', but ${off.map(quote).join(', ')} ${off.length > 1 ? 'are' : 'is'} switched off: ` +
              'the provider fails at each plan after the first apply: name the attributes to ignore',
            'warning',
          );
        }
        const named = Array.isArray(ignored) ? off.filter((name) => ignored.some((place) => isWithin(place, name))) : [];
        if (named.length > 0) {
          report(
            api,
            `has a lifecycle.ignoreChanges that names ${anyOf(named)}, which is switched off: ` +
              'the provider fails at each plan after the first apply: do not ignore it, or switch it on',
          );
        }
      }
    },
  },
]);

function declarationsOf(tenant: Tenant): Declaration[] {
  const { apis, scopeLists, singleScopes, grants, roles, permissionLists, singlePermissions } = tenant;
  return [...apis, ...scopeLists, ...singleScopes, ...grants, ...roles, ...permissionLists, ...singlePermissions];
}

/** What stands in the `ignore_changes` of a resource. */
function ignoredBy({ resource }: Declaration): unknown {
  const lifecycle = resource.get('lifecycle');
  return lifecycle === undefined ? undefined : memberOf(blockOf(lifecycle), 'ignore_changes');
}

function isOff({ resource }: Declaration, name: string): boolean {
  const blocks = blocksOf(resource.get(name));
  return isKnown(blocks) && blocks.some((one) => flagOf(memberOf(one, 'disable')) === true);
}

/** Whether Terraform takes what the provider refuses beside `disable` from the state. */
function isWithin(place: unknown, name: string): boolean {
  const [block, , member] = typeof place === 'string' ? partsOf(place) : [];
  return block === name && (member === undefined || member === SWITCHABLE[name]);
}
