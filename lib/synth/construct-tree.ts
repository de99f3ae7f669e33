import {
  DefaultTokenResolver,
  StringConcat,
  TerraformDataSource,
  TerraformResource,
  TerraformStack,
  Tokenization,
} from 'cdktf';
import type { IConstruct } from 'constructs';
import { apiInfoOf } from './api-info';
import { isUnknown } from '../framework/tokens';
import type { IResourceServer } from '../resource-server/i-resource-server';
import { ApiPart, GrantItem, Item, PermissionsItem, RoleItem, ScopeItem, StackConfig } from '../rules/tenant/ownership';
import { isKnown, UNKNOWN, Value } from '../schema/value';

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
  private readonly byReference = new Map<unknown, Resource>();

  public constructor(private readonly stack: TerraformStack) {
    for (const construct of stack.node.findAll()) {
      if (isResourceServer(construct)) {
        this.byReference.set(construct.identifier, construct.resource).set(construct.audience, construct.resource);
      }
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
      apis: this.all('auth0_resource_server', (resource): Omit<ApiPart, keyof Item> => ({
        api: this.textOf(resource.identifierInput),
      })),
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
        get definition() {
          return definitionOf(resource);
        },
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
    return (this.byType.get(type) ?? []).map((resource) =>
      Object.defineProperties(read(resource) as Item & T, {
        path: { get: () => pathOf(resource) }, // is asked for when something is wrong
        provider: { value: resource.provider?.alias ?? '' },
      }),
    );
  }

  /** The API that a value names: its identifier, or else whatever is the same for every reference to it. */
  private apiOf(value: unknown): { api: Value<string>; byId: boolean } {
    const own = this.byReference.get(value);
    if (own) {
      return this.keyOf(own);
    }
    const text = this.textOf(value);
    const [, address, attribute] = (isKnown(text) && API_REFERENCE.exec(text)) || [];
    if (attribute === 'id') {
      return { api: UNKNOWN, byId: true };
    }
    const api = address === undefined ? undefined : this.byAddress.get(address);
    return api ? this.keyOf(api) : { api: text, byId: false };
  }

  private keyOf(resource: Resource): { api: Value<string>; byId: boolean } {
    const { identifierInput: identifier, resourceServerIdentifierInput: ofScopes } = resource;
    return identifier === undefined ? this.apiOf(ofScopes) : { api: this.textOf(identifier), byId: false };
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

/** What a grant says beyond whom it is for. */
function definitionOf(grant: Resource): string {
  const settings = [
    grant.scopesInput,
    grant.allowAllScopesInput ?? false,
    grant.organizationUsageInput ?? 'deny',
    grant.allowAnyOrganizationInput ?? false,
    grant.authorizationDetailsTypesInput ?? [],
  ];
  return JSON.stringify(resolved(settings, grant));
}

/** Whether it is one of our constructs, of this copy of the library or another. */
function isResourceServer(construct: IConstruct): construct is IResourceServer & { readonly resource: Resource } {
  return apiInfoOf(construct) !== undefined && 'resource' in construct;
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
