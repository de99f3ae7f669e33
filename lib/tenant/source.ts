import type { UNKNOWN, Value } from '../schema/value';

/** A resource or data source with Terraform's attribute names. */
export interface SourceResource {
  /** The type: `auth0_client_grant`, or `data.auth0_role` for a data source. */
  readonly type: string;
  /** The address: `auth0_client_grant.worker`, `module.shop.data.auth0_role.clerk`. */
  readonly address: string;
  /** The path of its construct, if it has one. */
  readonly path?: string;
  /** The alias of its provider, '' for the default provider. Two providers may belong to two tenants. */
  readonly provider: string | typeof UNKNOWN;
  /** Whether it may exist before the apply: it has an `import` block, or is in a plan or a state. */
  readonly mayExist?: boolean;
  /**
   * Returns the value of an attribute: a literal, a text with references (`${auth0_client.worker.client_id}`), a
   * ForeignValue, UNKNOWN, or undefined if it is not set. Members of blocks have the names of Terraform or of the bindings.
   */
  get(attribute: string): unknown;
}

/** A value that is set in another source. */
export interface ForeignValue {
  /** The name of the other source. */
  readonly source: string;
  readonly value: unknown;
}

/** Whether the value of an attribute is set in another source. */
export function isForeign(value: unknown): value is ForeignValue {
  return typeof value === 'object' && value !== null && 'source' in value && 'value' in value;
}

/** A set of resources that Terraform plans and applies together: a stack, a plan or a state. */
export interface Source {
  /** The name of the stack; '' for a plan, a state, or a document that does not name its stack. */
  readonly name: string;
  readonly resources: Iterable<SourceResource>;
  /** The providers of Auth0, as resources of the type `provider.auth0`. Not there if the source does not have them. */
  readonly providers?: readonly SourceResource[];
  /** Returns the value of an output. Other stacks may read it. */
  output(name: string): unknown;
  /** Returns the domain of the provider with an alias, as it is written. Not there if the source does not have it. */
  domainOf?(alias: string): Value<string>;
}
