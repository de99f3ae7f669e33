import type { Construct } from 'constructs';
import * as binding from './bindings/provider';
import { rejectForeignStack } from './framework/foreign-stack';

/**
 * The provider: how Terraform reaches the tenant.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs
 */
export class Auth0Provider extends binding.Auth0Provider {
  /**
   * @param config what is left out comes from the environment: `AUTH0_DOMAIN`, `AUTH0_CLIENT_ID`, `AUTH0_CLIENT_SECRET`
   */
  public constructor(scope: Construct, id: string, config: binding.Auth0ProviderConfig = {}) {
    rejectForeignStack(scope);
    super(scope, id, config);
  }
}
