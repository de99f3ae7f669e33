import { LIFECYCLE_RULES } from '../../../lib/rules/tenant/lifecycle';
import type { Tenant } from '../../../lib/tenant/tenant';
import { Expected, findingsOf, testRule } from '../../support/rules';
import { resourceSchema } from '../../support/schema';
import { tenantWith, UNTOLD } from '../../support/tenant';

const API = 'auth0_resource_server';

/** A model with one resource that ignores changes. */
function ignoring(ignore_changes: unknown, type = API, attributes: object = {}): Tenant {
  return tenantWith({ [type]: { a: { ...attributes, lifecycle: { ignore_changes } } } });
}

const found = (text: string, type = API): Expected => ({ path: `${type}.a`, message: `'${type}.a' has a lifecycle.ignoreChanges that ${text}` });
const unknown = (name: string, meant = '', type = API) =>
  ({ config: ignoring([name], type), ...found(`names '${name}', which is no attribute of ${type}${meant}`, type) });

testRule(LIFECYCLE_RULES, 'lifecycle-ignore-unknown', {
  refuses: {
    'a name that nothing has': unknown('colour'),
    'a misspelt name': unknown('token_lifetme', ": did you mean 'token_lifetime'?"),
    'the name of a property': unknown('tokenLifetimeForWeb', ": did you mean 'token_lifetime_for_web'?"),
    'the name of a property that is named otherwise': unknown('customClaims', ": did you mean 'access_token'?"),
    'the name of a property of a grant': unknown('resourceServer', ": did you mean 'audience'?", 'auth0_client_grant'),
    'the scopes of an API': unknown('scopes', ': the scopes of an API are another resource: set the lifecycle of scopesResource'),
    'the permissions of a role': unknown(
      'permissions', ': the permissions of a role are another resource: set the lifecycle of permissionsResource', 'auth0_role',
    ),
    'an attribute of another resource': unknown('identifier', '', 'auth0_role'),
    'an unknown name in one scope, one permission and their lists': {
      config: tenantWith(Object.fromEntries(
        ['auth0_resource_server_scopes', 'auth0_resource_server_scope', 'auth0_role_permissions', 'auth0_role_permission']
          .map((type) => [type, { a: { lifecycle: { ignore_changes: ['colour'] } } }]),
      )),
      finds: ['auth0_resource_server_scopes', 'auth0_resource_server_scope', 'auth0_role_permissions', 'auth0_role_permission']
        .map((type) => found(`names 'colour', which is no attribute of ${type}`, type)),
    },
    'all in a list': { config: ignoring(['name', 'all']), ...found("names 'all' in a list: write ignoreChanges: 'all'") },
    'one name without a list': {
      config: ignoring('name'), ...found("must be a list of attributes or 'all', but 'name' was given"),
    },
    'something else than a list': { config: ignoring(7), ...found("must be a list of attributes or 'all', but a number was given") },
    'no name in the list': { config: ignoring([7]), ...found('names something that is no string') },
    'an expression': {
      config: ignoring(['${var.name}']),
      ...found("names '${var.name}', which Terraform cannot read: name an attribute, such as 'name' or 'block[0].name'"),
    },
    'a block without its index': {
      config: ignoring(['proof_of_possession.mechanism']),
      ...found("names 'proof_of_possession.mechanism', but 'proof_of_possession' needs an index: 'proof_of_possession[0].mechanism'"),
    },
    'something that a block does not have': {
      config: ignoring(['subject_type_authorization[0].usr']),
      ...found("names 'subject_type_authorization[0].usr', but 'subject_type_authorization' has no 'usr': did you mean 'user'?"),
    },
    'a place in a single value': {
      config: ignoring(['name[0]']), ...found("names 'name[0]', but 'name' has nothing in it: name 'name'"),
    },
    'one block of a set': {
      config: ignoring(['scopes[0].description'], 'auth0_resource_server_scopes'),
      ...found("names 'scopes[0].description', but blocks of 'scopes' cannot be named one by one: name 'scopes'", 'auth0_resource_server_scopes'),
    },
    'one mistake once': { config: ignoring(['colour', 'colour']), ...found(`names 'colour', which is no attribute of ${API}`) },
  },
  accepts: {
    'all': { config: ignoring('all') },
    'nothing': { config: tenantWith({ [API]: { a: { lifecycle: { ignore_changes: [], prevent_destroy: true } }, b: { lifecycle: {} }, c: {} } }) },
    'places in blocks': {
      config: ignoring([
        'subject_type_authorization[0].user[0].policy', 'authorization_details[1]', 'token_encryption[0].encryption_key[0].pem',
      ]),
    },
    'an item of a list of texts': { config: ignoring(['scopes[0]'], 'auth0_client_grant') },
    'what only the provider sets': { config: ignoring(['id', 'client_id', 'is_system']) },
    'a lifecycle that is not known': { config: tenantWith({ [API]: { a: { lifecycle: UNTOLD } } }) },
    'names on a resource of another type': { config: ignoring(['colour'], 'auth0_client') },
  },
});

test.each([
  'auth0_resource_server', 'auth0_resource_server_scopes', 'auth0_resource_server_scope', 'auth0_client_grant', 'auth0_role',
  'auth0_role_permissions', 'auth0_role_permission',
])('every attribute and block of %s can be ignored', (type) => {
  const { attributes, block_types } = resourceSchema(type);
  const names = [...Object.keys(attributes ?? {}), ...Object.keys(block_types ?? {})];
  expect(findingsOf(LIFECYCLE_RULES, ignoring(names, type))).toEqual([]);
});

const OFF = {
  proof_of_possession: { disable: true }, token_encryption: { disable: true }, authorization_details: [{ disable: true }],
};
const whileOff = (name: string): Expected => found(
  `names '${name}', which is switched off: the provider fails at each plan after the first apply: do not ignore it, or switch it on`,
);

testRule(LIFECYCLE_RULES, 'lifecycle-ignore-block-off', {
  refuses: {
    ...Object.fromEntries(Object.keys(OFF).map((name) => [name, { config: ignoring([name], API, OFF), ...whileOff(name) }])),
    'the whole block by its index': { config: ignoring(['token_encryption[0]'], API, OFF), ...whileOff('token_encryption') },
    'what is not allowed beside disable': {
      config: ignoring(['proof_of_possession[0].mechanism'], API, OFF), ...whileOff('proof_of_possession'),
    },
    'all': {
      config: ignoring('all', API, { ...OFF, authorization_details: [{ type: 'payment' }] }),
      severity: 'warning',
      path: `${API}.a`,
      message: `'${API}.a' has lifecycle.ignoreChanges: 'all', but 'proof_of_possession', 'token_encryption' are switched off: ` +
        'the provider fails at each plan after the first apply: name the attributes to ignore',
    },
  },
  accepts: {
    'blocks that are on': {
      config: ignoring(Object.keys(OFF), API, {
        proof_of_possession: { mechanism: 'dpop' }, token_encryption: { format: 'compact-nested-jwe' }, authorization_details: [{ type: 'payment' }],
      }),
    },
    'blocks that are not written': { config: ignoring(Object.keys(OFF)) },
    'blocks of which it is not known': { config: ignoring(Object.keys(OFF), API, { proof_of_possession: { disable: UNTOLD }, token_encryption: UNTOLD }) },
    'what is allowed beside disable': { config: ignoring(['proof_of_possession[0].disable', 'name'], API, OFF) },
  },
});
