import type { IResolvable, ITerraformDependable } from 'cdktf';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { toAudience } from './audience';
import type { ClientGrantOptions, DefaultFor } from './client-grant-options';
import type { IClientGrant } from './i-client-grant';
import type { IResourceServer } from './i-resource-server';
import * as binding from '../bindings/client-grant';
import { withFastSynthesis } from '../framework/fast-synthesis';
import { rejectForeignStack } from '../framework/foreign-stack';
import { addImportBlock } from '../framework/import-block';
import { lazyReference, lazyString } from '../framework/lazy';
import { isUnknown } from '../framework/tokens';
import { CLIENT_GRANT_RULES } from '../rules/client-grant';
import { CLIENT_GRANT } from '../schema/client-grant';
import { apiInfoOf } from '../synth/api-info';
import { keepFindings, throwUnlessAcknowledged } from '../synth/findings';
import { checkAtSynth } from '../synth/stack-checks';
import { below, Converted, convertProps, isPresent } from '../validation/convert';
import { requireId } from '../validation/required-id';
import { displayName, validate } from '../validation/validate';

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

const L1 = withFastSynthesis(binding.ClientGrant);

/**
 * Lets an application ask for tokens for an API: `auth0_client_grant`, ordered after the API and its scopes.
 *
 * `resourceServer.grant(clientId, scopes)` makes one as a child of the API; this constructor makes one anywhere, in
 * another stack as well.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/client_grant
 */
export class ClientGrant extends Construct implements IClientGrant, ITerraformDependable {
  /** The L1, child `Resource`: the way to what this construct does not offer. */
  public readonly resource: binding.ClientGrant;

  /**
   * @throws ValidationError that lists everything that is wrong with the props; nothing has been created then
   */
  public constructor(scope: Construct, id: string, props: ClientGrantProps) {
    rejectForeignStack(scope);
    const { resourceServer: api } = props ?? ({} as ClientGrantProps);
    const converted = convertProps<binding.ClientGrantConfig>(CLIENT_GRANT, props ?? {}, { audience: toAudience, scopes: inOneOrder });
    const { config } = converted;
    const problems = isPresent(api) ? converted.problems : [...converted.problems, ...below(['audience'], toAudience(api).problems)];
    const name = displayName('ClientGrant', scope, id);
    // the rules want the identifier itself, not the reference that is written
    const audience = (api && apiInfoOf(api))?.identifier ?? config.audience;
    const { findings } = validate(CLIENT_GRANT, CLIENT_GRANT_RULES, { ...config, audience }, problems);
    const kept = throwUnlessAcknowledged(scope, name, findings);

    super(scope, id);
    this.resource = new L1(this, 'Resource', config);
    keepFindings(this, name, kept);
    checkAtSynth(this);
  }

  /** The id that Auth0 gave the grant. */
  public get clientGrantId(): string {
    return lazyReference(() => [this.resource, 'id']);
  }

  /** The address for `dependsOn`. */
  public get fqn(): string {
    return lazyString(() => this.resource.fqn);
  }

  /**
   * Lets Terraform take over a grant that exists, by an `import` block (Terraform 1.5 or newer).
   *
   * @param clientGrantId the id of the grant, `cgr_...`
   */
  public importFrom(clientGrantId: string): void {
    requireId(displayName('ClientGrant', this.node.scope!, this.node.id), 'client_grant_id', clientGrantId);
    addImportBlock(this.resource, clientGrantId);
  }
}

/** Each once, literals in alphabetical order before tokens. */
function inOneOrder(scopes: unknown): Converted<unknown> {
  // of a list with something else in it, the place is told
  if (!Array.isArray(scopes) || Token.isUnresolved(scopes) || !scopes.every((scope) => typeof scope === 'string')) {
    return { value: scopes };
  }
  const distinct = Array.from(new Set(scopes));
  return { value: [...distinct.filter((scope) => !isUnknown(scope)).sort(), ...distinct.filter(isUnknown)] };
}
