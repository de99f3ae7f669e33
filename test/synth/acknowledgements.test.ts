import { App, TerraformStack } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn, IDENTIFIER } from '../support/apis';
import { atSynth, errorOf, foundAtSynth, messageFor } from '../support/errors';
import { stackOf, synthesize, warningsOf } from '../support/synth';

const API = 'auth0_resource_server';
const REASON = 'the gateway adds the scope';
const { Checks } = auth0;

/** Creates a grant with a scope that its API does not declare. */
function undeclared(stack: TerraformStack): auth0.ResourceServer {
  const api = apiIn(stack, { scopes: { read: '' } });
  api.grant('worker', ['raed']);
  return api;
}

const UNDECLARED =
  "'stack/Api/Grant-worker' grants the scope 'raed', which 'stack/Api' does not declare (it declares 'read'): did you mean 'read'? " +
  '[scope-not-on-api]';

/** The acknowledgements in the JSON of the resources of a type. `Testing.synth` of CDKTF leaves them out. */
function acknowledgedIn(stack: TerraformStack, type: string): unknown[] {
  stack.runAllValidations();
  return Object.values<any>((stack.toTerraform() as any).resource[type]).map((resource) => resource['//'].acknowledged);
}

describe('an acknowledgement', () => {
  test('of a warning silences it, and is kept in the JSON', () => {
    const stack = stackOf((own) => {
      const api = apiIn(own, { signingSecret: auth0.SigningSecret.unsafePlainText('0123456789abcdef'), signingAlg: auth0.SigningAlg.HS256 });
      Checks.of(api).acknowledge({ id: 'signing-secret-literal', reason: 'a throwaway tenant', by: 'Ana' });
    });
    expect(acknowledgedIn(stack, API)).toEqual([[{ id: 'signing-secret-literal', reason: 'a throwaway tenant', by: 'Ana' }]]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('of an error that may have reasons lets the stack pass, and is kept on the resource in question', () => {
    const stack = stackOf((own) => {
      Checks.of(undeclared(own)).acknowledge({ id: 'scope-not-on-api', reason: REASON });
    });
    expect(acknowledgedIn(stack, 'auth0_client_grant')).toEqual([[{ id: 'scope-not-on-api', reason: REASON }]]);
    expect(acknowledgedIn(stack, API)).toEqual([undefined]);
  });

  test('is written once, however often the stack is synthesized', () => {
    const stack = stackOf((own) => {
      Checks.of(undeclared(own)).acknowledge({ id: 'scope-not-on-api', reason: REASON });
    });
    expect(acknowledgedIn(stack, 'auth0_client_grant')).toEqual(acknowledgedIn(stack, 'auth0_client_grant'));
  });

  test('of what is found while a construct is made counts where it stands around it', () => {
    const stack = stackOf((own) => {
      Checks.of(own).acknowledge({ id: 'name-magic-system-name', reason: 'a test double' });
      apiIn(own, { name: 'Auth0 Management API' });
    });
    expect(acknowledgedIn(stack, API)).toEqual([[{ id: 'name-magic-system-name', reason: 'a test double' }]]);
  });

  test('counts for the construct and its children, and for nothing beside them', () => {
    const stack = stackOf((own) => {
      Checks.of(undeclared(own)).acknowledge({ id: 'scope-not-on-api', reason: REASON });
      const other = new auth0.ResourceServer(own, 'Other', { identifier: 'other', scopes: { a: '' } });
      other.grant('worker', ['long-name']);
    });
    expect(foundAtSynth(stack)).toBe(atSynth(
      "'stack/Other/Grant-worker' grants the scope 'long-name', which 'stack/Other' does not declare (it declares 'a') [scope-not-on-api]",
    ));
  });

  test('counts for bindings', () => {
    const stack = stackOf((own) => {
      const raw = new auth0.bindings.resourceServer.ResourceServer(own, 'Raw', { identifier: 'a', tokenLifetime: 0 });
      Checks.of(raw).acknowledge({ id: 'token-lifetime-zero', reason: 'as it is' });
    });
    expect(acknowledgedIn(stack, API)).toEqual([[{ id: 'token-lifetime-zero', reason: 'as it is' }]]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('that meets no finding is a warning', () => {
    const stack = stackOf((own) => {
      Checks.of(apiIn(own)).acknowledge({ id: 'scope-not-on-api', reason: REASON });
    });
    synthesize(stack);
    expect(warningsOf(stack)).toEqual(["acknowledges 'scope-not-on-api', but nothing here has this finding: remove it"]);
  });
});

describe('an acknowledgement of a rule whose findings may be errors or warnings', () => {
  const systemApi = (safeDefaults: boolean) => stackOf((own) => {
    Checks.of(own).acknowledge({ id: 'sys-management-client-policy', reason: 'as it was imported' });
    const identifier = 'https://tenant.eu.auth0.com/api/v2/';
    apiIn(own, { safeDefaults, identifier, subjectTypeAuthorization: { client: auth0.ClientPolicy.DENY_ALL } }).importFrom('abc');
  });

  test('silences a warning', () => {
    expect(warningsOf(systemApi(false))).toEqual([]);
  });

  test('does not silence an error that Auth0 refuses', () => {
    expect(() => systemApi(true)).toThrow('[sys-management-client-policy]');
  });
});

describe('an acknowledgement with a last day', () => {
  const until = (day: string, now: string) => stackOf((own) => {
    Checks.of(own).evaluateAt(new Date(now));
    Checks.of(undeclared(own)).acknowledge({ id: 'scope-not-on-api', reason: REASON, until: day });
  });

  test('counts on that day', () => {
    expect(acknowledgedIn(until('2030-06-15', '2030-06-15T23:59:59Z'), 'auth0_client_grant')).toEqual([
      [{ id: 'scope-not-on-api', reason: REASON, until: '2030-06-15' }],
    ]);
  });

  test('counts no longer on the next one, and the finding says so', () => {
    expect(foundAtSynth(until('2030-06-15', '2030-06-16T00:00:00Z'))).toBe(
      atSynth(`${UNDECLARED} (was acknowledged until 2030-06-15)`),
    );
  });

  test('that has passed does not hide one that counts', () => {
    const stack = until('2030-06-15', '2031-01-01T00:00:00Z');
    Checks.of(stack).acknowledge({ id: 'scope-not-on-api', reason: 'for good' });
    expect(acknowledgedIn(stack, 'auth0_client_grant')).toEqual([[{ id: 'scope-not-on-api', reason: 'for good' }]]);
  });
});

describe('is refused', () => {
  const message = messageFor("the acknowledgement on 'stack'");
  const line = (text: string) => `${text} [acknowledgement]`;

  test.each<[string, any, string[]]>([
    ['without anything', undefined, ['id must be the id of a rule, but nothing was given', 'reason is required, but was not given']],
    ['of a rule that does not exist', { id: 'scope-not-on-apis', reason: REASON }, [
      "id must be the id of a rule, but there is no rule 'scope-not-on-apis': did you mean 'scope-not-on-api'?",
    ]],
    ['of what Auth0 refuses', { id: 'identifier-empty', reason: REASON }, [
      "id must be the id of a rule that can be acknowledged, but Auth0 or its provider refuses a definition that breaks 'identifier-empty'",
    ]],
    ['without a reason', { id: 'scope-not-on-api' }, ['reason is required, but was not given']],
    ['with an empty reason', { id: 'scope-not-on-api', reason: '  ' }, ['reason is required, but was not given']],
    ['until something that is no day', { id: 'scope-not-on-api', reason: REASON, until: 'soon' }, ["until must be a day, such as '2027-03-31'"]],
    ['until a day that does not exist', { id: 'scope-not-on-api', reason: REASON, until: '2027-02-30' }, ["until must be a day, such as '2027-03-31'"]],
    ['by something that is no text', { id: 'scope-not-on-api', reason: REASON, by: 1 }, ['by must be a string']],
  ])('%s', (_, acknowledgement, lines) => {
    const error = errorOf(() => Checks.of(stackOf()).acknowledge(acknowledgement));
    expect(error.message).toBe(message(...lines.map(line)));
    expect(auth0.Errors.isValidationError(error)).toBe(true);
  });

  test('on the app', () => {
    const app = App.of(stackOf());
    expect(errorOf(() => Checks.of(app).acknowledge({ id: 'scope-not-on-api', reason: REASON })).message).toContain(
      'scope must be a stack or a construct in it, not the app',
    );
  });
});

test('certificates are judged by the time that is set', () => {
  const stack = stackOf((own) => {
    Checks.of(own).evaluateAt(new Date('2199-01-01T00:00:00Z'));
    new auth0.ResourceServer(own, 'Api', {
      identifier: IDENTIFIER,
      tokenEncryption: auth0.TokenEncryption.compactNestedJwe(auth0.EncryptionKey.fromPemFile(`${__dirname}/../fixtures/certificates/century.pem`)),
    });
  });
  expect(warningsOf(stack)).toEqual([
    'tokenEncryption.encryptionKey.pem is a certificate that expired on 2100-01-01: renew it [jwe-certificate-expiry]',
  ]);
});
