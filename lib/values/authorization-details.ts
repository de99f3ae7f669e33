import { IResolvable, Token } from 'cdktf';
import type { ResourceServerAuthorizationDetails } from '../bindings/resource-server';
import { Converted, problem } from '../validation/convert';

const NO_TYPE = 'must name at least one type, but none was given: AuthorizationDetails.disabled() switches them off';

/**
 * The types of rich authorization requests that an API understands.
 *
 * @see https://auth0.com/docs/get-started/apis/configure-rich-authorization-requests
 */
export class AuthorizationDetails {
  /**
   * The API understands requests of these types, `payment`.
   *
   * Their order is kept: Auth0's provider takes another order for a change.
   *
   * @param types at least one; each may be a token, but not the whole list
   */
  public static types(...types: string[]): AuthorizationDetails {
    return new AuthorizationDetails(types);
  }

  /** Switched off, also where types were registered before. */
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
    // the rules refuse a list that only Terraform knows
    return { value: Token.isUnresolved(this.names) ? Token.asAny(this.names) : this.names.map((type) => ({ type })) };
  }
}
