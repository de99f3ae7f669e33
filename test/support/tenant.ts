import { readTenant, ReadOptions } from '../../lib/tenant/read-tenant';
import { Source } from '../../lib/tenant/source';
import { terraformJsonSource } from '../../lib/tenant/sources/terraform-json';
import type { Tenant } from '../../lib/tenant/tenant';

/** Resources by their types and names, as Terraform's JSON syntax has them. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** A configuration of Terraform's, of which only this matters for the model. */
export interface Configuration {
  readonly 'resource'?: Blocks;
  readonly 'data'?: Blocks;
  readonly 'output'?: Readonly<Record<string, object>>;
  readonly '//'?: object;
}

/** An attribute that differs between the instances of a resource, so that it cannot be told. */
export const UNTOLD = '${each.value}';

/** A configuration as a source. */
export function configurationSource(configuration: Configuration, stackName?: string): Source {
  const metadata = stackName === undefined ? {} : { '//': { metadata: { stackName } } };
  return terraformJsonSource({ ...metadata, ...configuration }, 'cdk.tf.json');
}

/** The model of a configuration. */
export function tenantOf(configuration: Configuration, options?: ReadOptions): Tenant {
  return readTenant([configurationSource(configuration)], options);
}

/** The model of resources. */
export function tenantWith(resource: Blocks): Tenant {
  return tenantOf({ resource });
}
