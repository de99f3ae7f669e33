import {
  DefaultTokenResolver,
  Fn,
  Lazy,
  StringConcat,
  TerraformIterator,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
  Token,
  Tokenization,
} from 'cdktf';
import * as fc from 'fast-check';
import { Auth0Provider } from '../../lib/bindings/provider';
import { Role } from '../../lib/bindings/role';
import { RolePermissions } from '../../lib/bindings/role-permissions';
import { withFastSynthesis } from '../../lib/framework/fast-synthesis';
import { stackOf } from '../support/synth';

/** The JSON of one resource, once from CDKTF and once with fast synthesis. */
function both(build: (stack: TerraformStack, L1: typeof Role, ListL1: typeof RolePermissions) => void): [string, string] {
  return [false, true].map((isSettled) => {
    const stack = stackOf();
    const L1 = isSettled ? withFastSynthesis(Role) : Role;
    const ListL1 = isSettled ? withFastSynthesis(RolePermissions) : RolePermissions;
    // the first of each class shows how CDKTF writes them
    new L1(stack, 'First', { name: 'first' });
    new ListL1(stack, 'FirstList', { roleId: 'r', permissions: [] });
    build(stack, L1, ListL1);
    return JSON.stringify(stack.toTerraform());
  }) as [string, string];
}

/** All kinds of values: literals, literals that look like tokens, and tokens. */
const literal = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '${', '}', '$${a}', '%{if}', '#{x}', '1e5', '-1.8e+289', '${var.x}', 'TfToken', '\n', '"'),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
);
const token = fc.constantFrom<(stack: TerraformStack) => unknown>(
  () => Token.asString({ a: 1 }),
() => Token.asNumber({ resolve: () => 5, creationStack: [], toString: () => '' }),
() => Token.asList({ resolve: () => ['a'], creationStack: [], toString: () => '' }),
() => Token.asStringMap({ resolve: () => ({ a: 'b' }), creationStack: [], toString: () => '' }),
() => Lazy.anyValue({ produce: () => ({ a: [undefined, 1], b: undefined }) }),
() => Fn.join('-', ['a', '${var.x}']),
() => `before ${Token.asString(Fn.upper('x'))} after`,
(stack) => new TerraformVariable(stack, `v${stack.node.children.length}`, { type: 'string' }).stringValue,
);
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    literal.map((item) => () => item),
    token,
    fc.array(tie('value'), { maxLength: 3 }).map((items: any[]) => (stack: any) => items.map((item) => item(stack))),
    fc
      .dictionary(fc.string(), tie('value'), { maxKeys: 3 })
      .map((members: any) => (stack: any) => Object.fromEntries(Object.entries<any>(members).map(([key, make]) => [key, make(stack)]))),
  ),
})).value as fc.Arbitrary<(stack: TerraformStack) => any>;

/** The JSON that CDKTF writes, or the fact that it throws. */
function outcome(synthesize: () => string): { json?: string; refused: boolean } {
  try {
    return { json: synthesize(), refused: false };
  } catch {
    return { refused: true };
  }
}

test('the JSON is the one that CDKTF makes by itself, for any value of an attribute', () => {
  let compared = 0;
  fc.assert(
    fc.property(value, fc.string(), (make, key) => {
      const jsonOf = (L1: typeof Role) =>
        outcome(() => {
          const stack = stackOf();
          new L1(stack, 'Role', { name: 'Role' }).addOverride('x', { [key]: make(stack) });
          return JSON.stringify(stack.toTerraform());
        });
      const [own, ours] = [jsonOf(Role), jsonOf(withFastSynthesis(Role))];
      compared += own.refused ? 0 : 1;
      expect(ours.refused).toBe(own.refused);
      expect(own.refused || ours.json).toBe(own.refused || own.json);
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(100);
});

test.each<[string, Parameters<typeof both>[0]]>([
  ['a literal beside a token', (stack, L1) => {
    const name = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
    new L1(stack, 'Role', { name, description: 'literal' });
  }],
  ['an override of a literal', (stack, L1) => new L1(stack, 'Role', { name: 'a' }).addOverride('name', 'b')],
  ['an override with a token', (stack, L1) => {
    const variable = new TerraformVariable(stack, 'name', { type: 'string' });
    new L1(stack, 'Role', { name: 'a' }).addOverride('name', variable.value);
  }],
  ['a value that is set later', (stack, L1) => {
    new L1(stack, 'Role', { name: 'a' }).name = 'b';
  }],
  ['meta arguments', (stack, L1) => {
    const first = new L1(stack, 'Before', { name: 'a', lifecycle: { preventDestroy: true } });
    new L1(stack, 'Second', { name: 'b', dependsOn: [first], count: 2 });
  }],
  ['a provider', (stack, L1) => {
    const provider = new Auth0Provider(stack, 'eu', { alias: 'eu' });
    new L1(stack, 'Role', { name: 'a', provider });
  }],
  ['a connection', (stack, L1) => new L1(stack, 'Role', { name: 'a', connection: { type: 'ssh', host: 'h' } })],
  ['a provisioner', (stack, L1) => new L1(stack, 'Role', { name: 'a', provisioners: [{ type: 'local-exec', command: 'c' }] })],
  ['an import', (stack, L1) => new L1(stack, 'Role', { name: 'a' }).importFrom('rol_1')],
  ['for_each', (stack, L1) => {
    const iterator = TerraformIterator.fromList(['a', 'b']);
    new L1(stack, 'Role', { name: iterator.value, forEach: iterator });
  }],
  ['a dynamic block', (stack, _, ListL1) => {
    const iterator = TerraformIterator.fromMap({ a: 'b' });
    const permissions = iterator.dynamic({ name: iterator.key, resource_server_identifier: iterator.value });
    new ListL1(stack, 'Permissions', { roleId: 'r', permissions });
  }],
  ['references to it', (stack, L1) => {
    const role = new L1(stack, 'Role', { name: 'a' });
    new TerraformOutput(stack, 'out', { value: Fn.join(',', [role.id, role.fqn]) });
  }],
  ['a move', (stack, L1) => new L1(stack, 'Role', { name: 'a' }).moveFromId('auth0_role.old')],
  ['another logical id', (stack, L1) => new L1(stack, 'Role', { name: 'a' }).overrideLogicalId('kept')],
])('%s gives the same JSON', (_, build) => {
  const [own, ours] = both(build);
  expect(ours).toBe(own);
});

test('a resource that other code resolves is read as one of CDKTF', () => {
  const read = (L1: typeof Role) => {
    const stack = stackOf();
    const fragment = new L1(stack, 'Role', { name: 'a' }).toTerraform();
    const resolver = new DefaultTokenResolver(new StringConcat());
    return JSON.parse(JSON.stringify(Tokenization.resolve(fragment, { scope: stack, resolver })));
  };
  expect(read(withFastSynthesis(Role))).toEqual(read(Role));
});

test('what another version of the framework writes beside the resource is kept', () => {
  const { toTerraform } = TerraformResource.prototype;
  const more = jest.spyOn(TerraformResource.prototype, 'toTerraform').mockImplementation(function(this: TerraformResource) {
    return { ...toTerraform.call(this), check: { [this.friendlyUniqueId]: {} } };
  });
  try {
    const [own, ours] = both((stack, L1) => ['One', 'Two'].forEach((id) => new L1(stack, id, { name: id })));
    expect(Object.keys(JSON.parse(ours).check)).toEqual(['First', 'FirstList', 'One', 'Two']);
    expect(ours).toBe(own);
  } finally {
    more.mockRestore();
  }
});
