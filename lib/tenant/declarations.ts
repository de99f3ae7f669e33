import { ownerPath } from './construct-path';
import { dependenciesOf } from './order';
import { isExpression } from './reference';
import type { IndexedSource, Origin } from './references';
import type { SourceResource } from './source';
import type {
  Api,
  ApiReference,
  ClientReference,
  Declaration,
  Grant,
  RoleReference,
  Scope,
  ScopeList,
  SingleScope,
  Subject,
} from './tenant';
import { blockOf, blocksOf, flagOf, isMissing, literal, literals, memberOf } from './values';
import { readConfig } from '../schema/read';
import { RESOURCE_SERVER, ResourceServerConfig } from '../schema/resource-server';
import { SystemApi, systemApiNamed, systemApiOf } from '../schema/system-apis';
import { isKnown, UNKNOWN, Value } from '../schema/value';
import { normalized } from '../util/text';

/** The type of an API that `ResourceServer.fromAttributes` imports. Terraform has no resource for it. */
export const IMPORTED_API = 'auth0_resource_server, imported';

/**
 * The identifier that the rules use, as an attribute of the model: it tells that an API is one of Auth0's own, whatever
 * its domain is. Terraform has no attribute for it.
 */
export const CANONICAL_IDENTIFIER = 'canonical identifier';

/** Finds what a declaration refers to. */
export interface Lookup {
  follow(value: unknown, from: IndexedSource): Origin;
  apiReference(value: unknown, from: DeclaredResource): ApiReference;
  clientReference(value: unknown, from: DeclaredResource): ClientReference;
  roleReference(value: unknown, from: DeclaredResource): RoleReference;
  scopesOf(api: DeclaredApi): ReadonlySet<string> | undefined;
  grantReference(value: unknown, from: DeclaredResource): Grant | undefined;
}

/** The base class of declarations: each reads one resource. */
export abstract class DeclaredResource implements Declaration {
  private knownTitle?: string;

  public constructor(
    public readonly resource: SourceResource,
    public readonly source: IndexedSource,
    protected readonly lookup: Lookup,
  ) {}

  public get stack(): string {
    return this.source.name;
  }

  public get title(): string {
    return (this.knownTitle ??= titleOf(this.resource));
  }

  public get dependencies(): readonly SourceResource[] {
    return dependenciesOf(this.resource, (address) => this.source.at(address));
  }

  public get domain(): Value<string> {
    return this.source.domainOf(this.resource.provider);
  }

  protected literal(attribute: string): Value<string> {
    return literal(this.resource.get(attribute));
  }

  protected flag(attribute: string): Value<boolean> {
    return flagOf(this.resource.get(attribute));
  }

  /** Follows the references in an attribute to where the value is set. */
  protected followed(attribute: string): Origin {
    return this.lookup.follow(this.resource.get(attribute), this.source);
  }
}

/** An `auth0_resource_server`, a data source for one, or an imported API. */
export class DeclaredApi extends DeclaredResource implements Api {
  private origin?: Origin;
  private names?: { readonly set?: ReadonlySet<string> };
  private systemApi?: { readonly api?: SystemApi };

  public get kind(): Api['kind'] {
    const { type } = this.resource;
    return type === IMPORTED_API ? 'imported' : type.startsWith('data.') ? 'looked up' : 'defined';
  }

  public get identifier(): Value<string> {
    return this.identifierOrigin.text;
  }

  public get key(): Value<string> {
    return this.identifierOrigin.key;
  }

  public get through(): readonly SourceResource[] {
    return this.identifierOrigin.steps.map(({ resource }) => resource);
  }

  public get name(): Value<string> {
    return this.literal('name');
  }

  public get system(): SystemApi | undefined {
    this.systemApi ??= { api: this.readSystem() };
    return this.systemApi.api;
  }

  public get enforcePolicies(): Value<boolean> {
    return this.flag('enforce_policies');
  }

  public get authorizationDetails(): ResourceServerConfig['authorization_details'] {
    const blocks = blocksOf(this.resource.get('authorization_details'));
    // a state has an empty string where the type is not set
    const details = isKnown(blocks) ? blocks.map((one) => ({ ...one, type: memberOf(one, 'type') || undefined })) : blocks;
    return readConfig(RESOURCE_SERVER, { authorization_details: details }, { isUnknown, wrongType: () => {} }).authorization_details;
  }

  public get scopes(): ReadonlySet<string> | undefined {
    this.names ??= { set: this.lookup.scopesOf(this) };
    return this.names.set;
  }

  public policyFor(subject: Subject): Value<string> {
    const policies = blockOf(this.resource.get('subject_type_authorization'));
    return literal(memberOf(blockOf(memberOf(policies, subject)), 'policy'));
  }

  private readSystem(): SystemApi | undefined {
    const { identifier } = this;
    const system = systemApiOf(this.resource.get(CANONICAL_IDENTIFIER)) ?? systemApiOf(identifier);
    // where only Terraform knows the identifier, the name may tell
    return system ?? (literal(identifier) === UNKNOWN ? systemApiNamed(this.name) : undefined);
  }

  private get identifierOrigin(): Origin {
    return (this.origin ??= this.followed('identifier'));
  }
}

/** A resource that belongs to an API. */
abstract class ResourceOfApi extends DeclaredResource {
  private reference?: ApiReference;
  protected abstract readonly apiAttribute: string;

  public get api(): ApiReference {
    return (this.reference ??= this.lookup.apiReference(this.resource.get(this.apiAttribute), this));
  }
}

/** An `auth0_resource_server_scopes`. */
export class DeclaredScopeList extends ResourceOfApi implements ScopeList {
  protected readonly apiAttribute = 'resource_server_identifier';
  private list?: Value<readonly Scope[]>;

  public get scopes(): Value<readonly Scope[]> {
    return (this.list ??= this.readScopes());
  }

  private readScopes(): Value<readonly Scope[]> {
    const blocks = blocksOf(this.resource.get('scopes'));
    return blocks === UNKNOWN ? UNKNOWN : blocks?.map((block) => ({
      name: literal(memberOf(block, 'name')),
      description: literal(memberOf(block, 'description')),
    }));
  }

  /** Adds the names of the scopes to a set. Returns false if some of them are not known. */
  public addNamesTo(names: Set<string>): boolean {
    const blocks = blocksOf(this.resource.get('scopes'));
    return blocks !== UNKNOWN && (blocks ?? []).every((block) => {
      const { name } = block as { readonly name?: unknown };
      return typeof name === 'string' && !isExpression(name) && names.add(normalized(name));
    });
  }
}

/** An `auth0_resource_server_scope`. */
export class DeclaredSingleScope extends ResourceOfApi implements SingleScope {
  protected readonly apiAttribute = 'resource_server_identifier';

  public override get api(): ApiReference {
    const reference = super.api;
    // here Auth0 takes the id of the API as well as the identifier
    return reference.byId ? { ...reference, key: reference.api?.key, byId: false } : reference;
  }

  public get name(): Value<string> {
    return this.literal('scope');
  }

  public get description(): Value<string> {
    return this.literal('description');
  }
}

/** An `auth0_client_grant`. */
export class DeclaredGrant extends ResourceOfApi implements Grant {
  protected readonly apiAttribute = 'audience';
  private clientOf?: { readonly reference?: ClientReference };
  private subjectType?: Value<string>;
  private scopeNames?: Value<ReadonlyArray<Value<string>>>;

  public get client(): ClientReference | undefined {
    if (!this.clientOf) {
      const id = this.resource.get('client_id');
      this.clientOf = { reference: isMissing(id) ? undefined : this.lookup.clientReference(id, this) };
    }
    return this.clientOf.reference;
  }

  public get defaultFor(): Value<string> {
    return this.followed('default_for').text;
  }

  public get subject(): Value<string> {
    if (this.subjectType === undefined) {
      const type = this.resource.get('subject_type');
      this.subjectType = type ? this.lookup.follow(type, this.source).text : 'client';
    }
    return this.subjectType;
  }

  public get scopes(): Value<ReadonlyArray<Value<string>>> {
    return (this.scopeNames ??= literals(this.resource.get('scopes') ?? []));
  }

  public get allowAllScopes(): Value<boolean> {
    return this.flag('allow_all_scopes');
  }

  public get organizationUsage(): Value<string> {
    return this.literal('organization_usage');
  }

  public get allowAnyOrganization(): Value<boolean> {
    return this.flag('allow_any_organization');
  }

  public get authorizationDetailsTypes(): Value<ReadonlyArray<Value<string>>> {
    return literals(this.resource.get('authorization_details_types'));
  }

  public get definition(): string {
    return JSON.stringify([
      this.resource.get('scopes') ?? [],
      this.resource.get('allow_all_scopes') ?? false,
      this.resource.get('organization_usage') || 'deny',
      this.resource.get('allow_any_organization') ?? false,
      this.resource.get('authorization_details_types') ?? [],
    ]);
  }
}

/** Returns the name of a resource in messages. */
export function titleOf({ path, address }: SourceResource): string {
  return path === undefined ? address : ownerPath(path);
}

function isUnknown(value: unknown): boolean {
  return value === UNKNOWN || (typeof value === 'string' && isExpression(value));
}
