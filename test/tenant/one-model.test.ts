import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { stackSource } from '../../lib/synth/construct-tree';
import { readTenant } from '../../lib/tenant/read-tenant';
import type { Source } from '../../lib/tenant/source';
import { sourceOf } from '../../lib/tenant/sources/detect';
import { appliedStates } from '../support/applied';
import { descriptionOf } from '../support/description';
import { folderForAllTests, withOutdir } from '../support/folders';

const EXAMPLES = readdirSync(join(__dirname, '../../examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const outdir = folderForAllTests();

/** The models of every example: from the constructs, from the Terraform JSON, and from the state after the apply. */
const models: Record<string, Record<'tree' | 'json' | 'state', any>> = {};
const stackNames: string[] = [];

beforeAll(() => {
  const app = withOutdir(outdir(), programOfExamples);
  const stacks = app.node.children.filter(TerraformStack.isStack);
  stackNames.push(...stacks.map(({ node }) => node.id));
  // before the synthesis, because it adds outputs to connected stacks
  const trees = EXAMPLES.map((example) => descriptionFrom(stacksOf(example).map((name) => stackSource(app.node.findChild(name) as TerraformStack))));
  app.synth();
  EXAMPLES.forEach((example, index) => {
    const synthesized = Object.fromEntries(stacksOf(example).map((name) => [name, synthesizedText(name)]));
    const states = appliedStates(Object.fromEntries(Object.entries(synthesized).map(([name, text]) => [name, JSON.parse(text)])));
    models[example] = {
      tree: trees[index],
      json: descriptionFrom(Object.entries(synthesized).map(([name, text]) => sourceOf(text, name))),
      state: descriptionFrom(Object.entries(states).map(([name, state]) => sourceOf(JSON.stringify(state), name)), true),
    };
  });
});

/** The app of examples/main.ts, before it is synthesized. */
function programOfExamples(): App {
  let app: App | undefined;
  const synth = jest.spyOn(App.prototype, 'synth').mockImplementation(function (this: App) {
    app = this;
  });
  jest.requireActual('../../examples/main');
  synth.mockRestore();
  return app!;
}

function stacksOf(example: string): string[] {
  return stackNames.filter((name) => name === example || name.startsWith(`${example}-`));
}

function synthesizedText(stack: string): string {
  const file = join(outdir(), 'stacks', stack, 'cdk.tf.json');
  expect(existsSync(file)).toBe(true);
  return readFileSync(file, 'utf8');
}

/** Returns the description of a model in a fixed order. */
function descriptionFrom(sources: Source[], isOneTenant = false): any {
  const description = descriptionOf(readTenant(sources, { isOneTenant }));
  const byAddress = (a: { address: string }, b: { address: string }) => (a.address < b.address ? -1 : 1);
  return Object.fromEntries(Object.entries<any>(description).map(([kind, declarations]) => [kind, declarations.sort(byAddress)]));
}

test('every stack belongs to an example', () => {
  expect(EXAMPLES.flatMap(stacksOf).sort()).toEqual([...stackNames].sort());
});

describe.each(EXAMPLES)('%s', (example) => {
  test('gives the same model from its constructs and from its Terraform JSON', () => {
    expect(models[example].json).toEqual(models[example].tree);
  });

  test('gives the same model from its Terraform JSON and from the state after the apply', () => {
    expect(models[example].state).toEqual(models[example].json);
  });
});

test('the examples use every part of the model', () => {
  const all = EXAMPLES.map((example) => models[example].state);
  const counts = Object.keys(all[0]).map((kind) => [kind, all.flatMap((model) => model[kind]).length > 0]);
  expect(Object.fromEntries(counts)).toEqual({
    apis: true, scopeLists: true, singleScopes: false, clients: true, grants: true, roles: true, permissions: true,
  });
  const links = JSON.stringify(all).match(/"-> [^"]+"/g)!;
  expect(links.length).toBeGreaterThan(30);
});
