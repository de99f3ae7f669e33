import { Fn, TerraformStack, TerraformVariable, Token } from 'cdktf';
import * as auth0 from '../../lib';
import { API, GRANT, PERMISSION, PERMISSIONS, SCOPES } from '../support/apis';
import { resourceOf, stackOf, warningsOf } from '../support/synth';
import { LISTS, MAPS, TokenOfKind } from '../support/token-kinds';

const { AuthorizationDetails, ResourceServer, Role } = auth0;

const identifier = 'https://api.example.com';
const apiIn = (stack: TerraformStack, props: object = {}) => new ResourceServer(stack, 'Api', { identifier, safeDefaults: false, ...props });
const described = (stack: TerraformStack) => ResourceServer.fromAttributes(stack, 'Api', { identifier });

/** The resource of a type in a stack with a token, and what the token is in the JSON. */
function written(
  type: string,
  make: (stack: TerraformStack) => TokenOfKind,
  build: (stack: TerraformStack, token: any) => void,
): { resource: any; of: string } {
  let of = '';
  const stack = stackOf((own) => {
    const made = make(own);
    of = made.written.slice(2, -1);
    build(own, made.token);
  });
  return { resource: resourceOf(stack, type), of };
}

describe.each(Object.entries(MAPS))('%s', (_, make) => {
  test('is taken for scopes', () => {
    const { resource, of } = written(SCOPES, make, (stack, scopes) => apiIn(stack, { scopes }));
    expect(resource.dynamic.scopes).toEqual({
      for_each: `\${${of}}`, iterator: 'each', content: { name: '${each.key}', description: '${each.value}' },
    });
  });

  test('is taken for scopes beside others, whose names may be tokens', () => {
    const { resource, of } = written(SCOPES, make, (stack, scopes) => {
      const api = apiIn(stack, { scopes });
      api.addScope('more', 'More "and" more');
      api.addScope('${var.name}:all');
      api.addScope('${var.name}', '${var.text}');
    });
    expect(resource.dynamic.scopes.for_each).toBe(
      `\${merge({"more" = "More \\"and\\" more", "\${var.name}:all" = "", (var.name) = var.text}, ${of})}`,
    );
  });

  test('is taken for custom claims', () => {
    const { resource, of } = written(API, make, (stack, customClaims) => apiIn(stack, { customClaims }));
    expect(resource.access_token.claims_mapping.dynamic.custom_claims.for_each).toBe(`\${${of}}`);
  });
});

describe.each(Object.entries(LISTS))('%s', (_, make) => {
  const content = { name: '${try(each.value.name, each.value)}', description: '${try(each.value.description, null)}' };

  test('is taken for scopes', () => {
    const { resource, of } = written(SCOPES, make, (stack, scopes) => apiIn(stack, { scopes }));
    expect(resource.dynamic.scopes).toEqual({ for_each: `\${${of}}`, iterator: 'each', content });
  });

  test('is taken for scopes beside others', () => {
    const { resource, of } = written(SCOPES, make, (stack, scopes) => {
      const api = apiIn(stack, { scopes });
      api.addScope('more', 'More');
      api.addScope('without');
    });
    expect(resource.dynamic.scopes.for_each).toBe(
      `\${concat([{"name" = "more", "description" = "More"}, {"name" = "without"}], ${of})}`,
    );
  });

  test('is taken for the scopes of a grant', () => {
    const { resource, of } = written(GRANT, make, (stack, scopes) => described(stack).grant('client', scopes));
    expect(resource.scopes).toBe(`\${${of}}`);
  });

  test.each<[string, (list: any) => any[]]>([
    ['as the list', (list) => list],
    ['as its only item', (list) => [list]],
  ])('is taken for the permissions of a role, %s', (_way, argumentsOf) => {
    const { resource, of } = written(PERMISSIONS, make, (stack, list) => new Role(stack, 'Role', { name: 'role' }).allow(described(stack), argumentsOf(list)));
    expect(resource.dynamic.permissions).toEqual({
      for_each: `\${[for name in ${of} : {"name" = name, "api" = "https://api.example.com"}]}`,
      iterator: 'each',
      content: { name: '${each.value.name}', resource_server_identifier: '${each.value.api}' },
    });
    expect(resource.permissions).toBeUndefined();
  });

  test('is taken for the permissions of a role beside others', () => {
    const { resource, of } = written(PERMISSIONS, make, (stack, list) => {
      const role = new Role(stack, 'Role', { name: 'role' });
      const api = apiIn(stack, { scopes: { a: 'A' } });
      role.allow(api, ['a']);
      role.allow(api, list);
      role.allow(api, ['${var.name}']);
    });
    const audience = 'auth0_resource_server_scopes.Api_Scopes_8D348A6D.resource_server_identifier';
    expect(resource.dynamic.permissions.for_each).toBe(
      `\${concat([{"name" = "a", "api" = ${audience}}, {"name" = var.name, "api" = ${audience}}], [for name in ${of} : {"name" = name, "api" = ${audience}}])}`,
    );
  });

  test('is taken for the permissions of a role that exists', () => {
    const { resource, of } = written(PERMISSION, make, (stack, list) => Role.fromRoleId(stack, 'Role', 'rol_1').allow(described(stack), list));
    expect(resource).toMatchObject({ for_each: `\${toset(${of})}`, permission: '${each.value}' });
  });

  test('is taken for the types of an API and of a grant', () => {
    const api = written(API, make, (stack, list) => apiIn(stack, { authorizationDetails: AuthorizationDetails.types(list) }));
    expect(api.resource.dynamic.authorization_details).toEqual({ for_each: `\${${api.of}}`, iterator: 'each', content: { type: '${each.value}' } });
    const grant = written(GRANT, make, (stack, authorizationDetailsTypes) =>
      described(stack).grant('client', [], { subjectType: auth0.SubjectType.USER, authorizationDetailsTypes }));
    expect(grant.resource.authorization_details_types).toBe(`\${${grant.of}}`);
  });
});

test('a token that may be a list or a map is merged, which Terraform does for maps only', () => {
  const scopes: any = '${data.terraform_remote_state.other.outputs.scopes}';
  expect(resourceOf(stackOf((stack) => apiIn(stack, { scopes })), SCOPES).dynamic.scopes.for_each).toBe('${merge(data.terraform_remote_state.other.outputs.scopes)}');
});

describe('the default of a variable', () => {
  const variableIn = (stack: TerraformStack) =>
    new TerraformVariable(stack, 'scopes', { type: 'map(string)', default: { 'read:orders': 'Read', 'read': '' } });

  test('of which CDKTF changes a name is a warning', () => {
    const stack = stackOf((own) => apiIn(own, { scopes: variableIn(own).value }));
    expect(warningsOf(stack)).toEqual([
      "scopes takes a variable with a default in which the framework changes names: 'read:orders' becomes 'read_orders'. " +
        "Write the default with variable.addOverride('default', { ... }) [variable-default-names]",
    ]);
  });

  test('is none with an override, also a later one', () => {
    const stack = stackOf((own) => {
      const scopes = variableIn(own);
      apiIn(own, { customClaims: scopes.value });
      scopes.addOverride('default', { 'read:orders': 'Read' });
    });
    expect(warningsOf(stack)).toEqual([]);
  });
});

test('tokens for names stand behind literals, in the order in which they are given', () => {
  const [a, b] = ['${var.b}', '${var.a}'];
  const numbered = Token.asString(Fn.upper('x'));
  const scopes = { [a]: '', z: '', [numbered]: '', [b]: '', y: '' };
  const names = ['y', 'z', a, '${upper("x")}', b];
  const stack = stackOf((own) => {
    const api = apiIn(own, { scopes });
    api.grant('client', Object.keys(scopes));
    new Role(own, 'Role', { name: 'role' }).allow(api, Object.keys(scopes));
  });
  expect(resourceOf(stack, SCOPES).scopes.map(({ name }: any) => name)).toEqual(names);
  expect(resourceOf(stack, GRANT).scopes).toEqual(names);
  expect(resourceOf(stack, PERMISSIONS).permissions.map(({ name }: any) => name)).toEqual(names);
});
