import { TerraformStack, TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { API, GRANT, IDENTIFIER } from '../support/apis';
import { errorOf, foundAtSynth, framesOf, messageFor } from '../support/errors';
import { outputsOf } from '../support/outputs';
import { stackOf, synthesize, warningsOf } from '../support/synth';

/** The options of a grant that are left out. */
const OFF = { subject_type: 'client', organization_usage: 'deny', allow_any_organization: false };

const DOMAIN = 'tenant.eu.auth0.com';

const message = messageFor("ResourceServer 'stack/Api'");

type Made = (stack: TerraformStack) => auth0.IResourceServer;

/** The grants of a stack with grants for an existing API, and the data sources for them. */
function grantsOn(make: Made): { grants: any[]; data: any } {
  const stack = stackOf();
  const api = make(stack);
  api.grant('worker', ['read']);
  const { resource, data } = synthesize(stack);
  expect(warningsOf(stack)).toEqual([]);
  return { grants: Object.values(resource[GRANT]), data };
}

describe('fromIdentifier', () => {
  const make: Made = (stack) => auth0.ResourceServer.fromIdentifier(stack, 'Api', IDENTIFIER);

  test('looks the API up, and refers to what was found', () => {
    const stack = stackOf();
    const { identifier, audience, resourceServerId } = make(stack);
    expect(outputsOf(stack, { identifier, audience, resourceServerId })).toEqual({
      identifier: '${data.auth0_resource_server.Api_F70053CD.identifier}',
      audience: '${data.auth0_resource_server.Api_F70053CD.identifier}',
      resourceServerId: '${data.auth0_resource_server.Api_F70053CD.id}',
    });
    expect(synthesize(stack).data).toEqual({ [API]: { Api_F70053CD: { identifier: IDENTIFIER } } });
    expect(synthesize(stack).resource).toBeUndefined();
  });

  test('grants', () => {
    expect(grantsOn(make).grants).toEqual([
      { audience: '${data.auth0_resource_server.Api_F70053CD.identifier}', client_id: 'worker', scopes: ['read'], ...OFF },
    ]);
  });

  test('takes a token', () => {
    const { data } = grantsOn((stack) => {
      const identifier = new TerraformVariable(stack, 'api', {}).stringValue;
      return auth0.ResourceServer.fromIdentifier(stack, 'Api', identifier);
    });
    expect(data).toEqual({ [API]: { Api_F70053CD: { identifier: '${var.api}' } } });
  });

  test.each([undefined, ''])('refuses %j', (identifier: any) => {
    const stack = stackOf();
    const error = errorOf(() => auth0.ResourceServer.fromIdentifier(stack, 'Api', identifier));
    const text = identifier === '' ? `must not be empty` : 'is required, but was not given';
    expect(error.message).toBe(
      message(`identifier ${text} [identifier-${identifier === '' ? 'empty' : 'required'}]`),
    );
    expect(framesOf(error)[0]).toContain(__filename);
    expect(stack.node.tryFindChild('Api')).toBeUndefined();
  });

  test('takes what Auth0 reserves', () => {
    expect(grantsOn((stack) =>
      auth0.ResourceServer.fromIdentifier(stack, 'Api', `https://${DOMAIN}/api/v2/`)).grants).toHaveLength(1);
  });
});

describe('fromResourceServerId', () => {
  const make: Made = (stack) => auth0.ResourceServer.fromResourceServerId(stack, 'Api', 'abc');

  test('looks the API up, and refers to what was found', () => {
    const stack = stackOf();
    const { identifier, audience, resourceServerId } = make(stack);
    expect(outputsOf(stack, { identifier, audience, resourceServerId })).toEqual({
      identifier: '${data.auth0_resource_server.Api_F70053CD.identifier}',
      audience: '${data.auth0_resource_server.Api_F70053CD.identifier}',
      resourceServerId: '${data.auth0_resource_server.Api_F70053CD.id}',
    });
    expect(synthesize(stack).data).toEqual({ [API]: { Api_F70053CD: { resource_server_id: 'abc' } } });
  });

  test('grants', () => {
    expect(grantsOn(make).grants).toEqual([
      { audience: '${data.auth0_resource_server.Api_F70053CD.identifier}', client_id: 'worker', scopes: ['read'], ...OFF },
    ]);
  });

  test('grants all scopes, and by default: which API it is cannot be told', () => {
    const stack = stackOf();
    const api = make(stack);
    api.grantAllScopes('worker');
    api.grantThirdPartyClients([]);
    expect(Object.keys(synthesize(stack).resource[GRANT])).toHaveLength(2);
  });
});

describe('fromAttributes', () => {
  test('looks nothing up', () => {
    const { grants, data } = grantsOn((stack) =>
      auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: IDENTIFIER }));
    expect(data).toBeUndefined();
    expect(grants).toEqual([{ audience: IDENTIFIER, client_id: 'worker', scopes: ['read'], ...OFF }]);
  });

  test('gives what it was given', () => {
    const api = auth0.ResourceServer.fromAttributes(
      stackOf(), 'Api', { identifier: IDENTIFIER, resourceServerId: 'abc' },
    );
    expect([api.identifier, api.audience, api.resourceServerId]).toEqual([IDENTIFIER, IDENTIFIER, 'abc']);
  });

  test('says what to do about an id that is not known', () => {
    const api = auth0.ResourceServer.fromAttributes(stackOf(), 'Api', { identifier: IDENTIFIER });
    expect(() => api.resourceServerId).toThrow(new Error(
      "the id of 'stack/Api' is not known: give resourceServerId, or look the API up with ResourceServer.fromIdentifier",
    ));
  });

  test('takes tokens', () => {
    const stack = stackOf();
    const text = new TerraformVariable(stack, 'api', {}).stringValue;
    const api = auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: text, resourceServerId: text });
    expect(outputsOf(stack, { audience: api.audience, id: api.resourceServerId })).toEqual({
      audience: '${var.api}', id: '${var.api}',
    });
  });

  test.each<[string, any, string]>([
    ['no identifier', {}, 'identifier is required, but was not given [identifier-required]'],
    ['an empty identifier', { identifier: '' }, `identifier must not be empty [identifier-empty]`],
    ['nothing', undefined, 'identifier is required, but was not given [identifier-required]'],
    ['a list for an identifier', { identifier: [] }, 'identifier must be a string, but a list was given [wrong-type]'],
    [
      'a number for an id',
      { identifier: 'a', resourceServerId: 7 },
      'resourceServerId must be a string, but a number was given [wrong-type]',
    ],
    [
      'a text for scopes',
      { identifier: 'a', scopes: 'read' },
      'scopes must be a list, but a string was given [wrong-type]',
    ],
    [
      'a number for a scope',
      { identifier: 'a', scopes: [7] },
      'scopes[0] must be a string, but a number was given [wrong-type]',
    ],
  ])('refuses %s', (_, attributes, text) => {
    expect(errorOf(() => auth0.ResourceServer.fromAttributes(stackOf(), 'Api', attributes)).message).toBe(
      message(text),
    );
  });

  test('treats null as left out', () => {
    const attributes: any = { identifier: IDENTIFIER, resourceServerId: null, scopes: null };
    const api = auth0.ResourceServer.fromAttributes(stackOf(), 'Api', attributes);
    api.grant('worker', ['read']);
    expect(() => api.resourceServerId).toThrow("the id of 'stack/Api' is not known");
  });

  describe('the scopes', () => {
    const found = (scopes: string[] | undefined, use: (api: auth0.IResourceServer, stack: TerraformStack) => void) => {
      const stack = stackOf();
      use(auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: IDENTIFIER, scopes }), stack);
      return foundAtSynth(stack);
    };
    const declared = ['write', 'read'];

    test('are what a grant is checked against', () => {
      expect(found(declared, (api) => api.grant('worker', ['raed']))).toContain(
        `\n  [stack] 'stack/Api/Grant-worker' grants the scope 'raed', which 'stack/Api' does not declare ` +
        `(it declares 'read', 'write'): did you mean 'read'? [scope-not-on-api]\n`,
      );
    });

    test('are what a role is checked against', () => {
      expect(
        found(declared, (api, stack) => new auth0.Role(stack, 'Role', { name: 'a' }).allow(api, ['raed'])),
      ).toContain(
        `\n  [stack] 'stack/Role' allows the scope 'raed', which 'stack/Api' does not declare ` +
        `(it declares 'read', 'write'): did you mean 'read'? [role-permission-not-on-api]\n`,
      );
    });

    test.each<[string, string[] | undefined]>([
      ['declared', ['read']],
      ['any, where none are given', undefined],
      ['any, where an empty list is given', []],
      ['any, where one is a token', ['write', '${var.scope}']],
      ['any, where all are a token', Token.asList('${var.scopes}')],
    ])('may be used: %s', (_, scopes) => {
      expect(grantsOn((stack) =>
        auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: IDENTIFIER, scopes })).grants).toHaveLength(1);
    });
  });
});

test.each<[string, (stack: TerraformStack, identifier: string) => auth0.IResourceServer]>([
  ['fromIdentifier', (stack, identifier) => auth0.ResourceServer.fromIdentifier(stack, 'Api', identifier)],
  ['fromAttributes', (stack, identifier) => auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier })],
])('%s warns of an identifier that begins or ends with white space', (_, make) => {
  const stack = stackOf();
  expect(warningsOf(make(stack, `${IDENTIFIER} `))).toEqual([
    `identifier begins or ends with white space, which is part of the audience: '${IDENTIFIER} ' [identifier-whitespace]`,
  ]);
});
