import { TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { API, GRANT } from '../support/apis';
import { errorOf, messageFor } from '../support/errors';
import { resourceOf, stackOf, synthesize, warningsOf } from '../support/synth';

const MANAGEMENT = 'https://tenant.eu.auth0.com/api/v2/';

/** The safe defaults of the Management API. */
const DEFAULTS = {
  token_lifetime: 3600,
  skip_consent_for_verifiable_first_party_clients: false,
  subject_type_authorization: { user: { policy: 'require_client_grant' } },
};

/** The warning that lists them where the API is imported. */
const ADOPTED = 'safeDefaults writes what the code leaves out, also where what is imported has another value (token_lifetime = 3600, ' +
  'skip_consent_for_verifiable_first_party_clients = false, subject_type_authorization.user.policy = require_client_grant): ' +
  'read the plan, then acknowledge this, or set safeDefaults to false [import-safe-defaults]';

const domainIn = (stack: TerraformStack) => new TerraformVariable(stack, 'domain', {}).stringValue;

/** Identifiers of the Management API with a part that only Terraform knows, what is written, and whether it is beyond doubt. */
const IDENTIFIERS: Array<[string, (stack: TerraformStack) => string, string, boolean]> = [
  ['a variable', (stack) => `https://${domainIn(stack)}/api/v2/`, 'https://${var.domain}/api/v2/', false],
  ['a variable in a domain of Auth0', (stack) => `https://${domainIn(stack)}.auth0.com/api/v2/`, 'https://${var.domain}.auth0.com/api/v2/', true],
  ['an expression', () => 'https://${var.domain}/api/v2/', 'https://${var.domain}/api/v2/', false],
  [
    'a data source',
    (stack) => new auth0.bindings.dataAuth0Tenant.DataAuth0Tenant(stack, 'Tenant').managementApiIdentifier,
    '${data.auth0_tenant.Tenant.management_api_identifier}',
    true,
  ],
];

describe.each(IDENTIFIERS)('the Management API named by %s', (_, identifierIn, written, isCertain) => {
  const inStack = (build: (stack: TerraformStack, identifier: string) => void) => stackOf((stack) => build(stack, identifierIn(stack)));

  test('has the defaults that Auth0 lets change', () => {
    const stack = inStack((own, identifier) => new auth0.ResourceServer(own, 'Api', { identifier }).importFrom(MANAGEMENT));
    expect(resourceOf(stack, API)).toEqual({ identifier: written, ...DEFAULTS });
    expect(warningsOf(stack)).toEqual([ADOPTED]);
  });

  test('may have what is in Auth0 anyway', () => {
    const stack = inStack((own, identifier) => {
      new auth0.ResourceServer(own, 'Api', { identifier, name: 'Auth0 Management API', signingAlg: auth0.SigningAlg.RS256 });
    });
    synthesize(stack);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('has no grant of all scopes', () => {
    const stack = stackOf();
    const api = auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: identifierIn(stack) });
    const text = "allowAllScopes cannot be given for Auth0's Management API: name the scopes [all-scopes-system-api]";
    if (isCertain) {
      expect(errorOf(() => api.grantAllScopes('worker')).message).toBe(messageFor("ClientGrant 'stack/Api/Grant-worker'")(text));
    } else {
      api.grantAllScopes('worker');
      expect(warningsOf(stack)).toEqual([text]);
    }
  });

  test('has scopes that may be misspelled', () => {
    const stack = inStack((own, identifier) => {
      auth0.ResourceServer.fromAttributes(own, 'Api', { identifier }).grant('worker', ['raed:users']);
    });
    expect(warningsOf(stack)).toEqual([
      "'stack/Api/Grant-worker' grants the scope 'raed:users' of Auth0's Management API, which is not published: " +
        "did you mean 'read:users'? [sys-scope-misspelled]",
    ]);
  });

  test('is recognized in bindings, also behind a reference', () => {
    const stack = inStack((own, identifier) => {
      const { ResourceServer } = auth0.bindings.resourceServer;
      const api = new ResourceServer(own, 'Raw', { identifier, signingAlg: 'PS256', allowOfflineAccess: false });
      new auth0.bindings.clientGrant.ClientGrant(own, 'Grant', { clientId: 'worker', audience: api.identifier, scopes: [], allowAllScopes: false });
      auth0.Checks.of(own).enforce();
    });
    const found = [...warningsOf(stack), String(errorAt(stack))].join('\n');
    expect(found).toContain("signing_alg cannot be changed on Auth0's Management API");
    expect(found).not.toContain('allow_offline_access');
    expect(found).toContain("allow_all_scopes cannot be given for Auth0's Management API");
  });
});

/** The error at synth, if there is one. */
function errorAt(stack: TerraformStack): unknown {
  try {
    stack.runAllValidations();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('an API whose identifier is a token', () => {
  const define = (importId: string, props: Partial<auth0.ResourceServerProps> = {}) => stackOf((stack) => {
    const identifier = new TerraformVariable(stack, 'identifier', {}).stringValue;
    new auth0.ResourceServer(stack, 'Api', { identifier, ...props }).importFrom(importId);
  });

  test('is the Management API where it is imported so', () => {
    const stack = define(MANAGEMENT);
    expect(resourceOf(stack, API)).toEqual({ identifier: '${var.identifier}', ...DEFAULTS });
    expect(warningsOf(stack)).toEqual([ADOPTED]);
  });

  test('is the My Account API where it is imported so', () => {
    const { token_lifetime, skip_consent_for_verifiable_first_party_clients, ...rest } = resourceOf(define('https://${var.domain}/me/'), API);
    expect([token_lifetime, skip_consent_for_verifiable_first_party_clients]).toEqual([600, false]);
    expect(rest).not.toHaveProperty('signing_alg');
  });

  test('is the Management API where it has that name', () => {
    expect(resourceOf(define('665f1c2a9b3e4d0012345678', { name: 'Auth0 Management API' }), API)).toEqual({
      identifier: '${var.identifier}', name: 'Auth0 Management API', ...DEFAULTS,
    });
  });

  test('keeps what was set, with a warning of what would be ignored', () => {
    const stack = define(MANAGEMENT, { tokenLifetime: auth0.Duration.hours(2), signingAlg: auth0.SigningAlg.PS256 });
    expect(resourceOf(stack, API)).toEqual({ identifier: '${var.identifier}', signing_alg: 'PS256', ...DEFAULTS, token_lifetime: 7200 });
    expect(warningsOf(stack)).toEqual([
      "signingAlg cannot be changed on Auth0's Management API, and would be silently ignored: leave it out [sys-management-updatable]",
      expect.stringContaining('[import-safe-defaults]'),
    ]);
  });

  test('has scopes that may be misspelled, where it is imported as the Management API', () => {
    const stack = stackOf((own) => {
      const api = new auth0.ResourceServer(own, 'Api', { identifier: new TerraformVariable(own, 'identifier', {}).stringValue });
      api.importFrom(MANAGEMENT);
      api.grant('worker', ['raed:users']);
    });
    expect(warningsOf(stack)).toEqual([ADOPTED, expect.stringContaining("did you mean 'read:users'?")]);
  });

  test('has scopes that were added before it was imported as the Management API', () => {
    const stack = stackOf((own) => {
      const api = new auth0.ResourceServer(own, 'Api', { identifier: new TerraformVariable(own, 'identifier', {}).stringValue });
      api.addScope('read:orders');
      api.importFrom(MANAGEMENT);
    });
    synthesize(stack);
    expect(warningsOf(stack)).toEqual(["scopes cannot be changed on Auth0's Management API: leave them out [scopes-on-system-api]", ADOPTED]);
  });

  test('is an API of the user otherwise', () => {
    expect(resourceOf(define('665f1c2a9b3e4d0012345678'), API)).toMatchObject({ identifier: '${var.identifier}', signing_alg: 'RS256' });
  });
});

describe.each<[string, 'fromManagementApi' | 'fromMyAccountApi' | 'fromMyOrganizationApi', string]>([
  ['Management API', 'fromManagementApi', 'api/v2/'],
  ['My Account API', 'fromMyAccountApi', 'me/'],
  ['My Organization API', 'fromMyOrganizationApi', 'my-org/'],
])('the domain of the %s', (_, method, path) => {
  const { AUTH0_DOMAIN } = process.env;

  beforeEach(() => {
    delete process.env.AUTH0_DOMAIN;
  });

  afterAll(() => {
    if (AUTH0_DOMAIN === undefined) {
      delete process.env.AUTH0_DOMAIN;
    } else {
      process.env.AUTH0_DOMAIN = AUTH0_DOMAIN;
    }
  });

  const audienceIn = (stack: TerraformStack, domain?: string) => {
    auth0.ResourceServer[method](stack, 'Api', domain).grant('worker', ['read'], { subjectType: auth0.SubjectType.USER });
    return resourceOf(stack, GRANT).audience;
  };

  const withProvider = (config: { alias?: string; domain?: string }) => {
    const stack = new TerraformStack(auth0.Testing.app(), 'stack');
    new auth0.Auth0Provider(stack, 'auth0', config);
    return stack;
  };

  test('is that of the provider', () => {
    process.env.AUTH0_DOMAIN = 'other.eu.auth0.com';
    expect(audienceIn(withProvider({ domain: 'tenant.eu.auth0.com' }))).toBe(`https://tenant.eu.auth0.com/${path}`);
  });

  test('is a variable where the provider has one', () => {
    const stack = new TerraformStack(auth0.Testing.app(), 'stack');
    new auth0.Auth0Provider(stack, 'auth0', { domain: domainIn(stack) });
    expect(audienceIn(stack)).toBe(`https://\${var.domain}/${path}`);
  });

  test('is that of the environment where the provider has none', () => {
    process.env.AUTH0_DOMAIN = 'tenant.us.auth0.com';
    expect(audienceIn(stackOf())).toBe(`https://tenant.us.auth0.com/${path}`);
  });

  test('is that of the provider without an alias', () => {
    const stack = withProvider({ alias: 'b', domain: 'b.eu.auth0.com' });
    new auth0.Auth0Provider(stack, 'default', { domain: 'a.eu.auth0.com' });
    expect(audienceIn(stack)).toBe(`https://a.eu.auth0.com/${path}`);
  });

  test('can have a port', () => {
    expect(audienceIn(stackOf(), 'localhost:3000')).toBe(`https://localhost:3000/${path}`);
  });

  test('is required where there is none', () => {
    expect(errorOf(() => audienceIn(stackOf())).message).toBe(messageFor("ResourceServer 'stack/Api'")(
      "domain is required, such as 'tenant.eu.auth0.com', but was not given [tenant-domain]",
    ));
  });
});
