import { linesByAddress } from '../../lib/cli/lines';

const found = (text: string) => Object.fromEntries(linesByAddress(text));

test('a block of a configuration has the line of its name', () => {
  expect(found(`{
  "//": { "resource": { "auth0_role": { "comment": {} } } },
  "provider": { "auth0": [{}] },
  "data": { "auth0_role": { "a": { "scopes": { "b": {} } } } },
  "resource": {
    "auth0_role": {
      "a": { "name": "\\"auth0_role\\": {\\n" },
      "b\\u0063": {}
    }
  }
}`)).toEqual({ 'provider.auth0': 3, 'data.auth0_role.a': 4, 'auth0_role.a': 7, 'auth0_role.bc': 8 });
});

test('lists of blocks are no part of an address', () => {
  expect(found('{"resource": [{"auth0_role":\n[{"a": [{}]}]},\n{"auth0_role": {"a": {}, "b": {}}}]}')).toEqual({ 'auth0_role.a': 2, 'auth0_role.b': 3 });
});

test('a resource of a plan or a state has the line of its address', () => {
  expect(found(`{"values": {"root_module": {"resources": [
    {"address": "auth0_role.a[\\"x\\"]", "values": {"name": "address"}},
    {"address":"module.m.auth0_role.a"}, "address", ["address", "b"]
  ]}}, "prior_state": [{"address": "module.m.auth0_role.a"}]}`)).toEqual({ 'auth0_role.a["x"]': 2, 'module.m.auth0_role.a': 3 });
});

test('a long text takes time in proportion', () => {
  const text = `{"a": "${'x\\n'.repeat(1_000_000)}", "resource": {"auth0_role": {"a": {}}}}`;
  expect(found(text)).toEqual({ 'auth0_role.a': 1 });
});
