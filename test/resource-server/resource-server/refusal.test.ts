import { join } from 'node:path';
import * as auth0 from '../../../lib';
import { API, apiIn, refusalOf } from '../../support/apis';
import { errorOf, framesOf, messageFor } from '../../support/errors';
import { resourcesOf, stackOf } from '../../support/synth';

const LIB = join(__dirname, '../../../lib');

const message = messageFor("ResourceServer 'stack/Api'");

describe('a refusal', () => {
  const wrong = { identifier: '', name: '<', tokenLifetime: auth0.Duration.seconds(-1), scopes: { '': 'a' } };

  test('lists everything that is wrong, in the API and in its scopes', () => {
    const error = refusalOf(wrong);
    expect(error.name).toBe('ValidationError');
    expect(error.message).toBe(message(
      `identifier must not be empty [identifier-empty]`,
      `name must not contain '<' or '>', but '<' was given [name-angle-brackets]`,
      'tokenLifetime must be a whole number of seconds from 0 to 2592000 (30 days), but -1 was given [token-lifetime-range]',
      `scope '' must have a name [scope-name-empty]`,
    ));
    expect(error.violations).toStrictEqual([
      { rule: 'identifier-empty', path: 'identifier', message: `identifier must not be empty` },
      { rule: 'name-angle-brackets', path: 'name', message: `name must not contain '<' or '>', but '<' was given` },
      {
        rule: 'token-lifetime-range',
        path: 'tokenLifetime',
        message: 'tokenLifetime must be a whole number of seconds from 0 to 2592000 (30 days), but -1 was given',
      },
      { rule: 'scope-name-empty', path: `scopes['']`, message: `scope '' must have a name` },
    ]);
  });

  test('names the construct by its path', () => {
    const app = stackOf().node.root;
    const error = errorOf(() => new auth0.ResourceServer(app, 'Api', { identifier: '' }));
    expect(error.message).toMatch(/^ResourceServer 'Api' is not valid:\n/);
  });

  test('leaves nothing in the tree: the id can be used again', () => {
    const stack = stackOf();
    const before = stack.node.findAll().length;
    expect(() => apiIn(stack, wrong)).toThrow('is not valid');
    expect(stack.node.findAll()).toHaveLength(before);
    apiIn(stack);
    expect(Object.keys(resourcesOf(stack, API))).toEqual(['Api_F70053CD']);
  });

  test.each<[string, () => unknown]>([
    ['of an API', () => errorOf(() => new auth0.ResourceServer(stackOf(), 'Api', wrong))],
    [
      'of an API of a subclass',
      () => errorOf(() => new (class extends auth0.ResourceServer {})(stackOf(), 'Api', wrong)),
    ],
    ['of a scope', () => errorOf(() => apiIn(stackOf()).addScope(''))],
    ['of a named value', () => errorOf(() => auth0.SigningAlg.of('none'))],
    ['of a secret', () => errorOf(() => auth0.SigningSecret.fromToken('literal'))],
  ])('%s has a stack trace that begins at the line of the user, without lines of this library', (_, refuse) => {
    const frames = framesOf(refuse() as Error);
    expect(frames[0]).toContain(__filename);
    expect(frames.filter((frame) => frame.includes(LIB))).toEqual([]);
  });
});
