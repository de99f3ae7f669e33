import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Aspects, IAspect, TerraformOutput, TerraformStack, Testing } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn, apiNamed, IDENTIFIER } from '../support/apis';
import { atSynthOf } from '../support/errors';
import { folderForEachTest } from '../support/folders';
import { appWith } from '../support/synth';

const outdir = folderForEachTest();

/** The JSON that was written for a stack. */
function written(stack: string): any {
  return JSON.parse(readFileSync(join(outdir(), 'stacks', stack, 'cdk.tf.json'), 'utf8'));
}

/** An Aspect that does something once with each API. */
function withEachApi(visit: (api: auth0.ResourceServer) => void): IAspect {
  return { visit: (node) => node instanceof auth0.ResourceServer && visit(node) };
}

const granted = (stack: TerraformStack) => {
  apiIn(stack, { scopes: { a: '' } }).grant('worker', ['admin']);
  Aspects.of(stack).add(withEachApi((api) => api.addScope('admin')));
};
const empty = () => {};

test.each([
  ['the only stack', { one: granted }],
  ['the first stack', { one: granted, two: empty }],
  ['the last stack', { one: empty, two: granted }],
  ['a stack between others with APIs', { one: (stack: TerraformStack) => apiIn(stack), two: granted, three: granted }],
])('an Aspect of %s completes an API before it is checked', (_, stacks) => {
  expect(() => appWith(outdir(), stacks).synth()).not.toThrow();
});

test('a mistake that an Aspect of a later stack makes is found before anything is written', () => {
  const app = appWith(outdir(), {
    one: empty,
    two: (stack) => {
      apiIn(stack, { scopes: { a: '' } });
      Aspects.of(stack).add(withEachApi((api) => api.grant('worker', ['b'])));
    },
  });
  expect(() => app.synth()).toThrow(atSynthOf(
    'two', "'two/Api/Grant-worker' grants the scope 'b', which 'two/Api' does not declare (it declares 'a'): did you mean 'a'? [scope-not-on-api]",
  ));
  expect(readdirSync(join(outdir(), 'stacks'))).toEqual([]);
});

test('each Aspect visits each construct as often as without this library, and in the same order', () => {
  const visits = (build: (stack: TerraformStack) => void) => {
    const visited: string[] = [];
    const app = appWith(outdir(), {
      one: (stack) => {
        build(stack);
        const nested = new TerraformStack(stack, 'nested');
        new TerraformOutput(nested, 'out', { value: 1 });
        Aspects.of(nested).add({ visit: ({ node }) => visited.push(`nested ${node.path}`) });
      },
      two: (stack) => {
        new TerraformOutput(stack, 'out', { value: 1 });
        const aspect: IAspect = { visit: ({ node }) => visited.push(`two ${node.path}`) };
        Aspects.of(stack).add(aspect);
        Aspects.of(stack.node.findChild('out')).add(aspect);
        Aspects.of(stack).add({ visit: (node) => node === stack && Aspects.of(node).add(aspect) });
      },
    });
    app.synth();
    app.synth();
    const warnings = app.node.findAll().flatMap(({ node }) => node.metadata.filter(({ type }) => type === '@cdktf/warn').map(({ data }) => data));
    return { visited: visited.filter((path) => !path.includes('Api')), warnings };
  };
  const expected = visits(empty);
  expect(expected.visited.length).toBeGreaterThan(8);
  expect(expected.warnings).toContain('We detected an Aspect was added via another Aspect, and will not be applied');
  expect(visits((stack) => apiIn(stack))).toEqual(expected);
});

test('a reference between stacks that an Aspect changes is written in both', () => {
  let api: auth0.ResourceServer;
  appWith(outdir(), {
    apis: (stack) => {
      api = apiIn(stack);
      Aspects.of(stack).add(withEachApi((one) => one.addScope('a')));
    },
    clients: (stack) => new auth0.ClientGrant(stack, 'Grant', { resourceServer: api, clientId: 'worker', scopes: ['a'] }),
  }).synth();
  const [{ audience }] = Object.values<any>(written('clients').resource.auth0_client_grant);
  const [, output] = /\.outputs\.([\w-]+)\}/.exec(audience)!;
  expect(written('apis').output[output].value).toMatch(/^\$\{auth0_resource_server_scopes\./);
});

test('a stack that is synthesized alone runs its own Aspects', () => {
  const visited: string[] = [];
  const app = appWith(outdir(), Object.fromEntries(['one', 'two'].map((name) => [name, (stack) => {
    apiIn(stack);
    Aspects.of(stack).add({ visit: ({ node }) => node.path === name && visited.push(name) });
  }])));
  rmSync(Testing.fullSynth(app.node.findChild('one') as TerraformStack), { recursive: true });
  expect(visited).toEqual(['one']);
});

test('Aspects run stack by stack where validation is switched off', () => {
  const app = appWith(outdir(), { one: (stack) => apiNamed(stack, 'A', { identifier: IDENTIFIER }), two: granted }, { skipValidation: true });
  app.synth();
  expect(Object.values<any>(written('two').resource.auth0_resource_server_scopes)[0].scopes.map(({ name }: any) => name)).toEqual(['a', 'admin']);
});
