import { Group } from './example';

export const PROVIDER: Group = {
  title: 'Provider',
  text: 'Secrets with which Terraform connects to the tenant.',
  examples: {
    'provider-secret-literal': {
      why: 'The provider reads its secrets from the environment. In code, they end up in the synthesized JSON, and often in a repository.',
      wrong: "new auth0.Auth0Provider(stack, 'eu', { alias: 'eu', domain: 'tenant.eu.auth0.com', clientId: 'id', clientSecret: 'plain text' });",
      right: "new auth0.Auth0Provider(stack, 'eu', { alias: 'eu', domain: 'tenant.eu.auth0.com', clientId: 'id', clientSecret: variable.stringValue });",
    },
  },
};
