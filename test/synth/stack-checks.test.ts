import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, TerraformIterator, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import * as auth0 from '../../lib';
import { stackOf, synthesize, warningsOf } from '../support/synth';

const { clientGrant, role, rolePermission, rolePermissions } = auth0.bindings;
const { resourceServer, resourceServerScope, resourceServerScopes } = auth0.bindings;
const IDENTIFIER = 'https://api.example.com';

/** An API with an identifier and nothing else that is not asked for. */
function apiIn(
  stack: TerraformStack,
  id = 'Api',
  props: Partial<auth0.ResourceServerProps> = {},
): auth0.ResourceServer {
  return new auth0.ResourceServer(stack, id, { identifier: IDENTIFIER, safeDefaults: false, ...props });
}

/** What is found when the stack that `build` makes is synthesized: errors, or else warnings. */
function found(build: (stack: TerraformStack) => void): { errors: string[]; warnings: string[] } {
  const stack = stackOf(build);
  try {
    synthesize(stack);
  } catch (error) {
    return { errors: linesOf(error as Error), warnings: warningsOf(stack) };
  }
  return { errors: [], warnings: warningsOf(stack) };
}

/** The findings in what CDKTF throws. */
function linesOf({ message }: Error): string[] {
  const [first, ...lines] = message.split('\n');
  expect(first).toBe('Validation failed with the following errors:');
  return lines.filter((line) => line.startsWith('  ')).map((line) => line.trim().replace(/^\[stack\] /, ''));
}

const nothing = { errors: [], warnings: [] };
const errors = (...lines: string[]) => ({ errors: lines, warnings: [] });
const warnings = (...lines: string[]) => ({ errors: [], warnings: lines });

describe('two APIs with one identifier', () => {
  const clash = (path: string, first: string, identifier = IDENTIFIER) =>
    errors(`'stack/${path}' has the same identifier as 'stack/${first}': '${identifier}' [identifier-unique]`);

  test('are refused', () => {
    expect(found((stack) => {
      apiIn(stack, 'A', { scopes: { a: '' } });
      apiIn(stack, 'B');
    })).toEqual(clash('B', 'A'));
  });

  test('are refused where one is an L1', () => {
    expect(found((stack) => {
      new resourceServer.ResourceServer(stack, 'Raw', { identifier: IDENTIFIER });
      apiIn(stack);
    })).toEqual(clash('Api', 'Raw'));
  });

  test('are refused where it is the same reference', () => {
    expect(found((stack) => {
      const variable = new TerraformVariable(stack, 'api', {});
      apiIn(stack, 'A', { identifier: variable.stringValue });
      apiIn(stack, 'B', { identifier: `${variable.stringValue}` });
      apiIn(stack, 'C', { identifier: `${variable.stringValue}/c` });
    })).toEqual(clash('B', 'A', '${var.api}'));
  });

  test('are fine with two providers', () => {
    expect(found((stack) => {
      const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
      apiIn(stack, 'A');
      apiIn(stack, 'B', { provider });
    })).toEqual(nothing);
  });

  test('are fine with two other providers', () => {
    expect(found((stack) => {
      for (const alias of ['a', 'b']) {
        apiIn(stack, alias, { provider: new auth0.Auth0Provider(stack, `provider-${alias}`, { alias }) });
      }
    })).toEqual(nothing);
  });

  test('are refused with one other provider', () => {
    expect(found((stack) => {
      const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
      apiIn(stack, 'A', { provider });
      apiIn(stack, 'B', { provider });
    })).toEqual(clash('B', 'A'));
  });

  test('are fine in two stacks', () => {
    const stack = stackOf((first) => apiIn(first));
    apiIn(new TerraformStack(stack.node.root as any, 'other'));
    synthesize(stack);
  });

  test('are fine where each instance has another', () => {
    expect(found((stack) => {
      for (const id of ['A', 'B']) {
        const list = new TerraformVariable(stack, `list-${id}`, { type: 'list(string)' });
        const each = TerraformIterator.fromList(list.listValue);
        apiIn(stack, id, { identifier: `${each.value}` }).resource.forEach = each;
      }
    })).toEqual(nothing);
  });

  test('that differ by a slash at the end are warned of', () => {
    expect(found((stack) => {
      apiIn(stack, 'A');
      apiIn(stack, 'B', { identifier: `${IDENTIFIER}/` });
    })).toEqual(warnings(
      "'stack/B' means another API than 'stack/A', since the two identifiers differ by a slash at the end " +
      '[identifier-slash-twins]',
    ));
  });

  test('are called by their constructs, wherever those are', () => {
    expect(found((stack) => {
      apiIn(apiIn(stack, 'A') as any, 'Within');
    })).toEqual(clash('A/Within', 'A'));
  });
});

describe('the scopes of one API', () => {
  const mixed = (path: string, owner: string) =>
    errors(
      `'stack/${path}' manages one scope of an API whose scopes 'stack/${owner}' manages as a whole: put it there ` +
      '[scopes-mixed-resources]',
    );
  const twoOwners = (path: string, owner: string) =>
    errors(
      `'stack/${path}' owns the scopes of an API that 'stack/${owner}' owns as well: put them into one ` +
      '[scopes-two-owners]',
    );

  test.each<[string, (api: auth0.ResourceServer) => string]>([
    ['its identifier', () => IDENTIFIER],
    ['a reference to it', ({ identifier }) => identifier],
    ['its audience', ({ audience }) => audience],
    ['a reference to its L1', ({ resource }) => resource.identifier],
  ])('are refused singly beside a whole, told by %s', (_, identifier) => {
    expect(found((stack) => {
      const resourceServerIdentifier = identifier(apiIn(stack, 'Api', { scopes: { a: '' } }));
      new resourceServerScope.ResourceServerScope(stack, 'Single', { resourceServerIdentifier, scope: 'b' });
    })).toEqual(mixed('Single', 'Api'));
  });

  test('are refused twice as a whole', () => {
    expect(found((stack) => {
      const { identifier } = apiIn(stack, 'Api', { scopes: { a: '' } });
      new resourceServerScopes.ResourceServerScopes(stack, 'Whole', {
        resourceServerIdentifier: identifier, scopes: [{ name: 'b' }],
      });
    })).toEqual(twoOwners('Whole', 'Api'));
  });

  test('are told by a reference to an API whose identifier is a token', () => {
    expect(found((stack) => {
      const identifier = new TerraformVariable(stack, 'api', {}).stringValue;
      const api = apiIn(stack, 'Api', { identifier, scopes: { a: '' } });
      new resourceServerScope.ResourceServerScope(stack, 'Single', {
        resourceServerIdentifier: api.resource.identifier, scope: 'b',
      });
    })).toEqual(mixed('Single', 'Api'));
  });

  test('are told by a reference to an API that is looked up', () => {
    expect(found((stack) => {
      const api = auth0.ResourceServer.fromIdentifier(stack, 'Api', IDENTIFIER);
      for (const [id, resourceServerIdentifier] of Object.entries({ A: api.identifier, B: IDENTIFIER })) {
        new resourceServerScopes.ResourceServerScopes(stack, id, { resourceServerIdentifier, scopes: [{ name: 'a' }] });
      }
      new auth0.Role(stack, 'Role', { name: 'a' });
    })).toEqual(twoOwners('B', 'A'));
  });

  test('are fine singly, beside an API without scopes', () => {
    expect(found((stack) => {
      const { identifier } = apiIn(stack);
      for (const scope of ['a', 'b']) {
        new resourceServerScope.ResourceServerScope(stack, scope, { resourceServerIdentifier: identifier, scope });
      }
    })).toEqual(nothing);
  });

  test('are fine for two APIs, and for two providers', () => {
    expect(found((stack) => {
      apiIn(stack, 'A', { scopes: { a: '' } });
      const b = apiIn(stack, 'B', { identifier: 'b' });
      const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
      new resourceServerScope.ResourceServerScope(
        stack, 'Single', { resourceServerIdentifier: b.identifier, scope: 'b' },
      );
      new resourceServerScope.ResourceServerScope(stack, 'Other', {
        resourceServerIdentifier: IDENTIFIER, scope: 'b', provider,
      });
    })).toEqual(nothing);
  });

  test.each(['B', undefined])('are refused with two descriptions of one, A and %s', (description) => {
    expect(found((stack) => {
      const resourceServerIdentifier = apiIn(stack).identifier;
      const scope = { resourceServerIdentifier, scope: 'read' };
      new resourceServerScope.ResourceServerScope(stack, 'A', { ...scope, description: 'A' });
      new resourceServerScope.ResourceServerScope(stack, 'B', { ...scope, description });
    })).toEqual(errors(`'stack/B' describes the scope 'read' otherwise than 'stack/A' does [scope-name-duplicate]`));
  });
});

describe('the id where the identifier is wanted', () => {
  const byId = (rule: string) =>
    errors(`'stack/Raw' must refer to its API by the identifier, but the id was given [${rule}]`);

  test.each<[string, (api: auth0.ResourceServer) => string]>([
    ['of the construct', (api) => api.resourceServerId],
    ['of the L1', (api) => api.resource.id],
  ])('is refused: %s', (_, idOf) => {
    expect(found((stack) => {
      new resourceServerScopes.ResourceServerScopes(stack, 'Raw', {
        resourceServerIdentifier: idOf(apiIn(stack)), scopes: [{ name: 'a' }],
      });
    })).toEqual(byId('scopes-by-id-not-identifier'));
    expect(found((stack) => {
      new resourceServerScope.ResourceServerScope(
        stack, 'Raw', { resourceServerIdentifier: idOf(apiIn(stack)), scope: 'a' },
      );
    })).toEqual(byId('scopes-by-id-not-identifier'));
    expect(found((stack) => {
      new clientGrant.ClientGrant(stack, 'Raw', { audience: idOf(apiIn(stack)), clientId: 'worker', scopes: [] });
    })).toEqual(byId('audience-not-id'));
    expect(found((stack) => {
      new rolePermissions.RolePermissions(stack, 'Raw', {
        roleId: 'rol_1', permissions: [{ name: 'a', resourceServerIdentifier: idOf(apiIn(stack)) }],
      });
    })).toEqual(byId('role-permission-by-id'));
    expect(found((stack) => {
      new rolePermission.RolePermission(stack, 'Raw', {
        roleId: 'rol_1', permission: 'a', resourceServerIdentifier: idOf(apiIn(stack)),
      });
    })).toEqual(byId('role-permission-by-id'));
  });

  test('is refused: of an API that is looked up', () => {
    expect(found((stack) => {
      const api = auth0.ResourceServer.fromIdentifier(stack, 'Api', IDENTIFIER);
      new clientGrant.ClientGrant(stack, 'Raw', { audience: api.resourceServerId, clientId: 'worker', scopes: [] });
      new auth0.Role(stack, 'Role', { name: 'a' });
    })).toEqual(byId('audience-not-id'));
  });

  test('is refused: in the attributes of an API', () => {
    expect(found((stack) => {
      const api = apiIn(stack);
      auth0.ResourceServer.fromAttributes(stack, 'Same', { identifier: api.resourceServerId }).grant('worker', []);
    })).toEqual(errors(
      "'stack/Same/Grant-worker' must refer to its API by the identifier, but the id was given [audience-not-id]",
    ));
  });

  test('is not the identifier', () => {
    expect(found((stack) => {
      const api = apiIn(stack);
      new clientGrant.ClientGrant(stack, 'Raw', { audience: api.resource.identifier, clientId: 'worker', scopes: [] });
    })).toEqual(nothing);
  });
});

describe('two grants for one client and API', () => {
  const same = (path: string, first: string) =>
    warnings(`'stack/${path}' repeats the grant 'stack/${first}' [duplicate-tuple]`);
  const differing = (path: string, first: string) =>
    errors(
      `'stack/${path}' grants the same application access to the same API as 'stack/${first}', but with other settings: ` +
      'make it one grant [duplicate-tuple]',
    );

  test('are warned of where they are the same, whatever the order of their scopes', () => {
    expect(found((stack) => {
      const api = apiIn(stack);
      api.grant('worker', ['a', 'b']);
      api.grant('worker', ['b', 'a'], { subjectType: auth0.SubjectType.CLIENT });
    })).toEqual(same('Api/Grant-worker-client', 'Api/Grant-worker'));
  });

  test('are refused where they differ', () => {
    expect(found((stack) => {
      const api = apiIn(stack);
      api.grant('worker', ['a']);
      api.grant('worker', ['b']);
    })).toEqual(differing('Api/Grant-worker-2', 'Api/Grant-worker'));
  });

  test.each<[string, auth0.ClientGrantOptions]>([
    ['organizations', { organizationUsage: auth0.OrganizationUsage.ALLOW }],
    ['any organization', { organizationUsage: auth0.OrganizationUsage.ALLOW, allowAnyOrganization: true }],
  ])('are refused where they differ in %s', (_, options) => {
    expect(found((stack) => {
      const api = apiIn(stack);
      api.grant('worker', ['a']);
      api.grant('worker', ['a'], options);
    })).toEqual(differing('Api/Grant-worker-2', 'Api/Grant-worker'));
  });

  test('are the same where one writes what the other leaves out', () => {
    expect(found((stack) => {
      const api = apiIn(stack);
      api.grant('worker', ['a']);
      api.grant('worker', ['a'], { organizationUsage: auth0.OrganizationUsage.DENY, allowAnyOrganization: false });
    })).toEqual(same('Api/Grant-worker-2', 'Api/Grant-worker'));
  });

  test('are the same or not in all scopes, and in the types of rich authorization requests', () => {
    const forUsers = { scopes: [], subjectType: auth0.SubjectType.USER };
    const two = (first: object, second: object) => found((stack) => {
      const api = apiIn(stack);
      for (const [id, props] of Object.entries({ A: first, B: second })) {
        new auth0.ClientGrant(stack, id, { resourceServer: api, clientId: 'worker', scopes: [], ...props });
      }
    });
    expect(two({ allowAllScopes: false }, {})).toEqual(same('B', 'A'));
    expect(two({ allowAllScopes: true }, {})).toEqual(differing('B', 'A'));
    expect(two({ ...forUsers, authorizationDetailsTypes: [] }, forUsers)).toEqual(same('B', 'A'));
    expect(two({ ...forUsers, authorizationDetailsTypes: ['payment'] }, forUsers)).toEqual(differing('B', 'A'));
  });

  test.each<[string, (api: auth0.ResourceServer) => string]>([
    ['its identifier', () => IDENTIFIER],
    ['a reference to it', ({ identifier }) => identifier],
    ['its audience', ({ audience }) => audience],
  ])('are found where one is an L1, which names the API by %s', (_, audience) => {
    const raw = (scopes: string[]) => found((stack) => {
      const worker = new auth0.bindings.client.Client(stack, 'Worker', { name: 'worker' });
      const api = apiIn(stack, 'Api', { scopes: { a: '', b: '' } });
      new clientGrant.ClientGrant(stack, 'Raw', { audience: audience(api), clientId: worker.clientId, scopes });
      api.grant(worker.clientId, ['a', 'b']);
    });
    expect(raw(['a'])).toEqual(differing('Raw', 'Api/Grant-Worker'));
    expect(raw(['a', 'b'])).toEqual(same('Raw', 'Api/Grant-Worker'));
  });

  test('are the same where they have the same tokens', () => {
    expect(found((stack) => {
      const variable = new TerraformVariable(stack, 'token', {});
      const described = auth0.ResourceServer.fromAttributes(stack, 'Same', { identifier: IDENTIFIER });
      for (const id of ['A', 'B']) {
        new auth0.ClientGrant(stack, id, {
          resourceServer: id === 'A' ? apiIn(stack) : described,
          clientId: variable.stringValue,
          scopes: [`read:${variable.stringValue}`],
          organizationUsage: auth0.OrganizationUsage.ALLOW,
          allowAnyOrganization: variable.booleanValue,
        });
      }
    })).toEqual(same('B', 'A'));
  });

  test('are refused where they have other tokens', () => {
    expect(found((stack) => {
      const api = apiIn(stack);
      for (const id of ['a', 'b']) {
        api.grant('worker', [new TerraformVariable(stack, id, {}).stringValue]);
      }
    })).toEqual(differing('Api/Grant-worker-2', 'Api/Grant-worker'));
  });

  test.each<[string, (api: auth0.ResourceServer, stack: TerraformStack) => void]>([
    ['for users', (api) => api.grant('worker', ['b'], { subjectType: auth0.SubjectType.USER })],
    ['for another client', (api) => api.grant('other', ['b'])],
    ['on another API', (_, stack) => apiIn(stack, 'B', { identifier: 'b' }).grant('worker', ['b'])],
    ['for third-party clients', (api) => api.grantThirdPartyClients(['b'])],
    ['in another stack', (api, stack) => {
      const other = new TerraformStack(stack.node.root as any, 'other');
      new auth0.ClientGrant(other, 'Grant', { resourceServer: api, clientId: 'worker', scopes: ['b'] });
    }],
    ['with another provider', (api, stack) => {
      api.grant('worker', ['b'], { provider: new auth0.Auth0Provider(stack, 'other', { alias: 'other' }) });
    }],
  ])('are fine %s', (_, second) => {
    expect(found((stack) => {
      const api = apiIn(stack);
      api.grant('worker', ['a']);
      second(api, stack);
    })).toEqual(nothing);
  });

  test('are fine where each instance is for another client', () => {
    expect(found((stack) => {
      const api = apiIn(stack);
      for (const id of ['A', 'B']) {
        const each = TerraformIterator.fromList(
          new TerraformVariable(stack, id.toLowerCase(), { type: 'list(string)' }).listValue,
        );
        new auth0.ClientGrant(
          stack, id, { resourceServer: api, clientId: `${each.value}`, scopes: [id] },
        ).resource.forEach = each;
      }
    })).toEqual(nothing);
  });

  test('are refused by default, even the same', () => {
    expect(found((stack) => {
      const api = apiIn(stack);
      api.grantThirdPartyClients(['a']);
      api.grantThirdPartyClients(['a']);
      api.grantThirdPartyClients(['a'], { subjectType: auth0.SubjectType.USER });
    })).toEqual(errors(
      "'stack/Api/Grant-third_party_clients-2' is a second default grant beside 'stack/Api/Grant-third_party_clients', " +
      'for the same API and subject type [default-for-duplicate]',
    ));
  });

  test('whose audience differs from an API by a slash at the end are warned of', () => {
    expect(found((stack) => {
      apiIn(stack);
      new clientGrant.ClientGrant(stack, 'Raw', { audience: `${IDENTIFIER}/`, clientId: 'worker', scopes: [] });
    })).toEqual(warnings(
      "'stack/Raw' means another API than 'stack/Api', since the two identifiers differ by a slash at the end " +
      '[identifier-slash-twins]',
    ));
  });
});

describe('roles', () => {
  test('with one name are refused, L1 included', () => {
    expect(found((stack) => {
      new auth0.Role(stack, 'A', { name: 'Clerk' });
      new auth0.Role(stack, 'B', { name: 'clerk' });
      new role.Role(stack, 'Raw', { name: 'Clerk' });
    })).toEqual(errors("'stack/Raw' has the same name as 'stack/A': 'Clerk' [role-name-unique]"));
  });

  test('with permissions as a whole and one by one are refused', () => {
    let single = '';
    const { errors: lines } = found((stack) => {
      const api = apiIn(stack);
      const clerk = new auth0.Role(stack, 'Clerk', { name: 'Clerk' });
      clerk.allow(api, 'a');
      new rolePermission.RolePermission(stack, 'Raw', {
        roleId: clerk.roleId, permission: 'b', resourceServerIdentifier: api.identifier,
      });
      const same = auth0.Role.fromRoleId(stack, 'Same', clerk.resource.id);
      same.allow(api, 'c');
      single = same.node.children[0].node.path;
    });
    expect(lines).toEqual([
      "'stack/Raw' manages one permission of a role whose permissions 'stack/Clerk' manages as a whole: put it there " +
        '[role-permissions-mixed]',
      `'${single}' manages one permission of a role whose permissions 'stack/Clerk' manages as a whole: put it there ` +
        '[role-permissions-mixed]',
    ]);
  });

  test('with permissions in two wholes are refused', () => {
    expect(found((stack) => {
      const api = apiIn(stack);
      const clerk = new auth0.Role(stack, 'Clerk', { name: 'Clerk' });
      clerk.allow(api, 'a');
      new rolePermissions.RolePermissions(stack, 'Raw', {
        roleId: clerk.roleId, permissions: [{ name: 'b', resourceServerIdentifier: api.identifier }],
      });
    })).toEqual(errors(
      "'stack/Raw' owns the permissions of a role that 'stack/Clerk' owns as well: put them into one [role-permissions-mixed]",
    ));
  });

  test('with permissions one by one, from two places, are fine', () => {
    expect(found((stack) => {
      const api = apiIn(stack);
      auth0.Role.fromRoleId(stack, 'A', 'rol_1').allow(api, 'a');
      auth0.Role.fromRoleId(stack, 'B', 'rol_1').allow(api, 'b');
    })).toEqual(nothing);
  });
});

test('everything is found at once', () => {
  expect(found((stack) => {
    const api = apiIn(stack, 'Api', { scopes: { a: '' } });
    api.grant('worker', ['x']);
    api.grant('worker', ['a']);
    apiIn(stack, 'Second');
    new auth0.Role(stack, 'Role', { name: 'a' }).allow(api, 'y');
  }).errors).toEqual([
    "'stack/Second' has the same identifier as 'stack/Api': 'https://api.example.com' [identifier-unique]",
    "'stack/Api/Grant-worker-2' grants the same application access to the same API as 'stack/Api/Grant-worker', but with " +
      'other settings: make it one grant [duplicate-tuple]',
    "ClientGrant 'stack/Api/Grant-worker': scope 'x' is not declared by ResourceServer 'stack/Api', which declares 'a': " +
      "did you mean 'a'? [scope-not-on-api]",
    "Role 'stack/Role': scope 'y' is not declared by ResourceServer 'stack/Api', which declares 'a': did you mean 'a'? " +
      '[role-permission-not-on-api]',
  ]);
});

test('a second synth finds the same, and leaves no warning twice', () => {
  const stack = stackOf((own) => {
    const api = apiIn(own);
    api.grant('worker', ['a']);
    api.grant('worker', ['a']);
    apiIn(own, 'Slash', { identifier: `${IDENTIFIER}/` });
  });
  const first = Testing.synth(stack, true);
  const left = warningsOf(stack);
  expect(left).toEqual([
    "'stack/Slash' means another API than 'stack/Api', since the two identifiers differ by a slash at the end " +
      '[identifier-slash-twins]',
    "'stack/Api/Grant-worker-2' repeats the grant 'stack/Api/Grant-worker' [duplicate-tuple]",
  ]);
  expect(Testing.synth(stack, true)).toBe(first);
  expect(warningsOf(stack)).toEqual(left);
});

test('nothing is found in a stack without anything of this library', () => {
  const stack = stackOf();
  for (const id of ['A', 'B']) {
    new resourceServer.ResourceServer(stack, id, { identifier: IDENTIFIER });
  }
  synthesize(stack);
});

describe('an app of several stacks', () => {
  let outdir: string;
  beforeEach(() => (outdir = mkdtempSync(join(tmpdir(), 'synth-'))));
  afterEach(() => rmSync(outdir, { recursive: true }));

  /** An app of stacks of these names. */
  function appOf(stacks: Record<string, (stack: TerraformStack) => void>, options: object = {}): App {
    const app = new App({ outdir, ...options });
    for (const [name, build] of Object.entries(stacks)) {
      const stack = new TerraformStack(app, name);
      new auth0.Auth0Provider(stack, 'auth0');
      build(stack);
    }
    return app;
  }

  /** Every file that has been written. */
  function written(): string[] {
    const entries = readdirSync(outdir, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  const wrong = (stack: TerraformStack) => {
    apiIn(stack, 'A', { scopes: { a: '' } }).grant('worker', ['x']);
    apiIn(stack, 'B');
  };

  test.each<[string, Record<string, (stack: TerraformStack) => void>]>([
    ['the first stack', { wrong1: wrong, right: () => {}, wrong2: wrong }],
    ['later stacks', { right: (stack) => apiIn(stack), wrong1: wrong, wrong2: wrong }],
    ['stacks after one without anything of this library', { right: () => {}, wrong1: wrong, wrong2: wrong }],
  ])('is refused with the mistakes of all of them, and nothing has been written: %s', (_, stacks) => {
    const app = appOf(stacks);
    const [first] = Object.keys(stacks);
    expect(() => app.synth()).toThrow(new Error([
      'Validation failed with the following errors:',
      ...['wrong1', 'wrong2'].flatMap((name) => [
        `  [${first}] '${name}/B' has the same identifier as '${name}/A': '${IDENTIFIER}' [identifier-unique]`,
        `  [${first}] ClientGrant '${name}/A/Grant-worker': scope 'x' is not declared by ResourceServer '${name}/A', ` +
          "which declares 'a': did you mean 'a'? [scope-not-on-api]",
      ]),
      '',
      "If you wish to ignore these validations, pass 'skipValidation: true' to your App configuration.",
      '',
    ].join('\n')));
    expect(written()).toEqual([]);
  });

  test('is written where nothing is wrong, each warning once', () => {
    const repeated = (stack: TerraformStack) => {
      const api = apiIn(stack);
      api.grant('worker', ['a']);
      api.grant('worker', ['a']);
    };
    const app = appOf({ one: repeated, two: repeated, three: (stack) => apiIn(stack) });
    app.synth();
    expect(written().sort()).toEqual(['cdk.tf.json', 'cdk.tf.json', 'cdk.tf.json', 'manifest.json']);
    const { stacks } = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8'));
    const annotations = Object.values<any>(stacks).flatMap((stack) => stack.annotations);
    expect(annotations.map(({ constructPath, level, message }) => [constructPath, level, message])).toEqual(
      ['one', 'two'].map((name) => [
        name, '@cdktf/warn', `'${name}/Api/Grant-worker-2' repeats the grant '${name}/Api/Grant-worker' [duplicate-tuple]`,
      ]),
    );
  });

  test('is written where validation is switched off', () => {
    appOf({ wrong }, { skipValidation: true }).synth();
    expect(existsSync(join(outdir, 'stacks/wrong/cdk.tf.json'))).toBe(true);
  });

  test('has each stack judged by itself where it alone is synthesized', () => {
    const app = appOf({ right: (stack) => apiIn(stack), wrong });
    expect(() => Testing.synth(app.node.findChild('wrong') as TerraformStack, true)).toThrow(
      "[wrong] 'wrong/B' has the same identifier as 'wrong/A'",
    );
  });
});
