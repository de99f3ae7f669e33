// A real tenant accepts every case here, or the provider's documentation contains it. Each case looks like a mistake,
// so a new rule could refuse it by accident. That would be worse than not finding a mistake.

import { Fn, TerraformOutput, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { accepted, apiWith, only } from '../support/accepted';
import { API, GRANT } from '../support/apis';

const { Duration, EncryptionKey, ProofOfPossession, SigningAlg, TokenDialect, TokenEncryption } = auth0;

describe('values that only Terraform knows', () => {
  test('may be given for every property of an API', () => {
    const json = accepted((stack) => {
      const text = new TerraformVariable(stack, 'text', {}).stringValue;
      const number = new TerraformVariable(stack, 'number', {}).numberValue;
      const flag = new TerraformVariable(stack, 'flag', {}).booleanValue;
      const map = Fn.tomap({ [text]: text });
      new auth0.ResourceServer(stack, 'Api', {
        identifier: text,
        name: text,
        scopes: map,
        signingAlg: SigningAlg.of(text),
        signingSecret: auth0.SigningSecret.fromToken(text),
        tokenDialect: TokenDialect.of(text),
        enforcePolicies: flag,
        tokenLifetime: Duration.seconds(number),
        tokenLifetimeForWeb: Duration.minutes(number),
        tokenLifetimeForAnonymousAccessTokens: Duration.days(number),
        allowOfflineAccess: flag,
        allowOnlineAccess: flag,
        allowOnlineAccessWithEphemeralSessions: flag,
        skipConsentForVerifiableFirstPartyClients: flag,
        consentPolicy: auth0.ConsentPolicy.of(text),
        verificationLocation: text,
        authorizationDetails: auth0.AuthorizationDetails.types([text]),
        tokenEncryption: TokenEncryption.compactNestedJwe(
          EncryptionKey.fromPem(text, { algorithm: auth0.EncryptionAlg.of(text), kid: text, name: text }),
        ),
        proofOfPossession: ProofOfPossession.dpop({ requiredFor: text as auth0.ProofOfPossessionRequiredFor }),
        subjectTypeAuthorization: {
          user: text as auth0.UserPolicy,
          client: text as auth0.ClientPolicy,
          anonymousUser: text as auth0.AnonymousUserPolicy,
        },
        authorizationPolicyId: text,
        customClaims: map,
      });
    });
    expect(only(json, API)).toMatchObject({
      identifier: '${var.text}',
      token_lifetime: '${var.number}',
      enforce_policies: '${var.flag}',
    });
  });

  test('may be given for what a grant names', () => {
    const json = accepted((stack) => {
      const client = new auth0.bindings.client.Client(stack, 'Client', { name: 'Worker' });
      const scopes = new TerraformVariable(stack, 'scopes', { type: 'list(string)' }).listValue;
      apiWith(stack, { 'read:orders': '' }).grant(client.clientId, scopes);
      new TerraformOutput(stack, 'id', { value: client.clientId });
    });
    expect(only(json, GRANT)).toMatchObject({
      client_id: '${auth0_client.Client.client_id}',
      scopes: '${var.scopes}',
    });
  });
});
