import { TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { API, apiIn } from '../support/apis';
import { PEM } from '../support/encryption';
import { errorOf, messageFor } from '../support/errors';
import { resourceOf, stackOf } from '../support/synth';

describe.each<[string, { of(value: string): { value: string } }, string[], string, string]>([
  ['SigningAlg', auth0.SigningAlg, ['RS256', 'PS256', 'HS256'], 'RS512', 'signing-alg-enum'],
  [
    'TokenDialect',
    auth0.TokenDialect,
    ['access_token', 'access_token_authz', 'rfc9068_profile', 'rfc9068_profile_authz'],
    'jwt',
    'token-dialect-enum',
  ],
  [
    'ConsentPolicy',
    auth0.ConsentPolicy,
    ['transactional-authorization-with-mfa', 'null'],
    'standard',
    'consent-policy-enum',
  ],
  ['EncryptionAlg', auth0.EncryptionAlg, ['RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'], 'RSA-OAEP', 'jwe-alg-enum'],
])('%s', (name, type, values, unknown, rule) => {
  /** Expects that `of` refuses a value with one violation. */
  function expectRefusal(value: any, text: string, by: string): void {
    const error = errorOf(() => type.of(value));
    expect(auth0.Errors.isValidationError(error)).toBe(true);
    expect(error.violations).toEqual([{ rule: by, path: 'value', message: `value ${text}` }]);
    expect(error.message).toBe(messageFor(`${name}.of`)(`value ${text} [${by}]`));
  }

  test('has an instance for each value', () => {
    const instances = Object.entries(type).filter(([, instance]) => instance instanceof (type as any));
    expect(instances.map(([, { value }]: any) => value)).toEqual(values);
    expect(instances.map(([key]) => key)).toEqual(
      name === 'ConsentPolicy'
        ? ['TRANSACTIONAL_AUTHORIZATION_WITH_MFA', 'NONE']
        : values.map((value) => value.toUpperCase().replace(/-/g, '_')),
    );
  });

  test.each(values)('%s can come as a string', (value) => {
    expect(type.of(value).value).toBe(value);
  });

  test('a token is taken as it is', () => {
    const token = Token.asString({ resolve: () => 'x' });
    expect(type.of(token).value).toBe(token);
    expect(type.of('${var.a}').value).toBe('${var.a}');
  });

  test.each(values)('%s in other letters is refused, with the right spelling', (value) => {
    const other = value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
    expectRefusal(other, `must be spelled '${value}', but '${other}' was given`, 'enum-letter-case');
  });

  test.each([unknown, ''])("the unknown value '%s' is refused, with those that are known", (value) => {
    const known = `${values.slice(0, -1).map((one) => `'${one}'`).join(', ')} or '${values[values.length - 1]}'`;
    expectRefusal(value, `must be ${known}, but '${value}' was given`, rule);
  });

  test('what is no string is refused', () => {
    expectRefusal(1, 'must be a string, but a number was given', 'wrong-type');
    expectRefusal(undefined, 'must be a string, but nothing was given', 'wrong-type');
    expectRefusal(type.of(values[0]), 'must be a string, but an object was given', 'wrong-type');
  });
});

test('a named value that is a token reaches the JSON', () => {
  const stack = stackOf();
  const variable = new TerraformVariable(stack, 'v', {}).stringValue;
  const key = auth0.EncryptionKey.fromPem(PEM);
  apiIn(stack, {
    signingAlg: auth0.SigningAlg.of(variable),
    tokenDialect: auth0.TokenDialect.of(variable),
    consentPolicy: auth0.ConsentPolicy.of(variable),
    tokenEncryption: auth0.TokenEncryption.compactNestedJwe(key, { algorithm: auth0.EncryptionAlg.of(variable) }),
  });
  const api = resourceOf(stack, API);
  const { algorithm } = api.token_encryption.encryption_key;
  expect([api.signing_alg, api.token_dialect, api.consent_policy, algorithm]).toEqual(Array(4).fill('${var.v}'));
});
