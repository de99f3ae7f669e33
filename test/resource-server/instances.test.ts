import { App, Aspects, conditional, TerraformCount, TerraformIterator, TerraformOutput, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { API, apiNamed, GRANT, PERMISSIONS, ROLE, SCOPES } from '../support/apis';
import { errors, foundIn, NOTHING } from '../support/checks';
import { resourcesOf, stackBeside, stackOf, synthesize } from '../support/synth';

const eachOf = (stack: TerraformStack, id: string) =>
  TerraformIterator.fromMap(new TerraformVariable(stack, id, { type: 'map(string)' }).value);
const onlyIf = (stack: TerraformStack, id: string) =>
  TerraformCount.of(Token.asNumber(conditional(new TerraformVariable(stack, id, { type: 'bool' }).value, 1, 0)));

/** An API with scopes, a grant and a role that has all of them. */
function whole(stack: TerraformStack) {
  const api = apiNamed(stack, 'Api', { scopes: { read: 'Read' } });
  const grant = api.grant('worker', ['read']);
  const role = new auth0.Role(stack, 'Role', { name: 'Clerk' });
  return { api, grant, role };
}

/** The one resource of a type. */
const oneOf = (stack: TerraformStack, type: string) => Object.values(resourcesOf(stack, type))[0];

const MISSING = (user: string, attribute: string, of: string, address: string, by: 'forEach' | 'count') => {
  const [index, iterate] = by === 'forEach' ? ['["key"]', 'iterate over TerraformIterator.fromResources, '] : ['[0]', ''];
  return `'stack/${user}' refers to ${attribute} of 'stack/${of}', which has a ${by}, without naming an instance: ` +
    `name one (\${${address}${index}.${attribute}}), ${iterate}or give a grant, a role or an API the same ${by} [instance-not-named]`;
};

describe('the parts of an API follow its', () => {
  const SCOPE_KEYS = '.resource_server_identifier}';

  test('forEach, also one that is set last', () => {
    const stack = stackOf();
    const { api } = whole(stack);
    api.resource.forEach = eachOf(stack, 'apis');
    expect(oneOf(stack, API).for_each).toBe('${var.apis}');
    expect(oneOf(stack, SCOPES)).toMatchObject({
      for_each: '${var.apis}', resource_server_identifier: '${auth0_resource_server.Api_F70053CD[each.key].identifier}',
    });
    expect(oneOf(stack, GRANT)).toMatchObject({
      for_each: '${var.apis}', audience: `\${auth0_resource_server_scopes.Api_Scopes_8D348A6D[each.key]${SCOPE_KEYS}`,
    });
  });

  test('count', () => {
    const stack = stackOf();
    const { api } = whole(stack);
    api.resource.count = onlyIf(stack, 'on');
    const count = '${var.on ? 1 : 0}';
    expect(oneOf(stack, API).count).toBe(count);
    expect(oneOf(stack, SCOPES)).toMatchObject({
      count, resource_server_identifier: '${auth0_resource_server.Api_F70053CD[count.index].identifier}',
    });
    expect(oneOf(stack, GRANT)).toMatchObject({
      count, audience: `\${auth0_resource_server_scopes.Api_Scopes_8D348A6D[count.index]${SCOPE_KEYS}`,
    });
  });

  test.each<[string, unknown, string]>([
    ['for_each', '${toset(["a"])}', 'each.key'], ['for_each', { a: 'A' }, 'each.key'], ['count', 2, 'count.index'],
  ])('override of %s (%j)', (name, value, index) => {
    const stack = stackOf();
    const { api } = whole(stack);
    api.resource.addOverride(name, value);
    for (const type of [API, SCOPES, GRANT]) {
      expect(oneOf(stack, type)[name]).toEqual(value);
    }
    expect(oneOf(stack, GRANT).audience).toBe(`\${auth0_resource_server_scopes.Api_Scopes_8D348A6D[${index}]${SCOPE_KEYS}`);
  });

  test('forEach in HCL', () => {
    const stack = stackOf();
    whole(stack).api.resource.forEach = eachOf(stack, 'apis');
    const hcl = Testing.synthHcl(stack);
    expect(hcl).toContain('auth0_resource_server.Api_F70053CD[each.key].identifier');
    expect(hcl.match(/for_each = "\$\{var\.apis\}"/g)).toHaveLength(3);
  });

  test('forEach, but for a grant that has its own', () => {
    const stack = stackOf();
    const { api, grant } = whole(stack);
    api.resource.count = 1;
    (grant as auth0.ClientGrant).resource.count = 1;
    expect(oneOf(stack, GRANT).audience).toContain('[count.index]');
    (grant as auth0.ClientGrant).resource.count = 2;
    expect(foundIn((other) => {
      const parts = whole(other);
      parts.api.resource.count = 1;
      (parts.grant as auth0.ClientGrant).resource.count = 2;
    })).toEqual(errors(MISSING(
      'Api/Grant-worker', 'resource_server_identifier', 'Api', 'auth0_resource_server_scopes.Api_Scopes_8D348A6D', 'count',
    )));
  });
});

test('the permissions of a role follow its forEach', () => {
  const stack = stackOf();
  const { api, role } = whole(stack);
  role.allow(api, ['read']);
  role.resource.forEach = eachOf(stack, 'roles');
  expect(oneOf(stack, ROLE).for_each).toBe('${var.roles}');
  expect(oneOf(stack, PERMISSIONS)).toEqual({
    for_each: '${var.roles}',
    role_id: '${auth0_role.Role_1ABCC5F0[each.key].id}',
    permissions: [{ name: 'read', resource_server_identifier: '${auth0_resource_server_scopes.Api_Scopes_8D348A6D.resource_server_identifier}' }],
  });
});

test('a grant and a role with the same forEach refer to their instance of the API', () => {
  const stack = stackOf();
  const { api, role } = whole(stack);
  const each = eachOf(stack, 'apis');
  api.resource.forEach = each;
  role.resource.forEach = TerraformIterator.fromMap(Token.asStringMap('${var.apis}'));
  role.allow(api, ['read']);
  new auth0.ClientGrant(stack, 'Grant', { resourceServer: api, clientId: 'other', scopes: [] }).resource.forEach = each;
  const audience = '${auth0_resource_server_scopes.Api_Scopes_8D348A6D[each.key].resource_server_identifier}';
  expect(oneOf(stack, PERMISSIONS).permissions).toEqual([{ name: 'read', resource_server_identifier: audience }]);
  expect(Object.values(resourcesOf(stack, GRANT)).map((grant) => grant.audience)).toEqual([audience, audience]);
});

describe('who does not follow is refused:', () => {
  const SCOPES_OF = ['resource_server_identifier', 'Api', 'auth0_resource_server_scopes.Api_Scopes_8D348A6D'] as const;

  test.each<[string, string, (stack: TerraformStack, api: auth0.ResourceServer) => void]>([
    ['a grant elsewhere', MISSING('Grant', ...SCOPES_OF, 'forEach'), (stack, api) => {
      new auth0.ClientGrant(stack, 'Grant', { resourceServer: api, clientId: 'other', scopes: [] });
    }],
    ['a grant with another forEach', MISSING('Grant', ...SCOPES_OF, 'forEach'), (stack, api) => {
      new auth0.ClientGrant(stack, 'Grant', { resourceServer: api, clientId: 'other', scopes: [] }).resource.forEach = eachOf(stack, 'other');
    }],
    ['a role', MISSING('Role', ...SCOPES_OF, 'forEach'), (stack, api) => new auth0.Role(stack, 'Role', { name: 'Clerk' }).allow(api, ['read'])],
    ['an output', MISSING('Out', 'id', 'Api', 'auth0_resource_server.Api_F70053CD', 'forEach'), (stack, api) => {
      new TerraformOutput(stack, 'Out', { value: api.resourceServerId });
    }],
    ['an output of the L1', MISSING('Out', 'client_id', 'Api', 'auth0_resource_server.Api_F70053CD', 'forEach'), (stack, api) => {
      new TerraformOutput(stack, 'Out', { value: `client ${api.resource.clientId}` });
    }],
    ['a binding', MISSING('Raw', 'identifier', 'Api', 'auth0_resource_server.Api_F70053CD', 'forEach'), (stack, api) => {
      new auth0.bindings.clientGrant.ClientGrant(stack, 'Raw', { audience: api.identifier, clientId: 'other', scopes: [] });
    }],
    ['importFrom', "'stack/Api/Resource/Import' imports 'stack/Api', which has a forEach, without naming an instance: " +
      `write stack.addOverride('import', [{ to: 'auth0_resource_server.Api_F70053CD["key"]', id }]) instead of importFrom [instance-import]`,
    (_, api) => importAlone(api)],
  ])('%s', (_, line, use) => {
    expect(foundIn((stack) => {
      const api = apiNamed(stack, 'Api', { scopes: { read: 'Read' } });
      api.resource.forEach = eachOf(stack, 'apis');
      use(stack, api);
    })).toEqual(errors(line));
  });

  /** Imports the API, but not its scopes. */
  function importAlone(api: auth0.ResourceServer): void {
    api.importFrom('665f1c2a9b3e4d0012345678');
    api.scopesResource!.node.tryRemoveChild('Import');
  }

  test('another stack', () => {
    const stack = stackOf();
    const api = apiNamed(stack, 'Api');
    api.resource.forEach = eachOf(stack, 'apis');
    const other = stackBeside(stack);
    new auth0.ClientGrant(other, 'Grant', { resourceServer: api, clientId: 'other', scopes: [] });
    stack.prepareStack();
    other.prepareStack();
    expect(() => synthesize(stack)).toThrow('which has a forEach, without naming an instance');
  });
});

test('instances that are named, and lists of them, are accepted', () => {
  expect(foundIn((stack) => {
    const byKey = apiNamed(stack, 'ByKey');
    byKey.resource.forEach = eachOf(stack, 'apis');
    const counted = apiNamed(stack, 'Counted', { identifier: 'counted', scopes: { read: 'Read' } });
    counted.resource.count = onlyIf(stack, 'on');
    const address = (api: auth0.ResourceServer) => `${api.resource.terraformResourceType}.${api.resource.friendlyUniqueId}`;
    const texts = [
      `\${${address(byKey)}["eu"].id}`, `\${${address(byKey)}}`, `\${one(${address(counted)}[*].id)}`, `\${${address(counted)}.*.id}`,
      `\${[for api in ${address(byKey)} : api.id]}`, `${address(byKey)}.id is text`, `$\${${address(byKey)}.id}`,
    ];
    texts.forEach((value, index) => new TerraformOutput(stack, `Out${index}`, { value }));
    const chained = TerraformIterator.fromResources(byKey.resource);
    new auth0.bindings.clientGrant.ClientGrant(stack, 'Raw', {
      forEach: chained, audience: chained.getString('identifier'), clientId: 'other', scopes: [],
    });
    new auth0.Role(stack, 'Role', { name: 'Clerk', dependsOn: [byKey] });
  })).toEqual(NOTHING);
});

test('scopes of instances are compared with their grants', () => {
  const { errors: lines } = foundIn((stack) => {
    const { api } = whole(stack);
    api.grant('other', ['write']);
    api.resource.forEach = eachOf(stack, 'apis');
  });
  expect(lines).toEqual([expect.stringContaining("grants the scope 'write', which 'stack/Api' does not declare")]);
});

describe('a value of an iterator needs forEach', () => {
  const LINE = 'uses each.key or each.value, but has no forEach: set forEach of its L1, such as api.resource.forEach = iterator [instances-missing]';

  test.each<[string, string, (stack: TerraformStack, each: ReturnType<typeof eachOf>) => any]>([
    ['an API', 'Api', (stack, each) => apiNamed(stack, 'Api', { name: each.key }).resource],
    ['an API with its scopes', 'Api', (stack, each) => apiNamed(stack, 'Api', { name: each.key, scopes: { [each.key]: '' } }).resource],
    ['a grant', 'Api/Grant-each.value', (stack, each) => (apiNamed(stack, 'Api').grant(each.value, []) as auth0.ClientGrant).resource],
    ['a role', 'Role', (stack, each) => new auth0.Role(stack, 'Role', { name: each.key }).resource],
    ['a binding beside an API', 'Client', (stack, each) => {
      apiNamed(stack, 'Api');
      return new auth0.bindings.client.Client(stack, 'Client', { name: each.key });
    }],
  ])('%s', (_, title, create) => {
    const found = (hasForEach: boolean) => foundIn((stack) => {
      const each = eachOf(stack, 'all');
      const l1 = create(stack, each);
      if (hasForEach) {
        l1.forEach = each;
      }
    });
    expect(found(false)).toEqual(errors(`'stack/${title}' ${LINE}`));
    expect(found(true)).toEqual(NOTHING);
  });

  test('also if an Aspect sets it, after CDKTF has prepared the stack', () => {
    const stack = stackOf();
    const { resource } = new auth0.Role(stack, 'Role', { name: 'r' });
    const { key } = eachOf(stack, 'all');
    Aspects.of(stack).add({ visit: (construct) => void (construct === resource && (resource.name = key)) });
    expect(() => App.of(stack).synth()).toThrow(`'stack/Role' ${LINE}`);
  });

  test('but not in a dynamic block, also beside what has instances', () => {
    const blocks = (stack: TerraformStack) => {
      const map: any = new TerraformVariable(stack, 'map', { type: 'map(string)' }).value;
      const { listValue } = new TerraformVariable(stack, 'list', { type: 'list(string)' });
      new auth0.Role(stack, 'Role', { name: 'r' }).allow(apiNamed(stack, 'Api', { scopes: map, customClaims: map }), listValue);
    };
    expect(foundIn(blocks)).toEqual(NOTHING);
    expect(foundIn((stack) => {
      blocks(stack);
      new auth0.Role(stack, 'Other', { name: 'o' }).resource.count = 2;
    })).toEqual(NOTHING);
  });

  test('which an override of the stack can set', () => {
    expect(foundIn((stack) => {
      const { resource } = new auth0.Role(stack, 'Role', { name: eachOf(stack, 'all').key });
      stack.addOverride(`resource.${ROLE}.${resource.friendlyUniqueId}.for_each`, '${var.all}');
    })).toEqual(NOTHING);
  });
});
