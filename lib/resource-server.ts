import { Annotations, IResolvable, ITerraformDependable } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import * as binding from './bindings/resource-server';
import { ResourceServerScopes } from './bindings/resource-server-scopes';
import { configOf } from './resource-server-config';
import type { ResourceServerProps } from './resource-server-props';
import { RESOURCE_SERVER_RULES } from './rules';
import { RESOURCE_SERVER_SHAPE } from './rules/resource-server-config';
import { Violation } from './rules/rule';
import { withSafeDefaults } from './safe-defaults';
import { ScopeList } from './scope-list';
import { late, lateString } from './tokens';
import { check, refuseErrors, titleOf } from './validation';

/** An API, defined here or elsewhere. */
export interface IResourceServer extends IConstruct {
  /** The identifier, the audience of its tokens. */
  readonly identifier: string;

  /** The id that Auth0 gave the API. */
  readonly resourceServerId: string;

  /** The identifier for what uses the API: a reference that is known once the API has its scopes. */
  readonly audience: string;
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
export class ResourceServer extends Construct implements IResourceServer, ITerraformDependable {
  /** The L1, child `Resource`: the way to what this construct does not offer. */
  public readonly resource: binding.ResourceServer;

  private readonly title: string;
  private readonly scopes: ScopeList;
  private readonly props: ResourceServerProps;
  private scopesResource?: ResourceServerScopes;
  private readonly references = new Map<string, string>();

  /**
   * @throws ValidationError that lists everything that is wrong with the props; nothing has been created then
   */
  public constructor(scope: Construct, id: string, props: ResourceServerProps) {
    const given = configOf(props ?? {});
    const config = props?.safeDefaults === false ? given : withSafeDefaults(given);
    const scopes = new ScopeList(given.identifier, props?.scopes);
    const title = titleOf('ResourceServer', scope, id);
    const violations = [...check(RESOURCE_SERVER_SHAPE, RESOURCE_SERVER_RULES, config), ...scopes.validate()];
    const warnings = refuseErrors(title, violations, ResourceServer);

    super(scope, id);
    this.title = title;
    this.scopes = scopes;
    this.props = props;
    this.resource = new binding.ResourceServer(this, 'Resource', config);
    this.declareScopes();
    this.warn(warnings);
  }

  /** The identifier, as a reference to the API. */
  public get identifier(): string {
    return this.reference('identifier', () => this.resource.identifier);
  }

  /** The id that Auth0 gave the API. */
  public get resourceServerId(): string {
    return this.reference('id', () => this.resource.id);
  }

  /**
   * The identifier for what uses the API.
   *
   * Where the API has scopes it is a reference to their resource, so that whatever uses it (grants, permissions, an L1,
   * another stack) comes after them; scopes that are added later count.
   */
  public get audience(): string {
    return this.reference('audience', () => this.scopesResource?.resourceServerIdentifier ?? this.resource.identifier);
  }

  /** The id of the application that is linked to this API, if there is one. */
  public get clientId(): string {
    return this.reference('client_id', () => this.resource.clientId);
  }

  /** Whether the API is one of Auth0's own. */
  public get isSystem(): IResolvable {
    return late(() => this.resource.isSystem);
  }

  /** The address for `dependsOn`: of the scopes where the API has some, and so of both. */
  public get fqn(): string {
    return this.reference('fqn', () => (this.scopesResource ?? this.resource).fqn);
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
    const warnings = refuseErrors(this.title, this.scopes.validateWith(scope), this.addScope);
    this.scopes.add(scope);
    this.declareScopes();
    this.warn(warnings);
  }

  private declareScopes(): void {
    if (!this.scopes.isEmpty) {
      this.scopesResource ??= new ResourceServerScopes(this, 'Scopes', {
        resourceServerIdentifier: lateString(() => this.resource.identifier),
        scopes: this.scopes.toBlocks(),
        provider: this.props.provider,
      });
    }
  }

  /** One token for each reference, however often it is read. */
  private reference(name: string, produce: () => string): string {
    const known = this.references.get(name) ?? lateString(produce);
    this.references.set(name, known);
    return known;
  }

  private warn(warnings: Violation[]): void {
    for (const { message, rule } of warnings) {
      Annotations.of(this).addWarning(`${message} [${rule}]`);
    }
  }
}
