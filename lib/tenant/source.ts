/** A resource or data source, in Terraform's names. Nothing is read before it is asked for. */
export interface SourceResource {
  /** `auth0_client_grant`; of a data source `data.auth0_role` */
  readonly type: string;
  /** `auth0_client_grant.worker`, `module.shop.data.auth0_role.clerk` */
  readonly address: string;
  /** The path of its construct, where there is one. */
  readonly path?: string;
  /** The alias of its provider, '' for the default one: two providers may be two tenants. */
  readonly provider: string;
  /**
   * The value of an attribute: a literal, a text with references (`${auth0_client.worker.client_id}`), a ForeignValue,
   * UNKNOWN, or nothing where it is not set. Blocks have the names of Terraform or of the bindings.
   */
  get(attribute: string): unknown;
}

/** A value that a resource of another source has. */
export interface ForeignValue {
  /** The name of the other source. */
  readonly source: string;
  readonly value: unknown;
}

/** Resources that are planned and applied together: a stack, a plan or a state. */
export interface Source {
  /** The name of the stack; '' where there is only one. */
  readonly name: string;
  readonly resources: Iterable<SourceResource>;
  /** The value of an output, which other stacks read. */
  output(name: string): unknown;
}
