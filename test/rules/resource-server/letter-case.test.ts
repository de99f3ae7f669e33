import * as auth0 from '../../../lib';
import { keyPair } from '../../support/keys';
import { testRule } from '../../support/rules';

const { ConsentPolicy, EncryptionAlg, EncryptionKey, ProofOfPossession, SigningAlg, TokenDialect } = auth0;

/** An object that looks like one of our named values: from a program without types, or a second copy of the library. */
const named = (value: string) => ({ value } as any);

const KEY = EncryptionKey.fromPem(keyPair('rsa').publicKey);

testRule('enum-letter-case', 'error', {
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
    // the provider would take it for the word that switches off, Auth0 would not
    'the consent policy': {
      props: { consentPolicy: named('NULL') },
      path: 'consentPolicy',
      message: "consentPolicy must be spelled 'null', but 'NULL' was given",
    },
    'the format of encrypted tokens': {
      raw: {
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
      raw: { identifier: 'orders', proof_of_possession: { mechanism: 'DPoP', required: true } },
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

describe('a named value that comes as a string', () => {
  const classes = {
    SigningAlg: [SigningAlg, ['RS256', 'PS256', 'HS256'], 'signing-alg-enum'],
    TokenDialect: [
      TokenDialect,
      ['access_token', 'access_token_authz', 'rfc9068_profile', 'rfc9068_profile_authz'],
      'token-dialect-enum',
    ],
    ConsentPolicy: [ConsentPolicy, ['transactional-authorization-with-mfa', 'null'], 'consent-policy-enum'],
    EncryptionAlg: [EncryptionAlg, ['RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'], 'jwe-alg-enum'],
  } as const;

  function refusal(make: () => unknown) {
    try {
      make();
    } catch (error) {
      expect(auth0.Errors.isValidationError(error)).toBe(true);
      return error as auth0.ValidationError;
    }
    throw new Error('it was accepted');
  }

  const swapped = (text: string) => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase());

  for (const [name, [{ of }, values, rule]] of Object.entries(classes)) {
    test.each([...values])(`${name}.of accepts '%s'`, (value) => {
      expect(of(value).value).toBe(value);
    });

    test.each([...values])(`${name}.of refuses '%s' in other letters, and names it`, (value) => {
      const message = `value must be spelled '${value}', but '${swapped(value)}' was given`;
      const error = refusal(() => of(swapped(value)));
      expect(error.violations).toEqual([{ rule: 'enum-letter-case', path: 'value', message }]);
      expect(error.message).toBe(`${name}.of is not valid:\n  - ${message} [enum-letter-case]`);
    });

    test(`${name}.of refuses another, and names those that it knows`, () => {
      const quoted = values.map((value) => `'${value}'`);
      const known = `${quoted.slice(0, -1).join(', ')} or ${quoted[quoted.length - 1]}`;
      expect(refusal(() => of('RS512')).violations).toEqual([
        { rule, path: 'value', message: `value must be ${known}, but 'RS512' was given` },
      ]);
    });

    test(`${name}.of refuses what is no text`, () => {
      expect(refusal(() => of(256 as any)).violations).toEqual([
        { rule: 'wrong-type', path: 'value', message: 'value must be a string, but a number was given' },
      ]);
    });

    test(`${name}.of accepts a token`, () => {
      expect(of('${var.token}').value).toBe('${var.token}');
    });
  }
});
