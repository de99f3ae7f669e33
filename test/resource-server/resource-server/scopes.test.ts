import { TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../../lib';
import { API, apiIn, SCOPES } from '../../support/apis';
import { resourceOf, stackOf, synthesize, synthesizeOne } from '../../support/synth';

describe('scopes', () => {
  const scopesOf = (build: (api: auth0.ResourceServer) => void, scopes?: Record<string, string>) =>
    synthesizeOne(SCOPES, (stack) => build(apiIn(stack, { scopes }))).scopes;

  test('are sorted by code unit, wherever they come from', () => {
    const scopes = { 'é': '1', 'b': '2', 'a:b': '3', 'a': '4', '10': '5', '9': '6' };
    expect(scopesOf((api) => api.addScope('B'), scopes)).toEqual([
      { name: '10', description: '5' },
      { name: '9', description: '6' },
      { name: 'B' },
      { name: 'a', description: '4' },
      { name: 'a:b', description: '3' },
      { name: 'b', description: '2' },
      { name: 'é', description: '1' },
    ]);
  });

  test('may have names that mean something to JavaScript', () => {
    const scopes = JSON.parse('{ "__proto__": "a", "constructor": "b", "toString": "c" }');
    expect(scopesOf((api) => api.addScope('hasOwnProperty', 'd'), scopes)).toEqual([
      { name: '__proto__', description: 'a' },
      { name: 'constructor', description: 'b' },
      { name: 'hasOwnProperty', description: 'd' },
      { name: 'toString', description: 'c' },
    ]);
  });

  test('create no resource where there are none', () => {
    for (const scopes of [undefined, {}]) {
      const stack = stackOf((s) => apiIn(s, { scopes }));
      expect(Object.keys(synthesize(stack).resource)).toEqual([API]);
    }
  });

  test('an empty description is written, none is not', () => {
    expect(scopesOf((api) => api.addScope('b'), { a: '' })).toEqual([{ name: 'a', description: '' }, { name: 'b' }]);
  });

  test('names and descriptions may be tokens', () => {
    const stack = stackOf();
    const variable = new TerraformVariable(stack, 'v', {});
    const api = apiIn(stack, { scopes: { [`read:${variable.stringValue}`]: variable.stringValue } });
    api.addScope('late', variable.stringValue);
    expect(resourceOf(stack, SCOPES).scopes).toEqual(expect.arrayContaining([
      { name: 'read:${var.v}', description: '${var.v}' },
      { name: 'late', description: '${var.v}' },
    ]));
  });

  test('a map that only Terraform knows is a dynamic block', () => {
    const stack = stackOf();
    const variable = new TerraformVariable(stack, 'scopes', { type: 'map(string)' });
    apiIn(stack, { scopes: Token.asStringMap(variable.value) });
    expect(resourceOf(stack, SCOPES).dynamic).toEqual({
      scopes: {
        for_each: '${var.scopes}',
        iterator: 'each',
        content: { name: '${each.key}', description: '${each.value}' },
      },
    });
  });

  test('scopes that are added are merged into such a map', () => {
    const stack = stackOf();
    const variable = new TerraformVariable(stack, 'scopes', { type: 'map(string)' });
    const api = apiIn(stack, { scopes: Token.asStringMap(variable.value) });
    api.addScope('b');
    api.addScope('a', 'The "A"\\B');
    expect(resourceOf(stack, SCOPES).dynamic.scopes.for_each).toBe(
      '${merge({"a" = "The \\"A\\"\\\\B", "b" = ""}, var.scopes)}',
    );
  });

  test('custom claims, too', () => {
    const stack = stackOf();
    const variable = new TerraformVariable(stack, 'claims', { type: 'map(string)' });
    apiIn(stack, { customClaims: Token.asStringMap(variable.value) });
    expect(resourceOf(stack, API).access_token.claims_mapping.dynamic).toEqual({
      custom_claims: {
        for_each: '${var.claims}',
        iterator: 'each',
        content: { name: '${each.key}', expression: '${each.value}' },
      },
    });
  });
});
