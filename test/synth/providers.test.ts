import { Aspects, TerraformProvider, TerraformResource, TerraformStack, TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import * as auth0 from '../../lib';
import { apiNamed, GRANT, PERMISSION, PERMISSIONS, SCOPES } from '../support/apis';
import { errors, foundIn, NOTHING } from '../support/checks';
import { resourcesOf, stackBeside, stackOf, synthesize } from '../support/synth';

const { clientGrant } = auth0.bindings;

/** The provider with an alias; made where the stack has none. */
function tenant(stack: TerraformStack, alias: string): auth0.Auth0Provider {
  return (stack.node.tryFindChild(alias) as auth0.Auth0Provider | undefined) ??
    new auth0.Auth0Provider(stack, alias, { alias, domain: `${alias}.eu.auth0.com` });
}

const apiOf = (stack: TerraformStack, provider?: TerraformProvider) => apiNamed(stack, 'Api', { scopes: { read: 'Read' }, provider });
const roleOf = (stack: TerraformStack, provider?: TerraformProvider) => new auth0.Role(stack, 'Role', { name: 'Clerk', provider });

/** The providers of the resources of a type. */
function providersOf(stack: TerraformStack, type: string): unknown[] {
  return Object.values(resourcesOf(stack, type)).map(({ provider }) => provider);
}

const mismatch = (path: string, type: string, own: string, target: string, other: string) =>
  `'${path}' has an ${type} of ${own}, but refers to '${target}' of ${other}: ` +
  'two providers are two tenants, so give both the same provider [provider-mismatch]';
const named = (alias: string) => `the provider '${alias}' (${alias}.eu.auth0.com)`;

describe('what belongs to an API or a role uses their provider', () => {
  const grantAll = (stack: TerraformStack, api: auth0.IResourceServer) => {
    api.grant('a', ['read']);
    api.grantAllScopes('b');
    api.grantThirdPartyClients(['read'], { subjectType: auth0.SubjectType.USER });
    new auth0.ClientGrant(stack, 'Grant', { resourceServer: api, clientId: 'c', scopes: ['read'] });
  };

  test('scopes, grants and permissions', () => {
    const stack = stackOf((own) => {
      const api = apiOf(own, tenant(own, 'a'));
      grantAll(own, api);
      roleOf(own, tenant(own, 'a')).allow(api, ['read']);
    });
    expect([SCOPES, GRANT, PERMISSIONS].map((type) => providersOf(stack, type))).toEqual([
      ['auth0.a'], ['auth0.a', 'auth0.a', 'auth0.a', 'auth0.a'], ['auth0.a'],
    ]);
  });

  test.each<[string, (stack: TerraformStack, options: auth0.ExistingOptions) => auth0.IResourceServer]>([
    ['fromIdentifier', (stack, options) => auth0.ResourceServer.fromIdentifier(stack, 'Api', 'https://x.example.com', options)],
    ['fromResourceServerId', (stack, options) => auth0.ResourceServer.fromResourceServerId(stack, 'Api', '665f1c2a', options)],
    ['fromAttributes', (stack, options) => auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: 'x' }, options)],
    ['fromAttributes, in the attributes', (stack, options) => auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: 'x', ...options })],
  ])('an API of %s', (_, existing) => {
    const stack = stackOf((own) => {
      const options = { provider: tenant(own, 'a') };
      const api = existing(own, options);
      grantAll(own, api);
      auth0.Role.fromName(own, 'Auditor', 'Auditor', options).allow(api, ['read']);
      auth0.Role.fromRoleId(own, 'Clerk', 'rol_1', options).allow(api, ['read']);
      auth0.Role.fromRoleId(own, 'Cashier', 'rol_2').allow(api, ['read']);
    });
    expect([GRANT, PERMISSION].map((type) => providersOf(stack, type))).toEqual([
      ['auth0.a', 'auth0.a', 'auth0.a', 'auth0.a'], ['auth0.a', 'auth0.a', 'auth0.a'],
    ]);
    const { data } = synthesize(stack);
    expect(Object.values<any>(data).flatMap(Object.values).map(({ provider }) => provider)).toEqual(
      Object.values<any>(data).flatMap(Object.values).map(() => 'auth0.a'),
    );
    expect(Object.keys(data)).toContain('auth0_role');
  });

  test.each<[string, (stack: TerraformStack, options: auth0.ExistingOptions) => auth0.IResourceServer]>([
    ['fromManagementApi', (stack, options) => auth0.ResourceServer.fromManagementApi(stack, 'Api', 'a.eu.auth0.com', options)],
    ['fromMyAccountApi', (stack, options) => auth0.ResourceServer.fromMyAccountApi(stack, 'Api', 'a.eu.auth0.com', options)],
    ['fromMyOrganizationApi', (stack, options) => auth0.ResourceServer.fromMyOrganizationApi(stack, 'Api', 'a.eu.auth0.com', options)],
  ])('an API of %s', (_, existing) => {
    const stack = stackOf((own) => existing(own, { provider: tenant(own, 'a') }).grant('c', ['x'], { subjectType: auth0.SubjectType.USER }));
    expect(providersOf(stack, GRANT)).toEqual(['auth0.a']);
  });

  test('as it is in the end: after a change of the L1, an override or an Aspect', () => {
    const build = (change: (api: auth0.ResourceServer, role: auth0.Role, a: auth0.Auth0Provider) => void) => stackOf((own) => {
      const api = apiOf(own);
      const role = roleOf(own);
      api.grant('c', ['read']);
      role.allow(api, ['read']);
      change(api, role, tenant(own, 'a'));
    });
    const changed: Record<string, (api: auth0.ResourceServer, role: auth0.Role, a: auth0.Auth0Provider) => void> = {
      l1: (api, role, a) => [api, role].forEach(({ resource }) => (resource.provider = a)),
      override: (api, role) => [api, role].forEach(({ resource }) => resource.addOverride('provider', 'auth0.a')),
      aspect: (api, _, a) => Aspects.of(TerraformStack.of(api)).add({
        visit: (one) => {
          if (TerraformResource.isTerraformResource(one)) {
            one.provider = a;
          }
        },
      }),
    };
    for (const change of Object.values(changed)) {
      const stack = build(change);
      expect([SCOPES, GRANT, PERMISSIONS].map((type) => providersOf(stack, type))).toEqual([['auth0.a'], ['auth0.a'], ['auth0.a']]);
    }
  });

  test('in another stack, the provider with the same alias', () => {
    const stack = stackOf((own) => apiOf(own, tenant(own, 'a')));
    const other = stackBeside(stack);
    const api = stack.node.findChild('Api') as auth0.ResourceServer;
    new auth0.Auth0Provider(other, 'auth0');
    new auth0.ClientGrant(other, 'Grant', { resourceServer: api, clientId: 'c', scopes: ['read'] });
    expect(providersOf(other, GRANT)).toEqual([undefined]);
    tenant(other, 'a');
    expect(providersOf(other, GRANT)).toEqual(['auth0.a']);
  });
});

describe('two providers that do not go together are refused', () => {
  test.each([['a', 'b'], ['b', 'a']])('the API of %s, the rest of %s', (first, second) => {
    expect(foundIn((stack) => {
      const [mine, theirs] = [tenant(stack, first), tenant(stack, second)];
      const api = apiOf(stack, mine);
      api.grant('c', ['read'], { provider: theirs });
      roleOf(stack, theirs).allow(api, ['read']);
      auth0.Role.fromRoleId(stack, 'Given', 'rol_1', { provider: theirs }).allow(api, ['read']);
      new clientGrant.ClientGrant(stack, 'Raw', { audience: api.audience, clientId: 'd', scopes: ['read'], provider: theirs });
    })).toEqual(errors(
      mismatch('stack/Api/Grant-c', GRANT, named(second), 'stack/Api', named(first)),
      mismatch('stack/Raw', GRANT, named(second), 'stack/Api', named(first)),
      mismatch('stack/Role', PERMISSIONS, named(second), 'stack/Api', named(first)),
      mismatch('stack/Given/Permission-Api-read', PERMISSION, named(second), 'stack/Api', named(first)),
    ));
  });

  test('the default provider and another one', () => {
    expect(foundIn((stack) => roleOf(stack).allow(apiOf(stack, tenant(stack, 'a')), ['read'])))
      .toEqual(errors(mismatch('stack/Role', PERMISSIONS, 'the default provider', 'stack/Api', named('a'))));
  });

  test('an application of another tenant', () => {
    expect(foundIn((stack) => {
      const worker = new auth0.bindings.client.Client(stack, 'Worker', { name: 'Worker', provider: tenant(stack, 'b') });
      apiOf(stack, tenant(stack, 'a')).grant(worker.clientId, ['read']);
    })).toEqual(errors(mismatch('stack/Api/Grant-Worker', GRANT, named('a'), 'stack/Worker', named('b'))));
  });

  test('an override on one part', () => {
    expect(foundIn((stack) => {
      tenant(stack, 'a');
      apiOf(stack).scopesResource!.addOverride('provider', 'auth0.a');
    })).toEqual(errors(mismatch('stack/Api', SCOPES, named('a'), 'stack/Api', 'the default provider')));
  });

  test('what exists, looked up or described', () => {
    const define = (existing: (stack: TerraformStack, options: auth0.ExistingOptions) => auth0.IResourceServer) => foundIn((stack) => {
      const api = existing(stack, { provider: tenant(stack, 'a') });
      const role = roleOf(stack, tenant(stack, 'b'));
      role.allow(api, ['read']);
      role.allow(api, ['write']);
      api.grant('c', ['read'], { provider: tenant(stack, 'b') });
    });
    expect(define((stack, options) => auth0.ResourceServer.fromIdentifier(stack, 'Api', 'https://x.example.com', options))).toEqual(errors(
      mismatch('stack/Api/Grant-c', GRANT, named('b'), 'stack/Api', named('a')),
      mismatch('stack/Role', PERMISSIONS, named('b'), 'stack/Api', named('a')),
    ));
    expect(define((stack, options) => auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: 'https://x.example.com' }, options))).toEqual(errors(
      `ClientGrant 'stack/Api/Grant-c': ${mismatch('', GRANT, named('b'), 'stack/Api', named('a')).slice(3)}`,
      `Role 'stack/Role': ${mismatch('', PERMISSIONS, named('b'), 'stack/Api', named('a')).slice(3)}`,
    ));
  });

  test('in two stacks, by the domains of their providers', () => {
    const define = (domain: string | undefined, alias?: string) => foundIn((stack) => {
      const api = apiOf(stack, tenant(stack, 'a'));
      const other = stackBeside(stack);
      const provider = new auth0.Auth0Provider(other, 'auth0', { alias, domain });
      auth0.Role.fromRoleId(other, 'Role', 'rol_1', { provider }).allow(api, ['read']);
    });
    const refused = (own: string) => errors(`[other] ${mismatch('other/Role/Permission-stack--Api-read', PERMISSION, own, 'stack/Api', named('a'))}`);
    expect(define('b.eu.auth0.com')).toEqual(refused('the default provider (b.eu.auth0.com)'));
    expect(define('b.eu.auth0.com', 'a')).toEqual(refused("the provider 'a' (b.eu.auth0.com)"));
    expect(define('a.eu.auth0.com')).toEqual(NOTHING);
    expect(define(undefined)).toEqual(NOTHING);
    expect(define('${var.domain}', 'b')).toEqual(NOTHING);
  });
});

test('an API, a role and a grant are accepted if and only if all have one provider, whichever that is', () => {
  const aliases = fc.constantFrom(undefined, 'a', 'b');
  fc.assert(fc.property(aliases, aliases, fc.option(aliases, { nil: 'that of the API' }), fc.constantFrom('props', 'l1'), (ofApi, ofRole, ofGrant, how) => {
    const { errors: found } = foundIn((stack) => {
      const provider = (alias?: string) => (alias === undefined ? undefined : tenant(stack, alias));
      const api = apiOf(stack, how === 'props' ? provider(ofApi) : undefined);
      const grant = api.grant('c', ['read']);
      roleOf(stack, provider(ofRole)).allow(api, ['read']);
      if (how === 'l1') {
        api.resource.provider = provider(ofApi);
      }
      if (ofGrant !== 'that of the API') {
        grant.resource.provider = ofGrant === undefined ? stack.node.findChild('auth0') as TerraformProvider : provider(ofGrant);
      }
    });
    const differing = [ofRole, ofGrant === 'that of the API' ? ofApi : ofGrant].filter((alias) => alias !== ofApi);
    expect(found).toHaveLength(differing.length);
  }), { numRuns: 60 });
});

describe('two providers are accepted', () => {
  test.each<[string, (stack: TerraformStack) => void]>([
    ['where each has an API, a role and a grant of the same names', (stack) => {
      for (const alias of ['a', 'b']) {
        const provider = tenant(stack, alias);
        const api = apiNamed(stack, `Api-${alias}`, { scopes: { read: '' }, provider });
        api.grant('worker', ['read']);
        new auth0.Role(stack, `Role-${alias}`, { name: 'Clerk', provider }).allow(api, ['read']);
      }
    }],
    ['where an API is described without one', (stack) => {
      roleOf(stack, tenant(stack, 'a')).allow(auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: 'https://x.example.com' }), ['read']);
    }],
    ['where one is known to Terraform alone', (stack) => {
      const api = apiOf(stack, tenant(stack, 'a'));
      api.grant('c', ['read']).resource.addOverride('provider', '${var.provider}');
    }],
    ['with one variable as their domain', (stack) => {
      const domain = new TerraformVariable(stack, 'domain', {}).stringValue;
      const [a, b] = ['a', 'b'].map((alias) => new auth0.Auth0Provider(stack, alias, { alias, domain }));
      roleOf(stack, a).allow(apiOf(stack, b), ['read']);
    }],
    ['where the error is acknowledged', (stack) => {
      auth0.Checks.of(stack).acknowledge({ id: 'provider-mismatch', reason: 'a.eu.auth0.com is a custom domain of b.eu.auth0.com' });
      roleOf(stack, tenant(stack, 'a')).allow(apiOf(stack, tenant(stack, 'b')), ['read']);
    }],
  ])('%s', (_, build) => {
    expect(foundIn(build)).toEqual(NOTHING);
  });
});
