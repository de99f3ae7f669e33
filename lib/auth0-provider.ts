import type { Construct } from 'constructs';
import * as binding from './bindings/provider';
import { rejectForeignStack } from './framework/foreign-stack';
import { PROVIDER } from './schema/provider';
import { checkProviderAtSynth } from './synth/stack-checks';
import { isPresent } from './validation/convert';
import { guarded } from './validation/guarded';
import { optionNames, optionsOf } from './validation/options';
import { displayName, throwIfErrors, validate } from './validation/validate';

/** The settings of the Auth0 provider. */
export interface Auth0ProviderProps extends binding.Auth0ProviderConfig {}

const CONFIG = optionNames(...PROVIDER.members.map(({ key }) => key));

/**
 * The Auth0 provider: the connection of Terraform to a tenant.
 *
 * A secret in plain text is a warning at synth, because the synthesized JSON shows it.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs
 */
export class Auth0Provider extends binding.Auth0Provider {
  /**
   * @param config the settings of the provider; it reads the missing ones from the environment variables
   * `AUTH0_DOMAIN`, `AUTH0_CLIENT_ID` and `AUTH0_CLIENT_SECRET`
   */
  public constructor(scope: Construct, id: string, config: Auth0ProviderProps = {}) {
    const name = displayName('Auth0Provider', scope, id);
    rejectForeignStack(scope);
    const values = optionsOf(name, config, CONFIG, 'config');
    guarded(name, 'config', () => throwIfErrors(name, validate(PROVIDER, [], values).findings));
    super(scope, id, Object.fromEntries(Object.entries(values).filter(([, value]) => isPresent(value))));
    checkProviderAtSynth(this);
  }
}
