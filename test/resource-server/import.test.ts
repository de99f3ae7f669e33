import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn, IDENTIFIER } from '../support/apis';
import { errorOf, messageFor } from '../support/errors';
import { stackOf, synthesize, warningsOf } from '../support/synth';

const DOMAIN = 'tenant.eu.auth0.com';

const message = messageFor("ResourceServer 'stack/Api'");

describe('importFrom', () => {
  const own = { id: 'abc', to: 'auth0_resource_server.Api_F70053CD' };
  const scopes = { id: IDENTIFIER, to: 'auth0_resource_server_scopes.Api_Scopes_8D348A6D' };

  test('imports the API alone where it declares no scopes', () => {
    const stack = stackOf();
    apiIn(stack).importFrom('abc');
    expect(synthesize(stack).import).toEqual([own]);
  });

  test('imports the API by its id and the scopes by its identifier', () => {
    const stack = stackOf();
    apiIn(stack, { scopes: { a: 'A' } }).importFrom('abc');
    expect(synthesize(stack).import).toEqual([own, scopes]);
  });

  test('imports scopes that are added later, too', () => {
    const stack = stackOf();
    const made = apiIn(stack);
    made.importFrom('abc');
    made.addScope('a');
    made.addScope('b');
    expect(synthesize(stack).import).toEqual([own, scopes]);
  });

  test('takes the identifier for an id', () => {
    const stack = stackOf();
    apiIn(stack, { scopes: { a: 'A' } }).importFrom(IDENTIFIER);
    expect(synthesize(stack).import).toEqual([{ ...own, id: IDENTIFIER }, scopes]);
  });

  test('uses the provider, the addresses and the last id that was given', () => {
    const stack = stackOf();
    const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
    const made = apiIn(stack, { provider, scopes: { a: 'A' } });
    made.importFrom('cba');
    made.importFrom('abc');
    made.resource.overrideLogicalId('orders');
    expect(synthesize(stack).import).toEqual([
      { id: 'abc', to: 'auth0_resource_server.orders', provider: 'auth0.other' },
      { ...scopes, provider: 'auth0.other' },
    ]);
  });

  test('takes tokens', () => {
    const stack = stackOf();
    const text = new TerraformVariable(stack, 'api', {}).stringValue;
    apiIn(stack, { identifier: text, scopes: { a: 'A' } }).importFrom(text);
    expect(synthesize(stack).import).toEqual([{ ...own, id: '${var.api}' }, { ...scopes, id: '${var.api}' }]);
  });

  test('needs no Terraform at synth', () => {
    const { PATH, TERRAFORM_BINARY_NAME } = process.env;
    try {
      process.env.PATH = '';
      process.env.TERRAFORM_BINARY_NAME = 'no-such-binary';
      const stack = stackOf();
      apiIn(stack, { scopes: { a: 'A' } }).importFrom('abc');
      expect(synthesize(stack).import).toEqual([own, scopes]);
    } finally {
      process.env.PATH = PATH;
      delete process.env.TERRAFORM_BINARY_NAME;
      Object.assign(process.env, TERRAFORM_BINARY_NAME === undefined ? {} : { TERRAFORM_BINARY_NAME });
    }
  });

  test('comes out in HCL, too', () => {
    const stack = stackOf();
    const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
    apiIn(stack, { provider, scopes: { a: 'A' } }).importFrom('abc');
    expect(Testing.synthHcl(stack, true)).toContain([
      'import {',
      'id = "abc"',
      'to = auth0_resource_server.Api_F70053CD',
      'provider = auth0.other',
      '}',
    ].join('\n'));
  });

  describe('a definition of the Management API', () => {
    const definition = (stack: TerraformStack) =>
      new auth0.ResourceServer(
        stack, 'Api', { identifier: `https://${DOMAIN}/api/v2/`, tokenLifetime: auth0.Duration.hours(1) },
      );
    const reserved =
      `identifier is reserved by Auth0, so this API cannot be created, only imported: 'https://${DOMAIN}/api/v2/' [identifier-reserved]`;

    test('is warned of once, at synth', () => {
      const stack = stackOf();
      definition(stack);
      synthesize(stack);
      synthesize(stack);
      expect(warningsOf(stack)).toEqual([reserved]);
    });

    test('is not warned of where it is imported', () => {
      const stack = stackOf();
      const api = definition(stack);
      api.importFrom('abc');
      auth0.Checks.of(api).acknowledge({ id: 'import-safe-defaults', reason: 'the plan is as it should be' });
      expect(synthesize(stack).import).toEqual([own]);
      expect(warningsOf(stack)).toEqual([]);
    });

    test.each<[string, Partial<auth0.ResourceServerProps>, string]>([
      [
        'an algorithm',
        { signingAlg: auth0.SigningAlg.PS256 },
        "signingAlg cannot be changed on Auth0's Management API, and would be silently ignored: leave it out " +
          '[sys-management-updatable]',
      ],
      [
        'a policy for clients',
        { subjectTypeAuthorization: { client: auth0.ClientPolicy.DENY_ALL } },
        "subjectTypeAuthorization.client cannot be changed on Auth0's Management API: leave it out " +
          '[sys-management-client-policy]',
      ],
    ])('is refused %s, with the reason', (_, props, text) => {
      const identifier = `https://${DOMAIN}/api/v2/`;
      expect(errorOf(() => new auth0.ResourceServer(stackOf(), 'Api', { identifier, ...props })).message).toBe(
        message(text),
      );
    });
  });
});
