import type { IResolvable, ITerraformDependable, TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { IResourceServer } from './i-resource-server';
import { DescribedResourceServer, LookedUpResourceServer } from './imported-resource-server';
import { ResourceServerBase } from './resource-server-base';
import type { ResourceServerProps } from './resource-server-props';
import { withSafeDefaults } from './safe-defaults';
import { ScopeList } from './scope-list';
import { toBinding } from './to-binding';
import * as binding from '../bindings/resource-server';
import { ResourceServerScopes } from '../bindings/resource-server-scopes';
import { withFastSynthesis } from '../framework/fast-synthesis';
import { rejectForeignStack } from '../framework/foreign-stack';
import { addImportBlock } from '../framework/import-block';
import { lazy, lazyReference, lazyString } from '../framework/lazy';
import { DOMAIN_RULES, IMPORTED_RESOURCE_SERVER_RULES } from '../rules/existing';
import { RESOURCE_SERVER_RULES } from '../rules/resource-server';
import { Finding } from '../rules/rule';
import { block, list, text } from '../schema/attributes';
import { RESOURCE_SERVER } from '../schema/resource-server';
import { nowFor } from '../synth/acknowledgements';
import { attachApiInfo } from '../synth/api-info';
import { keepFindings, throwUnlessAcknowledged } from '../synth/findings';
import { checkAtSynth } from '../synth/stack-checks';
import { requireId } from '../validation/required-id';
import { displayName, validate } from '../validation/validate';

const L1 = withFastSynthesis(binding.ResourceServer);
const ScopesL1 = withFastSynthesis(ResourceServerScopes);

/** A warning that holds only if the API is not imported, which is known at synth. */
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
    const { name, findings } = validateAttributes(scope, id, { identifier });
    const api = new LookedUpResourceServer(scope, id, { identifier });
    keepFindings(api, name, findings);
    return api;
  }

  /** An API that exists, looked up by the id that Auth0 gave it. */
  public static fromResourceServerId(scope: Construct, id: string, resourceServerId: string): IResourceServer {
    requireId(displayName('ResourceServer', scope, id), 'resource_server_id', resourceServerId);
    return new LookedUpResourceServer(scope, id, { resourceServerId });
  }

  /** An API that exists, as it is described: nothing is looked up. */
  public static fromAttributes(scope: Construct, id: string, attributes: ResourceServerAttributes): IResourceServer {
    const { name, findings } = validateAttributes(scope, id, attributes ?? {});
    const { identifier, resourceServerId, scopes } = attributes;
    const api = new DescribedResourceServer(scope, id, identifier, { identifier, scopes }, resourceServerId ?? undefined);
    keepFindings(api, name, findings);
    return api;
  }

  /**
   * Auth0's Management API.
   *
   * @param domain of the tenant, not a custom one: `tenant.eu.auth0.com`
   */
  public static fromManagementApi(scope: Construct, id: string, domain: string): IResourceServer {
    return systemApi(scope, id, domain, 'api/v2/');
  }

  /**
   * Auth0's My Account API, with which users manage their own account.
   *
   * @param domain of the tenant, or a custom one: `tenant.eu.auth0.com`
   */
  public static fromMyAccountApi(scope: Construct, id: string, domain: string): IResourceServer {
    return systemApi(scope, id, domain, 'me/');
  }

  /**
   * Auth0's My Organization API, with which members manage their organization.
   *
   * @param domain of the tenant, or a custom one: `tenant.eu.auth0.com`
   */
  public static fromMyOrganizationApi(scope: Construct, id: string, domain: string): IResourceServer {
    return systemApi(scope, id, domain, 'my-org/');
  }

  /** The L1, child `Resource`: the way to what this construct does not offer. */
  public readonly resource: binding.ResourceServer;

  readonly #name: string;
  readonly #scopes: ScopeList;
  readonly #identifierAsGiven: string;
  readonly #provider?: TerraformProvider;
  #scopesL1?: ResourceServerScopes;
  #isImported = false;
  /** One token for each, however often it is read. */
  readonly #references: { [name: string]: string } = {};

  /**
   * @throws ValidationError that lists everything that is wrong with the props; nothing has been created then
   */
  public constructor(scope: Construct, id: string, props: ResourceServerProps) {
    rejectForeignStack(scope);
    const { config: given, problems } = toBinding(props ?? {});
    const config = props?.safeDefaults === false ? given : withSafeDefaults(given);
    const scopes = new ScopeList(given.identifier, props?.scopes);
    const name = displayName('ResourceServer', scope, id);
    const { findings } = validate(RESOURCE_SERVER, RESOURCE_SERVER_RULES, config, problems, nowFor(scope));
    const kept = throwUnlessAcknowledged(scope, name, [...findings, ...scopes.validate()]);

    super(scope, id);
    this.#name = name;
    this.#scopes = scopes;
    this.#identifierAsGiven = given.identifier;
    this.#provider = given.provider;
    this.resource = new L1(this, 'Resource', config);
    attachApiInfo(this, { identifier: given.identifier });
    this.#declareScopes();
    keepFindings(this, name, kept.filter(({ rule }) => rule !== ONLY_UNLESS_IMPORTED));
    keepFindings(this, name, kept.filter(({ rule }) => rule === ONLY_UNLESS_IMPORTED), () => !this.#isImported);
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
   * The identifier for what uses the API.
   *
   * Where the API has scopes it is a reference to their resource, so that whatever uses it (grants, permissions, an L1,
   * another stack) comes after them; scopes that are added later count.
   */
  public get audience(): string {
    return (this.#references.audience ??= lazyReference(() =>
      this.#scopesL1 ? [this.#scopesL1, 'resource_server_identifier'] : [this.resource, 'identifier'],
    ));
  }

  /** The L1 of the scopes, child `Scopes`, where the API has some. */
  public get scopesResource(): ResourceServerScopes | undefined {
    return this.#scopesL1;
  }

  /** The id of the application that is linked to this API, if there is one. */
  public get clientId(): string {
    return (this.#references.clientId ??= lazyReference(() => [this.resource, 'client_id']));
  }

  /** Whether the API is one of Auth0's own. */
  public get isSystem(): IResolvable {
    return lazy(() => this.resource.isSystem);
  }

  /** The address for `dependsOn`: of the scopes where the API has some, and so of both. */
  public get fqn(): string {
    return (this.#references.fqn ??= lazyString(() => (this.#scopesL1 ?? this.resource).fqn));
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
    const findings = throwUnlessAcknowledged(this, this.#name, this.#scopes.validateWith(scope));
    this.#scopes.add(scope);
    this.#declareScopes();
    keepFindings(this, this.#name, findings);
  }

  /**
   * Lets Terraform take over an API that exists, together with its scopes, by `import` blocks (Terraform 1.5 or newer).
   *
   * Scopes that are not declared here are removed from the API; where none are declared, its scopes stay.
   *
   * @param resourceServerId the id that Auth0 gave the API, or its identifier
   */
  public importFrom(resourceServerId: string): void {
    requireId(this.#name, 'resource_server_id', resourceServerId);
    this.#isImported = true;
    addImportBlock(this.resource, resourceServerId);
    this.#importScopes();
  }

  #declareScopes(): void {
    if (!this.#scopesL1 && !this.#scopes.isEmpty) {
      this.#scopesL1 = new ScopesL1(this, 'Scopes', {
        resourceServerIdentifier: this.identifier,
        scopes: this.#scopes.toBlocks(),
        provider: this.#provider,
      });
      this.#importScopes();
    }
  }

  #importScopes(): void {
    if (this.#isImported && this.#scopesL1) {
      // unlike the API, which has an id as well, its scopes go by the identifier alone
      addImportBlock(this.#scopesL1, this.#identifierAsGiven);
    }
  }
}

/** What can be said of an API that is defined elsewhere. */
const ATTRIBUTES = block({ identifier: text(), resource_server_id: text(), scopes: list(text()) });

/** Refuses an API that cannot exist, and returns what else was found. */
function validateAttributes(scope: Construct, id: string, attributes: object): { name: string; findings: readonly Finding[] } {
  const name = displayName('ResourceServer', scope, id);
  const { findings } = validate(ATTRIBUTES, IMPORTED_RESOURCE_SERVER_RULES, attributes);
  return { name, findings: throwUnlessAcknowledged(scope, name, findings) };
}

function systemApi(scope: Construct, id: string, domain: string, path: string): IResourceServer {
  const { findings } = validate(block({ domain: text() }), DOMAIN_RULES, { domain });
  throwUnlessAcknowledged(scope, displayName('ResourceServer', scope, id), findings);
  // the rules recognize Auth0's own APIs by their auth0.com domain; a tenant may use a custom one
  const known = { identifier: `https://tenant.auth0.com/${path}` };
  return new DescribedResourceServer(scope, id, `https://${domain}/${path}`, known);
}
