import { Block } from '../../lib/schema/attributes';
import { CLIENT_GRANT } from '../../lib/schema/client-grant';
import { propNames, terraformNames } from '../../lib/schema/names';
import { itemPath, Path } from '../../lib/schema/path';
import { RESOURCE_SERVER } from '../../lib/schema/resource-server';
import { RESOURCE_SERVER_SCOPES } from '../../lib/schema/resource-server-scopes';
import { ROLE_PERMISSIONS } from '../../lib/schema/role';

type Case = [resource: Block, place: Path, path: string, subject?: string];

/** A place, its path and its subject. The first two are in the titles of the tests. */
function titled(cases: Case[]): Array<[place: Path, path: string, subject: string, resource: Block]> {
  return cases.map(([resource, place, path, subject = path]) => [place, path, subject, resource]);
}

describe('a place in the names of our properties', () => {
  test.each(titled([
    [RESOURCE_SERVER, [], ''],
    [RESOURCE_SERVER, ['name'], 'name'],
    [RESOURCE_SERVER, ['token_lifetime_for_web'], 'tokenLifetimeForWeb'],
    [RESOURCE_SERVER, ['token_encryption', 'encryption_key', 'kid'], 'tokenEncryption.encryptionKey.kid'],
    // these blocks have one attribute, so the props have no level for it
    [RESOURCE_SERVER, ['authorization_details', 1, 'type'], 'authorizationDetails[1]'],
    [RESOURCE_SERVER, ['subject_type_authorization', 'user', 'policy'], 'subjectTypeAuthorization.user'],
    [RESOURCE_SERVER, ['subject_type_authorization', 'anonymous_user'], 'subjectTypeAuthorization.anonymousUser'],
    [RESOURCE_SERVER, ['authorization_policy', 'policy_id'], 'authorizationPolicyId'],
    [RESOURCE_SERVER, ['access_token'], 'customClaims'],
    [RESOURCE_SERVER, ['access_token', 'claims_mapping', 'custom_claims'], 'customClaims'],
    [RESOURCE_SERVER, ['access_token', 'claims_mapping', 'custom_claims', 'country'], "customClaims['country']", "custom claim 'country'"],
    [RESOURCE_SERVER, ['access_token', 'claims_mapping', 'custom_claims', 'country', 'expression'], "customClaims['country'].expression"],
    [RESOURCE_SERVER, ['access_token', 'claims_mapping', 'custom_claims', 0], 'customClaims[0]'],
    [RESOURCE_SERVER_SCOPES, ['scopes'], 'scopes'],
    [RESOURCE_SERVER_SCOPES, ['scopes', 'read:orders'], "scopes['read:orders']", "scope 'read:orders'"],
    [RESOURCE_SERVER_SCOPES, ['scopes', 'read:orders', 'description'], "scopes['read:orders'].description"],
    [RESOURCE_SERVER_SCOPES, ['scopes', ''], "scopes['']", "scope ''"],
    [RESOURCE_SERVER_SCOPES, ['scopes', 'a\nb'], "scopes['a\\nb']", "scope 'a\\nb'"],
    [RESOURCE_SERVER_SCOPES, ['scopes', 2], 'scopes[2]'],
    [CLIENT_GRANT, ['audience'], 'resourceServer'],
    [CLIENT_GRANT, ['scopes', 'read'], "scopes['read']", "scope 'read'"],
    [CLIENT_GRANT, ['authorization_details_types', 0], 'authorizationDetailsTypes[0]'],
    [ROLE_PERMISSIONS, ['permissions', 'read'], "permissions['read']", "permission 'read'"],
    [ROLE_PERMISSIONS, ['permissions', 0, 'resource_server_identifier'], 'permissions[0].resourceServer'],
    // places that are not in the table, and names that every object has
    [RESOURCE_SERVER, ['no_such_place'], 'noSuchPlace'],
    [RESOURCE_SERVER, ['name', 'more'], "name['more']"],
    [RESOURCE_SERVER, ['scopes', 'constructor'], "scopes['constructor']"],
  ]))('%j is %s', (place, path, subject, resource) => {
    expect(propNames(resource).path(place)).toBe(path);
    expect(propNames(resource).subject(place)).toBe(subject);
  });
});

describe('a place in the names of Terraform', () => {
  test.each(titled([
    [RESOURCE_SERVER, ['token_lifetime_for_web'], 'token_lifetime_for_web'],
    [RESOURCE_SERVER, ['token_encryption', 'encryption_key', 'kid'], 'token_encryption.encryption_key.kid'],
    [RESOURCE_SERVER, ['authorization_details', 1, 'type'], 'authorization_details[1].type'],
    [RESOURCE_SERVER, ['authorization_policy', 'policy_id'], 'authorization_policy.policy_id'],
    [
      RESOURCE_SERVER, ['access_token', 'claims_mapping', 'custom_claims', 'country'],
      "access_token.claims_mapping.custom_claims['country']", "custom claim 'country'",
    ],
    [RESOURCE_SERVER_SCOPES, ['scopes', 'read', 'description'], "scopes['read'].description"],
    [CLIENT_GRANT, ['audience'], 'audience'],
    [ROLE_PERMISSIONS, ['permissions', 'read', 'resource_server_identifier'], "permissions['read'].resource_server_identifier"],
  ]))('%j is %s', (place, path, subject, resource) => {
    expect(terraformNames(resource).path(place)).toBe(path);
    expect(terraformNames(resource).subject(place)).toBe(subject);
  });
});

test.each([['read', ['scopes', 'read']], ['', ['scopes', '']], [undefined, ['scopes', 3]], [Symbol('unknown'), ['scopes', 3]]])(
  'an item whose name is %p is at %j', (name, expected) => {
    expect(itemPath(['scopes'], name, 3)).toEqual(expected);
  },
);
