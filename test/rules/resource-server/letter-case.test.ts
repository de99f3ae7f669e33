import * as auth0 from '../../../lib';
import { RESOURCE_SERVER_RULES } from '../../../lib/rules/resource-server';
import { keyPair } from '../../support/keys';
import { testRule } from '../../support/rules';

const { EncryptionKey, ProofOfPossession } = auth0;

/** An object that looks like a named value: from plain JavaScript, or from a second copy of the library. */
const named = (value: string) => ({ value } as any);

const KEY = EncryptionKey.fromPem(keyPair('rsa').publicKey);

testRule(RESOURCE_SERVER_RULES, 'enum-letter-case', {
  refuses: {
    'the algorithm': {
      props: { signingAlg: named('rs256') },
      path: 'signingAlg',
      message: "signingAlg must be spelled 'RS256', but 'rs256' was given",
    },
    'the dialect': {
      props: { tokenDialect: named('ACCESS_TOKEN') },
      path: 'tokenDialect',
      message: "tokenDialect must be spelled 'access_token', but 'ACCESS_TOKEN' was given",
    },
    // the provider would read it as "off", Auth0 would not
    'the consent policy': {
      props: { consentPolicy: named('NULL') },
      path: 'consentPolicy',
      message: "consentPolicy must be spelled 'null', but 'NULL' was given",
    },
    'the format of encrypted tokens': {
      config: {
        identifier: 'orders',
        token_encryption: { format: 'Compact-Nested-JWE', encryption_key: { algorithm: 'RSA-OAEP-256' } },
      },
      path: 'tokenEncryption.format',
      message: "tokenEncryption.format must be spelled 'compact-nested-jwe', but 'Compact-Nested-JWE' was given",
    },
    'the algorithm of encrypted tokens': {
      props: { tokenEncryption: auth0.TokenEncryption.compactNestedJwe(KEY, { algorithm: named('rsa-oaep-256') }) },
      path: 'tokenEncryption.encryptionKey.algorithm',
      message: "tokenEncryption.encryptionKey.algorithm must be spelled 'RSA-OAEP-256', but 'rsa-oaep-256' was given",
    },
    'the mechanism': {
      config: { identifier: 'orders', proof_of_possession: { mechanism: 'DPoP', required: true } },
      path: 'proofOfPossession.mechanism',
      message: "proofOfPossession.mechanism must be spelled 'dpop', but 'DPoP' was given",
    },
    'whose tokens are bound': {
      props: { proofOfPossession: ProofOfPossession.dpop({ requiredFor: 'ALL_CLIENTS' as any }) },
      path: 'proofOfPossession.requiredFor',
      message: "proofOfPossession.requiredFor must be spelled 'all_clients', but 'ALL_CLIENTS' was given",
    },
    'the policies': {
      props: {
        subjectTypeAuthorization: {
          user: 'Allow_All' as any,
          client: 'Deny_All' as any,
          anonymousUser: 'Require_Client_Grant' as any,
        },
      },
      finds: [
        {
          path: 'subjectTypeAuthorization.user',
          message: "subjectTypeAuthorization.user must be spelled 'allow_all', but 'Allow_All' was given",
        },
        {
          path: 'subjectTypeAuthorization.client',
          message: "subjectTypeAuthorization.client must be spelled 'deny_all', but 'Deny_All' was given",
        },
        {
          path: 'subjectTypeAuthorization.anonymousUser',
          message:
            "subjectTypeAuthorization.anonymousUser must be spelled 'require_client_grant', " +
            "but 'Require_Client_Grant' was given",
        },
      ],
    },
  },
  accepts: {
    'the right spelling': { props: { signingAlg: named('RS256') } },
  },
});
