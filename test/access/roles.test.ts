import { TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { ResourceServer } from '../../lib/bindings/resource-server';
import { RolePermission } from '../../lib/bindings/role-permission';
import { RolePermissions } from '../../lib/bindings/role-permissions';
import { addressOf, ALLOW_ALL, Model, no, policies, unknown, USER, yes } from '../support/access';

const ON = { ...policies(ALLOW_ALL), enforcePolicies: true };
const variable = (model: Model, id: string, type?: string) => new TerraformVariable(model.stack, id, { type });

describe('a role', () => {
  test('has the permissions of lists and single permissions', () => {
    const model = new Model();
    const clerk = model.role('Clerk', 'read');
    const { access } = model;
    expect(access.role(clerk).can('read', model.api)).toEqual(
      yes("the role 'stack/Clerk' has the permission", { address: addressOf(clerk.node.findChild('Permissions') as RolePermissions) }),
    );
    expect(access.role(clerk).can('write', model.api)).toEqual(no("the role 'stack/Clerk' does not have the permission"));

    const single = new RolePermission(model.stack, 'One', { roleId: 'rol_1', permission: 'read', resourceServerIdentifier: model.api.identifier });
    expect(model.access.role('rol_1').can('read', model.api)).toEqual(yes("the role 'rol_1' has the permission", { address: addressOf(single) }));
  });

  test('that is not in the definition may have more, unless the definition has all its permissions', () => {
    const model = new Model();
    new RolePermission(model.stack, 'One', { roleId: 'rol_1', permission: 'read', resourceServerIdentifier: model.api.identifier });
    new RolePermissions(model.stack, 'All', { roleId: 'rol_2', permissions: [{ name: 'read', resourceServerIdentifier: model.api.identifier }] });
    expect(model.access.role('rol_1').can('write', model.api)).toEqual(
      unknown("the role 'rol_1' is not in the definition: it may have more permissions"),
    );
    expect(model.access.role('rol_2').can('write', model.api)).toEqual(no("the role 'rol_2' does not have the permission"));
  });

  test('of an organization is not the role of another one with the same name', () => {
    const model = new Model();
    const [mine, theirs] = ['org_1', 'org_2'].map((ownerId) =>
      new auth0.Role(model.stack, ownerId, { name: 'Admin', type: auth0.RoleType.ORGANIZATION, ownerId }));
    mine.allow(model.api, ['read']);
    expect([mine, theirs].map((role) => model.access.role(role).can('read', model.api).isAllowed)).toEqual([true, false]);
  });

  test('that is looked up by name is the role that the definition has', () => {
    const model = new Model();
    model.role('Clerk', 'read');
    const same = auth0.Role.fromName(model.stack, 'Same', 'The Clerk');
    same.allow(model.api, ['write']);
    for (const role of [same, 'The Clerk', 'Clerk']) {
      expect(model.access.role(role).scopes(model.api)).toEqual(['read', 'write']);
    }
  });

  test.each<[string, (model: Model) => object]>([
    ['which role it is for', (model) => ({ roleId: variable(model, 'role').stringValue })],
    ['which API', (model) => ({ resourceServerIdentifier: variable(model, 'api').stringValue })],
    ['which scope', (model) => ({ permission: variable(model, 'scope').stringValue })],
  ])('is unknown if only Terraform knows of a permission %s', (_, config) => {
    const model = new Model();
    const clerk = model.role('Clerk');
    const one = new RolePermission(model.stack, 'One', {
      roleId: clerk.roleId, permission: 'read', resourceServerIdentifier: model.api.identifier, ...config(model),
    });
    expect(model.access.role(clerk).can('read', model.api)).toEqual(
      unknown("what 'stack/One' allows is known only to Terraform", { address: addressOf(one) }),
    );
  });

  test('is not unknown because of permissions that are certainly for another role, API or scope', () => {
    const model = new Model();
    const [clerk, other] = [model.role('Clerk'), model.apiOf('Other')];
    new RolePermission(model.stack, 'One', { roleId: clerk.roleId, permission: variable(model, 'scope').stringValue, resourceServerIdentifier: other.identifier });
    new RolePermission(model.stack, 'Two', { roleId: variable(model, 'role').stringValue, permission: 'write', resourceServerIdentifier: model.api.identifier });
    expect(model.access.role(clerk).can('read', model.api)).toEqual(no("the role 'stack/Clerk' does not have the permission"));
  });
});

describe('RBAC', () => {
  test('changes nothing if it is off', () => {
    const model = new Model(policies(ALLOW_ALL));
    const app = model.client('App');
    const role = model.role('Clerk');
    expect(model.ask(app, 'read', USER).unless).toEqual([]);
    expect(model.access.client(app).withRole(role).scopes(model.api)).toEqual(['read', 'write']);
  });

  test('names the roles that have the permission, or says that none has it', () => {
    const model = new Model(ON);
    const app = model.client('App');
    model.role('Clerk', 'read');
    model.role('Boss', 'read');
    expect(model.ask(app, 'read', USER)).toMatchObject({
      isAllowed: true, unless: ["only for users with the permission (RBAC): it comes with the role 'stack/Clerk', 'stack/Boss'"],
    });
    expect(model.ask(app, 'write', USER)).toMatchObject({
      isAllowed: true, unless: ['only for users with the permission (RBAC), and no role of the definition has it'],
    });
  });

  test('gives users with a role no more than the application may get', () => {
    const model = new Model({ enforcePolicies: true, ...policies(auth0.UserPolicy.REQUIRE_CLIENT_GRANT) });
    const app = model.client('App');
    model.api.grant(app.clientId, ['read'], { subjectType: USER });
    const role = model.role('Clerk', 'read', 'write');
    expect(model.access.client(app).withRole(role).scopes(model.api)).toEqual(['read']);
  });

  test('that only Terraform knows: unknown if the role does not have the permission', () => {
    const model = new Model();
    const app = model.client('App');
    const role = model.role('Clerk');
    const enforcePolicies = variable(model, 'rbac', 'bool').value;
    const api = new ResourceServer(model.stack, 'Raw', { identifier: 'raw', enforcePolicies });
    new auth0.bindings.resourceServerScopes.ResourceServerScopes(model.stack, 'Scopes', { resourceServerIdentifier: api.identifier, scopes: [{ name: 'read' }] });
    new RolePermission(model.stack, 'One', { roleId: 'rol_1', permission: 'read', resourceServerIdentifier: api.identifier });
    const asked = model.access.client(app, USER);
    expect(asked.withRole(role).can('read', api)).toEqual(unknown("whether RBAC of 'stack/Raw' is on is known only to Terraform"));
    expect(asked.withoutRole().can('read', api)).toEqual(unknown("whether RBAC of 'stack/Raw' is on is known only to Terraform"));
    expect(asked.withRole('rol_1').can('read', api).isAllowed).toBe(true);
    expect(asked.can('read', api).unless).toEqual([
      "only for users with the permission where RBAC is on, which is known only to Terraform: it comes with the role 'rol_1'",
    ]);
  });

  test('does not apply to the client credentials flow, so a question with a role is an error', () => {
    const model = new Model(ON);
    const app = model.client('App');
    const role = model.role('Clerk', 'read');
    model.api.grant(app.clientId, ['write']);
    const asked = model.access.client(app, auth0.SubjectType.CLIENT);
    expect(asked.scopes(model.api)).toEqual(['write']);
    expect(() => asked.withRole(role)).toThrow("only users have roles: leave subjectType out, or give 'user' instead of 'client'");
    expect(() => asked.withoutRole()).toThrow("only users have roles: leave subjectType out, or give 'user' instead of 'client'");
  });
});
