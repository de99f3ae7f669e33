import { Testing } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn, apiNamed, IDENTIFIER } from '../support/apis';
import { foundIn } from '../support/checks';
import { stackOf, synthesize, warningsOf } from '../support/synth';

const { resourceServer } = auth0.bindings;

test('everything is found at once', () => {
  expect(foundIn((stack) => {
    const api = apiIn(stack, { scopes: { a: '' } });
    api.grant('worker', ['x']);
    api.grant('worker', ['a']);
    apiNamed(stack, 'Second');
    new auth0.Role(stack, 'Role', { name: 'a' }).allow(api, ['y']);
  }).errors).toEqual([
    "'stack/Second' has the same identifier as 'stack/Api': 'https://api.example.com' [identifier-unique]",
    "'stack/Api/Grant-worker-2' grants the same application access to the same API as 'stack/Api/Grant-worker', but with " +
      'other settings: make it one grant [duplicate-tuple]',
    "'stack/Api/Grant-worker' grants the scope 'x', which 'stack/Api' does not declare (it declares 'a'): " +
      "did you mean 'a'? [scope-not-on-api]",
    "'stack/Role' allows the scope 'y', which 'stack/Api' does not declare (it declares 'a'): did you mean 'a'? " +
      '[role-permission-not-on-api]',
  ]);
});

test('a second synth finds the same, and leaves no warning twice', () => {
  const stack = stackOf((own) => {
    const api = apiIn(own);
    api.grant('worker', ['a']);
    api.grant('worker', ['a']);
    apiNamed(own, 'Slash', { identifier: `${IDENTIFIER}/` });
  });
  const first = Testing.synth(stack, true);
  const left = warningsOf(stack);
  expect(left).toEqual([
    "'stack/Api/Grant-worker-2' repeats the grant 'stack/Api/Grant-worker' [duplicate-tuple]",
    "'stack/Slash' has an identifier that differs from that of 'stack/Api' only in the slash at the end: " +
      'Auth0 treats them as two APIs [identifier-slash-twins]',
  ]);
  expect(Testing.synth(stack, true)).toBe(first);
  expect(warningsOf(stack)).toEqual(left);
});

test('nothing is found in a stack without anything of this library', () => {
  const stack = stackOf();
  for (const id of ['A', 'B']) {
    new resourceServer.ResourceServer(stack, id, { identifier: IDENTIFIER });
  }
  synthesize(stack);
});
