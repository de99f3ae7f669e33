import type { ExistingOptions } from './existing-options';

/** The attributes of an API that is defined elsewhere. */
export interface ResourceServerAttributes extends ExistingOptions {
  /** The identifier: the audience of the API's access tokens. */
  readonly identifier: string;

  /**
   * The id that Auth0 gave the API.
   *
   * @default - not known
   */
  readonly resourceServerId?: string;

  /**
   * The names of all its scopes. Synth refuses grants and permissions with other scopes.
   *
   * @default - not known: the scopes of grants and permissions are not checked
   */
  readonly scopes?: string[];
}
