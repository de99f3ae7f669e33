import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompleteStack } from '../../examples/complete/main';
import { appOf, synthesize } from '../support/synth';

const PEM = readFileSync(join(__dirname, '../../examples/complete/encryption-certificate.pem'), 'utf8');

// Written by hand from the HCL on the provider's page on auth0_resource_server, in the same order.
const PAGE = {
  auth0_resource_server: {
    my_resource_server: {
      name: 'Example Resource Server (Managed by Terraform)',
      identifier: 'https://api.example.com',
      signing_alg: 'RS256',

      allow_offline_access: true,
      token_lifetime: 8600,
      skip_consent_for_verifiable_first_party_clients: true,
      consent_policy: 'transactional-authorization-with-mfa',
      token_encryption: {
        format: 'compact-nested-jwe',
        encryption_key: {
          name: 'keyname',
          algorithm: 'RSA-OAEP-256',
          pem: PEM,
        },
      },
      authorization_details: [{ type: 'payment' }, { type: 'non-payment' }],
      proof_of_possession: {
        mechanism: 'mtls',
        required: true,
      },
      subject_type_authorization: {
        user: { policy: 'allow_all' },
        client: { policy: 'require_client_grant' },
      },
    },
  },
};

test(`examples/complete is the example of the provider's page, no more and no less`, () => {
  const { resource } = synthesize(new CompleteStack(appOf(), 'complete'));
  delete resource.auth0_resource_server.my_resource_server['//'];
  expect(resource).toStrictEqual(PAGE);
});

test('the certificate ends as the heredoc of the page does, with one line end', () => {
  expect(PEM).toMatch(/^-----BEGIN CERTIFICATE-----\n[^]*\n-----END CERTIFICATE-----\n$/);
});
