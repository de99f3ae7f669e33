import type { TerraformProvider } from 'cdktf';
import type { IConstruct } from 'constructs';

// a registered symbol, so that it also works for an API from a second copy of the library
const API_INFO = Symbol.for('cdk-auth0/ApiInfo');

/** The information about an API that the rules need in addition to its interface. */
export interface ApiInfo {
  /**
   * The identifier that the rules use: a literal or a token. For Auth0's own APIs it always has the domain auth0.com,
   * even if the tenant uses a custom domain.
   */
  readonly identifier: string;

  /** The names of all scopes. Only for an API from `fromAttributes` with `scopes`. */
  readonly scopes?: readonly string[];

  /** Whether its grants have safe defaults, unless they say otherwise. Undefined for an API that is not defined here. */
  readonly safeDefaults?: boolean;

  /** Returns the provider that the API has at this moment. Undefined for the default provider. */
  readonly provider: () => TerraformProvider | undefined;
}

/** Attaches the information about an API to its construct. */
export function attachApiInfo(api: IConstruct, info: ApiInfo): void {
  Object.defineProperty(api, API_INFO, { value: info });
}

/** Returns the information about an API. Undefined for an API that is implemented outside this library. */
export function apiInfoOf(api: IConstruct): ApiInfo | undefined {
  return (api as { [API_INFO]?: ApiInfo })[API_INFO];
}
