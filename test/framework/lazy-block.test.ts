import * as fs from 'node:fs';
import * as path from 'node:path';
import { TerraformElement, TerraformStack, Tokenization } from 'cdktf';
import { resolveValue } from '../../lib/framework/resolve';
import { stackOf } from '../support/synth';

const ROOT = path.join(__dirname, '../..');
const BINDINGS = path.join(ROOT, 'lib/bindings');
const AS_GENERATED = path.join(ROOT, 'dist/bindings-as-generated');

type Binding = TerraformElement & Record<string, any>;
type BindingClass = new (stack: TerraformStack, id: string, config: any) => Binding;

/** The names of the attributes and blocks that can be set. Each has a getter for the value that was set. */
function settable(reference: object): string[] {
  return getters(reference).filter((name) => name.endsWith('Input')).map((name) => name.slice(0, -'Input'.length));
}

function getters(reference: object): string[] {
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(reference)));
  return descriptors.filter(([name, { get }]) => get && name !== 'internalValue').map(([name]) => name).sort();
}

const isReference = (value: any): boolean => Array.isArray(value?.creationStack) && 'terraformAttribute' in value;
const isBlock = (value: any): boolean => isReference(value) && 'internalValue' in value;
const isList = (value: any): boolean => isReference(value) && typeof value.get === 'function';

/** A value for everything that can be set. */
function everything(reference: any): Record<string, unknown> {
  return Object.fromEntries(settable(reference).map((name) => [name, valueFor(name, reference[name])]));
}

function valueFor(name: string, attribute: any): unknown {
  if (isList(attribute)) {
    return [everything(attribute.get(0))];
  }
  if (isBlock(attribute)) {
    return everything(attribute);
  }
  switch (typeof attribute) {
    case 'string': return name;
    case 'number': return 5;
    default: return Array.isArray(attribute) ? [name] : Tokenization.isResolvable(attribute) ? true : { [name]: name };
  }
}

/** Reads every attribute and every block, to the innermost. Returns the references to the blocks, and their values. */
function read(reference: any): unknown[] {
  return getters(reference).map((name) => reference[name]).filter((value) => isBlock(value) || isList(value))
    .map((value) => [value.fqn, value.internalValue, read(isList(value) ? value.get(0) : value)]);
}

function blocksOf(reference: any): string[] {
  return settable(reference).filter((name) => isBlock(reference[name]));
}

/** What a user can do with a binding, after it was made with nothing or with everything. */
const STEPS: Record<string, (binding: Binding, all: Record<string, any>) => void> = {
  'used in no way': () => {},
  'read': (binding) => void read(binding),
  'set afterwards': (binding, all) => settable(binding).forEach((name) => set(binding, name, all[name])),
  'read, and then set': (binding, all) => {
    read(binding);
    settable(binding).forEach((name) => set(binding, name, all[name]));
  },
  'set block by block': (binding, all) => blocksOf(binding).filter((name) => !isList(binding[name])).forEach((name) => {
    set(binding, name, {});
    settable(binding[name]).forEach((inner) => set(binding[name], inner, all[name][inner]));
  }),
  'set to empty blocks': (binding) => blocksOf(binding).forEach((name) => set(binding, name, isList(binding[name]) ? [] : {})),
  'set to nothing': (binding) => blocksOf(binding).forEach((name) => set(binding, name, { none: undefined })),
  'reset': (binding) => resets(binding).forEach((name) => binding[name]()),
  'read, and then reset': (binding) => {
    read(binding);
    resets(binding).forEach((name) => binding[name]());
  },
  'overridden': (binding, all) => binding.addOverride(Object.keys(all)[0] ?? 'id', 'overridden'),
};

function set(reference: any, name: string, value: unknown): void {
  const put = `put${name[0].toUpperCase()}${name.slice(1)}`;
  if (typeof reference[put] === 'function') {
    reference[put](value);
  } else {
    reference[name] = value;
  }
}

function resets(binding: Binding): string[] {
  return Object.getOwnPropertyNames(Object.getPrototypeOf(binding)).filter((name) => /^reset[A-Z]/.test(name));
}

/** Everything that can be seen of a binding after a step: its JSON, its HCL, what was set, and its references. */
function seenOf(Class: BindingClass, config: object, all: object, step: (typeof STEPS)[string]): unknown {
  const stack = stackOf();
  const binding = new Class(stack, 'Binding', config);
  step(binding, all);
  const inputs = settable(binding).map((name) => [name, binding[`${name}Input`]]);
  return resolveValue([binding.toTerraform(), inputs, read(binding), binding.toHclTerraform()], stack);
}

// CDKTF captures a stack trace for each reference. Here nobody reads it, and jest makes it slow.
const { prepareStackTrace } = Error;
beforeAll(() => {
  Error.prepareStackTrace = () => '';
});
afterAll(() => {
  Error.prepareStackTrace = prepareStackTrace;
});

const NAMES = fs.readdirSync(AS_GENERATED, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

describe.each(NAMES)('the binding %s', (name) => {
  const classOf = (folder: string): BindingClass =>
    Object.values<any>(jest.requireActual(path.join(folder, name))).find((value) => value.tfResourceType);
  const [lean, generated] = [BINDINGS, AS_GENERATED].map(classOf);

  test('behaves as generated', () => {
    const all = everything(new generated(stackOf(), 'Empty', {}));
    for (const [step, take] of Object.entries(STEPS)) {
      for (const config of [{}, all]) {
        expect([step, config, seenOf(lean, config, all, take)]).toEqual([step, config, seenOf(generated, config, all, take)]);
      }
    }
  });
});

test('every binding is compared, and with values', () => {
  expect(NAMES).toEqual(fs.readdirSync(BINDINGS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name));
  const { ResourceServer } = jest.requireActual(path.join(AS_GENERATED, 'resource-server'));
  expect(everything(new ResourceServer(stackOf(), 'Empty', {}))).toMatchObject({
    identifier: 'identifier',
    tokenLifetime: 5,
    enforcePolicies: true,
    tokenEncryption: { encryptionKey: { pem: 'pem' } },
    authorizationDetails: [{ type: 'type' }],
  });
});
