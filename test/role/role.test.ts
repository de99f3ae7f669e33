import { TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { settablePaths } from '../support/schema';
import { stackOf, synthesize, synthesizeOne, warningsOf } from '../support/synth';

const ROLE = 'auth0_role';
const PERMISSIONS = 'auth0_role_permissions';
const PERMISSION = 'auth0_role_permission';
const ORDERS = '${auth0_resource_server_scopes.Orders_Scopes_E52ACA3C.resource_server_identifier}';

/** An API of this id. */
function apiIn(scope: TerraformStack, id: string, scopes?: Record<string, string>): auth0.ResourceServer {
  return new auth0.ResourceServer(scope, id, { identifier: id.toLowerCase(), safeDefaults: false, scopes });
}

function roleIn(stack: TerraformStack, props: Partial<auth0.RoleProps> = {}): auth0.Role {
  return new auth0.Role(stack, 'Role', { name: 'Clerk', ...props });
}

/** The resources of a type in a stack, by their addresses. */
function resourcesOf(stack: TerraformStack, type: string): any {
  return synthesize(stack).resource[type];
}

/** The permissions that are written for a role. */
function permissionsOf(allow: (role: auth0.Role, stack: TerraformStack) => void): any {
  return synthesizeOne(PERMISSIONS, (stack) => allow(roleIn(stack), stack)).permissions;
}

function errorOf(fails: () => unknown): any {
  try {
    fails();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

function message(...lines: string[]): string {
  return [`Role 'stack/Role' is not valid:`, ...lines.map((line) => `  - ${line}`)].join('\n');
}

/** What CDKTF makes of what is found at synth. */
function atSynth(...lines: string[]): string {
  return [
    'Validation failed with the following errors:',
    ...lines.map((line) => `  [stack] ${line}`),
    '',
    "If you wish to ignore these validations, pass 'skipValidation: true' to your App configuration.",
    '',
  ].join('\n');
}

function foundIn(stack: TerraformStack): string {
  return errorOf(() => Testing.synth(stack, true)).message;
}

describe('a role', () => {
  const everything: auth0.RoleProps = {
    name: 'Clerk', description: 'Takes orders', type: auth0.RoleType.ORGANIZATION, ownerId: 'org_1',
  };

  test('needs a name, and nothing else', () => {
    expect(synthesizeOne(ROLE, (stack) => roleIn(stack))).toStrictEqual({ name: 'Clerk' });
  });

  test('has a way in for every attribute of the schema', () => {
    const written = synthesizeOne(ROLE, (stack) => roleIn(stack, everything));
    expect(Object.keys(written).sort()).toEqual(settablePaths(ROLE));
    expect(written).toStrictEqual({
      name: 'Clerk', description: 'Takes orders', type: 'organization', owner_id: 'org_1',
    });
  });

  test('has the types that Auth0 knows', () => {
    expect(Object.entries(auth0.RoleType)).toEqual([['TENANT', 'tenant'], ['ORGANIZATION', 'organization']]);
  });

  test('has no permissions resource where nothing is allowed', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    role.allow(apiIn(stack, 'Orders'));
    expect(role.permissionsResource).toBeUndefined();
    expect(Object.keys(synthesize(stack).resource)).toEqual(['auth0_resource_server', ROLE]);
  });

  test('may be made of tokens', () => {
    const stack = stackOf();
    const text = new TerraformVariable(stack, 'token', {}).stringValue;
    roleIn(stack, { name: text, description: text, type: text as auth0.RoleType, ownerId: text });
    expect(warningsOf(stack)).toEqual([]);
    expect(Object.values(resourcesOf(stack, ROLE))).toEqual([
      { name: '${var.token}', description: '${var.token}', type: '${var.token}', owner_id: '${var.token}' },
    ]);
  });

  test('is refused with everything that is wrong, and leaves nothing behind', () => {
    const stack = stackOf();
    const error = errorOf(() => roleIn(stack, { name: '', description: '', type: 'Tenant' as auth0.RoleType }));
    expect(error.message).toBe(message(
      `name must not be empty, but '' was given [role-name-required]`,
      `description must not be empty, but '' was given: Auth0 cannot clear a description [role-description-empty]`,
      `type must be spelled 'tenant', but 'Tenant' was given [enum-letter-case]`,
    ));
    expect(error.violations[0]).toStrictEqual({
      rule: 'role-name-required', path: 'name', message: `name must not be empty, but '' was given`,
    });
    expect(stack.node.tryFindChild('Role')).toBeUndefined();
  });

  test.each<[any, string]>([
    [undefined, 'name is required, but was not given [role-name-required]'],
    [null, 'name is required, but was not given [role-name-required]'],
    [{ name: 7 }, 'name must be a string, but a number was given [wrong-type]'],
    [{ name: 'a', description: [] }, 'description must be a string, but a list was given [wrong-type]'],
  ])('%j for all props is refused', (props, text) => {
    expect(errorOf(() => new auth0.Role(stackOf(), 'Role', props)).message).toBe(message(text));
  });

  test.each([undefined, null])('takes %s for left out', (nothing: any) => {
    const props = {
      description: nothing, type: nothing, ownerId: nothing, provider: nothing, lifecycle: nothing, dependsOn: nothing,
    };
    expect(synthesizeOne(ROLE, (stack) => roleIn(stack, props))).toStrictEqual({ name: 'Clerk' });
  });

  test('points to the line that asked for what is refused', () => {
    const { message: text, stack: trace } = errorOf(() => roleIn(stackOf(), { name: '' }));
    expect(trace.slice(trace.indexOf(text) + text.length).trim().split('\n')[0]).toContain(__filename);
  });
});

describe('meta-arguments', () => {
  test('provider is that of the role and of its permissions; lifecycle and dependsOn are the role\'s', () => {
    const stack = stackOf();
    const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
    const first = new auth0.bindings.client.Client(stack, 'First', { name: 'first' });
    const role = roleIn(stack, { provider, lifecycle: { preventDestroy: true }, dependsOn: [first] });
    role.allow(apiIn(stack, 'Orders'), 'a');
    const { [ROLE]: roles, [PERMISSIONS]: permissions } = synthesize(stack).resource;
    expect(Object.values(roles)).toEqual([{
      name: 'Clerk', provider: 'auth0.other', lifecycle: { prevent_destroy: true }, depends_on: ['auth0_client.First'],
    }]);
    const [written] = Object.values<any>(permissions);
    expect(written.provider).toBe('auth0.other');
    expect(Object.keys(written).sort()).toEqual(['permissions', 'provider', 'role_id']);
  });
});

describe('the L1', () => {
  test('are the children Resource and Permissions', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    role.allow(apiIn(stack, 'Orders'), 'a');
    expect(role.resource).toBeInstanceOf(auth0.bindings.role.Role);
    expect(role.node.defaultChild).toBe(role.resource);
    expect(role.permissionsResource).toBeInstanceOf(auth0.bindings.rolePermissions.RolePermissions);
    expect(role.node.findChild('Permissions')).toBe(role.permissionsResource);
  });

  test('can be given other addresses, and references follow', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    const { roleId, fqn } = role;
    role.allow(apiIn(stack, 'Orders'), 'a');
    new auth0.bindings.client.Client(stack, 'Client', { name: roleId, description: fqn, dependsOn: [role] });
    role.resource.overrideLogicalId('clerk');
    role.permissionsResource!.overrideLogicalId('clerk_permissions');
    const { auth0_client: clients, [PERMISSIONS]: permissions, [ROLE]: roles } = synthesize(stack).resource;
    expect(clients.Client).toMatchObject({
      name: '${auth0_role.clerk.id}',
      description: '${auth0_role_permissions.clerk_permissions}',
      depends_on: ['auth0_role_permissions.clerk_permissions'],
    });
    expect(permissions.clerk_permissions.role_id).toBe('${auth0_role.clerk.id}');
    expect(Object.keys(roles)).toEqual(['clerk']);
  });

  test('in dependsOn, a role without permissions stands for itself', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    new auth0.bindings.client.Client(stack, 'Client', { name: 'a', dependsOn: [role] });
    expect(resourcesOf(stack, 'auth0_client').Client.depends_on).toEqual(['auth0_role.Role_1ABCC5F0']);
  });

  test('take what this library does not know', () => {
    const stack = stackOf();
    roleIn(stack).resource.addOverride('type', 'galaxy');
    expect(Object.values<any>(resourcesOf(stack, ROLE))[0].type).toBe('galaxy');
  });

  test('roleId is the same token each time', () => {
    const role = roleIn(stackOf());
    expect(role.roleId).toBe(role.roleId);
    expect(Token.isUnresolved(role.roleId)).toBe(true);
  });
});

describe('allow', () => {
  test('has a way in for every attribute of the schema', () => {
    const written = synthesizeOne(PERMISSIONS, (stack) => roleIn(stack).allow(apiIn(stack, 'Orders'), 'a'));
    const paths = [...Object.keys(written), ...Object.keys(written.permissions[0]).map((key) => `permissions.${key}`)];
    expect(paths.filter((path) => path !== 'permissions').sort()).toEqual(settablePaths(PERMISSIONS));
  });

  test('takes the identifier from the scopes, which puts the permissions after them', () => {
    expect(synthesizeOne(PERMISSIONS, (stack) => {
      roleIn(stack).allow(apiIn(stack, 'Orders', { 'read:orders': '' }), 'read:orders');
    })).toStrictEqual({
      role_id: '${auth0_role.Role_1ABCC5F0.id}',
      permissions: [{ name: 'read:orders', resource_server_identifier: ORDERS }],
    });
  });

  test('takes the identifier from the API where it has no scopes', () => {
    expect(permissionsOf((role, stack) => role.allow(apiIn(stack, 'Orders'), 'a'))).toEqual([
      { name: 'a', resource_server_identifier: '${auth0_resource_server.Orders_A9B65338.identifier}' },
    ]);
  });

  test('takes the identifier from scopes that are added later', () => {
    expect(permissionsOf((role, stack) => {
      const orders = apiIn(stack, 'Orders');
      role.allow(orders, 'late');
      orders.addScope('late');
    })).toEqual([{ name: 'late', resource_server_identifier: ORDERS }]);
  });

  test('puts the permissions of all APIs into one resource, in one order, each once', () => {
    const written = (reverse: boolean) =>
      permissionsOf((role, stack) => {
        const apis = {
          Orders: apiIn(stack, 'Orders', { a: '', b: '', B: '' }),
          Bills: apiIn(stack, 'Bills', { a: '' }),
        };
        const calls: [auth0.ResourceServer, string[]][] = [
          [apis.Orders, ['b', 'B']],
          [apis.Bills, ['a']],
          [apis.Orders, ['a', 'b']],
          [apis.Orders, []],
          [apis.Orders, ['a', 'a']],
        ];
        (reverse ? calls.reverse() : calls).forEach(([api, scopes]) => role.allow(api, ...scopes));
      });
    const bills = '${auth0_resource_server_scopes.Bills_Scopes_8A3AAAA5.resource_server_identifier}';
    expect(written(false)).toEqual([
      { name: 'a', resource_server_identifier: bills },
      { name: 'B', resource_server_identifier: ORDERS },
      { name: 'a', resource_server_identifier: ORDERS },
      { name: 'b', resource_server_identifier: ORDERS },
    ]);
    expect(written(true)).toEqual(written(false));
  });

  test('takes tokens', () => {
    expect(permissionsOf((role, stack) => {
      const text = new TerraformVariable(stack, 'token', {}).stringValue;
      role.allow(apiIn(stack, 'Orders', { a: '' }), text, `read:${text}`);
    })).toEqual(expect.arrayContaining([
      { name: '${var.token}', resource_server_identifier: ORDERS },
      { name: 'read:${var.token}', resource_server_identifier: ORDERS },
    ]));
  });

  test('leaves it to CDKTF to say what is wrong with a list of tokens that was taken apart', () => {
    const stack = stackOf();
    const { listValue } = new TerraformVariable(stack, 'scopes', { type: 'list(string)' });
    roleIn(stack).allow(apiIn(stack, 'Orders', { a: '' }), ...listValue);
    expect(foundIn(stack)).toMatch(/Found an encoded list token string in a scalar string context\./);
  });

  test('takes an API of another stack', () => {
    const stack = stackOf();
    const other = new TerraformStack(stack.node.root as any, 'other');
    const orders = apiIn(other, 'Orders', { a: '' });
    roleIn(stack).allow(orders, 'a');
    stack.prepareStack();
    expect(Object.values<any>(synthesize(stack).resource[PERMISSIONS])[0].permissions).toEqual([{
      name: 'a',
      resource_server_identifier:
        '${data.terraform_remote_state.cross-stack-reference-input-other.outputs.cross-stack-output-' +
        'auth0_resource_server_scopesOrders_Scopes_E52ACA3Cresource_server_identifier}',
    }]);
  });

  test('refuses what no permission can be, and adds nothing', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    const error = errorOf(() => role.allow(apiIn(stack, 'Orders'), 'a', '', 'b'.repeat(281)));
    expect(error.message).toBe(message(
      `permission '' must not be empty, but '' was given [role-permission-length]`,
      `permission '${'b'.repeat(60)}…' must be at most 280 characters long, but 281 were given [role-permission-length]`,
    ));
    expect(error.violations[0].path).toBe(`permissions['']`);
    expect(role.permissionsResource).toBeUndefined();
    const { message: text, stack: trace } = error;
    expect(trace.slice(trace.indexOf(text) + text.length).trim().split('\n')[0]).toContain(__filename);
  });

  test('does not judge or print tokens beside a mistake', () => {
    const stack = stackOf();
    const text = new TerraformVariable(stack, 'token', {}).stringValue;
    const error = errorOf(() => roleIn(stack).allow(apiIn(stack, 'Orders'), text, ''));
    expect(error.message).toBe(message(`permission '' must not be empty, but '' was given [role-permission-length]`));
    expect(error.stack).not.toMatch(/TfToken|var\.token/);
  });

  test.each<[string, any, string]>([
    ['nothing', undefined, 'nothing'],
    ['null', null, 'nothing'],
    ['an identifier', 'orders', 'a string'],
    ['an object', {}, 'an object'],
  ])('refuses %s for an API, with permissions or without', (_, api, kind) => {
    const text = `resourceServer must be a ResourceServer or an imported one, but ${kind} was given`;
    for (const scopes of [[], ['a'], ['a', 'b']]) {
      const error = errorOf(() => roleIn(stackOf()).allow(api, ...scopes));
      expect(error.violations).toStrictEqual([{ rule: 'wrong-type', path: 'resourceServer', message: text }]);
    }
  });

  test('refuses what is no text', () => {
    const stack = stackOf();
    expect(
      errorOf(() => roleIn(stack).allow(apiIn(stack, 'Orders'), ['a'] as any, 'a', 7 as any)).message,
    ).toBe(message(
      'permissions[0].name must be a string, but a list was given [wrong-type]',
      'permissions[2].name must be a string, but a number was given [wrong-type]',
    ));
  });

  test('refuses the thousand-and-first, across APIs, but not one of the thousand again', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    const names = Array.from({ length: 500 }, (_, index) => `scope:${index}`);
    const apis = [apiIn(stack, 'Orders'), apiIn(stack, 'Bills')];
    apis.forEach((api) => role.allow(api, ...names));
    role.allow(apis[0], ...names);
    role.allow(apis[1], 'scope:499');
    const text = message('permissions must be at most 1000 on one role, but 1001 were given [role-permissions-limit]');
    expect(errorOf(() => role.allow(apis[0], 'more', 'scope:0')).message).toBe(text);
    expect(errorOf(() => role.allow(apiIn(stack, 'Third'), 'scope:0')).message).toBe(text);
    expect(Object.values<any>(resourcesOf(stack, PERMISSIONS))[0].permissions).toHaveLength(1000);
  });
});

describe('a permission that the API does not declare', () => {
  const line = (role: string, scope: string, names: string, meant = '') =>
    `Role 'stack/${role}': scope '${scope}' is not declared by ResourceServer 'stack/Orders', ` +
    `which declares ${names}${meant && `: did you mean '${meant}'?`} [role-permission-not-on-api]`;

  test.each<[string, (stack: TerraformStack) => auth0.IRole]>([
    ['a role', (stack) => roleIn(stack)],
    ['a role by its id', (stack) => auth0.Role.fromRoleId(stack, 'Role', 'rol_1')],
    ['a role by its name', (stack) => auth0.Role.fromName(stack, 'Role', 'Clerk')],
  ])('is found at synth, for %s', (_, role) => {
    const stack = stackOf();
    const orders = apiIn(stack, 'Orders', { 'read:orders': '' });
    role(stack).allow(orders, 'raed:orders', 'read:orders', 'late', 'never');
    orders.addScope('late');
    expect(foundIn(stack)).toBe(atSynth(
      line('Role', 'raed:orders', `'late', 'read:orders'`, 'read:orders'),
      line('Role', 'never', `'late', 'read:orders'`),
    ));
  });

  test('is told for each API by itself', () => {
    const stack = stackOf();
    const role = roleIn(stack);
    role.allow(apiIn(stack, 'Orders', { a: '' }), 'a');
    role.allow(apiIn(stack, 'Bills', { 'long-name': '' }), 'a');
    expect(foundIn(stack)).toBe(atSynth(
      `Role 'stack/Role': scope 'a' is not declared by ResourceServer 'stack/Bills', which declares 'long-name' ` +
        '[role-permission-not-on-api]',
    ));
  });

  test.each<[string, (stack: TerraformStack) => auth0.IResourceServer]>([
    ['no names', (stack) => apiIn(stack, 'Orders')],
    ['a token', (stack) => apiIn(stack, 'Orders', { a: '', [new TerraformVariable(stack, 'v', {}).stringValue]: '' })],
    [
      'names that only Terraform knows',
      (stack) => new auth0.ResourceServer(stack, 'Orders', {
        identifier: 'orders', scopes: Token.asStringMap(new TerraformVariable(stack, 'v', {}).value),
      }),
    ],
    ['it elsewhere', (stack) => auth0.ResourceServer.fromIdentifier(stack, 'Orders', 'orders')],
  ])('is as good as any where the API declares %s', (_, api) => {
    const stack = stackOf();
    roleIn(stack).allow(api(stack), 'anything');
    expect(Object.values<any>(resourcesOf(stack, PERMISSIONS))[0].permissions[0].name).toBe('anything');
  });
});

describe('importFrom', () => {
  const blocks = (build: (role: auth0.Role, stack: TerraformStack) => void, props: Partial<auth0.RoleProps> = {}) => {
    const stack = stackOf();
    build(roleIn(stack, props), stack);
    return synthesize(stack).import;
  };
  const both = [
    { id: 'rol_1', to: 'auth0_role.Role_1ABCC5F0' },
    { id: 'rol_1', to: 'auth0_role_permissions.Role_Permissions_A25BF51A' },
  ];

  test('imports the role, and no permissions where it has none', () => {
    expect(blocks((role) => role.importFrom('rol_1'))).toEqual([both[0]]);
  });

  test('imports both, whatever comes first', () => {
    const orders = (stack: TerraformStack) => apiIn(stack, 'Orders');
    expect(blocks((role, stack) => {
      role.allow(orders(stack), 'a');
      role.importFrom('rol_1');
    })).toEqual(both);
    expect(blocks((role, stack) => {
      role.importFrom('rol_1');
      role.allow(orders(stack), 'a');
      role.allow(apiIn(stack, 'Bills'), 'a');
    })).toEqual(both);
  });

  test('heeds the provider, and the last id', () => {
    const stack = stackOf();
    const role = roleIn(stack, { provider: new auth0.Auth0Provider(stack, 'other', { alias: 'other' }) });
    role.allow(apiIn(stack, 'Orders'), 'a');
    role.importFrom('rol_0');
    role.importFrom('rol_1');
    expect(synthesize(stack).import).toEqual(both.map((block) => ({ ...block, provider: 'auth0.other' })));
  });
});

describe('a role that exists', () => {
  const permissions = (build: (stack: TerraformStack) => void) =>
    Object.values(resourcesOf(stackOf(build), PERMISSION));

  test('by its id is not looked up, and its permissions are added one by one', () => {
    const stack = stackOf();
    const role = auth0.Role.fromRoleId(stack, 'Role', 'rol_1');
    role.allow(apiIn(stack, 'Orders', { a: '', b: '' }), 'b', 'a');
    expect(role.roleId).toBe('rol_1');
    const { data, resource } = synthesize(stack);
    expect(data).toBeUndefined();
    expect(Object.values(resource[PERMISSION])).toEqual([
      { role_id: 'rol_1', permission: 'a', resource_server_identifier: ORDERS },
      { role_id: 'rol_1', permission: 'b', resource_server_identifier: ORDERS },
    ]);
    expect(Object.keys(resource[PERMISSION])).toEqual([
      'Role_Permission-Orders-a_98694FFA', 'Role_Permission-Orders-b_9CD4C6A1',
    ]);
    expect(resource).not.toHaveProperty(PERMISSIONS);
    expect(resource).not.toHaveProperty(ROLE);
  });

  test('by its name is looked up, without its users and permissions', () => {
    const stack = stackOf();
    const role = auth0.Role.fromName(stack, 'Role', 'Clerk');
    role.allow(apiIn(stack, 'Orders', { a: '' }), 'a');
    const { data, resource } = synthesize(stack);
    expect(data).toEqual({
      auth0_role: { Role_1ABCC5F0: { name: 'Clerk', skip_users: true, skip_permissions: true } },
    });
    expect(Object.values(resource[PERMISSION])).toEqual([
      { role_id: '${data.auth0_role.Role_1ABCC5F0.id}', permission: 'a', resource_server_identifier: ORDERS },
    ]);
  });

  test.each<[any, string]>([
    [undefined, 'name is required, but was not given [role-name-required]'],
    ['', `name must not be empty, but '' was given [role-name-required]`],
    [7, 'name must be a string, but a number was given [wrong-type]'],
  ])('by its name is refused where that is %j', (name, text) => {
    const stack = stackOf();
    expect(errorOf(() => auth0.Role.fromName(stack, 'Role', name)).message).toBe(message(text));
    expect(stack.node.tryFindChild('Role')).toBeUndefined();
  });

  test('has a way in for every attribute of the schema', () => {
    const written = synthesizeOne(PERMISSION, (stack) => {
      auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(apiIn(stack, 'Orders'), 'a');
    });
    expect(Object.keys(written).sort()).toEqual(settablePaths(PERMISSION));
  });

  test('without permissions writes nothing', () => {
    const stack = stackOf();
    auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(apiIn(stack, 'Orders'));
    expect(Object.keys(synthesize(stack).resource)).toEqual(['auth0_resource_server']);
  });

  test('takes the identifier from scopes that are added later', () => {
    expect(permissions((stack) => {
      const orders = apiIn(stack, 'Orders');
      auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(orders, 'late');
      orders.addScope('late');
    })).toEqual([{ role_id: 'rol_1', permission: 'late', resource_server_identifier: ORDERS }]);
  });

  test('takes a permission once, also one that is a token', () => {
    expect(permissions((stack) => {
      const role = auth0.Role.fromRoleId(stack, 'Role', 'rol_1');
      const orders = apiIn(stack, 'Orders', { a: '' });
      const variable = new TerraformVariable(stack, 'token', {});
      role.allow(orders, 'a', 'a', variable.stringValue);
      role.allow(orders, 'a', variable.stringValue);
    })).toEqual([
      { role_id: 'rol_1', permission: 'a', resource_server_identifier: ORDERS },
      { role_id: 'rol_1', permission: '${var.token}', resource_server_identifier: ORDERS },
    ]);
  });

  test('tells permissions apart whose ids would be the same', () => {
    expect(permissions((stack) => {
      const role = auth0.Role.fromRoleId(stack, 'Role', 'rol_1');
      role.allow(apiIn(stack, 'Api'), 'a/b', 'a--b', 'a b', 'a_b', 'x-y');
      role.allow(apiIn(stack, 'Api-x'), 'y');
    })).toHaveLength(6);
  });

  test('has addresses that do not name the stack', () => {
    const addresses = (name: string) => {
      const stack = new TerraformStack(stackOf().node.root as any, name);
      new auth0.Auth0Provider(stack, 'auth0');
      auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(apiIn(stack, 'Orders'), 'a');
      return Object.keys(resourcesOf(stack, PERMISSION));
    };
    expect(addresses('one')).toEqual(['Role_Permission-Orders-a_98694FFA']);
    expect(addresses('two')).toEqual(addresses('one'));
  });

  test('has addresses that do not change with the order', () => {
    const addresses = (...scopes: string[]) => Object.keys(resourcesOf(stackOf((stack) => {
      auth0.Role.fromRoleId(stack, 'Role', 'rol_1').allow(apiIn(stack, 'Orders'), ...scopes);
    }), PERMISSION));
    const before = addresses('b', 'c');
    expect(before).toHaveLength(2);
    expect(addresses('a', 'c', 'b')).toEqual(expect.arrayContaining(before));
  });

  test('refuses what no permission and no API can be', () => {
    const stack = stackOf();
    const role = auth0.Role.fromRoleId(stack, 'Role', 'rol_1');
    expect(errorOf(() => role.allow(apiIn(stack, 'Orders'), 'a', '')).message).toBe(
      message(`permission '' must not be empty, but '' was given [role-permission-length]`),
    );
    expect(errorOf(() => role.allow('orders' as any, 'a')).message).toBe(
      message('resourceServer must be a ResourceServer or an imported one, but a string was given [wrong-type]'),
    );
    expect(role.node.children).toEqual([]);
  });
});
