import { TerraformProvider, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { ExistingOptions } from './existing-options';
import type { IResourceServer } from './i-resource-server';
import { DescribedResourceServer } from './imported-resource-server';
import { existingOptions } from './read-existing-options';
import { DOMAIN_RULES } from '../rules/existing';
import { block, text } from '../schema/attributes';
import { throwUnlessAcknowledged } from '../synth/findings';
import { guarded } from '../validation/guarded';
import { displayName, validate } from '../validation/validate';

/**
 * Returns one of Auth0's own APIs. Terraform looks nothing up.
 *
 * @param domain if it is not given, that of the provider or of the environment
 */
export function describedSystemApi(
  scope: Construct,
  id: string,
  domain: string | undefined,
  path: string,
  options: ExistingOptions,
): IResourceServer {
  const name = displayName('ResourceServer', scope, id);
  const given = existingOptions(name, options);
  const known = domain ?? domainFor(scope, given.provider);
  guarded(name, 'domain', () =>
    throwUnlessAcknowledged(scope, name, validate(block({ domain: text() }), DOMAIN_RULES, { domain: known }).findings));
  // the rules recognize Auth0's own APIs by their auth0.com domain; a tenant may use a custom one
  const canonical = { identifier: `https://tenant.auth0.com/${path}` };
  return new DescribedResourceServer(scope, id, `https://${known}/${path}`, canonical, given);
}

/** Returns the domain of the given provider; without one, of the default provider or of the only provider. */
function domainFor(scope: Construct, given: (TerraformProvider & { readonly domainInput?: string }) | undefined): string | undefined {
  const providers = TerraformStack.of(scope).node.findAll().filter(isAuth0Provider);
  const provider = given ?? providers.find(({ alias }) => alias === undefined) ?? (providers.length === 1 ? providers[0] : undefined);
  return provider?.domainInput ?? (process.env.AUTH0_DOMAIN || undefined);
}

function isAuth0Provider(construct: object): construct is TerraformProvider & { readonly domainInput?: string } {
  return TerraformProvider.isTerraformProvider(construct) && construct.terraformResourceType === 'auth0';
}
