import { TerraformVariable } from 'cdktf';
import * as auth0 from '../../../lib';
import { RESOURCE_SERVER_RULES } from '../../../lib/rules/resource-server';
import { errorOf, messageFor } from '../../support/errors';
import { judge, testRule } from '../../support/rules';
import { stackOf } from '../../support/synth';

const { SigningAlg, SigningSecret, TokenDialect } = auth0;
const PLAIN = 'is written in plain text to the Terraform JSON and the state: take it from a sensitive variable';

/** The warning for every secret in plain text. */
const plainText = {
  rule: 'signing-secret-literal',
  severity: 'warning',
  path: 'signingSecret',
  message: `signingSecret ${PLAIN}`,
} as const;

testRule(RESOURCE_SERVER_RULES, 'signing-alg-enum', {
  refuses: {
    'an algorithm that the provider cannot send': {
      props: { signingAlg: { value: 'RS512' } as any },
      path: 'signingAlg',
      message: "signingAlg must be 'RS256', 'PS256' or 'HS256', but 'RS512' was given",
    },
    'an empty text': {
      props: { signingAlg: { value: '' } as any },
      path: 'signingAlg',
      message: "signingAlg must be 'RS256', 'PS256' or 'HS256', but '' was given",
    },
  },
  accepts: {
    RS256: { props: { signingAlg: SigningAlg.RS256 } },
    PS256: { props: { signingAlg: SigningAlg.PS256 } },
    HS256: { props: { signingAlg: SigningAlg.HS256 } },
  },
  tokens: { 'a token': ({ text }) => ({ signingAlg: SigningAlg.of(text) }) },
});

testRule(RESOURCE_SERVER_RULES, 'signing-secret-short', {
  refuses: {
    '15 characters': {
      props: { signingAlg: SigningAlg.HS256, signingSecret: SigningSecret.unsafePlainText('123456789012345') },
      finds: [
        { path: 'signingSecret', message: 'signingSecret must be at least 16 characters long, but 15 were given' },
        plainText,
      ],
    },
    // the provider counts bytes, Auth0 counts characters
    '8 characters of two bytes': {
      props: { signingAlg: SigningAlg.HS256, signingSecret: SigningSecret.unsafePlainText('é'.repeat(8)) },
      finds: [
        { path: 'signingSecret', message: 'signingSecret must be at least 16 characters long, but 8 were given' },
        plainText,
      ],
    },
    '15 characters that JavaScript counts as 30': {
      props: { signingAlg: SigningAlg.HS256, signingSecret: SigningSecret.unsafePlainText('\u{1F511}'.repeat(15)) },
      finds: [
        { path: 'signingSecret', message: 'signingSecret must be at least 16 characters long, but 15 were given' },
        plainText,
      ],
    },
    'an empty text': {
      props: { signingAlg: SigningAlg.HS256, signingSecret: SigningSecret.unsafePlainText('') },
      finds: [
        { path: 'signingSecret', message: 'signingSecret must be at least 16 characters long, but 0 were given' },
        plainText,
      ],
    },
  },
  accepts: {
    'no secret, since Auth0 makes one up': { props: { signingAlg: SigningAlg.HS256 } },
  },
  tokens: {
    'a token': ({ secret }) => ({ signingAlg: SigningAlg.HS256, signingSecret: SigningSecret.fromToken(secret) }),
  },
});

testRule(RESOURCE_SERVER_RULES, 'signing-secret-literal', {
  refuses: {
    '16 characters of plain text': {
      props: { signingAlg: SigningAlg.HS256, signingSecret: SigningSecret.unsafePlainText('1234567890123456') },
      path: 'signingSecret',
      message: `signingSecret ${PLAIN}`,
    },
  },
  accepts: {
    'a token': {
      props: ({ secret }) => ({ signingAlg: SigningAlg.HS256, signingSecret: SigningSecret.fromToken(secret) }),
    },
  },
});

testRule(RESOURCE_SERVER_RULES, 'signing-secret-without-hs256', {
  refuses: {
    'a secret for RS256': {
      props: ({ secret }) => ({ signingAlg: SigningAlg.RS256, signingSecret: SigningSecret.fromToken(secret) }),
      path: 'signingSecret',
      message: "signingSecret has no effect unless signingAlg is 'HS256', but it is 'RS256'",
    },
    'a secret for PS256': {
      props: ({ secret }) => ({ signingAlg: SigningAlg.PS256, signingSecret: SigningSecret.fromToken(secret) }),
      path: 'signingSecret',
      message: "signingSecret has no effect unless signingAlg is 'HS256', but it is 'PS256'",
    },
    'a secret for the algorithm of the safe defaults': {
      props: ({ secret }) => ({ safeDefaults: true, signingSecret: SigningSecret.fromToken(secret) }),
      path: 'signingSecret',
      message: "signingSecret has no effect unless signingAlg is 'HS256', but it is 'RS256'",
    },
    'a secret without an algorithm': {
      props: ({ secret }) => ({ safeDefaults: false, signingSecret: SigningSecret.fromToken(secret) }),
      path: 'signingSecret',
      message: "signingSecret has no effect unless signingAlg is 'HS256', but none was given",
    },
  },
  accepts: {
    'a secret for HS256': {
      props: ({ secret }) => ({ signingAlg: SigningAlg.HS256, signingSecret: SigningSecret.fromToken(secret) }),
    },
  },
  tokens: {
    'an algorithm that is a token': ({ text, secret }) => ({
      signingAlg: SigningAlg.of(text),
      signingSecret: SigningSecret.fromToken(secret),
    }),
  },
});

testRule(RESOURCE_SERVER_RULES, 'token-dialect-enum', {
  refuses: {
    'a dialect that does not exist': {
      props: { tokenDialect: { value: 'jwt' } as any },
      path: 'tokenDialect',
      message:
        "tokenDialect must be 'access_token', 'access_token_authz', 'rfc9068_profile' or 'rfc9068_profile_authz', " +
        "but 'jwt' was given",
    },
  },
  accepts: {
    ACCESS_TOKEN: { props: { tokenDialect: TokenDialect.ACCESS_TOKEN } },
    ACCESS_TOKEN_AUTHZ: { props: { enforcePolicies: true, tokenDialect: TokenDialect.ACCESS_TOKEN_AUTHZ } },
    RFC9068_PROFILE: { props: { tokenDialect: TokenDialect.RFC9068_PROFILE } },
    RFC9068_PROFILE_AUTHZ: { props: { enforcePolicies: true, tokenDialect: TokenDialect.RFC9068_PROFILE_AUTHZ } },
  },
  tokens: { 'a token': ({ text }) => ({ tokenDialect: TokenDialect.of(text) }) },
});

testRule(RESOURCE_SERVER_RULES, 'authz-dialect-without-rbac', {
  refuses: {
    'permissions without RBAC': {
      props: { tokenDialect: TokenDialect.ACCESS_TOKEN_AUTHZ, enforcePolicies: false },
      path: 'tokenDialect',
      message:
        'tokenDialect puts permissions into tokens only where enforcePolicies is true, but it is false: ' +
        "'access_token_authz' has no effect",
    },
    'permissions where RBAC is left out': {
      props: { safeDefaults: false, tokenDialect: TokenDialect.RFC9068_PROFILE_AUTHZ },
      path: 'tokenDialect',
      message:
        'tokenDialect puts permissions into tokens only where enforcePolicies is true, but it is not given: ' +
        "'rfc9068_profile_authz' has no effect",
    },
  },
  accepts: {
    'permissions with RBAC': { props: { tokenDialect: TokenDialect.ACCESS_TOKEN_AUTHZ, enforcePolicies: true } },
    'permissions with the RBAC of the safe defaults': {
      props: { safeDefaults: true, tokenDialect: TokenDialect.RFC9068_PROFILE_AUTHZ },
    },
    'neither': { props: { tokenDialect: TokenDialect.ACCESS_TOKEN, enforcePolicies: false } },
    'RBAC with its default dialect': { props: { enforcePolicies: true } },
    'no RBAC with its default dialect': { props: { enforcePolicies: false } },
  },
  tokens: {
    'RBAC that is a token': ({ flag }) => ({ tokenDialect: TokenDialect.ACCESS_TOKEN_AUTHZ, enforcePolicies: flag }),
    'a dialect that is a token': ({ text }) => ({
      tokenDialect: TokenDialect.of(`${text}_authz`),
      enforcePolicies: false,
    }),
  },
});

testRule(RESOURCE_SERVER_RULES, 'verification-location-url', {
  refuses: {
    'a text that is no URL': {
      props: { verificationLocation: 'keys.json' },
      path: 'verificationLocation',
      message: "verificationLocation should be an absolute URL, but 'keys.json' was given",
    },
    'a path': {
      props: { verificationLocation: '//example.com/keys' },
      path: 'verificationLocation',
      message: "verificationLocation should be an absolute URL, but '//example.com/keys' was given",
    },
    'a URL without a host': {
      props: { verificationLocation: 'https:///keys' },
      path: 'verificationLocation',
      message: "verificationLocation should be an absolute URL, but 'https:///keys' was given",
    },
    'a URL within a text': {
      props: { verificationLocation: 'see https://example.com/keys' },
      path: 'verificationLocation',
      message: "verificationLocation should be an absolute URL, but 'see https://example.com/keys' was given",
    },
  },
  accepts: {
    'a URL': { props: { verificationLocation: 'https://api.example.com/.well-known/jwks.json' } },
    'a URL in capitals': { props: { verificationLocation: 'HTTP://localhost:3000' } },
    "'', which clears it": { props: { verificationLocation: '' } },
  },
  tokens: { 'a token': ({ text }) => ({ verificationLocation: text }) },
});

describe('a secret in plain text', () => {
  const secret = 'hunter2-hunter2';

  test.each(Object.keys(SigningAlg) as (keyof typeof SigningAlg)[])('is never printed (%s)', (name) => {
    const signingAlg = SigningAlg[name] as auth0.SigningAlg;
    const refused = judge({ signingAlg, signingSecret: SigningSecret.unsafePlainText(secret) });
    const accepted = judge({ signingAlg, signingSecret: SigningSecret.unsafePlainText(`${secret}!`) });
    expect(refused.errors).toHaveLength(1);
    expect(accepted.warnings).toContain(`signingSecret ${PLAIN} [signing-secret-literal]`);
    expect(JSON.stringify(refused) + refused.printed + accepted.printed).not.toContain(secret);
  });
});

describe('signing-secret-literal, at the classes', () => {
  /** Expects that a program is refused with one violation, at this path. */
  function expectRefusal(program: () => unknown, path: string, message: string): void {
    const error = errorOf(program);
    expect(auth0.Errors.isValidationError(error)).toBe(true);
    expect(error.message).toBe(messageFor('SigningSecret')(`${message} [signing-secret-literal]`));
    expect(error.violations).toEqual([{ rule: 'signing-secret-literal', path, message }]);
  }

  test.each([
    ['plain text', () => 'hunter2-hunter2'],
    ['plain text before a token', (token: string) => `hunter2-${token}`],
    ['plain text after an interpolation', () => '${var.token}-hunter2'],
    ['a variable in the way of the shell', () => '$TOKEN'],
  ])('fromToken refuses %s', (_, given) => {
    const token = new TerraformVariable(stackOf(), 'token', {}).stringValue;
    expectRefusal(
      () => SigningSecret.fromToken(given(token)),
      'token',
      'token must be a Terraform token without plain text: use SigningSecret.fromVariable, ' +
        'or SigningSecret.unsafePlainText to write it to the JSON',
    );
  });

  test('fromVariable refuses a default in plain text', () => {
    const variable = new TerraformVariable(stackOf(), 'token', { sensitive: true, default: 'hunter2-hunter2' });
    expectRefusal(
      () => SigningSecret.fromVariable(variable),
      'variable',
      'variable must have no default: a default is written to the JSON in plain text',
    );
  });

  test.each([undefined, null])('fromVariable accepts the default %p', (value) => {
    const variable = new TerraformVariable(stackOf(), 'token', { sensitive: true, default: value });
    expect(() => SigningSecret.fromVariable(variable)).not.toThrow();
  });
});
