/** Code that breaks a rule, and code that does not. */
export interface Sides {
  readonly wrong: string;
  readonly right: string;
}

/** What the documentation says of a rule, beside what the rule says itself. */
export interface Example extends Sides {
  /** Why the rule is there, in a sentence or two. */
  readonly why: string;
  /** Other ways to break the rule, where it has another severity there or is found elsewhere. */
  readonly also?: ReadonlyArray<Sides & { readonly title: string; readonly severity: 'error' | 'warning' }>;
}

/** The examples of a group of rules, by the ids of the rules, in the order of its page. */
export interface Group {
  readonly title: string;
  /** What the rules of the group are about. */
  readonly text: string;
  readonly examples: Readonly<Record<string, Example>>;
}

/** What every example can use. `stack` is a TerraformStack with the id 'shop'. */
export const PREAMBLE = `import { readFileSync } from 'node:fs';
import { TerraformIterator, TerraformVariable } from 'cdktf';
import * as auth0 from 'cdktf-auth0';

new auth0.Auth0Provider(stack, 'auth0');
const identifier = 'https://api.example.com/payments';
const variable = new TerraformVariable(stack, 'variable', { sensitive: true });
const pem = readFileSync('keys/public-key.pem', 'utf8');
const key = auth0.EncryptionKey.fromPem(pem);

const orders = new auth0.ResourceServer(stack, 'Orders', {
  identifier: 'https://api.example.com/orders',
  scopes: { 'read:orders': 'Read orders', 'write:orders': 'Create and change orders' },
  authorizationDetails: auth0.AuthorizationDetails.types(['order']),
});
const worker = new auth0.bindings.client.Client(stack, 'Worker', { name: 'Worker' });
const clerk = new auth0.Role(stack, 'Clerk', { name: 'Orders clerk' });
`;

/** An object that is given these members begins on one line, and takes more where it is long. */
function construct(start: string, members: readonly string[]): string {
  const line = `${start}, { ${members.join(', ')} });`;
  return line.length <= 118 ? line : `${start}, {\n${members.map((member) => `  ${member},\n`).join('')}});`;
}

const binding = (module: string, name: string, id: string) => (...members: string[]) =>
  construct(`new auth0.bindings.${module}.${name}(stack, '${id}'`, members);

/** An API with these properties beside its identifier. */
export const api = (...members: string[]) => construct(`new auth0.ResourceServer(stack, 'Payments'`, ['identifier', ...members]);

/** An API with these properties and no others. */
export const apiOf = (...members: string[]) => apiNamed('Payments', ...members);

/** The same with another id. */
export const apiNamed = (id: string, ...members: string[]) => construct(`new auth0.ResourceServer(stack, '${id}'`, members);

/** The same as a binding, for what the properties of the construct cannot say. */
export const rawApi = (...members: string[]) => binding('resourceServer', 'ResourceServer', 'Payments')('identifier', ...members);

export const rawScopes = binding('resourceServerScopes', 'ResourceServerScopes', 'Scopes');
export const rawGrant = binding('clientGrant', 'ClientGrant', 'Grant');
export const rawRole = binding('role', 'Role', 'Admin');
export const rawPermissions = binding('rolePermissions', 'RolePermissions', 'Permissions');
export const rawPermission = binding('rolePermission', 'RolePermission', 'Permission');

/** A grant with these properties beside its API. */
export const grant = (...members: string[]) => construct(`new auth0.ClientGrant(stack, 'Grant'`, ['resourceServer: orders', ...members]);

/** A role with these properties. */
export const role = (...members: string[]) => construct(`new auth0.Role(stack, 'Admin'`, members);

/** Several statements. */
export const lines = (...statements: string[]) => statements.join('\n');
