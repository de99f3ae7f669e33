import { Construct } from 'constructs';
import type { ExistingOptions } from './existing-options';
import { ResourceServerBase } from './resource-server-base';
import * as bindings from '../bindings';
import { rejectForeignStack } from '../framework/foreign-stack';
import { lazyString } from '../framework/lazy';
import { providerOf } from '../framework/provider';
import { isUnknown } from '../framework/tokens';
import { ApiInfo, attachApiInfo } from '../synth/api-info';
import { checkAtSynth } from '../synth/stack-checks';

/** What the rules know about an API that is defined elsewhere. */
export interface ImportedApi {
  /**
   * The identifier that the rules use: the real one, a canonical one for Auth0's own APIs, or a token if it is not
   * known.
   */
  readonly identifier: string;
  readonly scopes?: readonly string[];
}

/** An API that is defined elsewhere. */
abstract class ImportedResourceServer extends ResourceServerBase {
  public constructor(scope: Construct, id: string, known: ImportedApi, provider: ApiInfo['provider']) {
    rejectForeignStack(scope);
    super(scope, id);
    attachApiInfo(this, { identifier: known.identifier, scopes: namesOf(known.scopes), provider });
    checkAtSynth(this);
  }
}

/** An API that is described by its attributes. Terraform looks nothing up. */
export class DescribedResourceServer extends ImportedResourceServer {
  public readonly audience: string;
  readonly #idInAuth0?: string;

  public constructor(
    scope: Construct,
    id: string,
    public readonly identifier: string,
    known: ImportedApi,
    options: ExistingOptions,
    idInAuth0?: string,
  ) {
    super(scope, id, known, () => options?.provider);
    this.audience = identifier;
    this.#idInAuth0 = idInAuth0;
  }

  public get resourceServerId(): string {
    if (this.#idInAuth0 === undefined) {
      throw new Error(
        `the id of '${this.node.path}' is not known: give resourceServerId, or look the API up with ResourceServer.fromIdentifier`,
      );
    }
    return this.#idInAuth0;
  }
}

/** An API that Terraform looks up by its identifier or its id. */
export class LookedUpResourceServer extends ImportedResourceServer {
  public readonly identifier: string;
  public readonly resourceServerId: string;
  public readonly audience: string;

  public constructor(scope: Construct, id: string, by: { identifier: string } | { resourceServerId: string }, options: ExistingOptions) {
    super(scope, id, { identifier: 'identifier' in by ? by.identifier : UNKNOWN_IDENTIFIER }, () => providerOf(data));
    const data = new bindings.dataAuth0ResourceServer.DataAuth0ResourceServer(this, 'Resource', { ...by, provider: options?.provider });
    this.identifier = lazyString(() => data.identifier);
    this.resourceServerId = lazyString(() => data.id);
    this.audience = this.identifier;
  }
}

/** Returns the names of all scopes, or undefined if none are given or Terraform alone knows one of them. */
function namesOf(scopes: readonly string[] | undefined): readonly string[] | undefined {
  return !scopes?.length || isUnknown(scopes) || scopes.some(isUnknown) ? undefined : scopes;
}

/** The rules take this text for a value that only Terraform knows. */
const UNKNOWN_IDENTIFIER = '${}';
