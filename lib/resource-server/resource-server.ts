import type { IResolvable, ITerraformDependable, TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { IResourceServer } from './i-resource-server';
import { DescribedResourceServer, LookedUpResourceServer } from './imported-resource-server';
import { ResourceServerBase } from './resource-server-base';
import type { ResourceServerProps } from './resource-server-props';
import { withSafeDefaults } from './safe-defaults';
import { ScopeList } from './scope-list';
import { configOf } from './to-binding';
import * as binding from '../bindings/resource-server';
import { ResourceServerScopes } from '../bindings/resource-server-scopes';
import { withFastSynthesis } from '../framework/fast-synthesis';
import { rejectForeignStack } from '../framework/foreign-stack';
import { addImportBlock } from '../framework/import-block';
import { lazy, lazyReference, lazyString } from '../framework/lazy';
import { IMPORTED_RESOURCE_SERVER_RULES, TENANT_RULES } from '../rules/existing';
import { RESOURCE_SERVER_RULES } from '../rules/resource-server';
import { Finding } from '../rules/rule';
import { RESOURCE_SERVER_SHAPE } from '../schema/resource-server';
import { attachApiInfo } from '../synth/api-info';
import { checkStackAtSynth } from '../synth/stack-checks';
import { requireId } from '../validation/required-id';
import { addWarnings, check, throwIfErrors, displayName } from '../validation/validate';

const L1 = withFastSynthesis(binding.ResourceServer);
const ScopesL1 = withFastSynthesis(ResourceServerScopes);

/** A warning that waits for synth, when it is known whether the API is imported. */
const ONLY_UNLESS_IMPORTED = 'identifier-reserved';

/** An API that is defined elsewhere. */
export interface ResourceServerAttributes {
  /** The audience that tokens for the API carry. */
  readonly identifier: string;

  /**
   * The id that Auth0 gave the API.
   *
   * @default - not known
   */
  readonly resourceServerId?: string;

  /**
   * The names of its scopes, all of them: grants and permissions are checked against them.
   *
   * @default - not known: nothing is assumed of them
   */
  readonly scopes?: string[];
}

/**
 * An API that Auth0 issues access tokens for: `auth0_resource_server` and, where scopes are given, one
 * `auth0_resource_server_scopes`.
 *
 * The definition is whole: what is left out is written in its safe form or switched off, so that what is deleted from
 * the code is off in Auth0 after the next apply (see `safeDefaults`). In `dependsOn`, the API stands for itself and its
 * scopes.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/resource_server
 */
export class ResourceServer extends ResourceServerBase implements ITerraformDependable {
  /** An API that exists, looked up by its identifier. */
  public static fromIdentifier(scope: Construct, id: string, identifier: string): IResourceServer {
    const warnings = refuseAttributes(scope, id, { identifier }, ResourceServer.fromIdentifier);
    const api = new LookedUpResourceServer(scope, id, { identifier });
    addWarnings(api, warnings);
    return api;
  }

  /** An API that exists, looked up by the id that Auth0 gave it. */
  public static fromResourceServerId(scope: Construct, id: string, resourceServerId: string): IResourceServer {
    const title = displayName('ResourceServer', scope, id);
    requireId(title, 'resource_server_id', resourceServerId, ResourceServer.fromResourceServerId);
    return new LookedUpResourceServer(scope, id, { resourceServerId });
  }

  /** An API that exists, as it is described: nothing is looked up. */
  public static fromAttributes(scope: Construct, id: string, attributes: ResourceServerAttributes): IResourceServer {
    const warnings = refuseAttributes(scope, id, attributes ?? {}, ResourceServer.fromAttributes);
    const { identifier, resourceServerId, scopes } = attributes;
    const api = new DescribedResourceServer(scope, id, identifier, { identifier, scopes }, resourceServerId ?? undefined);
    addWarnings(api, warnings);
    return api;
  }

  /**
   * Auth0's Management API.
   *
   * @param domain of the tenant, not a custom one: `tenant.eu.auth0.com`
   */
  public static fromManagementApi(scope: Construct, id: string, domain: string): IResourceServer {
    return systemApi(scope, id, domain, 'api/v2/', ResourceServer.fromManagementApi);
  }

  /**
   * Auth0's My Account API, with which users manage their own account.
   *
   * @param domain of the tenant, or a custom one: `tenant.eu.auth0.com`
   */
  public static fromMyAccountApi(scope: Construct, id: string, domain: string): IResourceServer {
    return systemApi(scope, id, domain, 'me/', ResourceServer.fromMyAccountApi);
  }

  /**
   * Auth0's My Organization API, with which members manage their organization.
   *
   * @param domain of the tenant, or a custom one: `tenant.eu.auth0.com`
   */
  public static fromMyOrganizationApi(scope: Construct, id: string, domain: string): IResourceServer {
    return systemApi(scope, id, domain, 'my-org/', ResourceServer.fromMyOrganizationApi);
  }

  /** The L1, child `Resource`: the way to what this construct does not offer. */
  public readonly resource: binding.ResourceServer;

  private readonly title: string;
  private readonly scopes: ScopeList;
  private readonly identifierAsGiven: string;
  private readonly provider?: TerraformProvider;
  private scopesL1?: ResourceServerScopes;
  private isImported = false;
  /** One token for each, however often it is read. */
  private readonly references: { [name: string]: string } = {};

  /**
   * @throws ValidationError that lists everything that is wrong with the props; nothing has been created then
   */
  public constructor(scope: Construct, id: string, props: ResourceServerProps) {
    rejectForeignStack(scope);
    const given = configOf(props ?? {});
    const config = props?.safeDefaults === false ? given : withSafeDefaults(given);
    const scopes = new ScopeList(given.identifier, props?.scopes);
    const title = displayName('ResourceServer', scope, id);
    const checked = check(RESOURCE_SERVER_SHAPE, RESOURCE_SERVER_RULES, config);
    const warnings = throwIfErrors(title, [...checked.violations, ...scopes.validate()], ResourceServer);

    super(scope, id);
    this.title = title;
    this.scopes = scopes;
    this.identifierAsGiven = given.identifier;
    this.provider = given.provider;
    this.resource = new L1(this, 'Resource', config);
    const { subject_type_authorization: access, authorization_details: details } = checked.config;
    attachApiInfo(this, {
      title,
      identifier: given.identifier,
      config: { subject_type_authorization: access, authorization_details: details },
      declaredScopes: () => scopes.names(),
    });
    this.declareScopes();
    this.warn(warnings);
    checkStackAtSynth(this);
  }

  /** The identifier, as a reference to the API. */
  public get identifier(): string {
    return (this.references.identifier ??= lazyReference(() => [this.resource, 'identifier']));
  }

  /** The id that Auth0 gave the API. */
  public get resourceServerId(): string {
    return (this.references.resourceServerId ??= lazyReference(() => [this.resource, 'id']));
  }

  /**
   * The identifier for what uses the API.
   *
   * Where the API has scopes it is a reference to their resource, so that whatever uses it (grants, permissions, an L1,
   * another stack) comes after them; scopes that are added later count.
   */
  public get audience(): string {
    return (this.references.audience ??= lazyReference(() =>
      this.scopesL1 ? [this.scopesL1, 'resource_server_identifier'] : [this.resource, 'identifier'],
    ));
  }

  /** The L1 of the scopes, child `Scopes`, where the API has some. */
  public get scopesResource(): ResourceServerScopes | undefined {
    return this.scopesL1;
  }

  /** The id of the application that is linked to this API, if there is one. */
  public get clientId(): string {
    return (this.references.clientId ??= lazyReference(() => [this.resource, 'client_id']));
  }

  /** Whether the API is one of Auth0's own. */
  public get isSystem(): IResolvable {
    return lazy(() => this.resource.isSystem);
  }

  /** The address for `dependsOn`: of the scopes where the API has some, and so of both. */
  public get fqn(): string {
    return (this.references.fqn ??= lazyString(() => (this.scopesL1 ?? this.resource).fqn));
  }

  /**
   * Adds a permission, at any time before synth.
   *
   * The same scope again is no mistake; with another description it is.
   *
   * @param name 1 to 280 characters
   * @param description at most 500 characters
   * @throws ValidationError that lists everything that is wrong with the scope
   */
  public addScope(name: string, description?: string): void {
    const scope = { name, description };
    const warnings = throwIfErrors(this.title, this.scopes.validateWith(scope), this.addScope);
    this.scopes.add(scope);
    this.declareScopes();
    addWarnings(this, warnings);
  }

  /**
   * Lets Terraform take over an API that exists, together with its scopes, by `import` blocks (Terraform 1.5 or newer).
   *
   * Scopes that are not declared here are removed from the API; where none are declared, its scopes stay.
   *
   * @param resourceServerId the id that Auth0 gave the API, or its identifier
   */
  public importFrom(resourceServerId: string): void {
    requireId(this.title, 'resource_server_id', resourceServerId, this.importFrom);
    this.isImported = true;
    addImportBlock(this.resource, resourceServerId);
    this.importScopes();
  }

  private declareScopes(): void {
    if (!this.scopesL1 && !this.scopes.isEmpty) {
      this.scopesL1 = new ScopesL1(this, 'Scopes', {
        resourceServerIdentifier: this.identifier,
        scopes: this.scopes.toBlocks(),
        provider: this.provider,
      });
      this.importScopes();
    }
  }

  private importScopes(): void {
    if (this.isImported && this.scopesL1) {
      // unlike the API, which has an id as well, its scopes go by the identifier alone
      addImportBlock(this.scopesL1, this.identifierAsGiven);
    }
  }

  private warn(warnings: Finding[]): void {
    addWarnings(this, warnings.filter(({ rule }) => rule !== ONLY_UNLESS_IMPORTED));
    const reserved = warnings.filter(({ rule }) => rule === ONLY_UNLESS_IMPORTED);
    if (reserved.length > 0) {
      this.node.addValidation({
        validate: () => {
          addWarnings(this, this.isImported ? [] : reserved.splice(0));
          return [];
        },
      });
    }
  }
}

const ATTRIBUTES_SHAPE = { identifier: 'string', resource_server_id: 'string', scopes: ['string'] } as const;

/** Refuses an API that cannot exist, and returns the warnings. */
function refuseAttributes(scope: Construct, id: string, attributes: object, caller: Function): Finding[] {
  const { violations } = check(ATTRIBUTES_SHAPE, IMPORTED_RESOURCE_SERVER_RULES, attributes);
  return throwIfErrors(displayName('ResourceServer', scope, id), violations, caller);
}

function systemApi(scope: Construct, id: string, domain: string, path: string, caller: Function): IResourceServer {
  const { violations } = check({ domain: 'string' }, TENANT_RULES, { domain });
  throwIfErrors(displayName('ResourceServer', scope, id), violations, caller);
  // whatever the domain, to the rules it is Auth0's
  const known = { identifier: `https://tenant.auth0.com/${path}` };
  return new DescribedResourceServer(scope, id, `https://${domain}/${path}`, known);
}
