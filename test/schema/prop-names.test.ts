import { camelCase, PROPS_NAMING } from '../../lib/schema/prop-names';

test.each([
  ['identifier', 'identifier'],
  ['token_lifetime_for_web', 'tokenLifetimeForWeb'],
])('camelCase(%s) is %s', (attribute, prop) => {
  expect(camelCase(attribute)).toBe(prop);
});

describe('a place in the words of the props', () => {
  test.each([
    [['name'], 'name', 'name'],
    [['token_lifetime_for_web'], 'tokenLifetimeForWeb', 'tokenLifetimeForWeb'],
    [
      ['token_encryption', 'encryption_key', 'kid'],
      'tokenEncryption.encryptionKey.kid',
      'tokenEncryption.encryptionKey.kid',
    ],
    // their block has no other attribute, so the props have no level for it
    [['authorization_details', 1, 'type'], 'authorizationDetails[1]', 'authorizationDetails[1]'],
    [
      ['subject_type_authorization', 'user', 'policy'],
      'subjectTypeAuthorization.user',
      'subjectTypeAuthorization.user',
    ],
    [['authorization_policy', 'policy_id'], 'authorizationPolicyId', 'authorizationPolicyId'],
    [['scopes'], 'scopes', 'scopes'],
    [['scopes', 'read:orders'], "scopes['read:orders']", "scope 'read:orders'"],
    [['scopes', ''], "scopes['']", "scope ''"],
    [['scopes', 'a\nb'], "scopes['a\\nb']", "scope 'a\\nb'"],
    [['scopes', 2], 'scopes[2]', 'scopes[2]'],
    [['access_token', 'claims_mapping', 'custom_claims'], 'customClaims', 'customClaims'],
    [
      ['access_token', 'claims_mapping', 'custom_claims', 'country'],
      "customClaims['country']",
      "custom claim 'country'",
    ],
    [['access_token', 'claims_mapping', 'custom_claims', 0], 'customClaims[0]', 'customClaims[0]'],
    // a name that every object has
    [['constructor', 'name'], 'constructor.name', 'constructor.name'],
  ])('%j: %s', (path, name, subject) => {
    expect(PROPS_NAMING.path(path)).toBe(name);
    expect(PROPS_NAMING.subject(path)).toBe(subject);
  });
});
