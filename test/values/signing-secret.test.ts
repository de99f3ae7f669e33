import { TerraformStack, TerraformVariable, Token } from 'cdktf';
import { SigningAlg, SigningSecret } from '../../lib';
import { writtenOf } from '../support/apis';
import { messageFor } from '../support/errors';
import { stackOf } from '../support/synth';

/** The secret in the JSON, and the warnings. */
function written(secretOf: (stack: TerraformStack) => SigningSecret): { secret: string; warnings: string[] } {
  const stack = stackOf();
  const { api, warnings } = writtenOf(stack, { signingAlg: SigningAlg.HS256, signingSecret: secretOf(stack) });
  return { secret: api.signing_secret, warnings };
}

function variableIn(stack: TerraformStack, config: object = {}): TerraformVariable {
  return new TerraformVariable(stack, 'secret', { sensitive: true, ...config });
}

const NO_DEFAULT =
  'variable must have no default: a default is written to the JSON in plain text [signing-secret-literal]';
const NO_TEXT =
  'token must be a Terraform token without plain text: use SigningSecret.fromVariable, ' +
  'or SigningSecret.unsafePlainText to write it to the JSON [signing-secret-literal]';
const TOKEN = Token.asString({ resolve: () => '${var.a}' });

describe('comes from', () => {
  test.each<[string, (stack: TerraformStack) => SigningSecret, string]>([
    ['a variable', (stack) => SigningSecret.fromVariable(variableIn(stack)), '${var.secret}'],
    [
      'a variable with no default',
      (stack) => SigningSecret.fromVariable(variableIn(stack, { default: undefined })),
      '${var.secret}',
    ],
    ['a variable, as a token', (stack) => SigningSecret.fromToken(variableIn(stack).stringValue), '${var.secret}'],
    ['a token', () => SigningSecret.fromToken(TOKEN), '${var.a}'],
    ['two tokens', () => SigningSecret.fromToken(`${TOKEN}${TOKEN}`), '${var.a}${var.a}'],
    ['an interpolation', () => SigningSecret.fromToken('${data.vault.a["b"]}'), '${data.vault.a["b"]}'],
    ['a calculation', () => SigningSecret.fromToken('${var.a ? var.b : "${var.c}"}'), '${var.a ? var.b : "${var.c}"}'],
    ['an interpolation beside a token', () => SigningSecret.fromToken(`\${var.b}${TOKEN}`), '${var.b}${var.a}'],
  ])('%s', (_, secretOf, secret) => {
    expect(written(secretOf)).toEqual({ secret, warnings: [] });
  });

  test('plain text, with a warning', () => {
    expect(written(() => SigningSecret.unsafePlainText('sixteen and more'))).toEqual({
      secret: 'sixteen and more',
      warnings: [
        'signingSecret is written in plain text to the Terraform JSON and the state: take it from a sensitive variable ' +
          '[signing-secret-literal]',
      ],
    });
  });
});

describe('is refused', () => {
  test.each<[string, (stack: TerraformStack) => SigningSecret, string]>([
    ['a default', (stack) => SigningSecret.fromVariable(variableIn(stack, { default: 'plain' })), NO_DEFAULT],
    ['a default that is no text', (stack) => SigningSecret.fromVariable(variableIn(stack, { default: 7 })), NO_DEFAULT],
    ['an empty default', (stack) => SigningSecret.fromVariable(variableIn(stack, { default: '' })), NO_DEFAULT],
    [
      'a default that is a token',
      (stack) => SigningSecret.fromVariable(variableIn(stack, { default: TOKEN })),
      NO_DEFAULT,
    ],
    ['plain text', () => SigningSecret.fromToken('plain'), NO_TEXT],
    ['no text', () => SigningSecret.fromToken(''), NO_TEXT],
    ['text before a token', () => SigningSecret.fromToken(`plain${TOKEN}`), NO_TEXT],
    ['text after a token', () => SigningSecret.fromToken(`${TOKEN}plain`), NO_TEXT],
    ['text between tokens', () => SigningSecret.fromToken(`${TOKEN}plain${TOKEN}`), NO_TEXT],
    ['text before an interpolation', () => SigningSecret.fromToken('plain${var.a}'), NO_TEXT],
    ['text after an interpolation', () => SigningSecret.fromToken('${var.a}plain'), NO_TEXT],
    ['text between interpolations', () => SigningSecret.fromToken('${var.a}plain${var.b}'), NO_TEXT],
    ['text in a directive', () => SigningSecret.fromToken('%{ if var.a }plain%{ endif }'), NO_TEXT],
    [
      'text for a variable',
      () => SigningSecret.fromVariable('plain' as any),
      'variable must be a TerraformVariable, but a string was given [wrong-type]',
    ],
    [
      'nothing for a variable',
      () => SigningSecret.fromVariable(undefined as any),
      'variable must be a TerraformVariable, but nothing was given [wrong-type]',
    ],
    [
      'what is no text for a token',
      () => SigningSecret.fromToken(variableIn(stackOf()) as any),
      'token must be a string, but a construct was given [wrong-type]',
    ],
  ])('%s', (_, secretOf, text) => {
    expect(() => secretOf(stackOf())).toThrow(new Error(messageFor('SigningSecret')(text)));
  });

  test.each<[string, string, string]>([
    ['a short one', 'fifteen and so.', 'must be at least 16 characters long, but 15 were given [signing-secret-short]'],
    [
      'one of few characters in many bytes',
      'é'.repeat(15),
      'must be at least 16 characters long, but 15 were given [signing-secret-short]',
    ],
    ['an empty one', '', 'must be at least 16 characters long, but 0 were given [signing-secret-short]'],
    ['one that is not there', undefined as any, 'was created from undefined or null: is an environment variable unset? [wrong-type]'],
    ['one that is no text', 7 as any, 'must be a string, but a number was given [wrong-type]'],
  ])('in plain text, %s', (_, plain, text) => {
    const refusal = messageFor("ResourceServer 'stack/Api'")(`signingSecret ${text}`);
    expect(() => written(() => SigningSecret.unsafePlainText(plain))).toThrow(new Error(refusal));
  });
});
