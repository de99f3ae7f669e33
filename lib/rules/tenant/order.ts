import type { Value } from '../../schema/value';
import { findUnordered, isOrderedAfter } from '../../tenant/order';
import type { Api, Declaration, Role, Tenant } from '../../tenant/tenant';
import { quote } from '../../util/text';
import { Context, defineRules } from '../rule';
import { groupsOf } from './repeats';

/** Between what a stack defines, and what uses it or looks it up. */
export const ORDER_RULES = defineRules<Tenant, Declaration>([
  {
    id: 'lookup-of-own',
    severity: 'error',
    canBeAcknowledged: true, // what is looked up may have been applied before
    alsoWarns: true,
    attributes: 'data.auth0_resource_server, data.auth0_role',
    summary: 'Must not be an API or a role that the same stack defines: Terraform looks it up before it is there. An API from `fromAttributes` is a warning.',
    see: 'https://developer.hashicorp.com/terraform/language/data-sources',
    check: (tenant, context) => {
      reportLookups(tenant.apis, [({ key }) => key], context, tenant);
      reportLookups(tenant.roles, [({ type }) => type, ({ owner }) => owner, ({ name }) => name], context, tenant);
    },
  },
  {
    id: 'missing-dependency',
    severity: 'warning',
    attributes: 'depends_on, auth0_client_grant.audience, auth0_role_permission.resource_server_identifier, and others with an identifier of an API',
    summary: 'Should wait for the API and the scopes that it uses, where the same stack creates them: else the first apply can fail.',
    see: 'https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on',
    check: (tenant, { report }) => {
      for (const { declaration, missing } of findUnordered(tenant)) {
        // Auth0 stores a grant for scopes that do not exist yet
        const isGrant = declaration.resource.type === 'auth0_client_grant';
        const failing = isGrant ? missing.filter(({ resource }) => resource.type === 'auth0_resource_server') : missing;
        const titles = Array.from(new Set(failing.map(({ title }) => quote(title)))).join(', ');
        if (titles !== '') {
          report(
            declaration,
            `uses what ${titles} creates, but does not wait for it, so the first apply can fail with 404: ` +
              'refer to the API by its audience instead of writing its identifier, or add what is missing to depends_on',
          );
        }
      }
    },
  },
]);

/** Reports what is looked up by the text by which the same stack defines it. */
function reportLookups<T extends Api | Role>(
  all: readonly T[],
  keys: Array<(one: T) => Value<string>>,
  { report }: Context<Declaration>,
  tenant: Tenant,
): void {
  if (all.every(({ kind }) => kind === 'defined')) {
    return;
  }
  for (const group of groupsOf(all, ...keys)) {
    // Auth0 has made its Management API itself
    const own = group.find((one) => one.kind === 'defined' && !('system' in one && one.system?.name === 'management'));
    const others = own ? group.filter(({ kind, through }) => kind !== 'defined' && !through.includes(own.resource)) : [];
    for (const lookup of others) {
      if (lookup.kind === 'imported') {
        report(lookup, `describes ${quote(own!.title)}, which the same stack defines: use that construct`, 'warning');
      } else if (!isOrderedAfter(lookup, own!, tenant)) {
        report(lookup, `looks up ${quote(own!.title)}, which the same stack defines: use that construct, or add it to depends_on of the data source`);
      }
    }
  }
}
