import { readTenant, ReadOptions } from '../../lib/tenant/read-tenant';
import { Source } from '../../lib/tenant/source';
import { terraformJsonSource } from '../../lib/tenant/sources/terraform-json';
import type { Tenant } from '../../lib/tenant/tenant';

/** Resources by type and name, as in Terraform's JSON. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** The parts of a Terraform configuration that the model uses. */
export interface Configuration {
  readonly 'resource'?: Blocks;
  readonly 'data'?: Blocks;
  readonly 'output'?: Readonly<Record<string, object>>;
  readonly 'provider'?: object;
  readonly '//'?: object;
}

/** A value that differs between the instances of a resource, so that it is not known. */
export const UNTOLD = '${each.value}';

/** Returns a configuration as a source of the model. */
export function configurationSource(configuration: Configuration, stackName?: string): Source {
  const metadata = stackName === undefined ? {} : { '//': { metadata: { stackName } } };
  return terraformJsonSource({ ...metadata, ...configuration }, 'cdk.tf.json');
}

/** Returns the model of a configuration. */
export function tenantOf(configuration: Configuration, options?: ReadOptions): Tenant {
  return readTenant([configurationSource(configuration)], options);
}

/** Returns the model of resources. */
export function tenantWith(resource: Blocks): Tenant {
  return tenantOf({ resource });
}
