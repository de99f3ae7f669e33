import { sourceOf } from '../../../lib/tenant/sources/detect';
import { change, configured, shown, stateOf } from '../../support/shown';

const read = (document: unknown) => sourceOf(JSON.stringify(document), 'orders.json');
const addressesIn = (document: unknown) => Array.from(read(document).resources, ({ address }) => address);

test.each<[string, unknown]>([
  ['a synthesized stack', { terraform: {}, resource: { auth0_client: { worker: {} } } }],
  ['a state', stateOf([shown('auth0_client.worker')])],
  ['a plan', {
    format_version: '1.2',
    planned_values: { root_module: { resources: [shown('auth0_client.worker')] } },
    resource_changes: [change('auth0_client.worker')],
    configuration: { root_module: { resources: [configured('auth0_client.worker')] } },
  }],
])('%s is known for what it is', (_, document) => {
  expect(addressesIn(document)).toEqual(['auth0_client.worker']);
});

test('a later minor version and a byte order mark are accepted', () => {
  expect(addressesIn({ ...stateOf([shown('auth0_client.worker')]), format_version: '1.99' })).toEqual(['auth0_client.worker']);
  expect(Array.from(sourceOf('\uFEFF{"resource": {"auth0_client": {"worker": {}}}}\n', 'orders.json').resources)).toHaveLength(1);
});

test.each<[string, string, string]>([
  ['an empty file', '', 'is not JSON: it is empty'],
  ['white space', ' \n\n', 'is not JSON: it is empty'],
  ['a text', 'hello', 'is not JSON: line 1, column 1'],
  ['a file that was cut off in a text', '{"resource": {"auth0_cl', 'is not JSON: it ends too early'],
  ['a file that was cut off after a text', '{"resource": {"auth0_client"', 'is not JSON: it ends too early'],
  ['a file that was cut off in a word', '{"resource": nul', 'is not JSON: it ends too early'],
  ['a file that was cut off before its end', '{"resource": {}\n', 'is not JSON: it ends too early'],
  ['a comma too much', '{\n  "resource": {},\n}', 'is not JSON: line 3, column 1'],
  ['a comma too few', '{\n  "a": 1\n  "b": 2\n}', 'is not JSON: line 3, column 3'],
  ['a text without quotation marks', '{\n  "a": 1,\n  "b": secret\n}', 'is not JSON: line 3, column 8'],
  ['a wrong word far behind', `{"a": [${'1, '.repeat(5000)}\n  secret]}`, 'is not JSON: line 2, column 3'],
  ['more behind the end', '{}\nsecret', 'is not JSON: line 2, column 1'],
  ['two documents', '{}{}', 'is not JSON: line 1, column 3'],
  ['a list', '["secret"]', ': the document must be an object, but a list was found'],
  ['a number', '5', ': the document must be an object, but a number was found'],
  [
    'null', 'null', 'is no Terraform JSON: it must be a synthesized stack (cdk.tf.json), or what `terraform show -json` prints',
  ],
  [
    'another document', '{"name": "secret", "dependencies": {}}',
    'is no Terraform JSON: it must be a synthesized stack (cdk.tf.json), or what `terraform show -json` prints',
  ],
  [
    'a state file', '{"version": 4, "serial": 1, "lineage": "secret", "outputs": {}, "resources": []}',
    'is a state file: give what `terraform show -json` prints of it',
  ],
  [
    'another version of the format', '{"format_version": "2.0", "values": {}}',
    'has the format version 2.0, but only 1.x can be read: use a version of Terraform that writes it',
  ],
  [
    'a version that is none', '{"format_version": "secret", "values": {}}',
    'has a format version that is none, but only 1.x can be read: use a version of Terraform that writes it',
  ],
  ['a version that is no text', '{"format_version": 1}', ': format_version must be a string, but a number was found'],
  ['a plan without a version', '{"planned_values": {}}', ': format_version must be a string, but nothing was found'],
])('%s is refused', (_, text, message) => {
  expect(() => sourceOf(text, 'orders.json')).toThrow(new Error(`orders.json ${message}`.replace('json :', 'json:')));
});
