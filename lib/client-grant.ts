import type { IResolvable, ITerraformDependable, TerraformProvider, TerraformResourceLifecycle } from 'cdktf';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { apiFactsOf } from './api-facts';
import { audienceOf } from './audience';
import * as binding from './bindings/client-grant';
import { refuseEmptyId } from './existing-id';
import { refuseForeignStack } from './framework';
import { given } from './given';
import type { IResourceServer } from './i-resource-server';
import { importExisting } from './import-block';
import { CLIENT_GRANT_SHAPE } from './rules/client-grant-config';
import { CLIENT_GRANT_RULES } from './rules/client-grants';
import { GRANTED_SCOPE_RULES, GRANT_ON_API_RULES } from './rules/scope-use';
import { blockOf } from './rules/value';
import { settled } from './settled';
import { checkScopesAtSynth } from './synth-checks';
import { isUnknown, lateReference, lateString } from './tokens';
import { annotate, check, judge, refuseErrors, titleOf } from './validation';

/** Whom a grant concerns that names no application. */
export enum DefaultFor {
  /** Every third-party application that has no grant of its own. */
  THIRD_PARTY_CLIENTS = 'third_party_clients',
}

/** On whose behalf tokens are issued. */
export enum SubjectType {
  /** An application's own (client credentials). */
  CLIENT = 'client',

  /** A user's. With `enforcePolicies`, they get the scopes of their roles, and none without a role. */
  USER = 'user',

  /** Nobody's yet: an anonymous session. Needs provider 1.58 or newer; early access in Auth0. */
  ANONYMOUS_USER = 'anonymous_user',
}

/** Whether client credentials are used with an organization. */
export enum OrganizationUsage {
  /** They may be. */
  ALLOW = 'allow',

  /** They must not be; what Auth0 does where nothing is said. */
  DENY = 'deny',

  /** They must be. */
  REQUIRE = 'require',
}

/** What a grant says beyond the API, the application and the scopes. */
export interface ClientGrantOptions {
  /**
   * On whose behalf the tokens are issued. It cannot be changed: another one replaces the grant. An application can
   * have one grant of each.
   *
   * @default - not written: SubjectType.CLIENT for a new grant
   */
  readonly subjectType?: SubjectType;

  /**
   * Whether client credentials are used with an organization; documented to have no effect for users.
   *
   * @default - not written: OrganizationUsage.DENY for a new grant
   */
  readonly organizationUsage?: OrganizationUsage;

  /**
   * Whether any organization will do. For trusted applications only; not for third-party ones. Without effect unless
   * `organizationUsage` allows or requires organizations.
   *
   * @default - not written: false for a new grant
   */
  readonly allowAnyOrganization?: boolean | IResolvable;

  /**
   * The types of rich authorization requests that the application may make, each 1 to 255 characters. Only with
   * `SubjectType.USER`.
   *
   * @default - not written
   */
  readonly authorizationDetailsTypes?: string[];

  /**
   * The provider to use.
   *
   * @default - the stack's only provider of Auth0
   */
  readonly provider?: TerraformProvider;

  /**
   * The lifecycle of the grant.
   *
   * @default - Terraform's
   */
  readonly lifecycle?: TerraformResourceLifecycle;

  /**
   * What must exist before the grant. The API and its scopes do anyway.
   *
   * @default - the API and its scopes
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** What an application may ask for. */
export interface ClientGrantProps extends ClientGrantOptions {
  /** The API. */
  readonly resourceServer: IResourceServer;

  /**
   * The application. Either this or `defaultFor` must be given.
   *
   * @default - given by `defaultFor`
   */
  readonly clientId?: string;

  /**
   * The applications that have no grant of their own. Either this or `clientId` must be given. Not for Auth0's own APIs.
   *
   * @default - given by `clientId`
   */
  readonly defaultFor?: DefaultFor;

  /**
   * The most that the application can get, each 1 to 280 characters; may be empty. They are written in one order
   * whatever their order here, since Auth0's provider takes another order for a change.
   *
   * Either this or `allowAllScopes` must be given. A scope that the API does not declare is refused at synth, where the
   * API declares its scopes in the same app.
   *
   * @default - given by `allowAllScopes`
   */
  readonly scopes?: string[];

  /**
   * Whether every scope is granted, also those that are added later. Prefer `scopes`: an application should get what it
   * needs. Not for Auth0's own APIs. Early access in Auth0.
   *
   * @default - not written
   */
  readonly allowAllScopes?: boolean | IResolvable;
}

const L1 = settled(binding.ClientGrant);

/**
 * Lets an application ask for tokens for an API: `auth0_client_grant`, ordered after the API and its scopes.
 *
 * `resourceServer.grant(clientId, scopes)` makes one as a child of the API; this constructor makes one anywhere, in
 * another stack as well.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/client_grant
 */
export class ClientGrant extends Construct implements ITerraformDependable {
  /** The L1, child `Resource`: the way to what this construct does not offer. */
  public readonly resource: binding.ClientGrant;

  /**
   * @throws ValidationError that lists everything that is wrong with the props; nothing has been created then
   */
  public constructor(scope: Construct, id: string, props: ClientGrantProps) {
    refuseForeignStack(scope);
    const { resourceServer: api, scopes, ...options } = props ?? ({} as ClientGrantProps);
    const facts = api && apiFactsOf(api);
    const config: binding.ClientGrantConfig = given({
      audience: audienceOf(api),
      clientId: options.clientId,
      defaultFor: options.defaultFor,
      scopes: inOneOrder(scopes),
      allowAllScopes: options.allowAllScopes,
      subjectType: options.subjectType,
      organizationUsage: options.organizationUsage,
      allowAnyOrganization: options.allowAnyOrganization,
      authorizationDetailsTypes: options.authorizationDetailsTypes,
      provider: options.provider,
      lifecycle: options.lifecycle,
      dependsOn: options.dependsOn,
    });
    const title = titleOf('ClientGrant', scope, id);
    // the rules want the identifier itself, not the reference that is written
    const checked = check(CLIENT_GRANT_SHAPE, CLIENT_GRANT_RULES, { ...config, audience: facts?.identifier ?? config.audience });
    const onApi = facts ? judge(GRANT_ON_API_RULES, { grant: checked.config, api: facts.config }) : [];
    const warnings = refuseErrors(title, [...checked.violations, ...onApi], ClientGrant);

    super(scope, id);
    this.resource = new L1(this, 'Resource', config);
    annotate(this, warnings);
    const used = blockOf(checked.config.scopes) ?? [];
    checkScopesAtSynth(this, title, GRANTED_SCOPE_RULES, () => [{ api, used }]);
  }

  /** The id that Auth0 gave the grant. */
  public get clientGrantId(): string {
    return lateReference(() => [this.resource, 'id']);
  }

  /** The address for `dependsOn`. */
  public get fqn(): string {
    return lateString(() => this.resource.fqn);
  }

  /**
   * Lets Terraform take over a grant that exists, by an `import` block (Terraform 1.5 or newer).
   *
   * @param clientGrantId the id of the grant, `cgr_...`
   */
  public importFrom(clientGrantId: string): void {
    const title = titleOf('ClientGrant', this.node.scope!, this.node.id);
    refuseEmptyId(title, 'client_grant_id', clientGrantId, this.importFrom);
    importExisting(this.resource, clientGrantId);
  }
}

/** Each once, literals in alphabetical order before tokens. */
function inOneOrder(scopes: string[] | undefined): string[] | undefined {
  if (!Array.isArray(scopes) || Token.isUnresolved(scopes)) {
    return scopes;
  }
  const distinct = Array.from(new Set(scopes));
  return [...distinct.filter((scope) => !isUnknown(scope)).sort(), ...distinct.filter(isUnknown)];
}
