import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { App, Lazy, TerraformStack, TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../lib';
import { API } from './support/apis';
import { errorOf } from './support/errors';
import { withFolder } from './support/folders';
import { resourceOf, stackOf, synthesize, warningsOf } from './support/synth';

const SECRET = 'correct-horse-battery-staple';
const { SigningAlg, SigningSecret } = auth0;

type Props = Partial<auth0.ResourceServerProps>;

function apiIn(stack: TerraformStack, props: Props): auth0.ResourceServer {
  const identifier = 'https://api.example.com';
  return new auth0.ResourceServer(stack, 'Api', { identifier, signingAlg: SigningAlg.HS256, ...props });
}

/** All texts that an object can be printed as. */
function shown(value: unknown): string {
  const inspected = inspect(value, { depth: Infinity, showHidden: true, getters: true });
  return [inspected, JSON.stringify(value), String(value)].join('\n');
}

/** The error of a program, with all texts that it can be printed as. */
function shownErrorOf(program: () => unknown): { error: any; text: string } {
  const error = errorOf(program);
  return { error, text: [error.message, error.stack, shown(error), JSON.stringify(error.violations)].join('\n') };
}

/** The text of every file in a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'));
}

/** All files that an app with one stack writes, with stack traces and annotations. */
function filesOf(build: (stack: TerraformStack) => void): string {
  return withFolder((outdir) => {
    const app = new App({ outdir, stackTraces: true });
    const stack = new TerraformStack(app, 'stack');
    new auth0.Auth0Provider(stack, 'auth0');
    build(stack);
    app.synth();
    return filesIn(outdir).join('\n');
  });
}

describe('a secret from a variable', () => {
  test('is a reference in everything that is written', () => {
    const written = filesOf((stack) => {
      const variable = new TerraformVariable(stack, 'secret', { sensitive: true });
      apiIn(stack, { signingSecret: SigningSecret.fromVariable(variable) });
    });
    expect(written.match(/"signing_secret": .*/g)).toEqual([`"signing_secret": "\${var.secret}",`]);
  });
});

describe('plain text', () => {
  const variableIn = (stack: TerraformStack, value: unknown) =>
    new TerraformVariable(stack, 'secret', { default: value });

  test.each<[string, string, (stack: TerraformStack) => unknown]>([
    ['a text', 'wrong-type', (stack) => apiIn(stack, { signingSecret: SECRET as any })],
    ['a text object', 'wrong-type', (stack) => apiIn(stack, { signingSecret: new String(SECRET) as any })],
    ['an object', 'wrong-type', (stack) => apiIn(stack, { signingSecret: { value: SECRET } as any })],
    ['a list', 'wrong-type', (stack) => apiIn(stack, { signingSecret: [SECRET] as any })],
    [
      'a named value',
      'wrong-type',
      (stack) => apiIn(stack, { signingSecret: Object.assign(() => {}, { value: SECRET }) as any }),
    ],
    ['a text for a token', 'signing-secret-literal', () => SigningSecret.fromToken(SECRET)],
    ['a text as a token', 'signing-secret-literal', () => SigningSecret.fromToken(Token.asString(SECRET))],
    [
      'text before a token',
      'signing-secret-literal',
      () => SigningSecret.fromToken(`${SECRET}${Token.asString({ a: 1 })}`),
    ],
    [
      'text after a token',
      'signing-secret-literal',
      () => SigningSecret.fromToken(`${Token.asString({ a: 1 })}${SECRET}`),
    ],
    ['text beside an interpolation', 'signing-secret-literal', () => SigningSecret.fromToken(`\${var.a}${SECRET}`)],
    [
      'text between interpolations',
      'signing-secret-literal',
      () => SigningSecret.fromToken(`\${var.a}${SECRET}\${var.b}`),
    ],
    ['text in a directive', 'signing-secret-literal', () => SigningSecret.fromToken(`%{if true}${SECRET}%{endif}`)],
    ['a text for a variable', 'wrong-type', () => SigningSecret.fromVariable(SECRET as any)],
    [
      'a variable with a default',
      'signing-secret-literal',
      (stack) => SigningSecret.fromVariable(variableIn(stack, SECRET)),
    ],
    [
      'a variable with a token as default',
      'signing-secret-literal',
      (stack) => SigningSecret.fromVariable(variableIn(stack, Token.asString({ resolve: () => SECRET }))),
    ],
    [
      'a variable with a default around a token',
      'signing-secret-literal',
      (stack) => SigningSecret.fromVariable(variableIn(stack, `${SECRET}${Token.asString({ a: 1 })}`)),
    ],
    [
      'a text in place of a secret',
      'wrong-type',
      (stack) => apiIn(stack, { signingAlg: SigningSecret.unsafePlainText(SECRET) as any }),
    ],
    [
      'a secret in place of a text',
      'wrong-type',
      (stack) => apiIn(stack, { name: SigningSecret.unsafePlainText(SECRET) as any }),
    ],
    [
      'a secret in place of a description',
      'wrong-type',
      (stack) => apiIn(stack, { scopes: { a: SigningSecret.unsafePlainText(SECRET) as any } }),
    ],
  ])('%s is refused, and not repeated', (_, rule, program) => {
    const { error, text } = shownErrorOf(() => program(stackOf()));
    expect(auth0.Errors.isValidationError(error)).toBe(true);
    expect(error.violations.map((violation: auth0.Violation) => violation.rule)).toEqual([rule]);
    expect(text).not.toContain(SECRET);
  });

  test('by unsafePlainText is written once, with one warning that does not repeat it', () => {
    const stack = stackOf();
    apiIn(stack, { signingSecret: SigningSecret.unsafePlainText(SECRET) });
    expect(JSON.stringify(synthesize(stack)).split(SECRET)).toHaveLength(2);
    expect(warningsOf(stack)).toEqual([
      'signingSecret is written in plain text to the Terraform JSON and the state: take it from a sensitive variable ' +
        '[signing-secret-literal]',
    ]);
    const written = filesOf((own) => apiIn(own, { signingSecret: SigningSecret.unsafePlainText(SECRET) }));
    expect(written.split(SECRET)).toHaveLength(2);
    expect(written).toContain(`"signing_secret": "${SECRET}"`);
  });

  test('by a class of the same methods leaves the warning as well', () => {
    const stack = stackOf();
    apiIn(stack, { signingSecret: { _toSigningSecret: () => SECRET } as any });
    expect(warningsOf(stack).filter((warning) => warning.includes('[signing-secret-literal]'))).toHaveLength(1);
  });

  test.each<[string, string, Props]>([
    ['that is too short', 'hush-hush', {}],
    ['beside another mistake', SECRET, { name: '<' }],
    ['beside another algorithm', SECRET, { signingAlg: SigningAlg.RS256, name: '<' }],
    ['on an API of Auth0', SECRET, { identifier: 'https://tenant.auth0.com/api/v2/' }],
  ])('%s is not repeated in the error', (_, secret, props) => {
    const signingSecret = SigningSecret.unsafePlainText(secret);
    const { error, text } = shownErrorOf(() => apiIn(stackOf(), { signingSecret, ...props }));
    expect(auth0.Errors.isValidationError(error)).toBe(true);
    expect(text).not.toContain(secret);
  });

  test('with another algorithm is not repeated in the warnings', () => {
    const stack = stackOf();
    apiIn(stack, { signingAlg: SigningAlg.RS256, signingSecret: SigningSecret.unsafePlainText(SECRET) });
    expect(warningsOf(stack)).toHaveLength(2);
    expect(warningsOf(stack).join()).not.toContain(SECRET);
  });
});

test('a secret does not show its text when it is printed', () => {
  for (const secret of [SigningSecret.unsafePlainText(SECRET), SigningSecret.fromToken(`\${var.${SECRET}}`)]) {
    expect(shown(secret)).not.toContain(SECRET);
    expect(shown({ ...secret })).not.toContain(SECRET);
    expect(Object.getOwnPropertyNames(secret)).toEqual([]);
  }
});

test('no snapshot holds a secret', () => {
  const snapshots = filesIn(__dirname).filter((text) => text.startsWith('// Jest Snapshot')).join('\n');
  const secrets = Array.from(snapshots.matchAll(/"signing_secret": "(.*)"/g), ([, secret]) => secret);
  expect(secrets).not.toEqual([]);
  expect(secrets.filter((secret) => !/^\\?\$\{var\.\w+\}$/.test(secret))).toEqual([]);
  expect(snapshots).not.toContain(SECRET);
});

describe('a token that becomes plain text at synth', () => {
  const hidden = { creationStack: [], resolve: () => SECRET, toString: () => 'hidden' };

  test.each<[string, () => unknown]>([
    ['a lazy value', () => SigningSecret.fromToken(Lazy.stringValue({ produce: () => SECRET }))],
    ['an object that resolves', () => SigningSecret.fromToken(Token.asString(hidden))],
    ['an object that resolves, without types', () => hidden],
  ])('%s is refused before anything is written, without being repeated', (_, secretOf) => {
    const { text } = shownErrorOf(() => filesOf((stack) => apiIn(stack, { signingSecret: secretOf() as any })));
    expect(text).toContain(
      'signingSecret must be a token that Terraform resolves, but this one becomes plain text at synth: use SigningSecret.fromVariable',
    );
    expect(text).not.toContain(SECRET);
  });

  test('is none where Terraform has something to resolve', () => {
    const token = Lazy.stringValue({ produce: () => '${var.secret}' });
    const stack = stackOf((scope) => apiIn(scope, { signingSecret: SigningSecret.fromToken(token) }));
    expect(resourceOf(stack, API).signing_secret).toBe('${var.secret}');
  });
});
