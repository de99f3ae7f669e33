import { TerraformStack } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn, IDENTIFIER } from '../support/apis';
import { PEM } from '../support/encryption';
import { errorOf } from '../support/errors';
import { grantIn } from '../support/grants';
import { stackOf, synthesize, warningsOf } from '../support/synth';

const KEY = auth0.EncryptionKey.fromPem(PEM);
const { compactNestedJwe } = auth0.TokenEncryption;

type Give = (stack: TerraformStack, options: any) => unknown;

/** Everything that takes an object with named values. */
const DOORS: Record<string, Give> = {
  'an API': (stack, props) => new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, ...props }),
  'access policies': (stack, subjectTypeAuthorization) => apiIn(stack, { subjectTypeAuthorization }),
  'proof of possession': (stack, options) => apiIn(stack, { proofOfPossession: auth0.ProofOfPossession.dpop(options) }),
  'mutual TLS': (stack, options) => apiIn(stack, { proofOfPossession: auth0.ProofOfPossession.mtls(options) }),
  'a key': (stack, options) => apiIn(stack, { tokenEncryption: compactNestedJwe(auth0.EncryptionKey.fromPem(PEM, options)) }),
  'an encryption': (stack, options) => apiIn(stack, { tokenEncryption: compactNestedJwe(KEY, options) }),
  'a lifecycle': (stack, lifecycle) => apiIn(stack, { lifecycle }),
  'a grant': (stack, props) => grantIn(stack, { clientId: 'worker', scopes: [], ...props }),
  'the options of grant': (stack, options) => apiIn(stack).grant('worker', [], options),
  'the options of grantAllScopes': (stack, options) => apiIn(stack).grantAllScopes('worker', options),
  'the options of grantThirdPartyClients': (stack, options) => apiIn(stack).grantThirdPartyClients([], options),
  'a role': (stack, props) => new auth0.Role(stack, 'Role', { name: 'clerk', ...props }),
  'an API that is described': (stack, props) => auth0.ResourceServer.fromAttributes(stack, 'Api', { identifier: IDENTIFIER, ...props }),
  'an acknowledgement': (stack, given) => auth0.Checks.of(stack).acknowledge({ id: 'token-lifetime-zero', reason: 'a test', ...given }),
  'the provider': (stack, config) => new auth0.Auth0Provider(stack, 'second', { alias: 'second', ...config }),
};

const violationsOf = (give: Give, options: any): any[] => errorOf(() => give(stackOf(), options)).violations
  .map(({ rule, path, message }: auth0.Violation) => [rule, path, message]);

describe('a name that is nearly the name of an option is refused, with the right name', () => {
  test.each<[string, string, string]>([
    ['an API', 'token_lifetime', 'tokenLifetime'],
    ['an API', 'tokenLifeTime', 'tokenLifetime'],
    ['an API', 'TOKEN_LIFETIME', 'tokenLifetime'],
    ['an API', 'proofOfPosession', 'proofOfPossession'],
    ['an API', 'enforce_policies', 'enforcePolicies'],
    ['an API', 'signing_alg', 'signingAlg'],
    ['an API', 'safedefaults', 'safeDefaults'],
    ['an API', 'scope', 'scopes'],
    ['an API', 'depends_on', 'dependsOn'],
    ['an API', 'life_cycle', 'lifecycle'],
    ['access policies', 'users', 'subjectTypeAuthorization.user'],
    ['access policies', 'anonymous_user', 'subjectTypeAuthorization.anonymousUser'],
    ['proof of possession', 'require', 'proofOfPossession.required'],
    ['mutual TLS', 'required_for', 'proofOfPossession.requiredFor'],
    ['a key', 'algorithms', 'tokenEncryption.encryptionKey.algorithm'],
    ['an encryption', 'Kid', 'tokenEncryption.encryptionKey.kid'],
    ['a lifecycle', 'prevent_destroy', 'lifecycle.preventDestroy'],
    ['a grant', 'subjectTypes', 'subjectType'],
    ['a grant', 'ressourceServer', 'resourceServer'],
    ['the options of grant', 'subject_type', 'subjectType'],
    ['the options of grantAllScopes', 'organisationUsage', 'organizationUsage'],
    ['the options of grantThirdPartyClients', 'allowAnyOrganisation', 'allowAnyOrganization'],
    ['a role', 'desription', 'description'],
    ['a role', 'owner_id', 'ownerId'],
    ['an API that is described', 'resource_server_id', 'resourceServerId'],
    ['an acknowledgement', 'untill', 'until'],
    ['the provider', 'client_secret', 'clientSecret'],
  ])('%s: %s', (door, name, path) => {
    for (const value of ['secret', undefined]) {
      expect(violationsOf(DOORS[door], { [name]: value })).toEqual([
        ['misspelled-property', path, `${path} must be spelled like this, but '${name}' was given`],
      ]);
    }
  });

  test('every door has a case, and refuses what cannot be an object with options', () => {
    for (const [door, give] of Object.entries(DOORS)) {
      // these doors spread the object into another one
      if (!/^an? (?:API.*|grant|role|acknowledgement)$|^the provider$/.test(door)) {
        for (const given of ['text', 5, true, [], new Map(), new Set(), new Date(0), () => {}, Symbol('a'), KEY]) {
          expect([door, violationsOf(give, given).map(([rule]) => rule)]).toEqual([door, ['wrong-type']]);
        }
      }
    }
  });
});

test.each<[string, Give]>([
  ['an API', (stack, props) => new auth0.ResourceServer(stack, 'Api', props)],
  ['a grant', (stack, props) => new auth0.ClientGrant(stack, 'Grant', props)],
  ['a role', (stack, props) => new auth0.Role(stack, 'Role', props)],
  ['the provider', (stack, props) => new auth0.Auth0Provider(stack, 'second', props)],
  ['an API that is described', (stack, props) => auth0.ResourceServer.fromAttributes(stack, 'Api', props)],
  ['an acknowledgement', (stack, props) => auth0.Checks.of(stack).acknowledge(props)],
])('whole props that are no object are one mistake: %s', (_, give) => {
  for (const given of ['text', 5, true, [], new Map(), new Set(), new Date(0), () => {}, Symbol('a'), KEY, stackOf()]) {
    expect(violationsOf(give, given).map(([rule]) => rule)).toEqual(['wrong-type']);
  }
});

describe('is accepted', () => {
  test.each(Object.entries(DOORS))('a name that resembles no option, and an option that is undefined: %s', (door, give) => {
    const objects = door === 'a lifecycle' ? {} : { tags: {}, owners: [] };
    const others = { team: 'a', costCenter: 5, environment: 'eu', x: undefined, ['a'.repeat(1000)]: 1, ...objects };
    const stack = stackOf();
    give(stack, others);
    synthesize(stack);
  });

  test('props and options of a class that implements the interface', () => {
    class Props {
      public readonly identifier = IDENTIFIER;
      public get enforcePolicies() {
        return false;
      }
    }
    class Options {
      public readonly required = false;
    }
    const stack = stackOf();
    new auth0.ResourceServer(stack, 'Api', new Props());
    apiIn(stackOf(), { proofOfPossession: auth0.ProofOfPossession.dpop(new Options()) });
    expect(JSON.stringify(synthesize(stack))).toContain('"enforce_policies":false');
  });
});

test('a policy that is undefined is a warning, in an API with or without safe defaults', () => {
  for (const safeDefaults of [true, false]) {
    const stack = stackOf((to) => apiIn(to, {
      safeDefaults,
      subjectTypeAuthorization: {
        user: (auth0.UserPolicy as any).DENY, client: auth0.ClientPolicy.DENY_ALL,
      },
    }));
    expect(warningsOf(stack)).toEqual([
      'subjectTypeAuthorization.user is undefined, so the default is written: is it a member that the enum does not have? ' +
        'Give a policy, or leave the property out [policy-undefined]',
    ]);
  }
  const left: any = { user: null, client: auth0.ClientPolicy.DENY_ALL };
  expect(warningsOf(stackOf((to) => apiIn(to, { subjectTypeAuthorization: left })))).toEqual([]);
});

describe('a name of Terraform', () => {
  test('audience names the ways to describe an API', () => {
    const props = { audience: IDENTIFIER, clientId: 'worker', scopes: [] };
    expect(violationsOf((stack) => new auth0.ClientGrant(stack, 'Grant', props as any), props))
      .toEqual([['misspelled-property', 'resourceServer', "resourceServer must be given, but 'audience' was given: " +
        'use ResourceServer.fromAttributes(scope, id, { identifier }), or ResourceServer.fromIdentifier to look the API up']]);
  });

  test('names the property that has another name', () => {
    expect(violationsOf(DOORS['an API'], { access_token: {} })).toEqual([
      ['misspelled-property', 'customClaims', "customClaims must be given, but 'access_token' was given"],
    ]);
  });

  test('permissions of a role names the method, but not where a subclass has the property', () => {
    expect(violationsOf(DOORS['a role'], { permissions: [] })).toEqual([
      ['misspelled-property', 'permissions', 'permissions must be given ' +
        'with the method role.allow(resourceServer, scopes), but were given as a property'],
    ]);
    class AppRole extends auth0.Role {}
    expect(() => new AppRole(stackOf(), 'Role', { name: 'clerk', permissions: [] } as any)).not.toThrow();
  });
});
