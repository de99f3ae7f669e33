import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Aspects, TerraformStack, Testing } from 'cdktf';
import { apiIn, apiNamed, IDENTIFIER } from '../support/apis';
import { validationFailure } from '../support/errors';
import { folderForEachTest } from '../support/folders';
import { appWith } from '../support/synth';

describe('an app of several stacks', () => {
  const outdir = folderForEachTest();

  /** All files that the app has written. */
  function written(): string[] {
    const entries = readdirSync(outdir(), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  const wrong = (stack: TerraformStack) => {
    apiNamed(stack, 'A', { scopes: { a: '' } }).grant('worker', ['x']);
    apiNamed(stack, 'B');
  };

  test.each<[string, Record<string, (stack: TerraformStack) => void>]>([
    ['the first stack', { wrong1: wrong, right: () => {}, wrong2: wrong }],
    ['later stacks', { right: (stack) => apiIn(stack), wrong1: wrong, wrong2: wrong }],
    ['stacks after one without anything of this library', { right: () => {}, wrong1: wrong, wrong2: wrong }],
  ])('is refused with the mistakes of all of them, each with its stack, and nothing has been written: %s', (_, stacks) => {
    const app = appWith(outdir(), stacks);
    expect(() => app.synth()).toThrow(new Error(validationFailure(
      ...['wrong1', 'wrong2'].flatMap((name) => [
        `[${name}] '${name}/B' has the same identifier as '${name}/A': '${IDENTIFIER}' [identifier-unique]`,
        `[${name}] '${name}/A/Grant-worker' grants the scope 'x', which '${name}/A' does not declare (it declares 'a'): ` +
          "did you mean 'a'? [scope-not-on-api]",
      ]),
    )));
    expect(written()).toEqual([]);
  });

  test('is written where nothing is wrong, each warning once', () => {
    const repeated = (stack: TerraformStack) => {
      const api = apiIn(stack);
      api.grant('worker', ['a']);
      api.grant('worker', ['a']);
    };
    const app = appWith(outdir(), { one: repeated, two: repeated, three: (stack) => apiIn(stack) });
    app.synth();
    expect(written().sort()).toEqual(['cdk.tf.json', 'cdk.tf.json', 'cdk.tf.json', 'manifest.json']);
    const { stacks } = JSON.parse(readFileSync(join(outdir(), 'manifest.json'), 'utf8'));
    const annotations = Object.values<any>(stacks).flatMap((stack) => stack.annotations);
    expect(annotations.map(({ constructPath, level, message }) => [constructPath, level, message])).toEqual(
      ['one', 'two'].map((name) => [
        `${name}/Api/Grant-worker-2`, '@cdktf/warn', `'${name}/Api/Grant-worker-2' repeats the grant '${name}/Api/Grant-worker' [duplicate-tuple]`,
      ]),
    );
  });

  test('is written where validation is switched off', () => {
    appWith(outdir(), { wrong }, { skipValidation: true }).synth();
    expect(existsSync(join(outdir(), 'stacks/wrong/cdk.tf.json'))).toBe(true);
  });

  test.each<[string, boolean, number]>([
    ['once', false, 1],
    ['twice where an Aspect may have added a reference to another stack', true, 2],
  ])('is prepared by CDKTF %s', (_, hasAspect, times) => {
    const app = appWith(outdir(), { one: (stack) => apiIn(stack), two: (stack) => apiIn(stack) });
    const [one, two] = app.node.children as TerraformStack[];
    if (hasAspect) {
      Aspects.of(two).add({ visit: () => {} });
    }
    const prepared = jest.spyOn(one, 'prepareStack');
    app.synth();
    expect(prepared).toHaveBeenCalledTimes(times);
  });

  test('is searched for its stacks as often as an app of one stack', () => {
    const searches = [1, 2, 5].map((count) => {
      const stacks = Array.from({ length: count }, (_, index) => [`stack${index}`, (stack: TerraformStack) => apiIn(stack)] as const);
      const app = appWith(outdir(), Object.fromEntries(stacks));
      const search = jest.spyOn(app.node, 'findAll');
      app.synth();
      return search.mock.calls.length;
    });
    expect(new Set(searches).size).toBe(1);
  });

  test('has each stack judged by itself where it alone is synthesized', () => {
    const app = appWith(outdir(), { right: (stack) => apiIn(stack), wrong });
    expect(() => Testing.synth(app.node.findChild('wrong') as TerraformStack, true)).toThrow(
      "[wrong] 'wrong/B' has the same identifier as 'wrong/A'",
    );
  });

  test('says how to add the provider that a stack lacks', () => {
    const app = appWith(outdir(), { right: (stack) => apiIn(stack) });
    const without = new TerraformStack(app, 'without');
    apiIn(without);
    const line = "[without] stack 'without' has no Auth0 provider: add new Auth0Provider(stack, 'auth0', { domain: 'tenant.eu.auth0.com' })\n";
    expect(() => app.synth()).toThrow(line);
    expect(() => Testing.synth(without, true)).toThrow(line);
    expect(() => Testing.synth(app.node.findChild('right') as TerraformStack, true)).not.toThrow();
  });
});
