import {
  DefaultTokenResolver,
  StringConcat,
  TerraformDataSource,
  TerraformProvider,
  TerraformResource,
  TerraformStack,
  Tokenization,
} from 'cdktf';
import type { IConstruct } from 'constructs';
import { ApiPart, GrantItem, Item, PermissionsItem, RoleItem, ScopeItem, StackConfig } from './rules/stack';
import { isKnown, UNKNOWN, Value } from './rules/value';
import { isUnknown } from './tokens';

/** The children that our constructs make: what is wrong with them is said of their parent. */
const CHILDREN = ['Resource', 'Scopes', 'Permissions'];

/** A reference to an API, by one of the resources that know its identifier. */
const API_REFERENCE =
  /^\$\{((?:data\.)?auth0_resource_server(?:_scopes)?\.[\w-]+)\.(id|identifier|resource_server_identifier)\}$/;

/** What differs from one instance of a resource to the next, so that equal texts are not equal values. */
const PER_INSTANCE = /\$\{[^}]*\b(each|count)\./;

/** An L1, with the getters of its inputs. Bindings that were generated elsewhere have them as well. */
type Resource = (TerraformResource | TerraformDataSource) & { readonly [input: string]: any };

/** Reads what a stack has of access to APIs, raw L1 resources included. */
export function readStack(stack: TerraformStack): StackConfig {
  return new StackReader(stack).read();
}

class StackReader {
  private readonly byType = new Map<string, Resource[]>();
  private readonly byAddress = new Map<string, Resource>();

  public constructor(private readonly stack: TerraformStack) {
    for (const construct of stack.node.findAll()) {
      const isData = TerraformDataSource.isTerraformDataSource(construct);
      if (!isData && !TerraformResource.isTerraformResource(construct)) {
        continue;
      }
      const type = `${isData ? 'data.' : ''}${construct.terraformResourceType}`;
      const resource = construct as Resource;
      if (/^(data\.)?auth0_resource_server/.test(type)) {
        this.byAddress.set(`${type}.${resource.friendlyUniqueId}`, resource);
      }
      const ofType = this.byType.get(type);
      if (ofType) {
        ofType.push(resource);
      } else {
        this.byType.set(type, [resource]);
      }
    }
  }

  public read(): StackConfig {
    return {
      apis: this.all('auth0_resource_server', (resource): Omit<ApiPart, keyof Item> => {
        const { api } = this.apiOf(resource.identifierInput);
        return { api };
      }),
      scopeLists: this.all('auth0_resource_server_scopes', (resource) => this.apiOf(resource.resourceServerIdentifierInput)),
      singleScopes: this.all('auth0_resource_server_scope', (resource): Omit<ScopeItem, keyof Item> => ({
        ...this.apiOf(resource.resourceServerIdentifierInput),
        scope: this.textOf(resource.scopeInput),
        description: this.textOf(resource.descriptionInput),
      })),
      grants: this.all('auth0_client_grant', (resource): Omit<GrantItem, keyof Item> => ({
        ...this.apiOf(resource.audienceInput),
        grantee: this.textOf(resource.clientIdInput ?? resource.defaultForInput),
        isDefault: resource.clientIdInput === undefined,
        subject: this.textOf(resource.subjectTypeInput ?? 'client'),
        definition: JSON.stringify(resolved([
          resource.scopesInput,
          resource.allowAllScopesInput ?? false,
          resource.organizationUsageInput ?? 'deny',
          resource.allowAnyOrganizationInput ?? false,
          resource.authorizationDetailsTypesInput ?? [],
        ], resource)),
      })),
      roles: this.all('auth0_role', (resource): Omit<RoleItem, keyof Item> => ({ name: this.textOf(resource.nameInput) })),
      permissionLists: this.all('auth0_role_permissions', (resource): Omit<PermissionsItem, keyof Item> => ({
        role: this.textOf(resource.roleIdInput),
        byId: permissionsOf(resource).some(({ resourceServerIdentifier }) => this.apiOf(resourceServerIdentifier).byId),
      })),
      singlePermissions: this.all('auth0_role_permission', (resource): Omit<PermissionsItem, keyof Item> => ({
        role: this.textOf(resource.roleIdInput),
        byId: this.apiOf(resource.resourceServerIdentifierInput).byId,
      })),
    };
  }

  private all<T extends object>(type: string, read: (resource: Resource) => T): Array<Item & T> {
    return (this.byType.get(type) ?? []).map((resource) => ({
      path: pathOf(resource),
      provider: providerOf(resource.provider),
      ...read(resource),
    }));
  }

  /** The API that a value names: its identifier, or else whatever is the same for every reference to it. */
  private apiOf(value: unknown): { api: Value<string>; byId: boolean } {
    const text = this.textOf(value);
    const [, address, attribute] = (isKnown(text) && API_REFERENCE.exec(text)) || [];
    const api = address === undefined ? undefined : this.byAddress.get(address);
    if (attribute === 'id') {
      return { api: UNKNOWN, byId: true };
    }
    const identifier = api?.identifierInput ?? api?.resourceServerIdentifierInput;
    if (identifier === undefined) {
      return { api: text, byId: false };
    }
    // an API whose identifier is a token is told by its address; its scopes are traced to it
    return api?.identifierInput !== undefined && isUnknown(identifier) ? { api: address, byId: false } : this.apiOf(identifier);
  }

  private textOf(value: unknown): Value<string> {
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value !== 'string') {
      return UNKNOWN;
    }
    const text = isUnknown(value) ? resolved(value, this.stack) : value;
    return typeof text === 'string' && !PER_INSTANCE.test(text) ? text : UNKNOWN;
  }
}

/** A value as Terraform will read it, or nothing where CDKTF cannot tell: it reports that itself, with its place. */
function resolved(value: unknown, scope: IConstruct): unknown {
  try {
    return Tokenization.resolve(value, { scope, resolver: new DefaultTokenResolver(new StringConcat()) });
  } catch {
    return undefined;
  }
}

/** The permissions of a list, whether it is fixed or asked for at synth. */
function permissionsOf(resource: Resource): ReadonlyArray<{ resourceServerIdentifier: unknown }> {
  const permissions = resource.permissionsInput;
  return Array.isArray(permissions) ? permissions : [];
}

function pathOf(resource: IConstruct): string {
  const { id, path, scope } = resource.node;
  return CHILDREN.includes(id) && scope && !TerraformStack.isStack(scope) ? scope.node.path : path;
}

function providerOf(provider: TerraformProvider | undefined): string {
  return provider?.alias ?? '';
}
