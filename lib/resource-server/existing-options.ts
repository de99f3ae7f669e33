import type { TerraformProvider } from 'cdktf';

/** Options of an API or a role that exists already. */
export interface ExistingOptions {
  /**
   * The provider of the tenant in which it exists. What is granted on it or allowed to it uses this provider as well.
   *
   * @default - the default Auth0 provider of the stack
   */
  readonly provider?: TerraformProvider;
}
