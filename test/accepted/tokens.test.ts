// A real tenant accepts every case here, or the provider's documentation contains it. Each case looks like a mistake,
// so a new rule could refuse it by accident. That would be worse than not finding a mistake.

import * as auth0 from '../../lib';
import { accepted, acceptedApi, apiWith, only } from '../support/accepted';
import { API, IDENTIFIER } from '../support/apis';
import { certificate, keyPair } from '../support/keys';

const { Duration, EncryptionKey, ProofOfPossession, SigningAlg, TokenDialect, TokenEncryption } = auth0;

test.each([
  ['a certificate', certificate('century')],
  ['a certificate without its last line end', certificate('century').trim()],
  ['a public key', keyPair('rsa').publicKey],
])('the key that encrypts tokens may be %s', (_, pem) => {
  const { token_encryption: encryption } = acceptedApi({
    tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPem(pem)),
  });
  expect(encryption.encryption_key.pem).toBe(`${pem.trim()}\n`);
});

test.each([SigningAlg.RS256, SigningAlg.HS256, SigningAlg.PS256])(
  'the algorithm $value is written without a warning: Auth0 can change it on an API that exists',
  (signingAlg) => {
    expect(acceptedApi({ signingAlg })).toEqual({ identifier: IDENTIFIER, signing_alg: signingAlg.value });
  },
);

describe('HS256', () => {
  test('may be used without a secret: Auth0 makes one', () => {
    expect(acceptedApi({ signingAlg: SigningAlg.HS256 })).toEqual({ identifier: IDENTIFIER, signing_alg: 'HS256' });
  });

  test('may be used together with encrypted tokens and mTLS', () => {
    const written = acceptedApi({
      signingAlg: SigningAlg.HS256,
      tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPem(keyPair('rsa').publicKey)),
      proofOfPossession: ProofOfPossession.mtls(),
    });
    expect(written).toMatchObject({ signing_alg: 'HS256', proof_of_possession: { mechanism: 'mtls', required: true } });
  });
});

test.each([1, 300, 3600])(
  'a lifetime of %d seconds is not compared with the default lifetime for browsers, which nobody wrote',
  (seconds) => {
    expect(acceptedApi({ tokenLifetime: Duration.seconds(seconds) })).toEqual({
      identifier: IDENTIFIER,
      token_lifetime: seconds,
    });
  },
);

test('the two lifetimes may be equal', () => {
  const written = acceptedApi({ tokenLifetime: Duration.hours(1), tokenLifetimeForWeb: Duration.hours(1) });
  expect(written).toMatchObject({ token_lifetime: 3600, token_lifetime_for_web: 3600 });
});

test('a dialect with permissions may be used without RBAC, with a warning: it has no effect', () => {
  acceptedApi({ enforcePolicies: false, tokenDialect: TokenDialect.ACCESS_TOKEN_AUTHZ }, [
    'tokenDialect puts permissions into tokens only where enforcePolicies is true, but it is false: ' +
      "'access_token_authz' has no effect [authz-dialect-without-rbac]",
  ]);
});

test.each<[string, auth0.TokenDialect | undefined]>([
  ['no dialect', undefined],
  ['access_token', TokenDialect.ACCESS_TOKEN],
  ['rfc9068_profile', TokenDialect.RFC9068_PROFILE],
])(
  'RBAC may be used without a dialect with permissions: %s',
  (_, tokenDialect) => {
    expect(acceptedApi({ enforcePolicies: true, tokenDialect })).toEqual({
      identifier: IDENTIFIER,
      enforce_policies: true,
      ...(tokenDialect && { token_dialect: tokenDialect.value }),
    });
  },
);

test("a block that is disabled may have attributes without a meaning, as in the provider's own sample", () => {
  // the props have no such block, but it can be set on the L1
  const json = accepted((stack) => {
    const { resource } = apiWith(stack);
    resource.putProofOfPossession({ disable: true, required: false, mechanism: undefined });
    resource.putTokenEncryption({ disable: true, format: undefined });
  });
  expect(only(json, API)).toMatchObject({
    proof_of_possession: { disable: true, required: false },
    token_encryption: { disable: true },
  });
});

test('the text "null" switches the consent policy off', () => {
  expect(acceptedApi({ consentPolicy: auth0.ConsentPolicy.NONE })).toEqual({
    identifier: IDENTIFIER,
    consent_policy: 'null',
  });
});

test('mTLS may be required without saying of whom', () => {
  expect(acceptedApi({ proofOfPossession: ProofOfPossession.mtls() })).toEqual({
    identifier: IDENTIFIER,
    proof_of_possession: { mechanism: 'mtls', required: true },
  });
});

test('PS256 may be used, although a tenant may need an add-on for it', () => {
  expect(acceptedApi({ signingAlg: SigningAlg.PS256 })).toEqual({ identifier: IDENTIFIER, signing_alg: 'PS256' });
});
