// The program of examples/<language>/main in TypeScript: theirs must synthesize the same bytes.

import { App, TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from 'cdktf-auth0';

const app = new App();
const stack = new TerraformStack(app, 'shop');
new auth0.Auth0Provider(stack, 'auth0');

const orders = new auth0.ResourceServer(stack, 'Orders', {
  identifier: 'https://api.example.com/orders',
  name: 'Orders',
  scopes: { 'write:orders': 'Create and change orders', 'read:orders': 'Read orders' },
  enforcePolicies: true,
});
const worker = new auth0.bindings.client.Client(stack, 'Worker', { name: 'Worker', appType: 'non_interactive' });
orders.grant(worker.clientId, ['read:orders']);
orders.addScope('delete:orders', 'Delete orders');

new auth0.ResourceServer(stack, 'Transfers', {
  identifier: 'https://api.example.com/transfers',
  tokenLifetime: auth0.Duration.minutes(15),
  consentPolicy: auth0.ConsentPolicy.TRANSACTIONAL_AUTHORIZATION_WITH_MFA,
  authorizationDetails: auth0.AuthorizationDetails.types(['payment', 'transfer']),
  subjectTypeAuthorization: { user: auth0.UserPolicy.ALLOW_ALL },
  proofOfPossession: auth0.ProofOfPossession.dpop({ requiredFor: auth0.ProofOfPossessionRequiredFor.PUBLIC_CLIENTS }),
});

const key = auth0.EncryptionKey.fromPemFile('encryption-key.pem');
new auth0.ResourceServer(stack, 'Health', {
  identifier: 'https://api.example.com/health',
  tokenEncryption: auth0.TokenEncryption.compactNestedJwe(key, { kid: key.thumbprint }),
});

const secret = new TerraformVariable(stack, 'signing_secret', { type: 'string', sensitive: true });
new auth0.ResourceServer(stack, 'Legacy', {
  identifier: 'https://api.example.com/legacy',
  signingAlg: auth0.SigningAlg.HS256,
  signingSecret: auth0.SigningSecret.fromVariable(secret),
});

const clerk = new auth0.Role(stack, 'Clerk', { name: 'Orders clerk' });
clerk.allow(orders, ['read:orders', 'write:orders']);
const shop = new auth0.bindings.client.Client(stack, 'Shop', { name: 'Shop', appType: 'spa' });
orders.grant(shop.clientId, ['read:orders', 'write:orders'], { subjectType: auth0.SubjectType.USER });

const ledger = auth0.ResourceServer.fromIdentifier(stack, 'Ledger', 'https://api.example.com/ledger');
ledger.grant(worker.clientId, ['read:entries']);
const management = auth0.ResourceServer.fromManagementApi(stack, 'Management', 'tenant.eu.auth0.com');
management.grant(worker.clientId, ['read:users']);

orders.resource.addOverride('token_dialect', 'access_token');
orders.resource.lifecycle = { preventDestroy: true };

app.synth();
