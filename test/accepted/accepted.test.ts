// What looks like a mistake, and is not: each of these was accepted by a real tenant, or stands in the provider's own
// documentation. A false refusal would be worse than a missed mistake.

import { Fn, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { certificate, keyPair } from '../support/keys';
import { IDENTIFIER } from '../support/rules';
import { stackOf, synthesize, warningsOf } from '../support/synth';

const { Duration, EncryptionKey, ProofOfPossession, SigningAlg, SubjectType, TokenDialect, TokenEncryption } = auth0;

type Props = Partial<auth0.ResourceServerProps>;

/** The JSON of a stack that nothing is said of: no error, and no other warnings than these. */
function accepted(build: (stack: TerraformStack) => void, warnings: string[] = []): any {
  const stack = stackOf(build);
  const json = synthesize(stack);
  expect(warningsOf(stack)).toEqual(warnings);
  return json;
}

/** The same for one API, with and without safe defaults; returns what is written without them. */
function acceptedApi(props: Props, warnings: string[] = []): any {
  const [whole, bare] = [true, false].map((safeDefaults) => {
    const json = accepted((stack) => {
      new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, safeDefaults, ...props });
    }, warnings);
    const { '//': _, ...written } = only(json, 'auth0_resource_server');
    return written;
  });
  expect(whole).toMatchObject(bare);
  return bare;
}

/** An API with these scopes, in a stack. */
function api(stack: TerraformStack, scopes: Record<string, string> = {}, props: Props = {}): auth0.ResourceServer {
  return new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, scopes, ...props });
}

/** The one resource of a type. */
function only(json: any, type: string): any {
  const resources = Object.values<any>(json.resource[type]);
  expect(resources).toHaveLength(1);
  return resources[0];
}

test.each([
  'urn:auth0:express-configure',
  'urn:organizer-api',
  'api.sso.mozilla.com',
  'business.api',
  'farmers-market-api',
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
])('trap 1: an identifier need not be a URL: %s', (identifier) => {
  expect(acceptedApi({ identifier })).toEqual({ identifier });
});

test.each([
  'https://mrrt',
  'http://localhost:3001/',
  'https://validation/api',
  'http://10.0.0.1:8080/v1/orders/',
  'https://api.example.com',
  'https://api.example.com/',
])('trap 2: any URL will do: %s', (identifier) => {
  expect(acceptedApi({ identifier })).toEqual({ identifier });
});

describe('trap 3: the name is optional, and free', () => {
  test('no name', () => {
    expect(acceptedApi({})).toEqual({ identifier: IDENTIFIER });
  });

  test.each(['https://api.sso.mozilla.com', 'Test Resource Server (Aug  7 19:15:34.785)', 'n'.repeat(200)])(
    '%s',
    (name) => {
      expect(acceptedApi({ name })).toEqual({ identifier: IDENTIFIER, name });
    },
  );

  test('two APIs of one name', () => {
    accepted((stack) => {
      new auth0.ResourceServer(stack, 'One', { identifier: 'one', name: 'Orders' });
      new auth0.ResourceServer(stack, 'Two', { identifier: 'two', name: 'Orders' });
    });
  });
});

test.each([
  ['a certificate', certificate('century')],
  ['a certificate without its last line end', certificate('century').trim()],
  ['a public key', keyPair('rsa').publicKey],
])('trap 4: the key of encrypted tokens may be %s', (_, pem) => {
  const { token_encryption: encryption } = acceptedApi({
    tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPem(pem)),
  });
  expect(encryption.encryption_key.pem).toBe(`${pem.trim()}\n`);
});

test.each([SigningAlg.RS256, SigningAlg.HS256, SigningAlg.PS256])(
  'trap 5: the algorithm can be changed: nothing is said of $value, nor is the API replaced',
  (signingAlg) => {
    expect(acceptedApi({ signingAlg })).toEqual({ identifier: IDENTIFIER, signing_alg: signingAlg.value });
  },
);

describe('trap 6: HS256', () => {
  test('without a secret', () => {
    expect(acceptedApi({ signingAlg: SigningAlg.HS256 })).toEqual({ identifier: IDENTIFIER, signing_alg: 'HS256' });
  });

  test('with encrypted tokens and mTLS', () => {
    const written = acceptedApi({
      signingAlg: SigningAlg.HS256,
      tokenEncryption: TokenEncryption.compactNestedJwe(EncryptionKey.fromPem(keyPair('rsa').publicKey)),
      proofOfPossession: ProofOfPossession.mtls(),
    });
    expect(written).toMatchObject({ signing_alg: 'HS256', proof_of_possession: { mechanism: 'mtls', required: true } });
  });
});

test.each([1, 300, 3600])(
  'trap 7: a lifetime of %d s is never compared with a default that nobody wrote',
  (seconds) => {
    expect(acceptedApi({ tokenLifetime: Duration.seconds(seconds) })).toEqual({
      identifier: IDENTIFIER,
      token_lifetime: seconds,
    });
  },
);

test('trap 8: the two lifetimes may be equal', () => {
  const written = acceptedApi({ tokenLifetime: Duration.hours(1), tokenLifetimeForWeb: Duration.hours(1) });
  expect(written).toMatchObject({ token_lifetime: 3600, token_lifetime_for_web: 3600 });
});

test('trap 9: a dialect with permissions is accepted without RBAC, with a warning', () => {
  acceptedApi({ enforcePolicies: false, tokenDialect: TokenDialect.ACCESS_TOKEN_AUTHZ }, [
    'tokenDialect puts permissions into tokens only where enforcePolicies is true, but it is false: ' +
      "'access_token_authz' has no effect [authz-dialect-without-rbac]",
  ]);
});

test.each([undefined, TokenDialect.ACCESS_TOKEN, TokenDialect.RFC9068_PROFILE])(
  'trap 10: RBAC may be used without a dialect with permissions: $value',
  (tokenDialect) => {
    expect(acceptedApi({ enforcePolicies: true, tokenDialect })).toEqual({
      identifier: IDENTIFIER,
      enforce_policies: true,
      ...(tokenDialect && { token_dialect: tokenDialect.value }),
    });
  },
);

describe('trap 11: the names of scopes are free', () => {
  test.each([
    'read:organisation:1ohTD',
    'event:read:any',
    'api.x40.link/scopes/x40.dev.url.ManageURLs.Get',
    'write',
    'admin',
    'scope1',
    'medicalHome:update',
    'update:email',
    'read:user',
  ])('%s', (name) => {
    const json = accepted((stack) => void api(stack, { [name]: 'A scope' }));
    expect(only(json, 'auth0_resource_server_scopes').scopes).toEqual([{ name, description: 'A scope' }]);
  });

  test('one with white space, with a warning', () => {
    accepted(
      (stack) => void api(stack, { 'openid profile email': 'All' }),
      [
        "scope 'openid profile email' holds white space, a quotation mark, a backslash or a character beyond ASCII, " +
          'so no application can ask for it [scope-name-whitespace]',
      ],
    );
  });
});

describe('trap 12: the description of a scope is free', () => {
  test.each(['', 'read:orders', 'AIエージェントの実行'])("'%s'", (description) => {
    const json = accepted((stack) => void api(stack, { 'read:orders': description }));
    expect(only(json, 'auth0_resource_server_scopes').scopes).toEqual([{ name: 'read:orders', description }]);
  });

  test('none', () => {
    const json = accepted((stack) => api(stack).addScope('read:orders'));
    expect(only(json, 'auth0_resource_server_scopes').scopes).toEqual([{ name: 'read:orders' }]);
  });
});

describe('trap 13: a grant may have scopes that its API does not declare here', () => {
  test('an API without any scopes', () => {
    const json = accepted((stack) => void api(stack).grant('client', ['create:foo']));
    expect(only(json, 'auth0_client_grant').scopes).toEqual(['create:foo']);
  });

  test('an API that is defined elsewhere', () => {
    const json = accepted((stack) => {
      auth0.ResourceServer.fromIdentifier(stack, 'Api', IDENTIFIER).grant('client', ['create:foo']);
    });
    expect(only(json, 'auth0_client_grant').scopes).toEqual(['create:foo']);
  });

  test('an API without any scopes, and a grant without any', () => {
    const json = accepted((stack) => void api(stack).grant('client', []));
    expect(only(json, 'auth0_client_grant').scopes).toEqual([]);
  });
});

describe('trap 14: a grant may have no scopes', () => {
  test('none', () => {
    const json = accepted((stack) => void api(stack, { 'read:orders': '' }).grant('client', []));
    expect(only(json, 'auth0_client_grant').scopes).toEqual([]);
  });

  test('none, beside all', () => {
    const json = accepted((stack) => {
      const resourceServer = api(stack);
      new auth0.ClientGrant(stack, 'Grant', { resourceServer, clientId: 'client', scopes: [], allowAllScopes: true });
    });
    expect(only(json, 'auth0_client_grant')).toMatchObject({ scopes: [], allow_all_scopes: true });
  });
});

describe('trap 15: the types of authorization details of a grant', () => {
  test.each([[['payment', 'shipping']], [['my custom type']], [['urn:example:payment']], [[]]])(
    '%j need not be registered on an API that is defined elsewhere',
    (authorizationDetailsTypes) => {
      const json = accepted((stack) => {
        const resourceServer = auth0.ResourceServer.fromIdentifier(stack, 'Api', IDENTIFIER);
        resourceServer.grant('client', [], { subjectType: SubjectType.USER, authorizationDetailsTypes });
      });
      expect(only(json, 'auth0_client_grant').authorization_details_types).toEqual(authorizationDetailsTypes);
    },
  );

  test('need not be registered on an API that is defined here, with a warning', () => {
    const authorizationDetails = auth0.AuthorizationDetails.types('payment');
    accepted(
      (stack) => {
        const resourceServer = api(stack, {}, { authorizationDetails });
        resourceServer.grant('client', [], {
          subjectType: SubjectType.USER,
          authorizationDetailsTypes: ['payment', 'shipping'],
        });
      },
      [
        "authorizationDetailsTypes[1] 'shipping' is not registered on the API, which has 'payment' " +
          '[authz-types-registered]',
      ],
    );
  });
});

test('trap 16: a grant for users is valid where all applications are allowed', () => {
  const json = accepted((stack) => {
    const user = auth0.UserPolicy.ALLOW_ALL;
    const resourceServer = api(stack, { 'read:orders': '' }, { subjectTypeAuthorization: { user } });
    resourceServer.grant('client', ['read:orders'], { subjectType: SubjectType.USER });
  });
  expect(only(json, 'auth0_client_grant')).toMatchObject({ subject_type: 'user', scopes: ['read:orders'] });
});

test('trap 17: organizations may be required of a grant for users, with a warning', () => {
  const json = accepted(
    (stack) => {
      const resourceServer = auth0.ResourceServer.fromMyOrganizationApi(stack, 'Api', 'tenant.eu.auth0.com');
      resourceServer.grant('client', ['read:my_org:details'], {
        subjectType: SubjectType.USER,
        organizationUsage: auth0.OrganizationUsage.REQUIRE,
      });
    },
    [
      "organizationUsage is documented for client credentials only, but the subject type is 'user' " +
        '[org-usage-user-subject]',
    ],
  );
  expect(only(json, 'auth0_client_grant')).toMatchObject({ subject_type: 'user', organization_usage: 'require' });
});

test('trap 18: one application may have two grants for one API', () => {
  const json = accepted((stack) => {
    const resourceServer = api(stack, { 'read:orders': '' });
    resourceServer.grant('client', ['read:orders'], { subjectType: SubjectType.CLIENT });
    resourceServer.grant('client', ['read:orders'], { subjectType: SubjectType.USER });
  });
  const grants = Object.values<any>(json.resource.auth0_client_grant);
  expect(grants.map(({ subject_type: subject }) => subject).sort()).toEqual(['client', 'user']);
});

describe('trap 19: an audience need not be defined here', () => {
  test('an API of Auth0', () => {
    const json = accepted((stack) => {
      auth0.ResourceServer.fromManagementApi(stack, 'Api', 'tenant.eu.auth0.com').grant('client', ['read:users']);
    });
    expect(only(json, 'auth0_client_grant')).toMatchObject({
      audience: 'https://tenant.eu.auth0.com/api/v2/',
      scopes: ['read:users'],
    });
  });

  test('an API of another team', () => {
    const identifier = 'https://other.example.com';
    const json = accepted((stack) => {
      auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier }).grant('client', ['read:others']);
    });
    expect(only(json, 'auth0_client_grant').audience).toBe(identifier);
  });

  test('a variable', () => {
    const json = accepted((stack) => {
      const identifier = new TerraformVariable(stack, 'audience', {}).stringValue;
      auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier }).grant('client', ['read:others']);
    });
    expect(only(json, 'auth0_client_grant').audience).toBe('${var.audience}');
  });

  test('a plain L1', () => {
    const json = accepted((stack) => {
      new auth0.bindings.clientGrant.ClientGrant(stack, 'Grant', {
        audience: 'https://tenant.eu.auth0.com/api/v2/',
        clientId: 'client',
        scopes: ['read:users'],
      });
      api(stack);
    });
    expect(only(json, 'auth0_client_grant').audience).toBe('https://tenant.eu.auth0.com/api/v2/');
  });
});

test.each(['https://tenant.eu.auth0.com/me/', 'https://tenant.eu.auth0.com/my-org/', 'urn:auth0:express-configure'])(
  'trap 20: to create %s is how it is switched on',
  (identifier) => {
    expect(acceptedApi({ identifier })).toEqual({ identifier });
  },
);

test('trap 20: the My Account API may be given a policy and any name', () => {
  acceptedApi({ identifier: 'https://tenant.eu.auth0.com/me/', name: 'Mine', authorizationPolicyId: 'policy' });
});

test("trap 21: a block that is disabled may have attributes that say nothing, as in the provider's own sample", () => {
  // the props have no such block; the L1 that they become may be given one
  const json = accepted((stack) => {
    const { resource } = api(stack);
    resource.putProofOfPossession({ disable: true, required: false, mechanism: undefined });
    resource.putTokenEncryption({ disable: true, format: undefined });
  });
  expect(only(json, 'auth0_resource_server')).toMatchObject({
    proof_of_possession: { disable: true, required: false },
    token_encryption: { disable: true },
  });
});

test('trap 22: the consent policy is switched off by the text "null"', () => {
  expect(acceptedApi({ consentPolicy: auth0.ConsentPolicy.NONE })).toEqual({
    identifier: IDENTIFIER,
    consent_policy: 'null',
  });
});

test('trap 23: mTLS is required without saying of whom', () => {
  expect(acceptedApi({ proofOfPossession: ProofOfPossession.mtls() })).toEqual({
    identifier: IDENTIFIER,
    proof_of_possession: { mechanism: 'mtls', required: true },
  });
});

test('trap 24: all tokens may be denied', () => {
  const { user, client } = { user: auth0.UserPolicy.DENY_ALL, client: auth0.ClientPolicy.DENY_ALL };
  expect(acceptedApi({ subjectTypeAuthorization: { user, client } })).toEqual({
    identifier: IDENTIFIER,
    subject_type_authorization: { user: { policy: 'deny_all' }, client: { policy: 'deny_all' } },
  });
});

describe('trap 25: roles', () => {
  test.each(['https://x40.link/roles/api-user', 'Orders clerk', 'r'])(
    'may be called %s, without a description',
    (name) => {
      const json = accepted((stack) => void new auth0.Role(stack, 'Role', { name }));
      expect(only(json, 'auth0_role')).toMatchObject({ name });
    },
  );

  test('may hold permissions of several APIs, also of those of Auth0', () => {
    const json = accepted((stack) => {
      const role = new auth0.Role(stack, 'Role', { name: 'Clerk' });
      role.allow(api(stack, { 'read:orders': '' }), 'read:orders');
      role.allow(
        auth0.ResourceServer.fromMyOrganizationApi(stack, 'MyOrg', 'tenant.eu.auth0.com'),
        'read:my_org:details',
      );
    });
    const { permissions } = only(json, 'auth0_role_permissions');
    expect(permissions.map(({ name }: any) => name).sort()).toEqual(['read:my_org:details', 'read:orders']);
  });
});

test('trap 26: scopes of an API that is looked up are not checked', () => {
  const json = accepted((stack) => {
    const orders = auth0.ResourceServer.fromIdentifier(stack, 'Orders', IDENTIFIER);
    orders.grant('client', ['read:orders']);
    new auth0.Role(stack, 'Role', { name: 'Clerk' }).allow(orders, 'write:orders');
  });
  expect(only(json, 'auth0_client_grant').scopes).toEqual(['read:orders']);
  expect(only(json, 'auth0_role_permissions').permissions).toMatchObject([{ name: 'write:orders' }]);
});

test('trap 27: PS256 is not refused for the add-on that it may need', () => {
  expect(acceptedApi({ signingAlg: SigningAlg.PS256 })).toEqual({ identifier: IDENTIFIER, signing_alg: 'PS256' });
});

describe('trap 28: values that only Terraform knows', () => {
  test('may be given for every property of an API', () => {
    const json = accepted((stack) => {
      const text = new TerraformVariable(stack, 'text', {}).stringValue;
      const number = new TerraformVariable(stack, 'number', {}).numberValue;
      const flag = new TerraformVariable(stack, 'flag', {}).booleanValue;
      const map = Fn.tomap({ [text]: text });
      new auth0.ResourceServer(stack, 'Api', {
        identifier: text,
        name: text,
        scopes: map,
        signingAlg: SigningAlg.of(text),
        signingSecret: auth0.SigningSecret.fromToken(text),
        tokenDialect: TokenDialect.of(text),
        enforcePolicies: flag,
        tokenLifetime: Duration.seconds(number),
        tokenLifetimeForWeb: Duration.minutes(number),
        tokenLifetimeForAnonymousAccessTokens: Duration.days(number),
        allowOfflineAccess: flag,
        allowOnlineAccess: flag,
        allowOnlineAccessWithEphemeralSessions: flag,
        skipConsentForVerifiableFirstPartyClients: flag,
        consentPolicy: auth0.ConsentPolicy.of(text),
        verificationLocation: text,
        authorizationDetails: auth0.AuthorizationDetails.types(text),
        tokenEncryption: TokenEncryption.compactNestedJwe(
          EncryptionKey.fromPem(text, { algorithm: auth0.EncryptionAlg.of(text), kid: text, name: text }),
        ),
        proofOfPossession: ProofOfPossession.dpop({ requiredFor: text as auth0.ProofOfPossessionRequiredFor }),
        subjectTypeAuthorization: {
          user: text as auth0.UserPolicy,
          client: text as auth0.ClientPolicy,
          anonymousUser: text as auth0.AnonymousUserPolicy,
        },
        authorizationPolicyId: text,
        customClaims: map,
      });
    });
    expect(only(json, 'auth0_resource_server')).toMatchObject({
      identifier: '${var.text}',
      token_lifetime: '${var.number}',
      enforce_policies: '${var.flag}',
    });
  });

  test('may be given for what a grant names', () => {
    const json = accepted((stack) => {
      const client = new auth0.bindings.client.Client(stack, 'Client', { name: 'Worker' });
      const scopes = new TerraformVariable(stack, 'scopes', { type: 'list(string)' }).listValue;
      api(stack, { 'read:orders': '' }).grant(client.clientId, scopes);
      new TerraformOutput(stack, 'id', { value: client.clientId });
    });
    expect(only(json, 'auth0_client_grant')).toMatchObject({
      client_id: '${auth0_client.Client.client_id}',
      scopes: '${var.scopes}',
    });
  });
});
