import type { IConstruct } from 'constructs';
import type { Names } from '../rules/tenant/granted-scopes';
import type { ResourceServerConfig } from '../schema/resource-server';

// a registered symbol: an API that a second copy of the library made is known as well
const API_INFO = Symbol.for('cdk-auth0/ApiInfo');

/** What the app knows of an API beyond its interface. */
export interface ApiInfo {
  /** `ResourceServer 'orders/Orders'` */
  readonly title: string;
  /** The identifier as it was given, a literal or a token. */
  readonly identifier: string;
  /** What grants are judged by, where the definition is one of this app's. */
  readonly config: Pick<ResourceServerConfig, 'subject_type_authorization' | 'authorization_details'>;
  /** The names of its scopes; nothing where they are not known, or where there are none. */
  declaredScopes(): Names | undefined;
}

/** Attaches what is known of an API to it. */
export function attachApiInfo(api: IConstruct, facts: ApiInfo): void {
  Object.defineProperty(api, API_INFO, { value: facts });
}

/** What is known of an API; nothing of one that somebody else has implemented. */
export function apiInfoOf(api: IConstruct): ApiInfo | undefined {
  return (api as { [API_INFO]?: ApiInfo })[API_INFO];
}
