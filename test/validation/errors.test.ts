import { TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { errorOf, messageFor } from '../support/errors';
import { stackOf, synthesize } from '../support/synth';

/** A second copy of the library, as in `node_modules` when two versions are installed. */
function secondCopy(): typeof auth0 {
  let copy: any;
  jest.isolateModules(() => {
    copy = jest.requireActual('../../lib');
  });
  return copy;
}

const other = secondCopy();

const message = messageFor("ResourceServer 'stack/Api'");

/** The error for an API with two mistakes, from this copy of the library. */
function refusalBy(library: typeof auth0): any {
  return errorOf(() => new library.ResourceServer(stackOf(), 'Api', { identifier: '', name: '' }));
}

test('the second copy has classes of its own', () => {
  expect(other.ResourceServer).not.toBe(auth0.ResourceServer);
  expect(other.Duration).not.toBe(auth0.Duration);
});

describe('isValidationError', () => {
  test.each<[string, unknown]>([
    ['of an API', refusalBy(auth0)],
    ['of a second copy', refusalBy(other)],
  ])('knows the error %s', (_, error) => {
    expect(auth0.Errors.isValidationError(error)).toBe(true);
    expect(other.Errors.isValidationError(error)).toBe(true);
  });

  test.each<[string, unknown]>([
    ['another error', new Error('not valid')],
    ['one of the same name', Object.assign(new Error('not valid'), { name: 'ValidationError', violations: [] })],
    ['a text', 'ValidationError'],
    ['null', null],
    ['nothing', undefined],
    ['a function', () => {}],
  ])('knows that %s is none', (_, error) => {
    expect(auth0.Errors.isValidationError(error)).toBe(false);
  });
});

describe('the error', () => {
  const copies: Array<[string, typeof auth0]> = [['this copy', auth0], ['a second copy', other]];

  test.each(copies)('of %s says what is wrong, as text and as data', (_, library) => {
    const error = refusalBy(library);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('ValidationError');
    expect(error.violations).toStrictEqual([
      { rule: 'identifier-empty', path: 'identifier', message: `identifier must not be empty` },
      {
        rule: 'name-empty-string',
        path: 'name',
        message: `name must not be empty: leave it out for an API without a name`,
      },
    ]);
    expect(error.message).toBe(message(
      ...error.violations.map(({ message: text, rule }: auth0.Violation) => `${text} [${rule}]`),
    ));
    expect(String(error)).toBe(`ValidationError: ${error.message}`);
  });

  test('has no other properties than name and violations', () => {
    expect(Object.keys(refusalBy(auth0)).sort()).toEqual(['name', 'violations']);
  });
});

test('values that a second copy made work in this one', () => {
  const stack = stackOf();
  const secret = new TerraformVariable(stack, 'secret', { sensitive: true });
  const propsOf = (library: typeof auth0): auth0.ResourceServerProps => ({
    identifier: 'https://api.example.com',
    signingAlg: library.SigningAlg.HS256,
    signingSecret: library.SigningSecret.fromVariable(secret),
    tokenDialect: library.TokenDialect.ACCESS_TOKEN,
    tokenLifetime: library.Duration.hours(2),
    tokenLifetimeForWeb: library.Duration.seconds(library.Duration.minutes(1).toSeconds()),
    consentPolicy: library.ConsentPolicy.TRANSACTIONAL_AUTHORIZATION_WITH_MFA,
    authorizationDetails: library.AuthorizationDetails.types(['payment']),
    tokenEncryption: library.TokenEncryption.compactNestedJwe(library.EncryptionKey.fromPem('${var.pem}'), {
      algorithm: library.EncryptionAlg.RSA_OAEP_512,
    }),
    proofOfPossession: library.ProofOfPossession.dpop(),
    subjectTypeAuthorization: { user: library.UserPolicy.DENY_ALL },
  });
  new auth0.ResourceServer(stack, 'Own', propsOf(auth0)).resource.overrideLogicalId('own');
  new auth0.ResourceServer(stack, 'Other', { ...propsOf(other), identifier: 'https://other.example.com' })
    .resource.overrideLogicalId('other');
  const { own, other: others } = synthesize(stack).resource.auth0_resource_server;
  expect(own.token_lifetime).toBe(7200);
  expect({ ...others, identifier: own.identifier }).toEqual({ ...own });
});

test('a mistake that a second copy found is reported by this one', () => {
  const tokenEncryption = other.TokenEncryption.compactNestedJwe(other.EncryptionKey.fromPemFile('nowhere.pem'));
  expect(() => new auth0.ResourceServer(stackOf(), 'Api', { identifier: 'a', tokenEncryption })).toThrow(new Error(message(
    `tokenEncryption.encryptionKey.pem cannot be read from 'nowhere.pem': there is no such file [pem-file-unreadable]`,
  )));
});
