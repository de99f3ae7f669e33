import { PROVIDER_SECRET_RULES } from '../../lib/rules/provider';
import { UNKNOWN } from '../../lib/schema/value';
import { testRule } from '../support/rules';

const refused = (name: string, path: string) => ({
  config: { [name]: 'plain' },
  path,
  message: `${path} is written in plain text to the Terraform JSON: set AUTH0_${name.toUpperCase()} in the environment instead, or take it from a sensitive variable`,
});

testRule(PROVIDER_SECRET_RULES, 'provider-secret-literal', {
  refuses: {
    'a secret': refused('client_secret', 'clientSecret'),
    'a private key': refused('client_assertion_private_key', 'clientAssertionPrivateKey'),
    'a token of the Management API': refused('api_token', 'apiToken'),
  },
  accepts: {
    'none': { config: {} },
    'a token': { config: { client_secret: UNKNOWN, client_assertion_private_key: UNKNOWN, api_token: UNKNOWN } },
  },
});
