import type { IResolvable, ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { ATTRIBUTE_NAMES, checkAttributes } from './check-attributes';
import { checkProps, Recognized } from './check-props';
import { describedSystemApi } from './described-system-api';
import type { ExistingOptions } from './existing-options';
import type { IResourceServer } from './i-resource-server';
import { DescribedResourceServer, LookedUpResourceServer } from './imported-resource-server';
import { existingOptions } from './read-existing-options';
import type { ResourceServerAttributes } from './resource-server-attributes';
import { ResourceServerBase } from './resource-server-base';
import { ResourceServer as L1 } from './resource-server-l1';
import type { ResourceServerProps } from './resource-server-props';
import { dependentIn, replaceDefaults, withSafeDefaults } from './safe-defaults';
import { ScopeList } from './scope-list';
import { checkDefaultOf } from './variable-defaults';
import * as binding from '../bindings/resource-server';
import { ResourceServerScopes } from '../bindings/resource-server-scopes';
import { writeBlockTokens } from '../framework/block-tokens';
import { withFastSynthesis } from '../framework/fast-synthesis';
import { rejectForeignStack } from '../framework/foreign-stack';
import { addImportBlock, beforeImport, isImported } from '../framework/import-block';
import { followInstances } from '../framework/instances';
import { lazy, lazyAddress, lazyReference } from '../framework/lazy';
import { followProvider, providerOf } from '../framework/provider';
import { rejectAfterSynth } from '../framework/synthesis';
import { systemApiBy } from '../framework/system-api';
import { asText, isUnknown } from '../framework/tokens';
import { SYSTEM_API_RULES } from '../rules/resource-server/system-apis';
import { RESOURCE_SERVER } from '../schema/resource-server';
import { nowFor } from '../synth/acknowledgements';
import { ApiInfo, attachApiInfo } from '../synth/api-info';
import { keepFindings, throwUnlessAcknowledged } from '../synth/findings';
import { checkAtSynth } from '../synth/stack-checks';
import { adoptionFindings } from '../validation/adoption';
import { guarded } from '../validation/guarded';
import { readOptions } from '../validation/options';
import { requireId } from '../validation/required-id';
import { displayName, validate } from '../validation/validate';

const ScopesL1 = withFastSynthesis(ResourceServerScopes);

/** A warning that applies only if the API is not imported. That is known at synth. */
const ONLY_UNLESS_IMPORTED = 'identifier-reserved';

/**
 * An API that Auth0 issues access tokens for: `auth0_resource_server` and, where scopes are given, one
 * `auth0_resource_server_scopes`.
 *
 * Properties that you leave out are written with a safe default. A property that you delete from the code goes back to
 * its default in Auth0 at the next apply (see `safeDefaults`). In `dependsOn`, the API stands for itself and its
 * scopes.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/resource_server
 */
export class ResourceServer extends ResourceServerBase implements ITerraformDependable {
  /** Looks up an existing API by its identifier. */
  public static fromIdentifier(scope: Construct, id: string, identifier: string, options: ExistingOptions = {}): IResourceServer {
    const { name, findings } = checkAttributes(scope, id, { identifier }, []);
    const api = new LookedUpResourceServer(scope, id, { identifier }, existingOptions(name, options));
    keepFindings(api, name, findings);
    return api;
  }

  /**
   * Looks up an existing API by the id that Auth0 gave it.
   *
   * @param resourceServerId must be known when Terraform plans: for an API that is made in the same plan, use its construct
   */
  public static fromResourceServerId(scope: Construct, id: string, resourceServerId: string, options: ExistingOptions = {}): IResourceServer {
    const name = displayName('ResourceServer', scope, id);
    requireId(name, 'resource_server_id', resourceServerId);
    return new LookedUpResourceServer(scope, id, { resourceServerId }, existingOptions(name, options));
  }

  /**
   * Describes an existing API by its attributes. Terraform looks nothing up.
   *
   * @param options the same as for other existing APIs; they can be among the attributes, too
   */
  public static fromAttributes(scope: Construct, id: string, attributes: ResourceServerAttributes, options: ExistingOptions = {}): IResourceServer {
    const { values, problems } = readOptions(attributes, ATTRIBUTE_NAMES);
    const { identifier, resourceServerId, scopes } = values;
    const { name, findings } = checkAttributes(scope, id, values, problems);
    const given = existingOptions(name, { provider: existingOptions(name, options).provider ?? values.provider });
    const known = { identifier: asText(identifier), scopes };
    const api = new DescribedResourceServer(scope, id, known.identifier, known, given, asText(resourceServerId) ?? undefined);
    keepFindings(api, name, findings);
    return api;
  }

  /**
   * Returns Auth0's Management API. Terraform looks nothing up.
   *
   * @param domain the domain of the tenant, not a custom domain: `tenant.eu.auth0.com`. Without it, that of the provider,
   * or AUTH0_DOMAIN of the environment
   */
  public static fromManagementApi(scope: Construct, id: string, domain?: string, options: ExistingOptions = {}): IResourceServer {
    return describedSystemApi(scope, id, domain, 'api/v2/', options);
  }

  /**
   * Returns Auth0's My Account API: users manage their own account with it. Terraform looks nothing up.
   *
   * @param domain the domain of the tenant, `tenant.eu.auth0.com`, or a custom domain. Without it, that of the provider,
   * or AUTH0_DOMAIN of the environment
   */
  public static fromMyAccountApi(scope: Construct, id: string, domain?: string, options: ExistingOptions = {}): IResourceServer {
    return describedSystemApi(scope, id, domain, 'me/', options);
  }

  /**
   * Returns Auth0's My Organization API: members manage their organization with it. Terraform looks nothing up.
   *
   * @param domain the domain of the tenant, `tenant.eu.auth0.com`, or a custom domain. Without it, that of the provider,
   * or AUTH0_DOMAIN of the environment
   */
  public static fromMyOrganizationApi(scope: Construct, id: string, domain?: string, options: ExistingOptions = {}): IResourceServer {
    return describedSystemApi(scope, id, domain, 'my-org/', options);
  }

  /** The L1, child `Resource`. Use it for settings that this construct does not have. */
  public readonly resource: binding.ResourceServer;

  readonly #name: string;
  readonly #scopes: ScopeList;
  /** The configuration without defaults, and the one that was written. */
  readonly #given: binding.ResourceServerConfig;
  #written: binding.ResourceServerConfig;
  readonly #circumstances: Recognized;
  readonly #info: ApiInfo & { identifier: string };
  #scopesL1?: ResourceServerScopes;
  #isImported = false;
  /** The references to this API. Each token is created once and reused. */
  readonly #references: { [name: string]: string } = {};

  /**
   * @throws ValidationError that lists every error in the props; nothing is created then
   */
  public constructor(scope: Construct, id: string, props: ResourceServerProps) {
    const name = displayName('ResourceServer', scope, id);
    rejectForeignStack(scope);
    rejectAfterSynth(scope, 'new ResourceServer');
    const { values, given, config, circumstances, scopes, kept } = checkProps(scope, name, props);

    super(scope, id);
    this.#name = name;
    this.#scopes = scopes;
    this.#circumstances = circumstances;
    this.#info = {
      identifier: given.identifier,
      safeDefaults: values.safeDefaults,
      provider: () => providerOf(this.resource),
    };
    this.#given = given;
    this.#written = config;
    this.resource = new L1(this, 'Resource', config, dependentIn(given, config, circumstances.systemApi));
    writeBlockTokens(this.resource, RESOURCE_SERVER, config);
    attachApiInfo(this, this.#info);
    this.#declareScopes();
    keepFindings(this, name, kept.filter(({ rule }) => rule !== ONLY_UNLESS_IMPORTED));
    keepFindings(this, name, kept.filter(({ rule }) => rule === ONLY_UNLESS_IMPORTED), () => !isImported(this.resource));
    beforeImport(this.resource, (importId) => this.#adopt(importId));
    for (const property of ['scopes', 'customClaims'] as const) {
      const ofDefault = checkDefaultOf(property, values[property], this);
      if (ofDefault) {
        keepFindings(this, name, ofDefault.findings, ofDefault.holds);
      }
    }
    checkAtSynth(this);
  }

  /** The identifier, as a reference to the API. */
  public get identifier(): string {
    return (this.#references.identifier ??= lazyReference(() => [this.resource, 'identifier']));
  }

  /** The id that Auth0 gave the API. */
  public get resourceServerId(): string {
    return (this.#references.resourceServerId ??= lazyReference(() => [this.resource, 'id']));
  }

  /**
   * The identifier, for resources that use the API.
   *
   * If the API has scopes, it is a reference to the resource of the scopes: Terraform then creates everything that uses
   * it (grants, permissions, an L1, another stack) after the scopes. Scopes that are added later count, too.
   */
  public get audience(): string {
    return (this.#references.audience ??= lazyReference(() => {
      const scopes = this.scopesResource;
      return scopes ? [scopes, 'resource_server_identifier'] : [this.resource, 'identifier'];
    }));
  }

  /** The L1 of the scopes, child `Scopes`. Undefined if the API has no scopes. */
  public get scopesResource(): ResourceServerScopes | undefined {
    // it may have been removed
    return this.node.tryFindChild('Scopes') && this.#scopesL1;
  }

  /** The client ID of the application that is linked to this API, if there is one. */
  public get clientId(): string {
    return (this.#references.clientId ??= lazyReference(() => [this.resource, 'client_id']));
  }

  /** Whether the API is one of Auth0's own APIs. */
  public get isSystem(): IResolvable {
    return lazy(() => this.resource.isSystem);
  }

  /**
   * The Terraform address. As a value, such as that of an output, it is the API. In `dependsOn` and within expressions, it
   * is the resource of the scopes if there are any: they depend on the API.
   */
  public get fqn(): string {
    return (this.#references.fqn ??= lazyAddress(this.resource, () => this.scopesResource));
  }

  /**
   * Adds a scope, at any time before synth.
   *
   * You can add the same scope again, but not with a different description.
   *
   * @param name 1 to 280 characters
   * @param description at most 500 characters
   * @throws ValidationError that lists every error in the scope
   */
  public addScope(name: string, description?: string): void {
    rejectAfterSynth(this, 'addScope');
    const scope = guarded(this.#name, 'name', () => ({ name: asText(name), description }));
    const findings = guarded(this.#name, 'name', () => throwUnlessAcknowledged(this, this.#name, this.#scopes.validateWith(scope)));
    this.#scopes.add(scope);
    this.#declareScopes();
    keepFindings(this, this.#name, findings);
  }

  /**
   * Imports an existing API and its scopes with `import` blocks (Terraform 1.5 or newer).
   *
   * Terraform removes scopes of the API that are not declared here. If no scopes are declared, the API keeps its
   * scopes. The safe defaults are written over what the API has: a warning lists them, until it is acknowledged or
   * `safeDefaults` is false.
   *
   * @param resourceServerId the id that Auth0 gave the API, or its identifier
   */
  public importFrom(resourceServerId: string): void {
    rejectAfterSynth(this, 'importFrom');
    requireId(this.#name, 'resource_server_id', resourceServerId);
    this.#isImported = true;
    addImportBlock(this.resource, resourceServerId);
    this.#importScopes();
  }

  #adopt(importId: string): void {
    this.#recognizeBy(importId);
    keepFindings(this, this.#name, adoptionFindings(RESOURCE_SERVER, this.#given, this.#written));
  }

  /** If only Terraform knows the identifier, an import can tell that this is one of Auth0's own APIs. */
  #recognizeBy(importId: string): void {
    const systemApi = isUnknown(this.#given.identifier) ? systemApiBy(importId, this) : undefined;
    if (!systemApi || this.#circumstances.systemApi) {
      return;
    }
    this.#info.identifier = importId;
    Object.assign(this.#circumstances, { systemApi, mayExist: true });
    if (this.#written !== this.#given) {
      const written = withSafeDefaults(this.#given, systemApi);
      replaceDefaults(this.resource, this.#written, written);
      this.#written = written;
    }
    const { findings } = validate(RESOURCE_SERVER, SYSTEM_API_RULES, this.#given, [], nowFor(this), this.#circumstances);
    keepFindings(this, this.#name, [...findings, ...this.#scopes.validate()]);
  }

  #declareScopes(): void {
    if (!this.scopesResource && !this.#scopes.isEmpty) {
      this.#scopesL1 = new ScopesL1(this, 'Scopes', {
        resourceServerIdentifier: this.identifier,
        scopes: this.#scopes.toBlocks(),
      });
      followProvider(this.#scopesL1, () => providerOf(this.resource));
      followInstances(this.#scopesL1, this.resource);
      this.#importScopes();
    }
  }

  #importScopes(): void {
    const scopes = this.scopesResource;
    if (this.#isImported && scopes) {
      // the import id of the scopes is always the identifier of the API
      addImportBlock(scopes, this.#given.identifier);
    }
  }
}
