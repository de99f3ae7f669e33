import { Fn, TerraformLocal, TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn } from '../support/apis';
import { appOf, warningsOf } from '../support/synth';

const PLAIN = 'correct-horse-battery';
const WARNING =
  'clientSecret is written in plain text to the Terraform JSON: set AUTH0_CLIENT_SECRET in the environment instead, ' +
  'or take it from a sensitive variable [provider-secret-literal]';

type Config = auth0.bindings.provider.Auth0ProviderConfig;

function stackWith(configOf: (stack: TerraformStack) => Config, Provider = auth0.Auth0Provider): TerraformStack {
  const stack = new TerraformStack(appOf(), 'stack');
  new Provider(stack, 'auth0', configOf(stack));
  return stack;
}

const variable = (stack: TerraformStack, config: object = {}) => new TerraformVariable(stack, 'secret', { sensitive: true, ...config }).stringValue;

describe('plain text is a warning that does not repeat it', () => {
  test.each<[string, (stack: TerraformStack) => string]>([
    ['a literal', () => PLAIN],
    ['in a function', () => Fn.sensitive(PLAIN)],
    ['in a local value', (stack) => new TerraformLocal(stack, 'local', PLAIN).asString],
    ['in the default of a variable', (stack) => variable(stack, { default: PLAIN })],
  ])('%s', (_, secretOf) => {
    expect(warningsOf(stackWith((stack) => ({ clientSecret: secretOf(stack) })))).toEqual([WARNING]);
  });

  test.each<[string, Config]>([
    ['clientAssertionPrivateKey', { clientAssertionPrivateKey: PLAIN }],
    ['apiToken', { apiToken: PLAIN }],
  ])('%s', (name, config) => {
    expect(warningsOf(stackWith(() => config))).toEqual([expect.stringMatching(`^${name} is .* \\[provider-secret-literal\\]$`)]);
  });

  test('once, in a stack with other checks', () => {
    const stack = stackWith(() => ({ clientSecret: PLAIN }));
    apiIn(stack);
    expect(warningsOf(stack)).toEqual([WARNING]);
  });

  test('of an override', () => {
    const stack = new TerraformStack(appOf(), 'stack');
    new auth0.Auth0Provider(stack, 'auth0').addOverride('client_secret', PLAIN);
    expect(warningsOf(stack)).toEqual([WARNING]);
  });

  test('of a binding, where the stack is checked', () => {
    const stack = stackWith(() => ({ clientSecret: PLAIN }), auth0.bindings.provider.Auth0Provider);
    expect(warningsOf(stack)).toEqual([]);
    auth0.Checks.of(stack).enforce();
    expect(warningsOf(stack)).toEqual([WARNING]);
  });
});

test.each<[string, (stack: TerraformStack) => Config]>([
  ['nothing', () => ({})],
  ['an empty text', () => ({ clientSecret: '' })],
  ['a file', () => ({ clientAssertionPrivateKey: Fn.file('key.pem') })],
  ['a variable', (stack) => ({ clientSecret: variable(stack) })],
])('no warning for %s', (_, configOf) => {
  expect(warningsOf(stackWith(configOf))).toEqual([]);
});

test('the warning can be acknowledged', () => {
  const stack = stackWith(() => ({ clientSecret: PLAIN }));
  auth0.Checks.of(stack).acknowledge({ id: 'provider-secret-literal', reason: 'A tenant that is thrown away.' });
  expect(warningsOf(stack)).toEqual([]);
});
