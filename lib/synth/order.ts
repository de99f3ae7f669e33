import { Aspects, dependable, TerraformResource, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { isImportedApi, otherSources, stackSource, TreeResource } from './construct-tree';
import { WITHIN_STACK } from '../framework/aspects';
import { isFastL1 } from '../framework/fast-synthesis';
import { lazyString } from '../framework/lazy';
import { firstIn } from '../framework/tree';
import { findUnordered } from '../tenant/order';
import { readTenant } from '../tenant/read-tenant';
import type { Tenant } from '../tenant/tenant';

/**
 * Makes the grants and permissions of our constructs wait for what they use, where the JSON has no reference to it: an
 * API of this stack that is described by `fromAttributes`, and scopes that bindings manage.
 *
 * An Aspect does it, so that it also happens where a stack is synthesized without validations.
 */
export function orderAtSynth(stack: TerraformStack): void {
  Aspects.of(stack).add(Object.assign({
    visit: (construct: IConstruct) => {
      if (construct === stack && firstIn(stack, mayBeUnordered)) {
        order(readTenant([stackSource(stack)], { others: otherSources([stack]) }));
      }
    },
  }, { [WITHIN_STACK]: true }));
}

/** Whether ours most often have to wait for a construct without a reference. The checks look for the rest. */
function mayBeUnordered(construct: IConstruct): boolean {
  return TerraformResource.isTerraformResource(construct)
    ? SCOPES.includes(construct.terraformResourceType) && !isFastL1(construct)
    : isImportedApi(construct);
}

/** Adds what is missing to `depends_on` of our L1s. */
export function order(tenant: Tenant): void {
  for (const { declaration, missing } of findUnordered(tenant)) {
    const { construct, isOurs } = declaration.resource as TreeResource;
    if (isOurs && TerraformResource.isTerraformResource(construct)) {
      const addresses = missing.map(({ resource }) => (resource as TreeResource).construct as TerraformResource);
      // lazy: the logical id of an L1 is fixed when its address is read
      construct.dependsOn = [...(construct.dependsOn ?? []), ...addresses.map((one) => dependable({ fqn: lazyString(() => one.fqn) }))];
    }
  }
}

const SCOPES = ['auth0_resource_server_scope', 'auth0_resource_server_scopes'];
