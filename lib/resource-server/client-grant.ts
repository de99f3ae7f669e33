import type { IResolvable, ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { INSTEAD_OF_TEXT, toAudience } from './audience';
import type { ClientGrantOptions, DefaultFor } from './client-grant-options';
import { toClientId } from './client-id';
import { withGrantDefaults } from './grant-defaults';
import type { IClientGrant } from './i-client-grant';
import type { IResourceServer } from './i-resource-server';
import * as binding from '../bindings/client-grant';
import { withFastSynthesis } from '../framework/fast-synthesis';
import { rejectForeignStack } from '../framework/foreign-stack';
import { addImportBlock, beforeImport } from '../framework/import-block';
import { lazyReference, lazyString } from '../framework/lazy';
import { followProvider } from '../framework/provider';
import { rejectAfterSynth } from '../framework/synthesis';
import { systemApiBy } from '../framework/system-api';
import { asText, isUnknown, sortedNames } from '../framework/tokens';
import { CLIENT_GRANT_RULES } from '../rules/client-grant';
import { CLIENT_GRANT } from '../schema/client-grant';
import { MAX_ITEMS } from '../schema/read';
import { apiInfoOf } from '../synth/api-info';
import { keepFindings, throwUnlessAcknowledged } from '../synth/findings';
import { keepProviderMismatch } from '../synth/imported-provider';
import { checkAtSynth } from '../synth/stack-checks';
import { distinctTexts } from '../util/text';
import { adoptionFindings } from '../validation/adoption';
import { below, Converted, convertProps, isPresent, problem } from '../validation/convert';
import { guarded } from '../validation/guarded';
import { moveFrom } from '../validation/moved-from';
import { propsOf, readProps } from '../validation/props';
import { requireId } from '../validation/required-id';
import { displayName, validate } from '../validation/validate';

/** The props of a grant. */
export interface ClientGrantProps extends ClientGrantOptions {
  /** The API. */
  readonly resourceServer: IResourceServer;

  /**
   * The client ID of the application. Give either `clientId` or `defaultFor`.
   *
   * @default - given by `defaultFor`
   */
  readonly clientId?: string;

  /**
   * Makes this a default grant, for the applications without their own grant. Give either `clientId` or `defaultFor`.
   *
   * Not possible for Auth0's own APIs.
   *
   * @default - given by `clientId`
   */
  readonly defaultFor?: DefaultFor;

  /**
   * The scopes that the application can get: each 1 to 280 characters. The list can be empty.
   *
   * Give either `scopes` or `allowAllScopes`. If the API declares its scopes in the same app, synth refuses a scope
   * that the API does not declare. The scopes are written in alphabetical order, because Terraform plans a change when
   * only the order changes.
   *
   * @default - given by `allowAllScopes`
   */
  readonly scopes?: string[];

  /**
   * Whether the application can get every scope, also those that are added later.
   *
   * Prefer `scopes`: an application should get only what it needs. Not possible for Auth0's own APIs. Early access in
   * Auth0.
   *
   * @default - not written
   */
  readonly allowAllScopes?: boolean | IResolvable;
}

const L1 = withFastSynthesis(binding.ClientGrant);
const PROPS = propsOf(CLIENT_GRANT, 'safeDefaults');
const INSTEAD = { audience: `must be given, but 'audience' was given: ${INSTEAD_OF_TEXT}` };

/**
 * A grant: lets an application request access tokens for an API (`auth0_client_grant`).
 *
 * Terraform creates it after the API and its scopes. `resourceServer.grant(clientId, scopes)` creates a grant as a
 * child of the API. Use this constructor to create it elsewhere, for example in another stack.
 *
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/client_grant
 */
export class ClientGrant extends Construct implements IClientGrant, ITerraformDependable {
  /** The L1, child `Resource`. Use it for settings that this construct does not have. */
  public readonly resource: binding.ClientGrant;

  /**
   * @throws ValidationError that lists every error in the props; nothing is created then
   */
  public constructor(scope: Construct, id: string, props: ClientGrantProps) {
    const name = displayName('ClientGrant', scope, id);
    rejectForeignStack(scope);
    rejectAfterSynth(scope, 'new ClientGrant');
    const { api, given, written, kept } = checkProps(scope, name, props);

    super(scope, id);
    this.resource = new L1(this, 'Resource', written);
    beforeImport(this.resource, () => keepFindings(this, name, adoptionFindings(CLIENT_GRANT, given, written)));
    followProvider(this.resource, () => apiInfoOf(api)?.provider());
    keepFindings(this, name, kept);
    keepProviderMismatch(this, name, this.resource, api);
    checkAtSynth(this);
  }

  /** The id that Auth0 gave the grant. */
  public get clientGrantId(): string {
    return lazyReference(() => [this.resource, 'id']);
  }

  /** The Terraform address of the grant, for `dependsOn`. */
  public get fqn(): string {
    return lazyString(() => this.resource.fqn);
  }

  /**
   * Keeps the resources of this grant when its construct id has changed: writes `moved` blocks for all its parts.
   *
   * Terraform would destroy and create them otherwise. After the apply, the call can be deleted. Call it once more for
   * an older id, after the newer one.
   *
   * @param oldId the id in the same scope; or, with a slash, the path below the stack: `Shop/Orders`, `/Orders`
   */
  public movedFrom(oldId: string): void {
    moveFrom(this, 'ClientGrant', oldId);
  }

  /**
   * Imports an existing grant with an `import` block (Terraform 1.5 or newer).
   *
   * The options that you leave out are switched off: a warning lists them, until it is acknowledged or `safeDefaults` is
   * false.
   *
   * @param clientGrantId the id of the grant, `cgr_...`
   */
  public importFrom(clientGrantId: string): void {
    rejectAfterSynth(this, 'importFrom');
    const name = displayName('ClientGrant', this.node.scope!, this.node.id);
    requireId(name, 'client_grant_id', clientGrantId);
    addImportBlock(this.resource, clientGrantId);
  }
}

/** Converts and checks the props. Returns the findings to report at synth. */
function checkProps(scope: Construct, name: string, props: ClientGrantProps) {
  // not in the constructor: its other functions would keep the props in memory
  return guarded(name, 'props', () => check(scope, name, props));
}

function check(scope: Construct, name: string, props: ClientGrantProps) {
  const read = readProps(name, CLIENT_GRANT, props, PROPS, INSTEAD);
  const { config: given, problems } = convertProps<binding.ClientGrantConfig>(CLIENT_GRANT, read, {
    audience: toAudience,
    client_id: (client) => toClientId(client, scope),
    scopes: inOneOrder,
  });
  const { resourceServer: api, safeDefaults } = read.values;
  const isReported = isPresent(api) || problems.some(({ path }) => path[0] === 'audience');
  const all = isReported ? problems : [...problems, ...below(['audience'], toAudience(api).problems)];
  // the rules need the identifier itself; the JSON gets a reference to it
  const audience = (isPresent(api) ? apiInfoOf(api) : undefined)?.identifier ?? given.audience;
  const systemApi = systemApiBy(audience, scope);
  const { findings } = validate(CLIENT_GRANT, CLIENT_GRANT_RULES, { ...given, audience }, all, undefined, { systemApi });
  const written = safeDefaults === false ? given : withGrantDefaults(given, systemApi);
  return { api: api as IResourceServer, given, written, kept: throwUnlessAcknowledged(scope, name, findings) };
}

/**
 * Takes the place of scopes that `grant` did not get. The message then names `grantAllScopes`, which belongs to the same
 * API; the constructor of a grant has `allowAllScopes`.
 */
export const NO_SCOPES = Symbol('no scopes');

/** Removes duplicates and sorts: literals in alphabetical order, then tokens. */
function inOneOrder(scopes: unknown): Converted<unknown> {
  if (scopes === NO_SCOPES) {
    return problem('scopes-or-all', 'must be given (an empty list for none), but nothing was given: use grantAllScopes to grant every scope');
  }
  const isList = Array.isArray(scopes) && scopes.length <= MAX_ITEMS && !isUnknown(scopes);
  // Array.from also visits the holes of a sparse array
  const texts: unknown[] = isList ? Array.from(scopes, asText) : [undefined];
  // a list with other values stays as it is, so that the error names the right index
  return { value: texts.every((scope) => typeof scope === 'string') ? sortedNames(distinctTexts(texts)) : scopes };
}
