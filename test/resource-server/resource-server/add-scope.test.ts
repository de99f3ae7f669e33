import * as auth0 from '../../../lib';
import { apiIn, ApiProps, manyScopes, SCOPES } from '../../support/apis';
import { errorOf, messageFor } from '../../support/errors';
import { resourceOf, stackOf, synthesize, synthesizeOne, warningsOf } from '../../support/synth';

const message = messageFor("ResourceServer 'stack/Api'");

/** The scopes in the JSON of an API after some have been added. */
function scopesOf(build: (api: auth0.ResourceServer) => void, scopes?: Record<string, string>): any {
  return synthesizeOne(SCOPES, (stack) => build(apiIn(stack, { scopes }))).scopes;
}

test('adds the first, and more', () => {
  expect(scopesOf((api) => {
    api.addScope('b', 'B');
    api.addScope('a', 'A');
  })).toEqual([{ name: 'a', description: 'A' }, { name: 'b', description: 'B' }]);
});

test('takes the same scope again, and the description wherever it was given', () => {
  expect(scopesOf((api) => {
    api.addScope('a', 'A');
    api.addScope('a');
    api.addScope('b');
    api.addScope('b', 'B');
    api.addScope('b', 'B');
  }, { a: 'A' })).toEqual([{ name: 'a', description: 'A' }, { name: 'b', description: 'B' }]);
});

describe('refuses what the props would refuse', () => {
  /** The error when a scope is added. Expects that the API does not change. */
  function violationsOf(props: ApiProps, name: string, description?: string): auth0.Violation[] {
    const stack = stackOf();
    const api = apiIn(stack, props);
    const before = JSON.stringify(synthesize(stack));
    const error = errorOf(() => api.addScope(name, description));
    expect(JSON.stringify(synthesize(stack))).toBe(before);
    expect(auth0.Errors.isValidationError(error)).toBe(true);
    const lines = error.violations.map((violation: auth0.Violation) => `${violation.message} [${violation.rule}]`);
    expect(error.message).toBe(message(...lines));
    return error.violations;
  }

  test('a scope that no API can have', () => {
    expect(violationsOf({}, '', 'd'.repeat(501))).toEqual([
      { rule: 'scope-name-empty', path: "scopes['']", message: "scope '' must have a name" },
      {
        rule: 'scope-description-too-long',
        path: "scopes['']",
        message: "scope '' must have a description of at most 500 characters, but 501 were given",
      },
    ]);
  });

  test('a second description of a scope', () => {
    expect(violationsOf({ scopes: { 'read:orders': 'Read orders' } }, 'read:orders', 'Read all')).toEqual([
      {
        rule: 'scope-name-duplicate',
        path: "scopes['read:orders']",
        message: "scope 'read:orders' must have one description, but has 'Read orders' and 'Read all'",
      },
    ]);
  });

  test('the 1001st scope', () => {
    expect(violationsOf({ scopes: manyScopes(1000) }, 'read:orders')).toEqual([
      {
        rule: 'scopes-per-api-limit',
        path: 'scopes',
        message: 'scopes must have at most 1000 entries, but 1001 were given',
      },
    ]);
  });
});

test('a refused description leaves the first one', () => {
  const stack = stackOf();
  const api = apiIn(stack, { scopes: { a: 'A' } });
  expect(errorOf(() => api.addScope('a', 'B')).message).toBe(
    message(`scope 'a' must have one description, but has 'A' and 'B' [scope-name-duplicate]`),
  );
  expect(resourceOf(stack, SCOPES).scopes).toEqual([{ name: 'a', description: 'A' }]);
});

test('a refused scope creates no resource', () => {
  const api = apiIn(stackOf());
  const error = errorOf(() => api.addScope('', 'a'.repeat(501)));
  expect(error.message).toBe(message(
    `scope '' must have a name [scope-name-empty]`,
    `scope '' must have a description of at most 500 characters, but 501 were given [scope-description-too-long]`,
  ));
  expect(api.node.children.map(({ node }) => node.id)).toEqual(['Resource']);
});

test('takes the 1000th scope, and one of the 1000 again', () => {
  const api = apiIn(stackOf(), { scopes: manyScopes(999) });
  api.addScope('last');
  api.addScope('last');
  api.addScope('scope:0');
  expect(errorOf(() => api.addScope('more')).message).toBe(
    message('scopes must have at most 1000 entries, but 1001 were given [scopes-per-api-limit]'),
  );
});

test('a scope that is there is not written a second time', () => {
  const stack = stackOf();
  const api = apiIn(stack, { scopes: manyScopes(1000) });
  api.addScope('scope:999', '');
  api.addScope('scope:0');
  expect(resourceOf(stack, SCOPES).scopes).toHaveLength(1000);
});

test('the 1000th scope leaves no warning', () => {
  const stack = stackOf();
  apiIn(stack, { scopes: manyScopes(999) }).addScope('read:orders', 'Read orders');
  expect(warningsOf(stack)).toEqual([]);
});

test('warns once of a name that cannot work', () => {
  const stack = stackOf();
  const api = apiIn(stack);
  api.addScope('openid');
  api.addScope('read:orders');
  expect(warningsOf(stack)).toEqual([
    "scope 'openid' is a name that OpenID Connect or Auth0 uses: choose another, such as 'read:email' [scope-name-reserved]",
  ]);
});

test('does not judge tokens', () => {
  const stack = stackOf();
  apiIn(stack).addScope('openid ${var.token}', 'd'.repeat(501) + '${var.token}');
  expect(warningsOf(stack)).toEqual([]);
});
