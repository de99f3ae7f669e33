import { TerraformVariable } from 'cdktf';
import { AuthorizationDetails } from '../../lib';
import { describeType } from '../../lib/util/text';
import { writtenOf } from '../support/apis';
import { messageFor } from '../support/errors';
import { stackOf } from '../support/synth';

/** The `authorization_details` in the JSON, and the warnings. */
function written(authorizationDetails: AuthorizationDetails, stack = stackOf()): { blocks: any; warnings: string[] } {
  const { api, warnings } = writtenOf(stack, { authorizationDetails });
  return { blocks: api.authorization_details, warnings };
}

test('types keep their order', () => {
  expect(written(AuthorizationDetails.types(['payment', 'account', 'my custom type']))).toEqual({
    blocks: [{ type: 'payment' }, { type: 'account' }, { type: 'my custom type' }],
    warnings: [],
  });
});

test('switched off', () => {
  expect(written(AuthorizationDetails.disabled())).toEqual({ blocks: [{ disable: true }], warnings: [] });
});

test('a type may be a token', () => {
  const stack = stackOf();
  const variable = new TerraformVariable(stack, 'type', {});
  expect(written(AuthorizationDetails.types(['payment', variable.stringValue]), stack).blocks).toEqual([
    { type: 'payment' },
    { type: '${var.type}' },
  ]);
});

test('a type that is named twice leaves a warning', () => {
  expect(written(AuthorizationDetails.types(['payment', 'account', 'payment'])).warnings).toEqual([
    `authorizationDetails[2] names 'payment' a second time: name each type once [authz-details-dup]`,
  ]);
});

test.each<[string, AuthorizationDetails, string]>([
  [
    'no type',
    AuthorizationDetails.types([]),
    'authorizationDetails must name at least one type, but none was given: use AuthorizationDetails.disabled() to switch them off ' +
      '[authz-details-empty-entry]',
  ],
  [
    'an empty type',
    AuthorizationDetails.types(['payment', '']),
    `authorizationDetails[1] must not be empty [authz-details-empty-entry]`,
  ],
  [
    'what is no text',
    AuthorizationDetails.types(['payment', 7 as any]),
    'authorizationDetails[1] must be a string, but a number was given [wrong-type]',
  ],
  ...[undefined, 'payment', 7, '${var.type}', { payment: true }].map((types): [string, AuthorizationDetails, string] => [
    `${JSON.stringify(types)} instead of a list`,
    (AuthorizationDetails.types as any)(types, 'transfer'),
    `authorizationDetails must be a list, but ${describeType(types)} was given: write AuthorizationDetails.types(['payment']) [wrong-type]`,
  ]),
  [
    'a list of a data source',
    AuthorizationDetails.types(['${tolist(data.a.b.types)}']),
    'authorizationDetails must be known when Terraform plans, but depends on a resource, a data source or a module: ' +
      'the provider crashes on a value that is known only after apply [unknown-in-validated-block]',
  ],
])('%s is refused', (_, details, text) => {
  expect(() => written(details)).toThrow(new Error(messageFor("ResourceServer 'stack/Api'")(text)));
});
