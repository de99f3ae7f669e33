import { TerraformVariable } from 'cdktf';
import * as auth0 from '../../../lib';
import { API, apiIn, apiOf, IDENTIFIER, refusalOf } from '../../support/apis';
import { PEM } from '../../support/encryption';
import { errorOf, messageFor } from '../../support/errors';
import { resourceOf, stackOf, synthesize } from '../../support/synth';

const KEY = auth0.EncryptionKey.fromPem(PEM);

const message = messageFor("ResourceServer 'stack/Api'");

describe('in plain JavaScript', () => {
  const PROPS = [
    'name', 'scopes', 'signingAlg', 'signingSecret', 'tokenDialect', 'enforcePolicies', 'tokenLifetime',
    'tokenLifetimeForWeb', 'tokenLifetimeForAnonymousAccessTokens', 'allowOfflineAccess', 'allowOnlineAccess',
    'allowOnlineAccessWithEphemeralSessions', 'skipConsentForVerifiableFirstPartyClients', 'consentPolicy',
    'verificationLocation', 'authorizationDetails', 'tokenEncryption', 'proofOfPossession', 'subjectTypeAuthorization',
    'authorizationPolicyId', 'customClaims', 'safeDefaults', 'provider', 'lifecycle', 'dependsOn',
  ];

  test.each([undefined, null])('%s is the same as left out', (nothing) => {
    const given = Object.fromEntries(PROPS.map((name) => [name, nothing]));
    const left = stackOf((stack) => new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER }));
    expect(synthesize(stackOf((stack) => {
      new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, ...given });
    }))).toEqual(synthesize(left));
  });

  test.each([undefined, null])('%s in a struct is the same as left out', (nothing: any) => {
    expect(apiOf({
      subjectTypeAuthorization: { user: nothing, client: auth0.ClientPolicy.DENY_ALL, anonymousUser: nothing },
      proofOfPossession: auth0.ProofOfPossession.dpop({ required: nothing, requiredFor: nothing }),
      scopes: { a: nothing },
    })).toEqual({
      identifier: IDENTIFIER,
      subject_type_authorization: { client: { policy: 'deny_all' } },
      proof_of_possession: { mechanism: 'dpop', required: true },
    });
  });

  test.each([undefined, null, {}])('%s for all props lacks an identifier', (props: any) => {
    expect(errorOf(() => new auth0.ResourceServer(stackOf(), 'Api', props)).message).toBe(
      message('identifier is required, but was not given [identifier-required]'),
    );
  });

  test.each<[string, any, string]>([
    [
      'a number for a lifetime',
      { tokenLifetime: 12345 },
      'tokenLifetime must be a Duration, such as Duration.hours(1), but a number was given',
    ],
    [
      'a text for a lifetime',
      { tokenLifetimeForWeb: '1h' },
      'tokenLifetimeForWeb must be a Duration, such as Duration.hours(1), but a string was given',
    ],
    [
      'a text for an algorithm',
      { signingAlg: 'RS256' },
      'signingAlg must be one of the named values, such as SigningAlg.RS256, but a string was given',
    ],
    [
      'a text for a dialect',
      { tokenDialect: 'access_token' },
      'tokenDialect must be one of the named values, such as TokenDialect.RFC9068_PROFILE_AUTHZ, but a string was given',
    ],
    [
      'a text for a consent policy',
      { consentPolicy: 'null' },
      'consentPolicy must be one of the named values, such as ConsentPolicy.NONE, but a string was given',
    ],
    [
      'a text for a secret',
      { signingSecret: 'hush-hush-hush-hush' },
      'signingSecret must be a SigningSecret, such as SigningSecret.fromVariable(variable), but a string was given',
    ],
    [
      'a list for authorization details',
      { authorizationDetails: ['payment'] },
      `authorizationDetails must be an AuthorizationDetails, such as AuthorizationDetails.types(['payment']), but a list was given`,
    ],
    [
      'a key for encryption',
      { tokenEncryption: KEY },
      'tokenEncryption must be a TokenEncryption, such as TokenEncryption.compactNestedJwe(key), but an object was given',
    ],
    [
      'a PEM for a key',
      { tokenEncryption: auth0.TokenEncryption.compactNestedJwe('pem' as any) },
      'tokenEncryption.encryptionKey must be an EncryptionKey, such as EncryptionKey.fromPemFile(path), but a string was given',
    ],
    [
      'a text for a key algorithm',
      { tokenEncryption: auth0.TokenEncryption.compactNestedJwe(KEY, { algorithm: 'RSA1_5' as any }) },
      'tokenEncryption.encryptionKey.algorithm must be one of the named values, such as EncryptionAlg.RSA_OAEP_256, but a string was given',
    ],
    [
      'encryption for proof of possession',
      { proofOfPossession: auth0.TokenEncryption.disabled() },
      'proofOfPossession must be a ProofOfPossession, such as ProofOfPossession.dpop(), but an object was given',
    ],
    [
      'a text for required',
      { proofOfPossession: auth0.ProofOfPossession.dpop({ required: 'yes' as any }) },
      'proofOfPossession.required must be a boolean, but a string was given',
    ],
    [
      'a text for access policies',
      { subjectTypeAuthorization: 'deny_all' },
      'subjectTypeAuthorization must be an object, such as { user: UserPolicy.DENY_ALL }, but a string was given',
    ],
    [
      'a boolean for an access policy',
      { subjectTypeAuthorization: { user: true } },
      'subjectTypeAuthorization.user must be a string, but a boolean was given',
    ],
    ['a number for a name', { name: 7 }, 'name must be a string, but a number was given'],
    ['a text for a flag', { enforcePolicies: 'true' }, 'enforcePolicies must be a boolean, but a string was given'],
    [
      'a symbol for a flag',
      { allowOfflineAccess: Symbol('secret') },
      'allowOfflineAccess must be a boolean, but a symbol was given',
    ],
    [
      'a function for a location',
      { verificationLocation: () => 'secret' },
      'verificationLocation must be a string, but a function was given',
    ],
    [
      'an object for a policy',
      { authorizationPolicyId: {} },
      'authorizationPolicyId must be a string, but an object was given',
    ],
    ['a list of scopes', { scopes: ['read'] }, "scopes must be an object, such as { 'read:orders': 'Read orders' }, but a list was given"],
    ['a text for scopes', { scopes: 'read' }, "scopes must be an object, such as { 'read:orders': 'Read orders' }, but a string was given"],
    [
      'a number for a description',
      { scopes: { read: 1 } },
      "scopes['read'].description must be a string, but a number was given",
    ],
    [
      'nothing for an expression',
      { customClaims: { country: undefined } },
      "customClaims['country'].expression must be a string, but nothing was given",
    ],
    ['a list of claims', { customClaims: ['a'] }, "customClaims must be an object, such as { country: 'anonymous_session.metadata.country' }, but a list was given"],
    [
      'an object that cannot be text for an identifier',
      { identifier: Object.create(null), safeDefaults: true },
      'identifier must be a string, but an object was given',
    ],
    ['an object for an identifier', { identifier: {} }, 'identifier must be a string, but an object was given'],
  ])('%s is of the wrong type', (_, props, text) => {
    expect(refusalOf(props).message).toBe(message(`${text} [wrong-type]`));
  });
});

test('a token in place of a value object is left to Terraform', () => {
  const stack = stackOf();
  const tokenLifetime: any = new TerraformVariable(stack, 'lifetime', {}).value;
  apiIn(stack, { tokenLifetime });
  expect(resourceOf(stack, API).token_lifetime).toBe('${var.lifetime}');
});
