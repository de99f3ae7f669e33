import { Aspects, TerraformStack, Testing } from 'cdktf';
import * as auth0 from '../../lib';
import { API, apiIn, apiNamed, GRANT, IDENTIFIER, PERMISSION, PERMISSIONS, SCOPES } from '../support/apis';
import { errors, foundIn, NOTHING, warnings } from '../support/checks';
import { resourcesOf, stackBeside, stackOf, synthesize } from '../support/synth';

const {
  clientGrant, dataAuth0ResourceServer, dataAuth0Role, resourceServerScope, resourceServerScopes, rolePermissions, userPermission,
} = auth0.bindings;

const SCOPE = 'auth0_resource_server_scope';
const single = (stack: TerraformStack, scope: string, resourceServerIdentifier: string, id = scope) =>
  new resourceServerScope.ResourceServerScope(stack, id, { resourceServerIdentifier, scope });
const list = (stack: TerraformStack, resourceServerIdentifier: string) =>
  new resourceServerScopes.ResourceServerScopes(stack, 'List', { resourceServerIdentifier, scopes: [{ name: 'read' }] });
const described = (stack: TerraformStack, identifier = IDENTIFIER) => auth0.ResourceServer.fromAttributes(stack, 'Described', { identifier });
const roleIn = (stack: TerraformStack) => new auth0.Role(stack, 'Role', { name: 'Clerk' });
const withScopes = (stack: TerraformStack) => apiIn(stack, { scopes: { read: 'Read', write: 'Write' } });

/** What the resources of a type depend on, without the hashes in the addresses. */
function dependenciesOf(stack: TerraformStack, type: string): unknown[] {
  return Object.values(resourcesOf(stack, type)).map(({ depends_on: all }) => all?.map((one: string) => one.replace(/_[0-9A-F]{8}$/, '')));
}

describe('grants and permissions wait for scopes that bindings manage', () => {
  const useAll = (stack: TerraformStack, api: auth0.IResourceServer) => {
    roleIn(stack).allow(api, ['read']);
    auth0.Role.fromRoleId(stack, 'Given', 'rol_1').allow(api, ['read']);
    api.grant('worker', ['read']);
  };
  const expectAfter = (stack: TerraformStack, ...addresses: string[]) =>
    expect([PERMISSIONS, PERMISSION, GRANT].map((type) => dependenciesOf(stack, type))).toEqual([[addresses], [addresses], [addresses]]);

  test.each<[string, (api: auth0.ResourceServer) => string]>([
    ['a reference', ({ identifier }) => identifier],
    ['its audience', ({ audience }) => audience],
  ])('one by one, for the API by %s', (_, of) => {
    expectAfter(stackOf((stack) => {
      const api = apiIn(stack);
      single(stack, 'read', of(api));
      single(stack, 'write', of(api));
      useAll(stack, api);
    }), `${SCOPE}.read`);
  });

  test('as a list, and if it is made after them', () => {
    expectAfter(stackOf((stack) => {
      const api = apiIn(stack);
      useAll(stack, api);
      list(stack, api.identifier);
    }), `${SCOPES}.List`);
  });

  test('for an API of the bindings, one that is looked up and one of which there is only the text', () => {
    const raw = (stack: TerraformStack) => new auth0.bindings.resourceServer.ResourceServer(stack, 'Raw', { identifier: IDENTIFIER });
    for (const existing of [
      (stack: TerraformStack) => described(stack, raw(stack).identifier),
      (stack: TerraformStack) => auth0.ResourceServer.fromIdentifier(stack, 'Looked', IDENTIFIER),
      (stack: TerraformStack) => described(stack),
    ]) {
      expectAfter(stackOf((stack) => {
        const api = existing(stack);
        single(stack, 'read', api.identifier);
        useAll(stack, api);
      }), `${SCOPE}.read`);
    }
  });

  test('also those of another stack, if its scopes are here', () => {
    const stack = stackOf();
    const other = stackBeside(stack);
    new auth0.Auth0Provider(other, 'auth0');
    const api = apiIn(stack);
    single(other, 'read', api.identifier);
    roleIn(other).allow(api, ['read']);
    expect(dependenciesOf(other, PERMISSIONS)).toEqual([[`${SCOPE}.read`]]);
  });

  test('without validations, twice, and with what an Aspect adds', () => {
    const stack = stackOf((own) => {
      const api = apiIn(own);
      list(own, api.identifier);
      roleIn(own).allow(api, ['read']);
    });
    const first = Testing.synth(stack);
    expect(JSON.parse(first).resource[PERMISSIONS]).toMatchObject({ [Object.keys(JSON.parse(first).resource[PERMISSIONS])[0]]: { depends_on: [`${SCOPES}.List`] } });
    expect(Testing.synth(stack, true)).toBe(first);

    const late = stackOf((own) => {
      const api = apiIn(own);
      const role = roleIn(own);
      role.allow(api, ['read']);
      Aspects.of(role).add({ visit: (one) => one === role && !own.node.tryFindChild('read') && single(own, 'read', api.identifier) });
    });
    expect(dependenciesOf(late, PERMISSIONS)).toEqual([[`${SCOPE}.read`]]);
  });

  test('but not for scopes that they do not use, or of another API', () => {
    const stack = stackOf((own) => {
      const api = apiIn(own);
      single(own, 'write', api.identifier);
      single(own, 'read', apiNamed(own, 'Other', { identifier: 'other' }).identifier);
      useAll(own, api);
    });
    expect([PERMISSIONS, PERMISSION, GRANT].map((type) => dependenciesOf(stack, type))).toEqual([[undefined], [undefined], [undefined]]);
  });
});

describe('an API of the stack that is described as well', () => {
  test('is waited for, together with its scopes', () => {
    const stack = stackOf((own) => {
      withScopes(own);
      const api = described(own);
      roleIn(own).allow(api, ['read']);
      api.grant('worker', ['read']);
    });
    expect([PERMISSIONS, GRANT].map((type) => dependenciesOf(stack, type))).toEqual([[[`${API}.Api`, `${SCOPES}.Api_Scopes`]], [[`${API}.Api`, `${SCOPES}.Api_Scopes`]]]);
  });

  test('is a warning, unless it is described by a reference', () => {
    const define = (identifier: (api: auth0.ResourceServer) => string) => foundIn((stack) => {
      described(stack, identifier(withScopes(stack))).grant('worker', ['read']);
    });
    expect(define(() => IDENTIFIER)).toEqual(
      warnings("'stack/Described' describes 'stack/Api', which the same stack defines: use that construct [lookup-of-own]"),
    );
    expect(define(({ audience }) => audience)).toEqual(NOTHING);
  });

  test('is waited for by a grant of ours that a setter gives its text', () => {
    const stack = stackOf((own) => {
      withScopes(own);
      const other = apiNamed(own, 'Other', { identifier: 'https://other.example.com', scopes: { read: 'Read' } });
      (other.grant('worker', ['read']) as auth0.ClientGrant).resource.audience = IDENTIFIER;
    });
    synthesize(stack);
    expect(dependenciesOf(stack, GRANT)).toEqual([[`${API}.Api`, `${SCOPES}.Api_Scopes`]]);
  });

  test('has its scopes checked', () => {
    expect(foundIn((stack) => {
      withScopes(stack);
      described(stack).grant('worker', ['raed']);
    }).errors).toEqual([expect.stringContaining("'raed', which 'stack/Api' does not declare (it declares 'read', 'write'): did you mean 'read'? [scope-not-on-api]")]);
  });

  test('is another one in another tenant or another stack', () => {
    const stack = stackOf((own) => {
      apiIn(own, { scopes: { read: '' }, provider: new auth0.Auth0Provider(own, 'a', { alias: 'a', domain: 'a.eu.auth0.com' }) });
      described(own).grant('worker', ['other']);
    });
    const beside = stackBeside(stack);
    new auth0.Auth0Provider(beside, 'auth0');
    described(beside).grant('worker', ['other']);
    expect([stack, beside].map((one) => dependenciesOf(one, GRANT))).toEqual([[undefined], [undefined]]);
  });
});

describe('bindings that name an API of the stack by its text', () => {
  const missing = (path: string, ...titles: string[]) =>
    `'stack/${path}' uses what ${titles.map((title) => `'stack/${title}'`).join(', ')} creates, but does not wait for it, so the first apply ` +
    'can fail with 404: refer to the API by its audience instead of writing its identifier, or add what is missing to depends_on [missing-dependency]';
  const PERMITTED = { roleId: 'rol_1', permissions: [{ name: 'read', resourceServerIdentifier: IDENTIFIER }] };

  test('are warned of', () => {
    expect(foundIn((stack) => {
      withScopes(stack);
      new clientGrant.ClientGrant(stack, 'Grant', { audience: IDENTIFIER, clientId: 'c', scopes: ['read'] });
      new rolePermissions.RolePermissions(stack, 'Permissions', PERMITTED);
      new userPermission.UserPermission(stack, 'User', { userId: 'u', permission: 'read', resourceServerIdentifier: IDENTIFIER });
    })).toEqual(warnings(missing('Grant', 'Api'), missing('Permissions', 'Api'), missing('User', 'Api')));
  });

  test('are warned of where bindings manage the scopes', () => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      single(stack, 'read', IDENTIFIER);
      new rolePermissions.RolePermissions(stack, 'Permissions', { roleId: 'rol_1', permissions: [{ name: 'read', resourceServerIdentifier: api.identifier }] });
    })).toEqual(warnings(missing('read', 'Api'), missing('Permissions', 'read')));
  });

  test.each<[string, (stack: TerraformStack) => void]>([
    ['with depends_on', (stack) => {
      new rolePermissions.RolePermissions(stack, 'Permissions', { ...PERMITTED, dependsOn: [withScopes(stack)] });
    }],
    ['with depends_on by an override, through another resource', (stack) => {
      const worker = new auth0.bindings.client.Client(stack, 'Worker', { name: 'Worker', dependsOn: [withScopes(stack)] });
      new rolePermissions.RolePermissions(stack, 'Permissions', PERMITTED).addOverride('depends_on', [`auth0_client.${worker.friendlyUniqueId}`]);
    }],
    ['in another tenant', (stack) => {
      apiIn(stack, { scopes: { read: '' }, provider: new auth0.Auth0Provider(stack, 'a', { alias: 'a', domain: 'a.eu.auth0.com' }) });
      new rolePermissions.RolePermissions(stack, 'Permissions', PERMITTED);
    }],
    ['where the API is imported, and its scopes with it', (stack) => {
      withScopes(stack).importFrom('665f1c2a9b3e4d0012345678');
      new rolePermissions.RolePermissions(stack, 'Permissions', PERMITTED);
    }],
    ['a grant by a reference to the API alone: Auth0 stores it', (stack) => {
      new clientGrant.ClientGrant(stack, 'Grant', { audience: withScopes(stack).identifier, clientId: 'c', scopes: ['read'] });
    }],
  ])('are accepted %s', (_, build) => {
    expect(foundIn(build)).toEqual(NOTHING);
  });
});

describe('what the stack defines and looks up as well', () => {
  const own = (path: string, title: string) =>
    `'stack/${path}' looks up 'stack/${title}', which the same stack defines: use that construct, or add it to depends_on of the data source [lookup-of-own]`;
  const tenantRole = { type: 'tenant' };

  test('is refused, an API and a role', () => {
    expect(foundIn((stack) => {
      withScopes(stack);
      roleIn(stack);
      auth0.ResourceServer.fromIdentifier(stack, 'Same', IDENTIFIER);
      auth0.Role.fromName(stack, 'SameRole', 'Clerk');
      new dataAuth0ResourceServer.DataAuth0ResourceServer(stack, 'Raw', { identifier: IDENTIFIER });
      new dataAuth0Role.DataAuth0Role(stack, 'RawRole', { name: 'Clerk', ...tenantRole });
    })).toEqual(errors(own('Same', 'Api'), own('Raw', 'Api'), own('SameRole', 'Role'), own('RawRole', 'Role')));
  });

  test.each<[string, (stack: TerraformStack) => void]>([
    ['by a reference', (stack) => {
      const api = withScopes(stack);
      new dataAuth0ResourceServer.DataAuth0ResourceServer(stack, 'Raw', { identifier: api.identifier });
      auth0.ResourceServer.fromIdentifier(stack, 'Same', api.identifier);
      new dataAuth0Role.DataAuth0Role(stack, 'RawRole', { name: roleIn(stack).resource.name });
    }],
    ['with depends_on', (stack) => {
      new dataAuth0ResourceServer.DataAuth0ResourceServer(stack, 'Raw', { identifier: IDENTIFIER, dependsOn: [withScopes(stack)] });
    }],
    ['in another tenant', (stack) => {
      apiIn(stack);
      auth0.ResourceServer.fromIdentifier(stack, 'Same', IDENTIFIER, { provider: new auth0.Auth0Provider(stack, 'a', { alias: 'a' }) });
    }],
    ['where it is imported', (stack) => {
      withScopes(stack).importFrom('665f1c2a9b3e4d0012345678');
      auth0.ResourceServer.fromIdentifier(stack, 'Same', IDENTIFIER);
    }],
    ['where an organization owns the role', (stack) => {
      new auth0.Role(stack, 'Role', { name: 'Clerk', type: auth0.RoleType.ORGANIZATION, ownerId: 'org_1' });
      auth0.Role.fromName(stack, 'Same', 'Clerk');
    }],
    ['where the error is acknowledged', (stack) => {
      auth0.Checks.of(stack).acknowledge({ id: 'lookup-of-own', reason: 'the API was applied before' });
      withScopes(stack);
      auth0.ResourceServer.fromIdentifier(stack, 'Same', IDENTIFIER);
    }],
  ])('is accepted %s', (_, build) => {
    expect(foundIn(build)).toEqual(NOTHING);
  });
});
