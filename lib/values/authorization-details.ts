import type { IResolvable } from 'cdktf';
import type { ResourceServerAuthorizationDetails } from '../bindings/resource-server';
import { dynamicBlocks, EACH_VALUE } from '../framework/dynamic-blocks';
import { waitsFor } from '../framework/expression';
import { AFTER_APPLY } from '../rules/resource-server/sender-constraining';
import { below, Converted, isPresent, problem, wrongType } from '../validation/convert';
import { readList } from '../validation/list-argument';

const EXAMPLE = `AuthorizationDetails.types(['payment'])`;
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
   * @param types at least one type; each, and the whole list, can be a Terraform token that is known when Terraform plans
   */
  public static types(types: string[]): AuthorizationDetails {
    return new AuthorizationDetails({ types });
  }

  /** Switches rich authorization requests off, also if the API had types before. */
  public static disabled(): AuthorizationDetails {
    return new AuthorizationDetails();
  }

  private constructor(private readonly given?: { readonly types: string[] }) {}

  /** A text for logs: whether they are on. */
  public toString(): string {
    return `authorization details: ${this.given ? 'on' : 'off'}`;
  }

  /** @internal */
  public _toAuthorizationDetails(): Converted<ResourceServerAuthorizationDetails[] | IResolvable> {
    if (!this.given) {
      return { value: [{ disable: true }] };
    }
    const { value, problems } = readList(this.given.types, EXAMPLE);
    if (!value) {
      return { problems };
    }
    const { token: list, items: names } = value;
    if (list === undefined && names.length === 0) {
      return problem('authz-details-empty-entry', NO_TYPE);
    }
    if (list === undefined) {
      const missing = names.flatMap((type, index) => (isPresent(type) ? [] : below([index, 'type'], wrongType('a string', type).problems)));
      return { value: names.map((type) => ({ type: type as string })), problems: missing };
    }
    return waitsFor(list) === 'resources'
      ? problem('unknown-in-validated-block', AFTER_APPLY)
      : { value: dynamicBlocks(list, { type: EACH_VALUE }) };
  }
}
