import { inspect } from 'node:util';
import { Fn, TerraformOutput, TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { stackOf, synthesize } from '../support/synth';

const SECRET = 'correct-horse-battery-staple';
const key = auth0.EncryptionKey.fromPem(`-----BEGIN PRIVATE KEY-----\n${SECRET}\n-----END PRIVATE KEY-----`, { name: SECRET });

test.each<[unknown, string]>([
  [auth0.SigningAlg.RS256, 'RS256'],
  [auth0.TokenDialect.RFC9068_PROFILE, 'rfc9068_profile'],
  [auth0.ConsentPolicy.NONE, 'null'],
  [auth0.EncryptionAlg.RSA_OAEP_256, 'RSA-OAEP-256'],
  [auth0.Duration.minutes(2), '120 seconds'],
  [auth0.TokenEncryption.compactNestedJwe(key), 'token encryption: compact-nested-jwe'],
  [auth0.TokenEncryption.disabled(), 'token encryption: off'],
  [auth0.ProofOfPossession.dpop(), 'proof of possession: dpop'],
  [auth0.ProofOfPossession.disabled(), 'proof of possession: off'],
  [auth0.AuthorizationDetails.types(['payment']), 'authorization details: on'],
  [auth0.AuthorizationDetails.disabled(), 'authorization details: off'],
  [auth0.SigningSecret.unsafePlainText(SECRET), 'a signing secret'],
  [key, 'an encryption key'],
])('a value has a text: %#', (value, text) => {
  expect(`${value}`).toBe(text);
  expect(String(value)).toBe(text);
});

test('a value that only Terraform knows is the token, so that it can stand in a text', () => {
  const stack = stackOf();
  const { stringValue } = new TerraformVariable(stack, 'alg', { type: 'string' });
  new TerraformOutput(stack, 'text', { value: `alg: ${auth0.SigningAlg.of(stringValue)}` });
  expect(synthesize(stack).output.text.value).toBe('alg: ${var.alg}');
});

test('no text has the secret', () => {
  const secrets = [auth0.SigningSecret.unsafePlainText(SECRET), auth0.SigningSecret.fromToken(Token.asString(Fn.upper('${var.secret}')))];
  for (const secret of secrets) {
    expect([String(secret), JSON.stringify(secret), inspect(secret)].join()).not.toMatch(/correct|var\.secret|TfToken/);
  }
  expect(String(key)).not.toContain('correct');
});

test.each([undefined, null, 7, {}, [Object.create(null)]])('a value that was created from %p still has a text', (hostile: any) => {
  const texts = [
    auth0.AuthorizationDetails.types(hostile), auth0.ProofOfPossession.dpop({ required: hostile }),
    auth0.TokenEncryption.compactNestedJwe(hostile), auth0.EncryptionKey.fromPem(hostile), auth0.SigningSecret.unsafePlainText(hostile),
    auth0.Duration.days(hostile),
  ].map(String);
  expect(texts.filter((text) => text.includes('[object'))).toEqual([]);
});
