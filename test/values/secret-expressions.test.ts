import { conditional, DataResource, Fn, Lazy, propertyAccess, TerraformLocal, TerraformStack, TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { resolvedText } from '../../lib/framework/tokens';
import { API } from '../support/apis';
import { errorOf } from '../support/errors';
import { resourceOf, stackBeside, stackOf } from '../support/synth';

const PLAIN = 'correct-horse-battery';
const { SigningAlg, SigningSecret } = auth0;

const local = (stack: TerraformStack, value: unknown) => new TerraformLocal(stack, 'local', value);
const variable = (stack: TerraformStack, config: object = {}) => new TerraformVariable(stack, 'secret', { type: 'string', ...config });
const text = (stack: TerraformStack) => variable(stack).stringValue;
const flag = (stack: TerraformStack) => new TerraformVariable(stack, 'flag', { type: 'bool' }).value;
const map = (stack: TerraformStack) => new TerraformVariable(stack, 'map', { type: 'map(string)' }).value;

function apiIn(stack: TerraformStack, token: unknown): void {
  const signingSecret = SigningSecret.fromToken(token as string);
  new auth0.ResourceServer(stack, 'Api', { identifier: 'https://api.example.com', signingAlg: SigningAlg.HS256, signingSecret });
}

describe('plain text is refused at once, and not repeated', () => {
  test.each<[string, (stack: TerraformStack) => unknown]>([
    ['in Fn.sensitive', () => Fn.sensitive(PLAIN)],
    ['in a function in a function', () => Fn.sensitive(Fn.base64encode(PLAIN))],
    ['in Fn.coalesce', (stack) => Fn.coalesce([text(stack), PLAIN])],
    ['in Fn.join', (stack) => Fn.join('', [text(stack), PLAIN])],
    ['in Fn.format', (stack) => Fn.format(`${PLAIN}%s`, [text(stack)])],
    ['as the default of Fn.lookup', (stack) => Fn.lookup(map(stack), 'signing', PLAIN)],
    ['in a branch of a condition', (stack) => conditional(flag(stack), PLAIN, text(stack))],
    ['in a condition in a condition', (stack) => conditional(flag(stack), text(stack), conditional(flag(stackBeside(stack)), null, PLAIN))],
    ['in a local value', (stack) => local(stack, PLAIN).asString],
    ['in a local value, as an object', (stack) => local(stack, PLAIN).expression],
    ['in a function of a local value', (stack) => Fn.sensitive(local(stack, PLAIN).asString)],
    ['in a local value of a local value', (stack) => local(stack, new TerraformLocal(stack, 'inner', [PLAIN]).expression).expression],
    ['in a list', (stack) => Fn.element([text(stack), PLAIN], 1)],
    ['in an object', (stack) => Fn.lookup({ a: text(stack), b: PLAIN }, 'b')],
    ['in a property of a local value', (stack) => propertyAccess(local(stack, { a: PLAIN }).expression, ['a'])],
    ['in a text in a function', (stack) => Fn.sensitive(`${PLAIN}${text(stack)}`)],
    ['in the default of a variable', (stack) => variable(stack, { default: PLAIN }).stringValue],
    ['in the default of a variable, as an object', (stack) => Fn.sensitive(variable(stack, { default: PLAIN }).value)],
    ['in a terraform_data', (stack) => Fn.sensitive(new DataResource(stack, 'data', { input: PLAIN as any }).output)],
    ['as the value of a token', () => Token.asString(Token.asAny({ a: PLAIN }))],
    ['in an interpolation that is escaped', () => '$${var.secret}${var.secret}'],
    ['in an expression by hand', () => `\${var.flag ? var.secret : "${PLAIN}"}`],
  ])('%s', (_, token) => {
    const stack = stackOf();
    const error = errorOf(() => SigningSecret.fromToken(token(stack) as string));
    expect(error.violations).toEqual([{ rule: 'signing-secret-literal', path: 'token', message: expect.stringContaining('without plain text') }]);
    expect(error.stack).not.toContain(PLAIN);
  });
});

describe('plain text is refused at synth', () => {
  test.each<[string, (stack: TerraformStack) => unknown]>([
    ['in a function of a lazy value', () => Fn.sensitive(Lazy.stringValue({ produce: () => PLAIN }))],
    ['in an expression that a lazy value produces', () => Lazy.stringValue({ produce: () => `\${sensitive("${PLAIN}")}` })],
    ['in a local value that is named by hand', (stack) => (local(stack, PLAIN), '${local.local}')],
    ['in a default that is named by hand', (stack) => (variable(stack, { default: PLAIN }), '${sensitive(var.secret)}')],
  ])('%s', (_, token) => {
    const stack = stackOf((scope) => apiIn(scope, token(scope)));
    const error = errorOf(() => resourceOf(stack, API));
    expect(error.message).toContain('signingSecret must be a Terraform token without plain text');
    expect(error.stack).not.toContain(PLAIN);
  });

  test('in a default that is set later', () => {
    const stack = stackOf();
    const later = variable(stack);
    apiIn(stack, Fn.sensitive(later.stringValue));
    later.addOverride('default', PLAIN);
    expect(() => resourceOf(stack, API)).toThrow('signingSecret must be a Terraform token without plain text');
  });
});

describe('text that does not come out again is taken', () => {
  test.each<[string, (stack: TerraformStack) => unknown, string]>([
    ['a variable as an object', (stack) => variable(stack).value, '${var.secret}'],
    ['a function of a variable', (stack) => Fn.sensitive(text(stack)), '${sensitive(var.secret)}'],
    ['the path of a file', () => Fn.file('secret.txt'), '${file("secret.txt")}'],
    ['a key', (stack) => Fn.lookup(map(stack), 'signing'), '${var.map.signing}'],
    ['a key in a function', (stack) => Fn.sensitive(Fn.lookup(map(stack), 'signing', '-')), '${sensitive(lookup(var.map, "signing", "-"))}'],
    ['a property', (stack) => propertyAccess(map(stack), ['signing-key']), '${var.map["signing-key"]}'],
    ['an index', (stack) => Fn.element(new TerraformVariable(stack, 'list', {}).listValue, 0), '${element(var.list, 0)}'],
    [
      'what is compared',
      (stack) => conditional(Fn.contains(['prod'], text(stack)), propertyAccess(map(stack), ['prod']), Fn.file('test.txt')),
      '${contains(["prod"], var.secret) ? var.map.prod : file("test.txt")}',
    ],
    ['a local value of a variable', (stack) => local(stack, text(stack)).asString, '${local.local}'],
    ['an attribute', () => '${random_password.secret.result}', '${random_password.secret.result}'],
    [
      'an interpolation by hand in a function, which CDKTF would escape',
      () => Fn.sensitive('${random_password.secret.result}'),
      '${sensitive("${random_password.secret.result}")}',
    ],
  ])('%s', (_, token, written) => {
    expect(resourceOf(stackOf((stack) => apiIn(stack, token(stack))), API).signing_secret).toBe(written);
  });

  test('reading a token leaves the names of constructs open', () => {
    const stack = stackOf();
    const other = new TerraformVariable(stack, 'other', {});
    SigningSecret.fromToken(Fn.sensitive(text(stack)));
    other.overrideLogicalId('renamed');
    expect(resolvedText(other.stringValue, stack)).toBe('${var.renamed}');
  });
});
