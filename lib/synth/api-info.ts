import type { IConstruct } from 'constructs';

// a registered symbol: an API that a second copy of the library made is known as well
const API_INFO = Symbol.for('cdk-auth0/ApiInfo');

/** What is known of an API beyond its interface. */
export interface ApiInfo {
  /**
   * The identifier by which the rules know it: a literal or a token. For Auth0's own APIs it has the domain auth0.com,
   * whatever the domain of the tenant is.
   */
  readonly identifier: string;

  /** The names of all its scopes, where the API is only described and they are given. */
  readonly scopes?: readonly string[];
}

/** Attaches what is known of an API to its construct. */
export function attachApiInfo(api: IConstruct, info: ApiInfo): void {
  Object.defineProperty(api, API_INFO, { value: info });
}

/** What is known of an API; nothing of one that somebody else has implemented. */
export function apiInfoOf(api: IConstruct): ApiInfo | undefined {
  return (api as { [API_INFO]?: ApiInfo })[API_INFO];
}
