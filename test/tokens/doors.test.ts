import { TerraformStack } from 'cdktf';
import * as auth0 from '../../lib';
import { API, GRANT } from '../support/apis';
import { errorOf } from '../support/errors';
import { resourceOf, stackOf, synthesize } from '../support/synth';
import { NUMBERS, SINGLE, TAKEN_APART } from '../support/token-kinds';

const {
  AuthorizationDetails, ClientGrant, ConsentPolicy, Duration, EncryptionAlg, EncryptionKey, ProofOfPossession, ResourceServer, Role,
  SigningAlg, SigningSecret, TokenDialect, TokenEncryption,
} = auth0;

/** A place that takes a value: builds with a token, and finds it in the JSON. */
interface Door {
  readonly build: (stack: TerraformStack, token: any) => void;
  readonly find: (json: any) => unknown;
  /** What is written around the token. */
  readonly around?: (token: string) => string;
  readonly takesNumbers?: boolean;
}

const first = (json: any, type: string): any => Object.values<any>(json.resource[type])[0];

const ofApi = (props: (token: any) => object, find: (api: any) => unknown, more: Partial<Door> = {}): Door => ({
  build: (stack, token) => new ResourceServer(stack, 'Api', { identifier: 'https://api.example.com', safeDefaults: false, ...props(token) }),
  find: (json) => find(first(json, API)),
  ...more,
});

const described = (stack: TerraformStack, identifier: any = 'https://api.example.com') => ResourceServer.fromAttributes(stack, 'Api', { identifier });

const ofGrant = (props: (token: any) => object, find: (grant: any) => unknown): Door => ({
  build: (stack, token) => new ClientGrant(stack, 'Grant', { resourceServer: described(stack), clientId: 'client', scopes: [], ...props(token) }),
  find: (json) => find(first(json, GRANT)),
});

const ofRole = (props: (token: any) => object, find: (role: any) => unknown): Door => ({
  build: (stack, token) => new Role(stack, 'Role', { name: 'role', ...props(token) }),
  find: (json) => find(first(json, 'auth0_role')),
});

const multiplied = (factor: number) => (token: string) => {
  const term = token.slice(2, -1);
  return `\${(${/ /.test(term) && !term.startsWith('element') && !term.startsWith('lookup') ? `(${term})` : term} * ${factor})}`;
};

const encrypted = (options: object) => ({ tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPem('${var.pem}'), options) });

const DOORS: Record<string, Door> = {
  'identifier': ofApi((identifier) => ({ identifier }), (api) => api.identifier),
  'name': ofApi((name) => ({ name }), (api) => api.name),
  'signingAlg': ofApi((signingAlg) => ({ signingAlg }), (api) => api.signing_alg),
  'SigningAlg.of': ofApi((value) => ({ signingAlg: SigningAlg.of(value) }), (api) => api.signing_alg),
  'TokenDialect.of': ofApi((value) => ({ tokenDialect: TokenDialect.of(value) }), (api) => api.token_dialect),
  'ConsentPolicy.of': ofApi((value) => ({ consentPolicy: ConsentPolicy.of(value) }), (api) => api.consent_policy),
  'EncryptionAlg.of': ofApi((value) => encrypted({ algorithm: EncryptionAlg.of(value) }), (api) => api.token_encryption.encryption_key.algorithm),
  'kid': ofApi((kid) => encrypted({ kid }), (api) => api.token_encryption.encryption_key.kid),
  'the name of a key': ofApi((name) => encrypted({ name }), (api) => api.token_encryption.encryption_key.name),
  'EncryptionKey.fromPem': ofApi(
    (pem) => ({ tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPem(pem)) }),
    (api) => api.token_encryption.encryption_key.pem,
  ),
  'EncryptionKey.fromPemFile': ofApi(
    (path) => ({ tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPemFile(path)) }),
    (api) => api.token_encryption.encryption_key.pem,
    { around: (token) => `\${file(${token.slice(2, -1)})}` },
  ),
  'enforcePolicies': ofApi((enforcePolicies) => ({ enforcePolicies }), (api) => api.enforce_policies),
  'tokenLifetime': ofApi((tokenLifetime) => ({ tokenLifetime }), (api) => api.token_lifetime, { takesNumbers: true }),
  'Duration.seconds': ofApi((n) => ({ tokenLifetime: Duration.seconds(n) }), (api) => api.token_lifetime, { takesNumbers: true }),
  'Duration.minutes': ofApi((n) => ({ tokenLifetime: Duration.minutes(n) }), (api) => api.token_lifetime, { takesNumbers: true, around: multiplied(60) }),
  'Duration.hours': ofApi((n) => ({ tokenLifetime: Duration.hours(n) }), (api) => api.token_lifetime, { takesNumbers: true, around: multiplied(3600) }),
  'Duration.days': ofApi((n) => ({ tokenLifetime: Duration.days(n) }), (api) => api.token_lifetime, { takesNumbers: true, around: multiplied(86400) }),
  'verificationLocation': ofApi((verificationLocation) => ({ verificationLocation }), (api) => api.verification_location),
  'AuthorizationDetails.types': ofApi((type) => ({ authorizationDetails: AuthorizationDetails.types(['a', type]) }), (api) => api.authorization_details[1].type),
  'requiredFor': ofApi(
    (requiredFor) => ({ proofOfPossession: ProofOfPossession.dpop({ requiredFor }) }),
    (api) => api.proof_of_possession.required_for,
  ),
  'a policy': ofApi((user) => ({ subjectTypeAuthorization: { user } }), (api) => api.subject_type_authorization.user.policy),
  'authorizationPolicyId': ofApi((authorizationPolicyId) => ({ authorizationPolicyId }), (api) => api.authorization_policy.policy_id),
  'a custom claim': ofApi((claim) => ({ customClaims: { a: claim } }), (api) => api.access_token.claims_mapping.custom_claims[0].expression),
  'the description of a scope': ofApi((text) => ({ scopes: { a: text } }), (api) => api, {
    find: (json) => first(json, 'auth0_resource_server_scopes').scopes[0].description,
  }),
  'addScope': {
    build: (stack, token) => {
      const api = new ResourceServer(stack, 'Api', { identifier: 'https://api.example.com', scopes: { a: 'A' } });
      api.addScope(token, 'B');
    },
    find: (json) => first(json, 'auth0_resource_server_scopes').scopes[1].name,
  },
  'fromAttributes': { build: (stack, token) => described(stack, token).grant('client', []), find: (json) => first(json, GRANT).audience },
  'fromAttributes, for a role': {
    build: (stack, token) => new Role(stack, 'Role', { name: 'role' }).allow(described(stack, token), ['a']),
    find: (json) => first(json, 'auth0_role_permissions').permissions[0].resource_server_identifier,
  },
  'fromIdentifier': {
    build: (stack, token) => ResourceServer.fromIdentifier(stack, 'Api', token),
    find: (json) => Object.values<any>(json.data.auth0_resource_server)[0].identifier,
  },
  'fromResourceServerId': {
    build: (stack, token) => ResourceServer.fromResourceServerId(stack, 'Api', token),
    find: (json) => Object.values<any>(json.data.auth0_resource_server)[0].resource_server_id,
  },
  'fromRoleId': {
    build: (stack, token) => Role.fromRoleId(stack, 'Role', token).allow(described(stack), ['a']),
    find: (json) => first(json, 'auth0_role_permission').role_id,
  },
  'Role.fromName': {
    build: (stack, token) => Role.fromName(stack, 'Role', token),
    find: (json) => Object.values<any>(json.data.auth0_role)[0].name,
  },
  'importFrom': {
    build: (stack, token) => new Role(stack, 'Role', { name: 'role' }).importFrom(token),
    find: (json) => json.import[0].id,
  },
  'clientId': ofGrant((clientId) => ({ clientId }), (grant) => grant.client_id),
  'grant': { build: (stack, token) => described(stack).grant(token, []), find: (json) => first(json, GRANT).client_id },
  'a granted scope': ofGrant((scope) => ({ scopes: ['a', scope] }), (grant) => grant.scopes[1]),
  'subjectType': ofGrant((subjectType) => ({ subjectType }), (grant) => grant.subject_type),
  'organizationUsage': ofGrant((organizationUsage) => ({ organizationUsage }), (grant) => grant.organization_usage),
  'allowAnyOrganization': ofGrant((allowAnyOrganization) => ({ allowAnyOrganization }), (grant) => grant.allow_any_organization),
  'a type of a grant': ofGrant(
    (type) => ({ subjectType: auth0.SubjectType.USER, authorizationDetailsTypes: ['a', type] }),
    (grant) => grant.authorization_details_types[1],
  ),
  'the name of a role': ofRole((name) => ({ name }), (role) => role.name),
  'the description of a role': ofRole((description) => ({ description }), (role) => role.description),
  'a permission': {
    build: (stack, token) => new Role(stack, 'Role', { name: 'role' }).allow(described(stack), ['a', token]),
    find: (json) => first(json, 'auth0_role_permissions').permissions[1].name,
  },
  'a permission of a role that exists': {
    build: (stack, token) => Role.fromRoleId(stack, 'Role', 'rol_1').allow(described(stack), ['a', token]),
    find: (json) => Object.values<any>(json.resource.auth0_role_permission).map(({ permission }) => permission).find((name) => name !== 'a'),
  },
};

describe.each(Object.entries(DOORS))('%s', (_, { build, find, takesNumbers, around = (token) => token }) => {
  test.each(Object.entries({ ...SINGLE, ...(takesNumbers ? NUMBERS : {}) }))('takes %s', (_kind, make) => {
    const expected: string[] = [];
    const stack = stackOf((own) => {
      const { token, written } = make(own);
      expected.push(around(written));
      build(own, token);
    });
    const json = synthesize(stack);
    expect(find(json)).toBe(expected[0]);
    expect(JSON.stringify(json)).not.toMatch(/TfToken|e\+2\d\d|Map Token Value|\[object/);
  });

  test.each(Object.entries(TAKEN_APART))('refuses %s at once', (_kind, make) => {
    const stack = stackOf();
    const error = errorOf(() => build(stack, make(stack)));
    expect(auth0.Errors.isValidationError(error)).toBe(true);
    expect(error.message).toMatch(/(use (Fn|SigningSecret)\.|must be|must not have a \$|would not evaluate)/);
    expect(error.message).not.toMatch(/TfToken|Map Token Value/);
  });
});

test('a secret takes every token but text', () => {
  for (const [kind, make] of Object.entries(SINGLE).filter(([name]) => !['local.expression', 'a value of a map'].includes(name))) {
    const expected: string[] = [];
    const stack = stackOf((own) => {
      const { token, written } = make(own);
      expected.push(written);
      new ResourceServer(own, 'Api', { identifier: 'a', signingAlg: SigningAlg.HS256, signingSecret: SigningSecret.fromToken(token) });
    });
    expect([kind, resourceOf(stack, API).signing_secret]).toEqual([kind, expected[0]]);
  }
});
