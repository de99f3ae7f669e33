import type { ResourceServerProofOfPossession } from '../bindings/resource-server';
import type { Converted } from '../validation/convert';

/** The applications whose tokens must be bound to them. */
export enum ProofOfPossessionRequiredFor {
  /** All. */
  ALL_CLIENTS = 'all_clients',

  /** Those that cannot keep a secret: single-page and native applications. With DPoP only. */
  PUBLIC_CLIENTS = 'public_clients',
}

/** Options of sender constraining. */
export interface ProofOfPossessionOptions {
  /**
   * Whether Auth0 refuses to issue a token that is not bound to the application.
   *
   * Must be known at synth: the provider crashes on a token here.
   *
   * @default true
   */
  readonly required?: boolean;

  /**
   * Of which applications it is required. Has no effect where `required` is false.
   *
   * @default - all applications
   */
  readonly requiredFor?: ProofOfPossessionRequiredFor;
}

/**
 * Binds access tokens to the application that asked for them, so that a stolen token is of no use.
 *
 * @see https://auth0.com/docs/secure/sender-constraining/configure-sender-constraining
 */
export class ProofOfPossession {
  /** The application proves with a key of its own that the token is its. Fits public applications, too. */
  public static dpop(options: ProofOfPossessionOptions = {}): ProofOfPossession {
    return new ProofOfPossession({ mechanism: 'dpop', ...settingsOf(options) });
  }

  /**
   * The application presents its certificate (mutual TLS).
   *
   * Auth0 requires it of all applications then. Part of Auth0's Highly Regulated Identity.
   */
  public static mtls(options: ProofOfPossessionOptions = {}): ProofOfPossession {
    return new ProofOfPossession({ mechanism: 'mtls', ...settingsOf(options) });
  }

  /** Switched off, also where it was on before. */
  public static disabled(): ProofOfPossession {
    return new ProofOfPossession({ disable: true });
  }

  private constructor(private readonly block: ResourceServerProofOfPossession) {}

  /** @internal */
  public _toProofOfPossession(): Converted<ResourceServerProofOfPossession> {
    return { value: this.block };
  }
}

function settingsOf(options: ProofOfPossessionOptions | null): ResourceServerProofOfPossession {
  return { required: options?.required ?? true, requiredFor: options?.requiredFor ?? undefined };
}
