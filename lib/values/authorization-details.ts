import { IResolvable, Token } from 'cdktf';
import type { ResourceServerAuthorizationDetails } from '../bindings/resource-server';
import { Converted, problem } from '../validation/convert';

const NO_TYPE = 'must name at least one type, but none was given: use AuthorizationDetails.disabled() to switch them off';

/**
 * The types of rich authorization requests that an API understands.
 *
 * @see https://auth0.com/docs/get-started/apis/configure-rich-authorization-requests
 */
export class AuthorizationDetails {
  /**
   * Accepts requests of these types, for example `payment`.
   *
   * The types are written in the order in which they are given. If you change the order, Terraform plans a change.
   *
   * @param types at least one type; a single type can be a Terraform token, the whole list cannot
   */
  public static types(...types: string[]): AuthorizationDetails {
    return new AuthorizationDetails(types);
  }

  /** Switches rich authorization requests off, also if the API had types before. */
  public static disabled(): AuthorizationDetails {
    return new AuthorizationDetails();
  }

  private constructor(private readonly names?: string[]) {}

  /** @internal */
  public _toAuthorizationDetails(): Converted<ResourceServerAuthorizationDetails[] | IResolvable> {
    if (!this.names) {
      return { value: [{ disable: true }] };
    }
    if (this.names.length === 0) {
      return problem('authz-details-empty-entry', NO_TYPE);
    }
    // the rules report a list that only Terraform knows
    return { value: Token.isUnresolved(this.names) ? Token.asAny(this.names) : this.names.map((type) => ({ type })) };
  }
}
