import { Aspects, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import * as fc from 'fast-check';
import * as auth0 from '../../lib';
import { API, apiIn, GRANT, IDENTIFIER, ROLE, SCOPES, SCOPES_AUDIENCE } from '../support/apis';
import { errors, foundIn, NOTHING, warnings } from '../support/checks';
import { resourceOf, stackBeside, stackOf, synthesize, synthesizeOne, warningsOf } from '../support/synth';

/** The ways to change an attribute of an L1 after it was created. */
const WAYS: Record<string, (l1: any, attribute: string, value: unknown) => void> = {
  'a setter': (l1, attribute, value) => (l1[attribute.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())] = value),
  'an Aspect': (l1, attribute, value) => Aspects.of(l1.cdktfStack).add({ visit: (node) => node === l1 && WAYS['a setter'](node, attribute, value) }),
  'addOverride': (l1, attribute, value) => l1.addOverride(attribute, value),
  'addOverride of the stack': (l1, attribute, value) => {
    l1.overrideLogicalId('it');
    l1.cdktfStack.addOverride(`resource.${l1.terraformResourceType}.it.${attribute}`, value);
  },
};

test.each(['addOverride', 'addOverride of the stack'])('%s does not hide a warning about another resource of the construct', (way) => {
  const stack = stackOf();
  const { resource } = new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, scopes: { 'read a': 'May read' } });
  // an attribute that the provider sets: the schema refuses it in the JSON
  WAYS[way](resource, 'scopes', [{ value: 'read:a' }]);
  expect(warningsOf(stack)).toContainEqual(expect.stringContaining('[scope-name-whitespace]'));
});

describe.each(Object.entries(WAYS))('what %s changes', (way, change) => {
  /** An API with safe defaults, of which attributes are changed. */
  const changed = (changes: object, props: object = {}) => (stack: TerraformStack) => {
    const { resource } = new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, ...props });
    Object.entries(changes).forEach(([attribute, value]) => change(resource, attribute, value));
  };
  const address = way === 'addOverride of the stack' ? 'it' : 'Api_F70053CD';
  const prefix = `${API}.${address} (stack/Api/Resource): `;

  test.each([
    [{ token_lifetime: 900 }, { token_lifetime: 900, token_lifetime_for_web: 900 }],
    [{ token_lifetime: 7200 }, { token_lifetime: 7200, token_lifetime_for_web: 3600 }],
    [{ token_lifetime_for_web: 7200 }, { token_lifetime: 7200, token_lifetime_for_web: 7200 }],
    [{ token_lifetime_for_web: 60 }, { token_lifetime: 3600, token_lifetime_for_web: 60 }],
    [{ token_lifetime: 7200, token_lifetime_for_web: 7000 }, { token_lifetime: 7200, token_lifetime_for_web: 7000 }],
    [{ enforce_policies: false }, { enforce_policies: false, token_dialect: 'rfc9068_profile' }],
    [{ enforce_policies: false, token_dialect: 'access_token' }, { enforce_policies: false, token_dialect: 'access_token' }],
  ])('has the defaults that depend on it: %j', (changes, expected) => {
    expect(synthesizeOne(API, changed(changes))).toMatchObject(expected);
  });

  test('has no default beside a token', () => {
    const lifetimes = (attribute: string) => {
      const { token_lifetime, token_lifetime_for_web } = synthesizeOne(API, (stack) => {
        changed({ [attribute]: new TerraformVariable(stack, 'seconds', { type: 'number' }).numberValue })(stack);
      });
      return { token_lifetime, token_lifetime_for_web };
    };
    expect(lifetimes('token_lifetime')).toEqual({ token_lifetime: '${var.seconds}' });
    expect(lifetimes('token_lifetime_for_web')).toEqual({ token_lifetime_for_web: '${var.seconds}' });
  });

  test('is refused beside what was set', () => {
    expect(foundIn(changed({ token_lifetime: 900 }, { tokenLifetimeForWeb: auth0.Duration.hours(1) }))).toEqual(errors(
      `${prefix}token_lifetime_for_web must not be greater than token_lifetime (900 seconds), but 3600 was given [web-lifetime-gt-lifetime]`,
    ));
  });

  test('is refused as it would be at first', () => {
    expect(foundIn(changed({ token_lifetime: -1 })).errors).toContainEqual(expect.stringContaining(`${prefix}token_lifetime must`));
  });

  test('may be a value that this library does not know', () => {
    expect(foundIn(changed({ signing_alg: 'RS999', token_dialect: 'newer' }))).toEqual(NOTHING);
  });

  test('brings warnings, and takes them away', () => {
    expect(foundIn(changed({ token_lifetime: 0 }))).toEqual(warnings(
      'token_lifetime is 0 seconds, whose effect Auth0 does not document: set the lifetime you want [token-lifetime-zero]',
    ));
    const props = { tokenLifetime: auth0.Duration.seconds(0) };
    expect(foundIn(changed({}, props)).warnings).toHaveLength(1);
    expect(foundIn(changed({ token_lifetime: 60 }, props))).toEqual(NOTHING);
    expect(foundIn(changed({ name: 'other' }, props)).warnings).toEqual(foundIn(changed({}, props)).warnings);
  });

  test('can be acknowledged', () => {
    expect(foundIn((stack) => {
      auth0.Checks.of(stack).acknowledge({ id: 'token-lifetime-zero', reason: 'test' });
      changed({ token_lifetime: 0 })(stack);
    })).toEqual(NOTHING);
  });

  test('of a grant and a role is judged', () => {
    const scopes = foundIn((stack) => change((apiIn(stack, { scopes: { a: '' } }).grant('c', []) as auth0.ClientGrant).resource, 'scopes', ['b']));
    expect(scopes.errors).toEqual([expect.stringContaining("grants the scope 'b', which 'stack/Api' does not declare")]);
    const name = foundIn((stack) => change(new auth0.Role(stack, 'Role', { name: 'a' }).resource, 'name', ''));
    expect(name.errors).toEqual([expect.stringMatching(/^auth0_role\.\w+ \(stack\/Role\/Resource\): name must/)]);
  });
});

describe('a reference to another stack', () => {
  test.each<[string, (api: any, other: any) => void]>([
    ['in a setter', (api, client) => (api.name = client.name)],
    ['in an override', (api, client) => api.addOverride('name', client.name)],
    ['in an override of a number', (api, client) => api.addOverride('token_lifetime', client.jwtConfiguration.lifetimeInSeconds)],
    ['in an override of a member', (api, client) => api.addOverride('subject_type_authorization.user.policy', client.name)],
    ['beside an override', (api, client) => {
      api.addOverride('verification_location', 'https://a.example.com');
      api.name = client.name;
    }],
  ])('is not judged: %s', (_, change) => {
    const found = (api: (stack: TerraformStack) => any) => foundIn((stack) => {
      const client = new auth0.bindings.client.Client(stackBeside(stack), 'Client', { name: 'a' });
      change(api(stack), client);
    });
    expect(found((stack) => new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER }).resource)).toEqual(NOTHING);
    expect(found((stack) => {
      new auth0.ResourceServer(stack, 'Other', { identifier: 'other' });
      return new auth0.bindings.resourceServer.ResourceServer(stack, 'Api', { identifier: IDENTIFIER });
    })).toEqual(NOTHING);
  });
});

test('whoever resets an attribute gets none', () => {
  const api = synthesizeOne(API, (stack) => {
    const { resource } = new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER });
    resource.resetTokenLifetimeForWeb();
    resource.resetTokenLifetime();
    resource.resetTokenDialect();
  });
  expect(Object.keys(api).filter((name) => name.startsWith('token_'))).toEqual(['token_encryption']);
});

test('an Aspect sees the defaults that will be written', () => {
  const { resource } = new auth0.ResourceServer(stackOf(), 'Api', { identifier: IDENTIFIER });
  resource.tokenLifetime = 60;
  resource.enforcePolicies = false;
  expect(resource).toMatchObject({ tokenLifetimeForWebInput: 60, tokenLifetimeInput: 60, tokenDialectInput: 'rfc9068_profile' });
});

test('in HCL, there are the same defaults', () => {
  const stack = stackOf();
  new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER }).resource.tokenLifetime = 60;
  expect(Testing.synthHcl(stack)).toMatch(/token_lifetime = 60[^]*token_lifetime_for_web = 60\n/);
});

test('after any changes, the lifetime for browsers is not the greater one, or that is refused', () => {
  const step = fc.tuple(fc.constantFrom(...Object.keys(WAYS)), fc.constantFrom('token_lifetime', 'token_lifetime_for_web'), fc.integer({ min: 1, max: 9000 }));
  fc.assert(fc.property(fc.array(step, { maxLength: 4 }), (steps) => {
    const stack = stackOf();
    const { resource } = new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER });
    steps.forEach(([way, attribute, value]) => WAYS[way](resource, attribute, value));
    let json;
    try {
      json = resourceOf(stack, API);
    } catch (error: any) {
      expect(error.message).toContain('[web-lifetime-gt-lifetime]');
      return;
    }
    expect(json.token_lifetime_for_web).toBeLessThanOrEqual(json.token_lifetime);
  }));
});

describe('scopes that are set on the L1', () => {
  test.each<[string, (l1: any) => void]>([
    ['putScopes', (l1) => l1.putScopes([{ name: 'a' }, { name: 'b' }])],
    ['addOverride', (l1) => l1.addOverride('scopes', [{ name: 'b' }])],
    ['addOverride of the stack', (l1) => WAYS['addOverride of the stack'](l1, 'scopes', [{ name: 'b' }])],
    ['an Aspect', (l1) => Aspects.of(l1).add({ visit: (node: any) => node.putScopes([{ name: 'b' }]) })],
  ])('with %s count as declared', (_, set) => {
    expect(foundIn((stack) => {
      const api = apiIn(stack, { scopes: { a: '' } });
      api.grant('c', ['b']);
      set(api.scopesResource);
    })).toEqual(NOTHING);
  });
});

describe('what is removed', () => {
  test.each<[string, (stack: TerraformStack) => void]>([
    ['a grant', (stack) => {
      const api = apiIn(stack, { scopes: { a: '' } });
      api.grant('c', ['b']);
      api.node.tryRemoveChild('Grant-c');
    }],
    ['a role', (stack) => {
      new auth0.Role(stack, 'Role', { name: 'r' }).allow(apiIn(stack, { scopes: { a: '' } }), ['b']);
      stack.node.tryRemoveChild('Role');
    }],
    ['a grant, by an override of the stack', (stack) => {
      apiIn(stack, { scopes: { a: '' } }).grant('c', ['b']);
      stack.addOverride(`resource.${GRANT}`, undefined);
    }],
    ['one role, by an override of the stack', (stack) => {
      ['A', 'B'].forEach((id) => new auth0.Role(stack, id, { name: 'r' }));
      (stack.node.findChild('B') as auth0.Role).resource.overrideLogicalId('b');
      stack.addOverride(`resource.${ROLE}.b`, undefined);
    }],
  ])('is not judged: %s', (_, build) => {
    expect(foundIn(build)).toEqual(NOTHING);
  });

  test('is not referred to, and comes back with the next scope', () => {
    const stack = stackOf();
    const api = apiIn(stack, { scopes: { a: '' } });
    api.grant('c', []);
    api.node.tryRemoveChild('Scopes');
    expect(resourceOf(stack, GRANT).audience).toBe('${auth0_resource_server.Api_F70053CD.identifier}');
    api.addScope('b');
    const json = synthesize(stack).resource;
    expect(Object.values<any>(json[GRANT])[0].audience).toBe(SCOPES_AUDIENCE);
    expect(Object.values<any>(json[SCOPES])[0].scopes.map(({ name }: any) => name)).toEqual(['a', 'b']);
  });
});
