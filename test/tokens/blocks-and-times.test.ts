import { Fn, Lazy, TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { API, GRANT } from '../support/apis';
import { messageFor } from '../support/errors';
import { resourceOf, stackOf } from '../support/synth';

const { AuthorizationDetails, Duration, ProofOfPossession, ResourceServer, TokenEncryption } = auth0;

const IDENTIFIER = 'https://api.example.com';
const variable = (stack: TerraformStack, type = 'any') => new TerraformVariable(stack, 'variable', { type });
const write = (props: (stack: TerraformStack) => object) =>
  resourceOf(stackOf((stack) => { new ResourceServer(stack, 'Api', { identifier: IDENTIFIER, ...props(stack) }); }), API);

describe('a token for a whole block is written as it is', () => {
  const policies = { user: { policy: 'deny_all' } };

  test.each<[string, string, unknown]>([
    ['proofOfPossession', 'proof_of_possession', { disable: true }],
    ['tokenEncryption', 'token_encryption', { disable: true }],
    ['authorizationDetails', 'authorization_details', [{ disable: true }]],
    ['subjectTypeAuthorization', 'subject_type_authorization', policies],
  ])('%s', (prop, name, block) => {
    expect(write(() => ({ [prop]: Lazy.anyValue({ produce: () => block }) }))[name]).toEqual(block);
  });

  // CDKTF would write a text, which Terraform refuses
  test.each<[string, (stack: TerraformStack) => unknown]>([
    ['a variable', (stack) => variable(stack).value],
    ['the text of one', (stack) => variable(stack).stringValue],
    ['a function', (stack) => Fn.merge([variable(stack).value, { required: true }])],
    ['an expression by hand', () => '${local.block}'],
  ])('but not where it is %s: Terraform takes no expression for a block', (_, token) => {
    for (const prop of ['proofOfPossession', 'tokenEncryption', 'subjectTypeAuthorization']) {
      expect(() => write((stack) => ({ [prop]: token(stack) }))).toThrow(
        `${prop} must not be an expression, since Terraform takes none for a block: choose it in the program, and give tokens for its members [wrong-type]`,
      );
    }
  });

  test('the key of an encryption', () => {
    const key: any = Lazy.anyValue({ produce: () => ({ algorithm: 'RSA-OAEP-256', pem: '${var.pem}' }) });
    expect(write(() => ({ tokenEncryption: TokenEncryption.compactNestedJwe(key) })).token_encryption).toEqual({
      format: 'compact-nested-jwe', encryption_key: { algorithm: 'RSA-OAEP-256', pem: '${var.pem}' },
    });
  });
});

describe('what the provider needs when Terraform plans', () => {
  const required = (token: any) => ({ proofOfPossession: ProofOfPossession.dpop({ required: token }) });

  test.each<[string, (stack: TerraformStack) => any]>([
    ['a variable', (stack) => variable(stack).value],
    ['a function of a variable', (stack) => Fn.contains(variable(stack).listValue, 'a')],
    ['a lazy value', () => Lazy.anyValue({ produce: () => true })],
  ])('may be %s', (_, token) => {
    expect(write((stack) => required(token(stack))).proof_of_possession).toMatchObject({ mechanism: 'dpop' });
  });

  test.each<[string, (stack: TerraformStack) => any]>([
    ['a resource', (stack) => new auth0.bindings.client.Client(stack, 'Client', { name: 'a' }).isFirstParty],
    ['an API', (stack) => new ResourceServer(stack, 'Other', { identifier: 'b' }).resourceServerId],
    ['a data source', () => '${data.a.b.c}'],
    ['a module', () => '${module.a.b}'],
  ])('must not depend on %s', (_, token) => {
    expect(() => write((stack) => required(token(stack)))).toThrow('proofOfPossession.required must be known when Terraform plans');
  });

  test('must not depend on a resource in a list of types', () => {
    expect(() => write(() => ({ authorizationDetails: AuthorizationDetails.types(['${split(",", auth0_client.a.description)}']) })))
      .toThrow('authorizationDetails must be known when Terraform plans');
  });

  test('a binding is judged alike', () => {
    const build = (flag: any) => () => resourceOf(stackOf((stack) => {
      new auth0.Role(stack, 'Role', { name: 'a' });
      new auth0.bindings.resourceServer.ResourceServer(stack, 'Raw', { identifier: 'a', proofOfPossession: { mechanism: 'dpop', required: flag } });
    }), API);
    expect(build('${var.flag}')).not.toThrow();
    expect(build('${data.a.b.c}')).toThrow('proof_of_possession.required must be known when Terraform plans');
  });

  test('without scopes, a variable may say whether all are granted, and a resource may not', () => {
    const build = (allowAllScopes: any) => () => resourceOf(stackOf((stack) => {
      const resourceServer = ResourceServer.fromAttributes(stack, 'Api', { identifier: IDENTIFIER });
      new auth0.ClientGrant(stack, 'Grant', { resourceServer, clientId: 'a', allowAllScopes });
    }), GRANT);
    expect(build('${var.all}')().allow_all_scopes).toBe('${var.all}');
    expect(build('${auth0_client.a.oidc_conformant}')).toThrow('allowAllScopes must be known when Terraform plans, unless scopes are given');
  });
});

describe('a number that a program calculates from a token', () => {
  test.each<[string, (amount: number) => auth0.Duration]>([
    ['seconds', Duration.seconds], ['minutes', Duration.minutes], ['hours', Duration.hours], ['days', Duration.days],
  ])('is refused by %s', (_, of) => {
    const refusal = messageFor("ResourceServer 'stack/Api'")(
      'tokenLifetime must not be calculated from a number token, or be an entry of a list token: use Op, Fn.element or a method of Duration [wrong-type]',
    );
    expect(() => write((stack) => ({ tokenLifetime: of(variable(stack).numberValue * 60) }))).toThrow(new Error(refusal));
  });

  test('is refused in a text with other text', () => {
    expect(() => write((stack) => ({ tokenLifetime: Duration.minutes(`5${variable(stack).stringValue}` as any) })))
      .toThrow('tokenLifetime was created from a text with a token in it: only a token alone can be a number [wrong-type]');
  });
});

test('a number token in a text is a token', () => {
  expect(write((stack) => ({ name: `${'<'.repeat(300)} ${variable(stack).numberValue}` })).name).toMatch(/ \$\{var\.variable\}$/);
});

describe('an escaped interpolation', () => {
  test.each(['$${<}', '%%{<}'])('%s is judged as the text that it is', (name) => {
    expect(() => write(() => ({ name }))).toThrow('[name-angle-brackets]');
  });

  test('has the length that Terraform reads', () => {
    expect(write(() => ({ name: `$\${${'a'.repeat(198)}` })).name).toHaveLength(201);
    expect(() => write(() => ({ name: `$\${${'a'.repeat(199)}` }))).toThrow('but 201 were given');
  });
});
