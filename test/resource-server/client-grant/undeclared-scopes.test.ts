import { TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../../lib';
import { apiIn, GRANT } from '../../support/apis';
import { atSynth, foundAtSynth, validationFailure } from '../../support/errors';
import { resourceOf, stackBeside, stackOf } from '../../support/synth';

describe('a scope that the API does not declare', () => {
  const declared = { 'read:orders': 'Read orders', 'write:orders': 'Write orders' };
  const line = (scope: string, names: string, meant = '') =>
    `'stack/Api/Grant-worker' grants the scope '${scope}', which 'stack/Api' does not declare ` +
    `(it declares ${names})${meant && `: did you mean '${meant}'?`} [scope-not-on-api]`;

  test('is found at synth, with the declared names and the nearest', () => {
    const stack = stackOf();
    apiIn(stack, { scopes: declared }).grant('worker', ['read:orders', 'wirte:orders', 'delete']);
    expect(foundAtSynth(stack)).toBe(atSynth(
      line('delete', `'read:orders', 'write:orders'`),
      line('wirte:orders', `'read:orders', 'write:orders'`, 'write:orders'),
    ));
  });

  test('is found beside scopes that were added after the grant', () => {
    const stack = stackOf();
    const api = apiIn(stack);
    api.grant('worker', ['raed:orders']);
    api.addScope('read:orders');
    expect(foundAtSynth(stack)).toBe(atSynth(line('raed:orders', `'read:orders'`, 'read:orders')));
  });

  test('may be added after the grant', () => {
    const stack = stackOf();
    const api = apiIn(stack, { scopes: declared });
    api.grant('worker', ['late']);
    api.addScope('late');
    expect(resourceOf(stack, GRANT).scopes).toEqual(['late']);
  });

  test('is found by each synth', () => {
    const stack = stackOf();
    apiIn(stack, { scopes: declared }).grant('worker', ['delete']);
    expect(foundAtSynth(stack)).toBe(foundAtSynth(stack));
  });

  test('of third-party clients and of a grant in another stack is found, too', () => {
    const stack = stackOf();
    const api = apiIn(stack, { scopes: declared });
    api.grantThirdPartyClients(['delete']);
    const other = stackBeside(stack);
    new auth0.ClientGrant(other, 'Grant', { resourceServer: api, clientId: 'worker', scopes: ['remove'] });
    const names = `(it declares 'read:orders', 'write:orders') [scope-not-on-api]`;
    expect(foundAtSynth(stack)).toBe(validationFailure(
      `[stack] 'stack/Api/Grant-third_party_clients-user' grants the scope 'delete', which 'stack/Api' does not declare ${names}`,
      `[other] 'other/Grant' grants the scope 'remove', which 'stack/Api' does not declare ${names}`,
    ));
  });

  test('is accepted where nothing is declared', () => {
    const stack = stackOf();
    apiIn(stack).grant('worker', ['anything']);
    expect(resourceOf(stack, GRANT).scopes).toEqual(['anything']);
  });

  test('is accepted where a declared name is a token', () => {
    const stack = stackOf();
    const scope = new TerraformVariable(stack, 'scope', {}).stringValue;
    const api = apiIn(stack, { scopes: { a: 'A' } });
    api.grant('worker', ['anything']);
    api.addScope(`read:${scope}`);
    expect(resourceOf(stack, GRANT).scopes).toEqual(['anything']);
  });

  test('is accepted where only Terraform knows the declared names', () => {
    const stack = stackOf();
    const map = new TerraformVariable(stack, 'scopes', { type: 'map(string)' });
    const api = apiIn(stack, { scopes: Token.asStringMap(map.value) });
    api.addScope('read');
    api.grant('worker', ['anything']);
    expect(resourceOf(stack, GRANT).scopes).toEqual(['anything']);
  });

  test('is not looked for in a list that was taken apart: that is an error of its own', () => {
    const stack = stackOf();
    const { listValue } = new TerraformVariable(stack, 'scopes', { type: 'list(string)' });
    expect(() => apiIn(stack, { scopes: declared }).grant('worker', ['read:orders', ...listValue])).toThrow(
      'scopes[1] must not be an entry of a list token: use Fn.element(list, index), or Fn.concat to add to a list [wrong-type]',
    );
  });

  test('is not looked for in tokens', () => {
    const stack = stackOf();
    const scope = new TerraformVariable(stack, 'scope', {}).stringValue;
    apiIn(stack, { scopes: declared }).grant('worker', [scope]);
    expect(resourceOf(stack, GRANT).scopes).toEqual(['${var.scope}']);
  });
});
