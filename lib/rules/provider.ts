import { defineRules } from './rule';
import { PROVIDER_SECRETS, ProviderSecrets } from '../schema/provider';
import { isKnown } from '../schema/value';

/** The rules on the provider of Auth0. */
export const PROVIDER_SECRET_RULES = defineRules<ProviderSecrets>([
  {
    id: 'provider-secret-literal',
    severity: 'warning',
    attributes: Object.keys(PROVIDER_SECRETS.attributes).join(', '),
    summary: 'Should come from the environment or a sensitive variable: a literal is readable in the synthesized JSON.',
    see: 'https://registry.terraform.io/providers/auth0/auth0/latest/docs#environment-variables',
    check: (secrets, { report }) => {
      for (const { name } of PROVIDER_SECRETS.members) {
        if (isKnown(secrets[name as keyof ProviderSecrets])) {
          report([name], `is written in plain text to the Terraform JSON: set AUTH0_${name.toUpperCase()} in the environment instead, or take it from a sensitive variable`);
        }
      }
    },
  },
]);
